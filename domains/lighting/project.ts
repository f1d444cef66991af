/** 照明建设改造工程: follows other agencies' road schemes; money, lamps, stage, when due and when expected. */
import { choice, date, dayText, endOf, files, first, integer, money, one, photos, procedure, rows, text } from '#kernel'
import { notYet, why } from './shared.ts'
import { projectKinds } from './words.ts'

const step = {
  on: date('日期'),
  what: text('进展', { maxLength: 200 }),
  lamps: integer('累计安装', { unit: '盏', min: 0 }),
} as const
const form = {
  name: text('工程', { maxLength: 100 }),
  kind: choice('类别', projectKinds),
  agency: text('道路建设单位', { maxLength: 80 }).optional().help('随其他部门道路工程配套的填写'),
  investFen: money('投资', { min: 1 }),
  planned: integer('计划路灯', { unit: '盏', min: 1 }),
  dueOn: date('应完成日期'),
} as const
export const project = procedure('lighting.project', {
  zh: '照明建设改造工程',
  menu: '亮化工程',
  title: 'name',
  numbering: { prefix: 'ZG', per: 'year', digits: 3 },
  help: '立项 → 施工(逐次报进展、预计完成日期) → 竣工验收;投资、安装盏数、完成与预计日期进年报。',
  uniqueTogether: [['name']],
  leadingClock: 'finish',
  listed: ['kind', 'agency', 'investFen', 'planned', 'installed', 'dueOn', 'expectedOn', 'doneOn', 'isLate'],
  clocks: { finish: { zh: '完工', limit: { value: 1, unit: 'natural_day' }, basis: '立项应完成日期' } },
  fields: {
    ...form,
    name: form.name.searchable(),
    contractFen: money('合同价').optional(),
    builder: text('施工单位', { maxLength: 80 }).optional(),
    expectedOn: date('预计完成日期').optional(),
    steps: rows('进展', step).optional(),
    installed: integer('已安装', { unit: '盏', min: 0 }).optional(),
    paidFen: money('结算价').optional(),
    doneOn: date('竣工日期').optional(),
    isLate: choice('是否逾期', { yes: '逾期', no: '按期' }).optional(),
    acceptance: files(0, '验收资料').optional(),
    photos: photos(0, '竣工夜景照片').optional(),
  },
  statuses: {
    planned: { zh: '立项', duty: 'lighting.manage', taskZh: '照明工程待开工' },
    building: { zh: '施工', duty: 'lighting.manage', taskZh: '照明工程施工中' },
    done: { zh: '竣工', kind: 'final' },
    stopped: { zh: '终止', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '立项',
    from: 'new',
    to: 'planned',
    by: 'lighting.manage',
    form,
    effects: ({ input }) => ({
      set: { steps: [], installed: 0 },
      clocks: [{ clock: 'finish', do: 'start', dueAt: endOf(input.dueOn) }],
    }),
  }),
  begin: action({
    zh: '开工',
    from: 'planned',
    to: 'building',
    by: 'lighting.manage',
    tone: 'primary',
    form: {
      builder: text('施工单位', { maxLength: 80 }),
      contractFen: money('合同价', { min: 1 }),
      expectedOn: date('预计完成日期'),
    },
    check: ({ input, subject }) => why(input.contractFen > subject.investFen, '合同价超过批准投资'),
    effects: ({ input }) => ({ set: input }),
  }),
  report: action({
    zh: '报进展',
    from: 'building',
    to: 'same',
    by: 'lighting.manage',
    form: { ...step, expectedOn: date('预计完成日期') },
    check: ({ input, subject, now }) =>
      first(
        why(input.on > dayText(now), '日期不能晚于今天'),
        why(input.lamps < (subject.installed ?? 0), `累计安装不能少于已报的${subject.installed}盏`),
        why(input.lamps > subject.planned, `计划只有${subject.planned}盏`),
      ),
    effects: ({ input: { expectedOn, ...line }, subject }) => ({
      set: { steps: [...(subject.steps ?? []), line], installed: line.lamps, expectedOn },
    }),
  }),
  finish: action({
    zh: '竣工验收',
    from: 'building',
    to: 'done',
    by: 'lighting.manage',
    tone: 'primary',
    form: {
      doneOn: date('竣工日期'),
      paidFen: money('结算价'),
      acceptance: files(1, '验收资料'),
      photos: photos(1, '竣工夜景照片'),
    },
    look: ({ tx, subject }) =>
      one<{ n: number }>(tx, `select count(*)::int as n from lighting.dark_place where project = $1 and status = 'building'`, [
        subject.id,
      ]),
    check: ({ input, found, subject, now }) =>
      first(
        why(input.doneOn > dayText(now), '竣工日期不能晚于今天'),
        notYet((subject.installed ?? 0) < subject.planned, `计划${subject.planned}盏,只装了${subject.installed ?? 0}盏`),
        notYet((found?.n ?? 0) > 0, `还有${found?.n ?? 0}处有路无灯点位未销号`),
      ),
    effects: ({ input, subject }) => ({
      set: { ...input, isLate: input.doneOn > subject.dueOn ? 'yes' : 'no' },
      clocks: [{ clock: 'finish', do: 'stop' }],
    }),
  }),
  stop: action({
    zh: '终止',
    from: ['planned', 'building'],
    to: 'stopped',
    by: 'lighting.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
    effects: () => ({ clocks: [{ clock: 'finish', do: 'cancel' }] }),
  }),
}))

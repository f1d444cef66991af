/** 方案、办法、规程文件库: draft to repeal, a chain of editions, validity with a reminder, links to schemes and standards; what is public is found by anybody. */
import {
  addDays,
  choice,
  date,
  dayText,
  endOf,
  files,
  first,
  flag,
  integer,
  list,
  longText,
  one,
  procedure,
  ref,
  say,
  startOf,
  text,
  unit,
} from '#kernel'
import { editionIssued } from '../facts.ts'
import { notYet, why } from '../shared.ts'

export const fileKinds = {
  scheme: '方案',
  measure: '办法',
  rule: '规程',
  list: '名录',
  standard: '标准',
  opinion: '意见',
} as const
const form = {
  kind: choice('类别', fileKinds),
  name: text('文件', { maxLength: 160 }),
  unit: unit('起草单位'),
  prior: ref('上一版次(修订时填)', 'affairs.file').optional(),
  summary: longText('摘要', { maxLength: 1000 }),
  links: list('关联的方案与标准(文号或标准号)').optional(),
  isPublic: flag('对外公开'),
} as const
const expiring = (toOn: string, days: number, today: string) => [
  { name: 'near', at: addDays(toOn, -days) < today ? null : startOf(addDays(toOn, -days)), action: 'remind' },
  { name: 'end', at: endOf(toOn), action: 'expire' },
]
const quiet = [
  { name: 'near', at: null, action: 'remind' },
  { name: 'end', at: null, action: 'expire' },
]
const term = {
  paper: text('文号', { maxLength: 60 }),
  fromOn: date('施行日期'),
  toOn: date('有效期至'),
} as const
export const policyFile = procedure('affairs.file', {
  zh: '政策文件',
  menu: '公文与文件',
  title: 'name',
  numbering: { prefix: 'WJ', per: 'year', digits: 4 },
  help: '草案、送审、试行、发布、废止;新版次施行时旧版次自动废止;有效期届满前提醒,过期自动失效;公开的可供公众检索。',
  uniqueTogether: [['kind', 'name', 'edition']],
  fields: {
    ...form,
    name: form.name.searchable(),
    summary: form.summary.searchable(),
    edition: integer('版次'),
    text: files(0, '文本').optional(),
    paper: text('文号', { maxLength: 60 }).optional().searchable(),
    fromOn: date('施行日期').optional(),
    toOn: date('有效期至').optional(),
    isExpiring: choice('临近失效', { yes: '是', no: '否' }),
    issuedOn: date('印发日期').optional(),
    endedOn: date('废止日期').optional(),
    endReason: text('废止原因', { maxLength: 200 }).optional(),
  },
  statuses: {
    draft: { zh: '草案', duty: 'affairs.manage', taskZh: '文件草案待送审' },
    review: { zh: '送审', duty: 'affairs.lead', taskZh: '文件待审签' },
    trial: { zh: '试行' },
    issued: { zh: '发布' },
    repealed: { zh: '废止', kind: 'final' },
    expired: { zh: '已失效', kind: 'final' },
    dropped: { zh: '未通过', kind: 'final' },
  },
}).actions((action) => ({
  draft: action({
    zh: '起草',
    from: 'new',
    to: 'draft',
    by: 'affairs.manage',
    form,
    look: async ({ tx, input }) => ({
      prior: input.prior
        ? await one<{ edition: number; name: string; status: string }>(
            tx,
            'select edition, name, status from affairs.file where id = $1',
            [input.prior],
          )
        : undefined,
      same: await one<{ number: string }>(
        tx,
        `select number from affairs.file where kind = $1 and name = $2 and status <> all(array['repealed', 'expired', 'dropped'])`,
        [input.kind, input.name],
      ),
    }),
    check: ({ input, found }) =>
      first(
        why(Boolean(input.prior) && !found.prior, '没有上一版次'),
        notYet(!input.prior && Boolean(found.same), `已有同名文件${found.same?.number ?? ''},修订请填上一版次`),
        notYet(Boolean(found.prior) && !['trial', 'issued'].includes(found.prior?.status ?? ''), '上一版次未在施行'),
      ),
    effects: ({ input, found }) => ({ set: { unitId: input.unit, edition: (found.prior?.edition ?? 0) + 1, isExpiring: 'no' } }),
  }),
  submit: action({
    zh: '送审',
    from: 'draft',
    to: 'review',
    by: 'affairs.manage',
    tone: 'primary',
    form: { text: files(1, '送审稿') },
    effects: ({ input }) => ({ set: input }),
  }),
  sendBack: action({
    zh: '退回',
    from: 'review',
    to: 'draft',
    by: 'affairs.lead',
    form: { reason: text('意见', { maxLength: 300 }) },
  }),
  issue: action({
    zh: '审签',
    from: ['review', 'trial'],
    to: ({ input }) => input.as,
    by: 'affairs.lead',
    tone: 'primary',
    form: { as: choice('方式', { trial: '试行', issued: '发布' }), ...term },
    check: ({ input, subject, now }) =>
      first(
        why(subject.status === 'trial' && input.as === 'trial', '已在试行'),
        why(input.toOn <= input.fromOn, '有效期应晚于施行日期'),
        why(input.toOn <= dayText(now), '有效期已过'),
      ),
    effects: ({ input, subject, now, parameter }) => ({
      set: { paper: input.paper, fromOn: input.fromOn, toOn: input.toOn, issuedOn: dayText(now), isExpiring: 'no' },
      timers: expiring(input.toOn, parameter('affairs.file-remind'), dayText(now)),
      facts: subject.prior ? [say(editionIssued, { id: subject.id, prior: subject.prior })] : [],
    }),
  }),
  drop: action({
    zh: '不通过',
    from: 'review',
    to: 'dropped',
    by: 'affairs.lead',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
  }),
  remind: action({
    zh: '有效期提醒',
    from: ['trial', 'issued'],
    to: 'same',
    by: 'system',
    effects: ({ subject }) => ({
      set: { isExpiring: 'yes' },
      notify: [{ unitId: subject.unit, zh: `《${subject.name}》${subject.toOn ?? ''}到期,请延期、修订或废止`.slice(0, 120) }],
    }),
  }),
  prolong: action({
    zh: '延长有效期',
    from: ['trial', 'issued'],
    to: 'same',
    by: 'affairs.lead',
    form: { toOn: date('延至'), reason: text('评估意见', { maxLength: 300 }) },
    check: ({ input, subject }) => why(input.toOn <= (subject.toOn ?? ''), '应晚于现有效期'),
    effects: ({ input, now, parameter }) => ({
      set: { toOn: input.toOn, isExpiring: 'no' },
      timers: expiring(input.toOn, parameter('affairs.file-remind'), dayText(now)),
    }),
  }),
  expire: action({
    zh: '有效期满失效',
    from: ['trial', 'issued'],
    to: 'expired',
    by: 'system',
    effects: ({ subject }) => ({ set: { endedOn: subject.toOn, endReason: '有效期满' } }),
  }),
  repeal: action({
    zh: '废止',
    from: ['trial', 'issued'],
    to: 'repealed',
    by: 'affairs.lead',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 200 }) },
    effects: ({ input, now }) => ({ set: { endedOn: dayText(now), endReason: input.reason }, timers: quiet }),
  }),
  replace: action({
    zh: '被新版次替代',
    from: ['trial', 'issued'],
    to: 'repealed',
    by: 'system',
    form: { by: text('新版次', { maxLength: 60 }) },
    effects: ({ input, now }) => ({ set: { endedOn: dayText(now), endReason: `由${input.by}替代` }, timers: quiet }),
  }),
}))

/** 党建活动: one shape for every named programme. Its items and branches make the tasks; each is done with evidence, checked by another; a long one is looked at half way. */
import {
  choice,
  date,
  dayText,
  didBefore,
  endOf,
  files,
  first,
  integer,
  longText,
  many,
  number,
  one,
  percentOf,
  procedure,
  ref,
  repeated,
  rows,
  text,
} from '#kernel'
import { branchById, counted, notOfBranch, notYet, why } from '../shared.ts'
import { miscounted, programmeKinds, yearsOf } from './words.ts'

const item = {
  code: text('编号', { maxLength: 12 }),
  group: text('组(专题、类别、年度)', { maxLength: 20 }),
  name: text('内容', { maxLength: 100 }),
  host: ref('承办支部(不填为各支部)', 'party.branch').optional(),
  dueOn: date('期限'),
} as const
const form = {
  kind: choice('活动', programmeKinds),
  name: text('名称', { maxLength: 100 }),
  fromOn: date('起'),
  toOn: date('止'),
  lead: text('牵头', { maxLength: 60 }),
  branches: rows('参加支部', { branch: ref('支部', 'party.branch') }),
  items: rows('任务项', item),
} as const
const taskSums = `select (count(*))::int as total, (count(*) filter (where closed_at is not null))::int as done, (count(*) filter (where closed_at is null and due_on < $2::date))::int as late from party.programme_task where programme = $1`
interface Sums {
  readonly total: number
  readonly done: number
  readonly late: number
}
export const programme = procedure('party.programme', {
  zh: '党建活动',
  menu: '党建活动',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'DJ', per: 'year', digits: 3 },
  help: '三年行动、“525”文化建设、党史学习教育、主题教育等各有固定的组成,内容由本局填写;任务未全部核实不能结束;三年行动须有中期检查。',
  uniqueTogether: [['name']],
  fields: {
    ...form,
    name: form.name.searchable(),
    itemCount: integer('任务项', { unit: '项' }),
    groupCount: integer('组', { unit: '个' }),
    midtermOn: date('中期检查日期').optional(),
    midterm: longText('中期检查情况', { maxLength: 2000 }).optional(),
    midtermRate: number('中期完成率', { unit: '%' }).optional(),
    summary: longText('总结', { maxLength: 4000 }).optional(),
    endedOn: date('结束日期').optional(),
  },
  statuses: {
    running: { zh: '进行中', duty: 'party.manage', taskZh: '党建活动进行中' },
    ended: { zh: '已总结', kind: 'final' },
  },
}).actions((action) => ({
  launch: action({
    zh: '部署',
    from: 'new',
    to: 'running',
    by: 'party.manage',
    form,
    check: ({ input }) => {
      const wrong = miscounted(
        input.kind,
        input.items.map((i) => i.group),
      )
      return first(
        why(input.toOn <= input.fromOn, '止应晚于起'),
        why(input.branches.length === 0, '请选择参加支部'),
        why(repeated(input.branches.map((b) => b.branch)) !== undefined, '参加支部重复'),
        why(repeated(input.items.map((i) => i.code)) !== undefined, '任务项编号重复'),
        why(wrong !== undefined, wrong ?? ''),
        why(
          input.items.some((i) => i.dueOn < input.fromOn || i.dueOn > input.toOn),
          '任务期限应在活动期内',
        ),
        why(
          input.kind === 'threeYear' && yearsOf(input.fromOn, input.toOn) !== 3,
          `三年行动应跨三个年度,现为${yearsOf(input.fromOn, input.toOn)}个`,
        ),
        why(
          input.kind === 'threeYear' && input.items.some((i) => i.group !== i.dueOn.slice(0, 4)),
          '三年行动的组是年度,应与期限同年',
        ),
      )
    },
    effects: ({ input, subject }) => ({
      set: { itemCount: input.items.length, groupCount: new Set(input.items.map((i) => i.group)).size },
      spawn: input.items.flatMap(({ host, ...i }) =>
        (host ? [host] : input.branches.map((b) => b.branch)).map((b) => ({
          procedure: 'party.programme-task',
          input: { ...i, programme: subject.id, kind: input.kind, branch: b },
        })),
      ),
    }),
  }),
  examine: action({
    zh: '中期检查',
    from: 'running',
    to: 'same',
    by: 'party.manage',
    form: { midterm: longText('检查情况与意见', { maxLength: 2000 }), proof: files(1, '检查材料') },
    guard: ({ subject, now }) => {
      const middle = new Date((Date.parse(subject.fromOn) + Date.parse(subject.toOn)) / 2).toISOString().slice(0, 10)
      return first(notYet(dayText(now) < middle, `中期检查在${middle}以后`), notYet(subject.midtermOn !== null, '已作过中期检查'))
    },
    look: ({ tx, subject, now }) => one<Sums>(tx, taskSums, [subject.id, dayText(now)]),
    effects: ({ input, found, now }) => ({
      set: {
        midterm: input.midterm,
        midtermOn: dayText(now),
        midtermRate: percentOf(found?.done ?? 0, found?.total ?? 0) ?? 0,
      },
    }),
  }),
  end: action({
    zh: '总结',
    from: 'running',
    to: 'ended',
    by: 'party.manage',
    tone: 'primary',
    form: { summary: longText('总结', { maxLength: 4000 }) },
    look: ({ tx, subject }) =>
      many<{ name: string }>(
        tx,
        `select b.name || '“' || t.name || '”' as name from party.programme_task t join party.branch b on b.district = t.district and b.id = t.branch where t.programme = $1 and t.closed_at is null order by t.number limit 5`,
        [subject.id],
      ),
    check: ({ found, subject }) =>
      first(
        notYet(subject.kind === 'threeYear' && !subject.midtermOn, '三年行动还没有中期检查'),
        notYet(found.length > 0, `还没有完成:${found.map((f) => f.name).join('、')}`),
      ),
    effects: ({ input, now }) => ({ set: { ...input, endedOn: dayText(now) } }),
  }),
}))
const taskForm = {
  programme: ref('党建活动', 'party.programme'),
  kind: choice('活动', programmeKinds),
  branch: ref('支部', 'party.branch'),
  code: text('编号', { maxLength: 12 }),
  group: text('组', { maxLength: 20 }),
  name: text('内容', { maxLength: 100 }),
  dueOn: date('期限'),
} as const
const studiedSql = `select count(*)::int as n from party.session where programme = $1 and item = $2 and status <> 'planned' and status <> 'cancelled' and (branch = $3 or branch is null)`
export const programmeTask = procedure('party.programme-task', {
  zh: '党建活动任务',
  menu: '党建活动',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'DR', per: 'year', digits: 5 },
  help: '承办支部报完成并附佐证,机关党委核实;党史学习的专题须有本支部的学习记录。',
  uniqueTogether: [['programme', 'code', 'branch']],
  fields: {
    ...taskForm,
    name: taskForm.name.searchable(),
    isLate: choice('逾期', { yes: '是', no: '否' }),
    heldOn: date('开展日期').optional(),
    people: integer('参加', { unit: '人次' }).optional(),
    result: longText('完成情况', { maxLength: 1000 }).optional(),
    returns: integer('退回', { unit: '次' }),
    doneOn: date('核实日期').optional(),
  },
  statuses: {
    open: { zh: '办理中', duty: 'party.branch', taskZh: '党建活动任务待完成' },
    reported: { zh: '待核实', duty: 'party.manage', taskZh: '党建活动任务待核实' },
    done: { zh: '已完成', kind: 'final' },
  },
}).actions((action) => ({
  assign: action({
    zh: '下达',
    from: 'new',
    to: 'open',
    by: 'system',
    form: taskForm,
    effects: ({ input }) => ({
      set: { isLate: 'no', returns: 0 },
      timers: [{ name: 'due', at: endOf(input.dueOn), action: 'pass' }],
    }),
  }),
  pass: action({ zh: '逾期', from: 'open', to: 'same', by: 'system', effects: () => ({ set: { isLate: 'yes' } }) }),
  report: action({
    zh: '报完成',
    from: 'open',
    to: 'reported',
    by: 'party.branch',
    tone: 'primary',
    form: {
      heldOn: date('开展日期'),
      people: integer('参加', { unit: '人次', min: 1 }),
      result: longText('完成情况', { maxLength: 1000 }),
      proof: files(1, '佐证材料'),
    },
    look: async ({ tx, subject }) => ({
      branch: await branchById(tx, subject.branch),
      studied: await counted(tx, studiedSql, [subject.programme, subject.code, subject.branch]),
    }),
    check: ({ input, subject, found, actor, now }) =>
      first(
        notOfBranch(found.branch, actor),
        why(input.heldOn > dayText(now), '日期不能晚于今天'),
        notYet(
          subject.kind === 'history' && subject.group !== '实践' && found.studied === 0,
          `${found.branch?.name ?? ''}还没有“${subject.name}”的学习记录`,
        ),
      ),
    effects: ({ input: { proof: _proof, ...rest } }) => ({
      set: rest,
      timers: [{ name: 'due', at: null, action: 'pass' }],
    }),
  }),
  verify: action({
    zh: '核实',
    from: 'reported',
    to: ({ input }) => (input.isOk === 'yes' ? 'done' : 'open'),
    by: 'party.manage',
    tone: 'primary',
    form: { isOk: choice('结论', { yes: '完成', no: '退回' }), note: text('意见', { maxLength: 200 }).optional() },
    guard: ({ past, actor }) => notYet(didBefore(past, 'report', actor), '报完成的人不能核实'),
    effects: ({ input, subject, now }) =>
      input.isOk === 'yes'
        ? { set: { doneOn: dayText(now) } }
        : { set: { returns: subject.returns + 1 }, timers: [{ name: 'due', at: endOf(subject.dueOn), action: 'pass' }] },
  }),
}))

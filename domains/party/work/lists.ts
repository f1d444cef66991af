/** 党建责任清单与考核细则: revised each July, in force once another approves it; the assessment is checked item by item and confirmed by who was checked. */
import {
  choice,
  date,
  dayText,
  didBefore,
  first,
  integer,
  number,
  one,
  person,
  procedure,
  ref,
  repeated,
  round,
  rows,
  say,
  startOf,
  text,
  unit,
} from '#kernel'
import { listApproved } from '../facts.ts'
import { notYet, why } from '../shared.ts'

const itemLine = {
  code: text('编号', { maxLength: 12 }),
  what: text('事项', { maxLength: 120 }),
  holder: person('责任人').optional(),
  points: number('分值', { unit: '分', min: 0, max: 100 }).optional(),
} as const
const form = {
  name: text('名称', { maxLength: 80 }),
  kind: choice('类型', { duty: '责任清单', assess: '考核细则' }),
  year: integer('年度', { min: 2000, max: 2100 }),
  items: rows('事项', itemLine),
} as const
/** What a list must hold before anybody is asked to approve it. */
const wholeList = (
  kind: 'duty' | 'assess',
  items: readonly { readonly code: string; readonly holder?: string | null; readonly points?: number | null }[],
) => {
  const sum = round(items.reduce((s, i) => s + (i.points ?? 0), 0))
  return first(
    why(items.length === 0, '请填写事项'),
    why(repeated(items.map((i) => i.code)) !== undefined, '事项编号重复'),
    why(kind === 'assess' && sum !== 100, `考核细则分值合计应为100分,现为${sum}分`),
    why(kind === 'duty' && !items.some((i) => i.holder), '责任清单至少一项明确到人'),
  )
}
/** The first day of the month of revision in the year after the list was made for. */
const nextRevision = (year: number, month: number): string => `${year + 1}-${String(month).padStart(2, '0')}-01`
export const partyList = procedure('party.list', {
  zh: '责任清单与考核细则',
  menu: '党建考评',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'QD', per: 'year', digits: 3 },
  help: '每年7月修订;考核细则分值合计100分;审定后生效,旧版自动废止,到期未修订的列为待修订。',
  uniqueTogether: [['name', 'year']],
  fields: {
    ...form,
    name: form.name.searchable(),
    itemCount: integer('事项', { unit: '项' }),
    effectiveOn: date('生效日期').optional(),
    reviseOn: date('下次修订').optional(),
    paper: text('文号', { maxLength: 60 }).optional(),
    reason: text('退回理由', { maxLength: 300 }).optional(),
    isOnTime: choice('按时修订', { yes: '是', no: '否' }).optional(),
  },
  statuses: {
    draft: { zh: '待审定', duty: 'party.approve', taskZh: '责任清单待审定' },
    effective: { zh: '执行中' },
    due: { zh: '到期待修订', duty: 'party.manage', taskZh: '责任清单应修订' },
    replaced: { zh: '已废止', kind: 'final' },
    refused: { zh: '退回修改', duty: 'party.manage', taskZh: '责任清单退回待修改' },
  },
}).actions((action) => ({
  draft: action({
    zh: '起草(修订)',
    from: 'new',
    to: 'draft',
    by: 'party.manage',
    form,
    check: ({ input }) => wholeList(input.kind, input.items),
    effects: ({ input }) => ({ set: { itemCount: input.items.length } }),
  }),
  // The same year's list under the same name exists once: what is sent back is mended here, not drafted again.
  revise: action({
    zh: '修改后再报',
    from: 'refused',
    to: 'draft',
    by: 'party.manage',
    tone: 'primary',
    form: { items: form.items },
    check: ({ input, subject }) => wholeList(subject.kind, input.items),
    effects: ({ input }) => ({ set: { items: input.items, itemCount: input.items.length } }),
  }),
  approve: action({
    zh: '审定',
    from: 'draft',
    to: ({ input }) => (input.isOk === 'yes' ? 'effective' : 'refused'),
    by: 'party.approve',
    tone: 'primary',
    form: {
      isOk: choice('结论', { yes: '同意印发', no: '退回' }),
      paper: text('文号', { maxLength: 60 }).optional().help('同意印发的填写'),
      reason: text('退回理由', { maxLength: 300 }).optional().help('退回的填写'),
    },
    guard: ({ past, actor }) => notYet(didBefore(past, 'draft', actor) || didBefore(past, 'revise', actor), '起草人不能审定'),
    check: ({ input }) =>
      first(
        why(input.isOk === 'yes' && !input.paper, '同意印发须填写文号'),
        why(input.isOk === 'no' && !input.reason, '退回须写明理由'),
      ),
    effects: ({ input, subject, now, parameter }) => {
      if (input.isOk === 'no') return { set: { reason: input.reason ?? null } }
      const month = parameter('party.list-month')
      const reviseOn = nextRevision(subject.year, month)
      const isOnTime = dayText(now) < `${subject.year}-${String(month + 1).padStart(2, '0')}-01` ? 'yes' : 'no'
      return {
        set: { paper: input.paper ?? null, reason: null, effectiveOn: dayText(now), reviseOn, isOnTime },
        timers: [{ name: 'revise', at: startOf(reviseOn), action: 'lapse' }],
        facts: [say(listApproved, { id: subject.id, kind: subject.kind, name: subject.name })],
      }
    },
  }),
  lapse: action({ zh: '到期待修订', from: 'effective', to: 'due', by: 'system' }),
  replace: action({
    zh: '废止(已有新版)',
    from: ['effective', 'due'],
    to: 'replaced',
    by: 'system',
    effects: () => ({ timers: [{ name: 'revise', at: null, action: 'lapse' }] }),
  }),
}))
const scoreLine = {
  code: text('编号', { maxLength: 12 }),
  score: number('得分', { unit: '分', min: 0, max: 100 }),
  problem: text('扣分原因', { maxLength: 200 }).optional(),
} as const
const checkForm = {
  list: ref('考核细则', 'party.list'),
  unit: unit('被考核单位'),
  checkedOn: date('考核日期'),
  lines: rows('逐项得分', scoreLine),
} as const
interface Standing {
  readonly isOn: boolean
  readonly unit: string | null
  readonly items: readonly { readonly code: string; readonly points: number | null }[]
}
export const listCheck = procedure('party.list-check', {
  zh: '党建考核',
  menu: '党建考评',
  title: 'name',
  numbering: { prefix: 'DK', per: 'year', digits: 4 },
  help: '按现行考核细则逐项打分,不超过分值,扣分写明原因;被考核单位确认或申述,复核后定档。',
  fields: {
    name: text('考核', { maxLength: 100 }).searchable().optional(),
    ...checkForm,
    score: number('得分', { unit: '分' }).optional(),
    grade: choice('等次', { excellent: '优秀', good: '良好', pass: '合格', fail: '不合格' }).optional(),
    objection: text('申述', { maxLength: 300 }).optional(),
    endedOn: date('定档日期').optional(),
  },
  statuses: {
    scored: { zh: '待单位确认', duty: 'party.carry', taskZh: '党建考核待确认', ofUnit: true },
    objected: { zh: '申述待复核', duty: 'party.approve', taskZh: '党建考核申述待复核' },
    final: { zh: '已定档', kind: 'final' },
  },
}).actions((action) => ({
  score: action({
    zh: '打分',
    from: 'new',
    to: 'scored',
    by: 'party.manage',
    form: checkForm,
    look: ({ tx, input }) =>
      one<Standing>(
        tx,
        `select status = any(array['effective', 'due']) and kind = 'assess' as "isOn", items, (select name from kernel.unit where id = $2) as unit from party.list where id = $1`,
        [input.list, input.unit],
      ),
    check: ({ input, found, now }) => {
      const items = found?.items ?? []
      const over = input.lines.find((l) => l.score > (items.find((i) => i.code === l.code)?.points ?? -1))
      const missing = items.find((i) => !input.lines.some((l) => l.code === i.code))
      const bare = input.lines.find((l) => l.score < (items.find((i) => i.code === l.code)?.points ?? 0) && !l.problem)
      return first(
        why(!found?.isOn, '考核细则不在执行'),
        why(input.checkedOn > dayText(now), '日期不能晚于今天'),
        why(Boolean(missing), `缺${missing?.code ?? ''}号事项`),
        why(repeated(input.lines.map((l) => l.code)) !== undefined, '事项重复'),
        why(Boolean(over), `${over?.code ?? ''}号得分超过分值或不在细则里`),
        why(Boolean(bare), `${bare?.code ?? ''}号扣分须写明原因`),
      )
    },
    effects: ({ input, found }) => {
      const score = round(input.lines.reduce((s, l) => s + l.score, 0))
      const name = `${found?.unit ?? ''}${input.checkedOn}考核`
      return { set: { name, score, grade: gradeOf(score), unitId: input.unit }, assign: { unitId: input.unit } }
    },
  }),
  confirm: action({
    zh: '单位确认',
    from: 'scored',
    to: ({ input }) => (input.isOk === 'yes' ? 'final' : 'objected'),
    by: 'party.carry',
    tone: 'primary',
    form: { isOk: choice('意见', { yes: '确认', no: '申述' }), objection: text('申述', { maxLength: 300 }).optional() },
    check: ({ input }) => why(input.isOk === 'no' && !input.objection, '请写明申述理由'),
    effects: ({ input, now }) => ({
      set: { objection: input.objection ?? null, ...(input.isOk === 'yes' ? { endedOn: dayText(now) } : {}) },
    }),
  }),
  review: action({
    zh: '复核定档',
    from: 'objected',
    to: 'final',
    by: 'party.approve',
    tone: 'primary',
    form: { delta: number('调整', { unit: '分', min: -20, max: 20 }), note: text('复核意见', { maxLength: 300 }) },
    check: ({ input, subject }) =>
      why((subject.score ?? 0) + input.delta > 100 || (subject.score ?? 0) + input.delta < 0, '调整后应在0到100分'),
    effects: ({ input, subject, now }) => {
      const score = round((subject.score ?? 0) + input.delta)
      return { set: { score, grade: gradeOf(score), endedOn: dayText(now) } }
    },
  }),
}))
export const gradeOf = (score: number): 'excellent' | 'good' | 'pass' | 'fail' => {
  if (score >= 90) return 'excellent'
  if (score >= 80) return 'good'
  return score >= 60 ? 'pass' : 'fail'
}

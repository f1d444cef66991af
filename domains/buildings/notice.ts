/** 联动管控: notices to 住建、国土、规划, water and power, with their reply; lifted when the building is gone. */
import { choice, date, dayText, files, first, instant, integer, one, procedure, ref, text } from '#kernel'
import { notYet, why } from './shared.ts'
import { departments, stops } from './words.ts'

const form = {
  building: ref('违法建设', 'buildings.building'),
  department: choice('部门', departments),
  measure: choice('请求事项', stops),
  content: text('函告内容', { maxLength: 500 }),
  papers: files(1, '联动函'),
} as const
export const notice = procedure('buildings.notice', {
  zh: '部门联动函',
  menu: '联动管控',
  title: 'content',
  numbering: { prefix: 'LD', per: 'year', digits: 4 },
  help: '十个工作日内回复;限制措施在违建销号后函告解除。',
  leadingClock: 'reply',
  mirror: { reply: { dueAt: 'replyDueAt', stoppedAt: 'repliedAt' } },
  fields: {
    ...form,
    buildingNo: text('违建编号', { maxLength: 40 }).optional().searchable(),
    replyNo: text('复函文号', { maxLength: 60 }).optional(),
    reply: text('复函内容', { maxLength: 500 }).optional(),
    effectiveOn: date('措施起').optional(),
    releasedOn: date('解除日期').optional(),
    urged: integer('催办', { unit: '次' }).optional(),
    replyDueAt: instant('复函期限').optional(),
    repliedAt: instant('复函时间').optional(),
  },
  clocks: { reply: { zh: '复函', limit: { value: 10, unit: 'work_day' }, basis: '违法建设联动管控办法(示例)' } },
  statuses: {
    sent: { zh: '已函告待复', duty: 'buildings.plan', taskZh: '部门联动函待回复' },
    held: { zh: '措施生效', duty: 'buildings.plan', taskZh: '联动措施在执行' },
    released: { zh: '已解除', kind: 'final' },
    answered: { zh: '已复(无措施)', kind: 'final' },
    refused: { zh: '未采取', kind: 'final' },
  },
}).actions((action) => ({
  send: action({
    zh: '发函',
    from: 'new',
    to: 'sent',
    by: 'buildings.plan',
    form,
    look: ({ tx, input }) =>
      one<{ number: string; status: string; areaCode: string | null }>(
        tx,
        'select number, status, area_code as "areaCode" from buildings.building where id = $1',
        [input.building],
      ),
    check: ({ found, input }) =>
      first(
        why(!found, '没有这处违法建设'),
        notYet(['closed', 'unfounded'].includes(found?.status ?? ''), '已销号,不需联动'),
        notYet(input.measure !== 'verify' && found?.status === 'found', '尚未认定,只能核对审批情况'),
      ),
    effects: ({ found, subject }) => ({
      set: { buildingNo: found?.number ?? null, areaCode: found?.areaCode ?? subject.areaCode, urged: 0 },
      clocks: [{ clock: 'reply', do: 'start' }],
    }),
  }),
  urge: action({
    zh: '催办',
    from: 'sent',
    to: 'same',
    by: 'buildings.plan',
    guard: ({ subject, now }) => notYet(subject.replyDueAt === null || now < new Date(subject.replyDueAt), '复函期限未到'),
    effects: ({ subject }) => ({ set: { urged: (subject.urged ?? 0) + 1 } }),
  }),
  answer: action({
    zh: '登记复函',
    from: 'sent',
    to: ({ input, subject }) => (input.result === 'no' ? 'refused' : subject.measure === 'verify' ? 'answered' : 'held'),
    by: 'buildings.plan',
    tone: 'primary',
    form: {
      result: choice('结果', { yes: '同意', no: '不采取' }),
      replyNo: text('文号', { maxLength: 60 }),
      reply: text('内容', { maxLength: 500 }),
    },
    effects: ({ input: { result, ...set }, now, subject }) => ({
      set: { ...set, effectiveOn: result === 'yes' && subject.measure !== 'verify' ? dayText(now) : null },
      clocks: [{ clock: 'reply', do: 'stop' }],
    }),
  }),
  release: action({
    zh: '函告解除',
    from: 'held',
    to: 'released',
    by: 'buildings.plan',
    tone: 'primary',
    form: { releasedOn: date('解除日期') },
    look: ({ tx, subject }) =>
      one<{ status: string }>(tx, 'select status from buildings.building where id = $1', [subject.building]),
    check: ({ found }) => notYet(found?.status !== 'closed', '违法建设尚未销号'),
    effects: ({ input }) => ({ set: input }),
  }),
}))

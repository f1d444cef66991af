/** 共享自行车: street cases about parking, the month's score of each operator, and talks whose promises are checked again. */
import { area, choice, date, dayText, first, instant, integer, number, one, photos, procedure, ref, rows, text } from '#kernel'
import { notYet, why } from './shared.ts'
import { disorderKinds, duties } from './words.ts'

const disorderForm = {
  kind: choice('车辆', disorderKinds),
  operator: ref('共享企业', 'bikes.operator').optional(),
  duty: choice('整改责任', duties),
  street: area('街道(镇)'),
  place: text('地点', { maxLength: 120 }),
  bikes: integer('乱停', { unit: '辆', min: 1 }),
  caseRef: ref('案件', 'cases.case').optional(),
  photos: photos(1, '现场照片'),
} as const
export const disorder = procedure('bikes.disorder', {
  zh: '非机动车停放问题',
  menu: '共享自行车',
  title: 'place',
  numbering: { prefix: 'TF', per: 'day', digits: 5 },
  help: '整改责任分企业、区、街道、镇;两小时内整改,企业的计入当月长效考评。',
  leadingClock: 'tidy',
  mirror: { tidy: { dueAt: 'tidyDueAt' } },
  fields: {
    ...disorderForm,
    place: disorderForm.place.searchable(),
    afterPhotos: photos(0, '整改后照片').optional(),
    tidiedAt: instant('整改时间').optional(),
    tidyDueAt: instant('整改期限').optional(),
    reason: text('退回原因', { maxLength: 200 }).optional(),
  },
  clocks: { tidy: { zh: '整改', limit: { value: 2, unit: 'urgent_hour' }, basis: '本局共享自行车停放考评办法(示例)' } },
  statuses: {
    open: { zh: '待整改', duty: 'bikes.tidy', taskZh: '停放问题待整改' },
    tidied: { zh: '待核查', duty: 'bikes.check', taskZh: '停放问题待核查' },
    closed: { zh: '已销号', kind: 'final' },
  },
}).actions((action) => ({
  report: action({
    zh: '上报',
    from: 'new',
    to: 'open',
    by: 'bikes.report',
    form: disorderForm,
    check: ({ input }) =>
      first(
        why(input.kind === 'shared' && !input.operator, '共享自行车请选择企业'),
        why(input.duty === 'operator' && !input.operator, '责任为企业的请选择企业'),
      ),
    effects: ({ input }) => ({ set: { areaCode: input.street }, clocks: [{ clock: 'tidy', do: 'start' }] }),
  }),
  tidy: action({
    zh: '已整改',
    from: 'open',
    to: 'tidied',
    by: 'bikes.tidy',
    tone: 'primary',
    form: { afterPhotos: photos(1, '整改后照片') },
    effects: ({ input, now }) => ({
      set: { afterPhotos: input.afterPhotos, tidiedAt: now.toISOString() },
      clocks: [{ clock: 'tidy', do: 'stop' }],
    }),
  }),
  sendBack: action({
    zh: '未整改到位',
    from: 'tidied',
    to: 'open',
    by: 'bikes.check',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 200 }) },
    effects: ({ input }) => ({ set: { reason: input.reason, tidiedAt: null }, clocks: [{ clock: 'tidy', do: 'start' }] }),
  }),
  close: action({ zh: '核查销号', from: 'tidied', to: 'closed', by: 'bikes.check', tone: 'primary' }),
}))
const countSql = `select (select name from bikes.operator where id = $1) as name, (select fleet > quota from bikes.operator where id = $1) as "isOver", count(*)::int as issues,
    (count(*) filter (where coalesce(tidied_at, $3) > tidy_due_at))::int as late
  from bikes.disorder where operator = $1 and duty = 'operator' and to_char(created_at at time zone 'Asia/Shanghai', 'YYYY-MM') = $2`
export const score = procedure('bikes.score', {
  zh: '共享自行车月度考评',
  menu: '共享自行车',
  title: 'operatorName',
  numbering: { prefix: 'KP', per: 'year', digits: 4 },
  help: '100分起,停放问题每起扣分,超时未整改再扣;公布时低于约谈线的自动列入约谈。',
  uniqueTogether: [['operator', 'month']],
  fields: {
    operator: ref('企业', 'bikes.operator'),
    month: text('月份', { maxLength: 7 }),
    operatorName: text('企业名称', { maxLength: 80 }).optional().searchable(),
    monthOn: date('月初').optional(),
    issues: integer('停放问题', { unit: '起' }).optional(),
    late: integer('超时', { unit: '起' }).optional(),
    points: number('得分', { unit: '分' }).optional(),
  },
  statuses: {
    computed: { zh: '待公布', duty: 'bikes.check', taskZh: '月度考评待公布' },
    published: { zh: '已公布', kind: 'final' },
  },
}).actions((action) => ({
  compute: action({
    zh: '计算得分',
    from: 'new',
    to: 'computed',
    by: 'bikes.check',
    form: {
      operator: ref('企业', 'bikes.operator'),
      month: text('月份', { maxLength: 7, pattern: { source: '^20\\d\\d-(0[1-9]|1[0-2])$', zh: '月份如 2026-03' } }),
    },
    look: ({ tx, input, now }) =>
      one<{ name: string | null; issues: number; late: number }>(tx, countSql, [input.operator, input.month, now]),
    check: ({ found, input, now }) =>
      first(
        why(!found?.name, '没有这家企业'),
        notYet(input.month >= new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 7), '月末之后才能考评'),
      ),
    effects: ({ input, found, parameter }) => ({
      set: {
        operatorName: found?.name ?? null,
        monthOn: `${input.month}-01`,
        issues: found?.issues ?? 0,
        late: found?.late ?? 0,
        points: Math.max(
          0,
          100 - (found?.issues ?? 0) * parameter('bikes.disorder-points') - (found?.late ?? 0) * parameter('bikes.late-points'),
        ),
      },
    }),
  }),
  publish: action({
    zh: '公布',
    from: 'computed',
    to: 'published',
    by: 'bikes.check',
    tone: 'primary',
    effects: ({ subject, parameter }) => ({
      spawn:
        Number(subject.points) < parameter('bikes.talk-below')
          ? [
              {
                procedure: 'bikes.talk',
                action: 'list',
                input: {
                  operator: subject.operator,
                  operatorName: subject.operatorName,
                  reason: `${subject.month}考评${Number(subject.points)}分,低于${parameter('bikes.talk-below')}分`,
                },
              },
            ]
          : [],
    }),
  }),
}))
const promise = { what: text('承诺', { maxLength: 200 }), dueOn: date('完成期限') } as const
const checked = {
  what: text('承诺', { maxLength: 200 }),
  result: choice('结果', { kept: '已兑现', broken: '未兑现' }),
  note: text('情况', { maxLength: 200 }).optional(),
} as const
const talkForm = {
  operator: ref('企业', 'bikes.operator'),
  operatorName: text('企业名称', { maxLength: 80 }),
  reason: text('约谈事由', { maxLength: 300 }),
} as const
export const talk = procedure('bikes.talk', {
  zh: '共享自行车企业约谈',
  menu: '共享自行车',
  title: 'operatorName',
  numbering: { prefix: 'YT', per: 'year', digits: 3 },
  help: '约谈须有整改承诺与期限;逐项复查,有未兑现的再次约谈。',
  fields: {
    ...talkForm,
    operatorName: talkForm.operatorName.searchable(),
    heldOn: date('约谈日期').optional(),
    attendee: text('企业出席人', { maxLength: 60 }).optional(),
    minutes: text('纪要', { maxLength: 1000 }).optional(),
    promises: rows('整改承诺', promise).optional(),
    checked: rows('复查', checked).optional(),
    times: integer('约谈次数', { unit: '次' }).optional(),
  },
  statuses: {
    planned: { zh: '待约谈', duty: 'bikes.check', taskZh: '企业待约谈' },
    held: { zh: '待复查', duty: 'bikes.check', taskZh: '约谈承诺待复查' },
    closed: { zh: '承诺兑现,销号', kind: 'final' },
  },
}).actions((action) => ({
  list: action({
    zh: '列入约谈(考评)',
    from: 'new',
    to: 'planned',
    by: 'system',
    form: talkForm,
    effects: () => ({ set: { times: 0 } }),
  }),
  call: action({
    zh: '列入约谈',
    from: 'new',
    to: 'planned',
    by: 'bikes.check',
    form: { operator: talkForm.operator, reason: talkForm.reason },
    look: ({ tx, input }) => one<{ name: string }>(tx, 'select name from bikes.operator where id = $1', [input.operator]),
    check: ({ found }) => why(!found, '没有这家企业'),
    effects: ({ found }) => ({ set: { times: 0, operatorName: found?.name ?? '' } }),
  }),
  hold: action({
    zh: '记录约谈',
    from: 'planned',
    to: 'held',
    by: 'bikes.check',
    tone: 'primary',
    form: {
      heldOn: date('约谈日期'),
      attendee: text('企业出席人', { maxLength: 60 }),
      minutes: text('纪要', { maxLength: 1000 }),
      promises: rows('整改承诺', promise),
    },
    check: ({ input }) =>
      first(
        why(input.promises.length === 0, '至少一项整改承诺'),
        why(
          input.promises.some((x) => x.dueOn < input.heldOn),
          '承诺期限不能早于约谈日期',
        ),
      ),
    effects: ({ input, subject }) => ({ set: { ...input, checked: [], times: (subject.times ?? 0) + 1 } }),
  }),
  recheck: action({
    zh: '逐项复查',
    from: 'held',
    to: ({ input }) => (input.checked.every((c) => c.result === 'kept') ? 'closed' : 'planned'),
    by: 'bikes.check',
    tone: 'primary',
    form: { checked: rows('复查', checked) },
    check: ({ input, subject, now }) => {
      const day = dayText(now)
      const missing = (subject.promises ?? []).filter((x) => !input.checked.some((c) => c.what === x.what))
      return first(
        notYet(
          (subject.promises ?? []).some((x) => x.dueOn > day) && input.checked.some((c) => c.result === 'broken'),
          '承诺期限未到,不能记为未兑现',
        ),
        why(missing.length > 0, `没有复查:${missing.map((x) => x.what).join('、')}`),
      )
    },
    effects: ({ input }) => ({ set: { checked: input.checked.map((c) => ({ ...c, note: c.note ?? null })) } }),
  }),
}))

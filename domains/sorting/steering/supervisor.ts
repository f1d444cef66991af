/** 生活垃圾社会监督员: appointed for a term and an area; a report a month, whose findings become cases; allowance and appraisal; renewed or dismissed. */
import { problemFound } from '#catalogue/facts.ts'
import {
  addDays,
  addMonths,
  area,
  choice,
  date,
  dayText,
  first,
  flag,
  integer,
  money,
  number,
  one,
  photos,
  procedure,
  ref,
  repeated,
  rows,
  say,
  startOf,
  streetOf,
  text,
} from '#kernel'
import { notYet, why } from '../shared.ts'

const form = {
  name: text('姓名', { maxLength: 40 }),
  phone: text('手机', { maxLength: 11 }).personal('phone'),
  town: area('监督镇(街)'),
  fromOn: date('聘期起'),
  toOn: date('聘期止'),
  monthly: integer('每月应走访', { unit: '个点', min: 1 }),
  allowanceFen: money('月补贴'),
} as const
/** A month of the term is marked when it is over; the term itself ends after its last day. */
const markTimer = (month: string) => ({ name: 'month', at: startOf(addMonths(`${month}-01`, 1)), action: 'ask' })
const termTimer = (toOn: string) => ({ name: 'term', at: startOf(addDays(toOn, 1)), action: 'expire' })
const monthAfter = (month: string): string => addMonths(`${month}-01`, 1).slice(0, 7)
const nextToMark = (month: string, done: string | null | undefined): string => (done && done >= month ? monthAfter(done) : month)
const marked = {
  month: text('月份', { maxLength: 7 }),
  points: integer('走访', { unit: '个点' }),
  mark: choice('考评', { good: '优秀', pass: '合格', fail: '不合格' }),
  fen: money('补贴'),
} as const
export const supervisor = procedure('sorting.supervisor', {
  zh: '社会监督员',
  menu: '组织推进',
  title: 'name',
  numbering: { prefix: 'JD', per: 'year', digits: 4 },
  help: '聘任 → 每月任务(走访、拍照、报告) → 考评发补贴 → 期满续聘或解聘。',
  fields: {
    ...form,
    name: form.name.searchable(),
    reports: integer('报告', { unit: '篇' }).optional(),
    paidFen: money('已发补贴').optional(),
    marks: rows('月度考评', marked).optional(),
    mark: choice('考评', { good: '优秀', pass: '合格', fail: '不合格' }).optional(),
    markedMonth: text('考评至', { maxLength: 7 }).optional(),
    terms: integer('届', { min: 1 }).optional(),
    reason: text('解聘原因', { maxLength: 200 }).optional(),
  },
  statuses: {
    active: { zh: '在聘' },
    due: { zh: '在聘,上月待考评', duty: 'sorting.manage', taskZh: '社会监督员月度考评' },
    expired: { zh: '期满待定', duty: 'sorting.manage', taskZh: '社会监督员期满' },
    dismissed: { zh: '已解聘', kind: 'final' },
  },
}).actions((action) => ({
  appoint: action({
    zh: '聘任',
    from: 'new',
    to: 'active',
    by: 'sorting.manage',
    form,
    check: ({ input }) => why(input.toOn <= input.fromOn, '聘期止应晚于起'),
    effects: ({ input }) => ({
      set: { reports: 0, paidFen: 0, terms: 1 },
      timers: [termTimer(input.toOn), markTimer(input.fromOn.slice(0, 7))],
    }),
  }),
  pay: action({
    zh: '月度考评与补贴',
    from: ['active', 'due', 'expired'],
    by: 'sorting.manage',
    tone: 'primary',
    form: {
      month: text('月份', { maxLength: 7, pattern: { source: '^\\d{4}-\\d{2}$', zh: '月份如 2026-03' } }),
      mark: choice('考评', { good: '优秀', pass: '合格', fail: '不合格' }),
    },
    look: ({ tx, subject, input }) =>
      one<{ points: number; reports: number }>(
        tx,
        `select coalesce(sum(points), 0)::int as points, (select count(*)::int from sorting.supervisor_report a where a.supervisor = $1 and a.status = 'filed') as reports from sorting.supervisor_report where supervisor = $1 and month = $2 and status = 'filed'`,
        [subject.id, input.month],
      ),
    to: ({ subject }) => (subject.status === 'expired' ? 'expired' : 'active'),
    check: ({ input, subject, found, now }) =>
      why(input.month > dayText(now).slice(0, 7), '该月还没有到') ??
      why(input.month < subject.fromOn.slice(0, 7), `聘期自${subject.fromOn}起`) ??
      why(input.month > subject.toOn.slice(0, 7), `聘期至${subject.toOn}止`) ??
      notYet((subject.markedMonth ?? '') >= input.month, '该月已考评') ??
      notYet(
        input.mark !== 'fail' && (found?.points ?? 0) < subject.monthly,
        `应走访${subject.monthly}个点,只报${found?.points ?? 0}个`,
      ),
    effects: ({ input, subject, found }) => {
      const fen = input.mark === 'fail' ? 0 : subject.allowanceFen
      return {
        set: {
          mark: input.mark,
          markedMonth: input.month,
          marks: [...(subject.marks ?? []), { month: input.month, points: found?.points ?? 0, mark: input.mark, fen }],
          paidFen: (subject.paidFen ?? 0) + fen,
          reports: found?.reports ?? 0,
        },
        timers: subject.status === 'expired' ? [] : [markTimer(monthAfter(input.month))],
      }
    },
  }),
  ask: action({ zh: '月份已过', from: 'active', to: 'due', by: 'system' }),
  expire: action({
    zh: '期满',
    from: ['active', 'due'],
    to: 'expired',
    by: 'system',
    effects: () => ({ timers: [{ name: 'month', at: null, action: 'ask' }] }),
  }),
  renew: action({
    zh: '续聘',
    from: 'expired',
    to: 'active',
    by: 'sorting.manage',
    tone: 'primary',
    form: { toOn: date('新聘期止') },
    guard: ({ subject }) =>
      notYet((subject.markedMonth ?? '') < subject.toOn.slice(0, 7), '聘期最后一个月还没有考评') ??
      notYet(subject.mark === 'fail', '考评不合格,不能续聘'),
    check: ({ input, now }) => why(input.toOn <= dayText(now), '聘期止应在今天以后'),
    effects: ({ input, subject, now }) => ({
      set: { toOn: input.toOn, fromOn: dayText(now), terms: (subject.terms ?? 1) + 1 },
      timers: [termTimer(input.toOn), markTimer(nextToMark(dayText(now).slice(0, 7), subject.markedMonth))],
    }),
  }),
  dismiss: action({
    zh: '解聘',
    from: ['active', 'due', 'expired'],
    to: 'dismissed',
    by: 'sorting.manage',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 200 }) },
    effects: ({ input }) => ({
      set: input,
      timers: [
        { name: 'term', at: null, action: 'expire' },
        { name: 'month', at: null, action: 'ask' },
      ],
    }),
  }),
}))
const visitLine = {
  point: text('点位', { maxLength: 80 }),
  isOk: flag('正常'),
  note: text('问题', { maxLength: 200 }).optional(),
} as const
const reportForm = {
  supervisor: ref('监督员', 'sorting.supervisor'),
  month: text('月份', { maxLength: 7, pattern: { source: '^\\d{4}-\\d{2}$', zh: '月份如 2026-03' } }),
  lines: rows('走访', visitLine),
  photos: photos(1, '走访照片'),
} as const
export const supervisorReport = procedure('sorting.supervisor-report', {
  zh: '监督员报告',
  menu: '组织推进',
  title: 'month',
  numbering: { prefix: 'JB', per: 'year', digits: 5 },
  help: '一人一月一篇;不正常的点逐条成为案件。',
  fields: {
    ...reportForm,
    points: number('走访', { unit: '个点' }).optional(),
    problems: integer('问题', { unit: '个' }).optional(),
  },
  statuses: { filed: { zh: '已报' }, void: { zh: '作废', kind: 'final' } },
}).actions((action) => ({
  file: action({
    zh: '报送',
    from: 'new',
    to: 'filed',
    by: 'sorting.town',
    form: reportForm,
    look: ({ tx, input }) =>
      one<{ status: string; town: string; name: string; from: string; to: string; known: string | null }>(
        tx,
        `select status, town, name, from_on::text as "from", to_on::text as "to", (select r.number from sorting.supervisor_report r where r.supervisor = s.id and r.month = $2 and r.status = 'filed' limit 1) as known from sorting.supervisor s where id = $1`,
        [input.supervisor, input.month],
      ),
    check: ({ input, found, now }) =>
      first(
        notYet(!['active', 'due', 'expired'].includes(found?.status ?? ''), '监督员不在聘'),
        why(input.month < (found?.from ?? '').slice(0, 7) || input.month > (found?.to ?? '').slice(0, 7), '该月不在聘期内'),
        why(input.month > dayText(now).slice(0, 7), '该月还没有到'),
        notYet(Boolean(found?.known), `该月已报${found?.known ?? ''},有误的先作废再报`),
        why(input.lines.length === 0, '请填写走访点位'),
        why(Boolean(repeated(input.lines.map((l) => l.point))), '同一点位只记一次'),
        why(
          input.lines.some((l) => !l.isOk && !l.note),
          '不正常的须写明问题',
        ),
      ),
    effects: ({ input, subject, found }) => {
      const bad = input.lines.filter((l) => !l.isOk)
      // What is found is the matter of the town that is watched, wherever the report was filed.
      const isThere = streetOf(subject.areaCode) === found?.town
      const at = isThere
        ? { lon: subject.lon, lat: subject.lat, areaCode: subject.areaCode }
        : { lon: null, lat: null, areaCode: found?.town ?? subject.areaCode }
      return {
        set: { ...at, points: input.lines.length, problems: bad.length },
        facts: bad.map((l, i) =>
          say(problemFound, {
            source: 'volunteer',
            sourceType: 'sorting.supervisor-report',
            sourceId: subject.id,
            description: `社会监督员${found?.name}:${l.point}${l.note}`,
            categoryKind: null,
            category: null,
            address: l.point,
            ...at,
            photos: [...input.photos],
            isUrgent: false,
            mergeKey: `sorting.supervisor-report:${subject.id}:${i}`,
          }),
        ),
      }
    },
  }),
  discard: action({
    zh: '作废',
    from: 'filed',
    to: 'void',
    by: 'sorting.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 200 }) },
  }),
}))

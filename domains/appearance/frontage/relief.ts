/** 纾困措施与文明黄线: each measure has conditions and a term; whoever benefits keeps within a painted line and hours, or loses it. */
import { problemFound } from '#catalogue/facts.ts'
import { choice, date, dayText, endOf, first, integer, longText, number, one, photos, procedure, ref, say, text } from '#kernel'
import { measureEnded } from '../facts.ts'
import { notYet, why } from '../shared.ts'
import { measures } from '../words.ts'

const measureForm = {
  kind: choice('措施', measures),
  conditions: longText('条件', { maxLength: 1000 }),
  fromOn: date('起'),
  toOn: date('止'),
} as const
export const measure = procedure('appearance.measure', {
  zh: '纾困解难措施',
  menu: '门前三包',
  title: 'conditions',
  isCommon: true,
  numbering: { prefix: 'JK', per: 'year', digits: 3 },
  help: '四条措施各有条件与期限,期满评估受益户数与越线次数。',
  fields: {
    ...measureForm,
    evaluation: longText('评估', { maxLength: 2000 }).optional(),
    benefited: integer('受益', { unit: '家' }).optional(),
    breaches: integer('越线', { unit: '次' }).optional(),
  },
  statuses: {
    running: { zh: '实施中' },
    due: { zh: '期满待评估', duty: 'appearance.manage', taskZh: '纾困措施期满待评估' },
    evaluated: { zh: '已评估', kind: 'final' },
  },
}).actions((action) => ({
  start: action({
    zh: '出台措施',
    from: 'new',
    to: 'running',
    by: 'appearance.manage',
    form: measureForm,
    look: ({ tx, input }) =>
      one<{ n: number }>(tx, `select count(*)::int as n from appearance.measure where kind = $1 and status = 'running'`, [
        input.kind,
      ]),
    check: ({ input, found, now }) =>
      first(
        why(input.toOn <= input.fromOn, '止应晚于起'),
        why(input.toOn < dayText(now), '期限已过'),
        notYet((found?.n ?? 0) > 0, '同一措施正在实施'),
      ),
    effects: ({ input }) => ({ timers: [{ name: 'end', at: endOf(input.toOn), action: 'expire' }] }),
  }),
  expire: action({
    zh: '期满',
    from: 'running',
    to: 'due',
    by: 'system',
    help: '列入的商户同时结束线内经营',
    effects: ({ subject }) => ({ facts: [say(measureEnded, { measure: subject.id })] }),
  }),
  evaluate: action({
    zh: '评估结束',
    from: ['running', 'due'],
    to: 'evaluated',
    by: 'appearance.manage',
    tone: 'primary',
    form: { evaluation: longText('评估', { maxLength: 2000 }) },
    look: ({ tx, subject }) =>
      one<{ n: number; b: number }>(
        tx,
        'select count(*)::int as n, coalesce(sum(breaches), 0)::int as b from appearance.benefit where measure = $1',
        [subject.id],
      ),
    check: ({ subject, now }) => notYet(dayText(now) < subject.toOn, `${subject.toOn}期满才评估`),
    effects: ({ input, found, subject }) => ({
      set: { ...input, benefited: found?.n ?? 0, breaches: found?.b ?? 0 },
      timers: [{ name: 'end', at: null, action: 'expire' }],
      facts: [say(measureEnded, { measure: subject.id })],
    }),
  }),
}))
const hour = (zh: string) => text(zh, { maxLength: 5, pattern: { source: '^([01]\\d|2[0-4]):[0-5]\\d$', zh: '时刻如 18:00' } })
const form = {
  measure: ref('措施', 'appearance.measure'),
  shop: ref('商户', 'grid.shop').optional(),
  who: text('受益商户(摊主)', { maxLength: 80 }),
  whoCode: text('证照(证件)号', { maxLength: 40 }).optional(),
  address: text('位置', { maxLength: 120 }),
  widthM: number('线长', { unit: 'm', min: 0.1 }),
  depthM: number('线内进深', { unit: 'm', min: 0.1 }),
  fromHour: hour('自'),
  toHour: hour('至'),
} as const
/** Minutes of the day of an instant in the district. */
const minuteOf = (now: Date): number => (((now.getTime() / 60_000 + 480) % 1440) + 1440) % 1440
const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
/** Whether a moment lies within hours that may pass midnight. */
export const isWithin = (now: Date, from: string, to: string): boolean => {
  const [at, a, b] = [Math.floor(minuteOf(now)), minutes(from), minutes(to)]
  return a <= b ? at >= a && at < b : at >= a || at < b
}
export const benefit = procedure('appearance.benefit', {
  zh: '文明黄线(线内经营)',
  menu: '门前三包',
  title: 'who',
  numbering: { prefix: 'HX', per: 'year', digits: 4 },
  help: '线内、时段内允许;越线或超时记警告,满次数取消并按占道经营处理。',
  fields: {
    ...form,
    who: form.who.searchable(),
    paintedOn: date('划线日期').optional(),
    photos: photos(0, '划线照片').optional(),
    checks: integer('检查', { unit: '次' }).optional(),
    breaches: integer('越线', { unit: '次' }).optional(),
    lastCheck: choice('上次检查', { inside: '线内', outside: '越线', late: '超时' }).optional(),
  },
  statuses: {
    granted: { zh: '待划线', duty: 'appearance.work', taskZh: '文明黄线待施划' },
    active: { zh: '线内经营' },
    revoked: { zh: '已取消', kind: 'final' },
    ended: { zh: '已结束', kind: 'final' },
  },
}).actions((action) => ({
  grant: action({
    zh: '列入',
    from: 'new',
    to: 'granted',
    by: 'appearance.town',
    form,
    look: ({ tx, input }) =>
      one<{ kind: string; toOn: string; taken: number }>(
        tx,
        `select kind, to_on::text as "toOn", (select count(*)::int from appearance.benefit b where b.measure = m.id and b.status in ('granted', 'active') and (b.shop = $2::uuid or (b.who = $3 and b.address = $4))) as taken from appearance.measure m where id = $1 and status = 'running'`,
        [input.measure, input.shop ?? null, input.who, input.address],
      ),
    check: ({ input, found, now }) =>
      first(
        why(!found || found.toOn < dayText(now), '措施没有在实施'),
        why(found?.kind === 'inside' && !input.shop, '线内出店须选商户'),
        notYet((found?.taken ?? 0) > 0, '已经列入'),
      ),
    effects: () => ({ set: { checks: 0, breaches: 0 } }),
  }),
  paint: action({
    zh: '施划黄线',
    from: 'granted',
    to: 'active',
    by: 'appearance.work',
    tone: 'primary',
    form: { paintedOn: date('划线日期'), photos: photos(1, '划线照片') },
    check: ({ input, now }) => why(input.paintedOn > dayText(now), '日期不能晚于今天'),
    effects: ({ input }) => ({ set: input }),
  }),
  check: action({
    zh: '检查',
    from: 'active',
    by: 'appearance.check',
    form: { outM: number('伸出门面', { unit: 'm', min: 0 }), photos: photos(1, '检查照片') },
    to: ({ subject, input, now, parameter }) =>
      (input.outM > Number(subject.depthM) || !isWithin(now, subject.fromHour, subject.toHour)) &&
      (subject.breaches ?? 0) + 1 >= parameter('appearance.line-breaches')
        ? 'revoked'
        : 'active',
    effects: ({ subject, input, now, parameter }) => {
      const isOut = input.outM > Number(subject.depthM)
      const isLate = !isWithin(now, subject.fromHour, subject.toHour)
      const isBreach = isOut || isLate
      const round = (subject.breaches ?? 0) + (isBreach ? 1 : 0)
      return {
        set: { checks: (subject.checks ?? 0) + 1, breaches: round, lastCheck: isOut ? 'outside' : isLate ? 'late' : 'inside' },
        facts:
          isBreach && round >= parameter('appearance.line-breaches')
            ? [
                say(problemFound, {
                  source: 'officer',
                  sourceType: 'appearance.benefit',
                  sourceId: subject.id,
                  description: `${subject.who}越线(超时)经营${round}次,已取消线内经营`,
                  categoryKind: null,
                  category: null,
                  address: subject.address,
                  lon: subject.lon,
                  lat: subject.lat,
                  areaCode: subject.areaCode,
                  photos: [...input.photos],
                  isUrgent: false,
                  mergeKey: `appearance.benefit:${subject.id}`,
                }),
              ]
            : [],
      }
    },
  }),
  end: action({
    zh: '结束',
    from: ['granted', 'active'],
    to: 'ended',
    by: 'appearance.town',
    form: { reason: text('原因', { maxLength: 200 }) },
  }),
}))

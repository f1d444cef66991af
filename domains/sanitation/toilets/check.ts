/** 公厕检查: open or not at that moment, and how it is kept; an approved suspension leaves the count, a locked door never does. */
import {
  choice,
  didBefore,
  first,
  instant,
  longText,
  number,
  one,
  photos,
  procedure,
  ref,
  round,
  say,
  type Tx,
  text,
} from '#kernel'
import { alarmWanted, toiletScored } from '../facts.ts'
import { clockText, notYet, why } from '../shared.ts'
import { isOpenAt } from '../sweeping/cover.ts'

const doors = { open: '开放', locked: '关闭' } as const
const counted = { open: '正常开放', closed: '未开放', excluded: '批准暂停,不计', offHours: '非开放时间,不计' } as const
const form = {
  toilet: ref('公厕', 'sanitation.toilet'),
  round: ref('抽查', 'sanitation.toilet-round').optional().help('按抽查名单检查的选择'),
  door: choice('现场', doors),
  facility: number('设施完善', { unit: '分', min: 0, max: 50 }).optional().help('开放的打分'),
  clean: number('干净整洁', { unit: '分', min: 0, max: 50 }).optional().help('开放的打分'),
  issue: text('问题', { maxLength: 200 }).optional(),
  photos: photos(1),
} as const
interface Toilet {
  readonly code: string
  readonly name: string
  readonly keeper: string
  readonly openFrom: string
  readonly openTo: string
  readonly suspension: string | null
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
const toiletSql = `select t.code, t.name, t.keeper, t.open_from as "openFrom", t.open_to as "openTo", t.lon, t.lat, t.area_code as "areaCode",
    (select s.number from sanitation.suspension s where s.district = t.district and s.toilet = t.id and s.status = any(array['approved', 'due']) and s.from_on <= $2::date and s.to_on >= $2::date limit 1) as suspension
  from sanitation.toilet t where t.id = $1 and t.retired_at is null and t.state <> 'closed'`
interface Listed {
  readonly known: string | null
}
/** Whether a round under way drew this toilet, and the check it already had in it. */
const listedSql = `select (select k.number from sanitation.toilet_check k where k.district = r.district and k.round = r.id and k.toilet = $3::uuid limit 1) as known
  from sanitation.toilet_round r where r.id = $1 and r.status = 'checking' and r.drawn @> jsonb_build_array(jsonb_build_object('code', $2::text))`
export const countedOf = (
  t: Pick<Toilet, 'openFrom' | 'openTo' | 'suspension'>,
  door: keyof typeof doors,
  at: Date,
): keyof typeof counted => {
  if (door === 'open') return 'open'
  if (t.suspension) return 'excluded'
  return isOpenAt(t.openFrom, t.openTo, clockText(at)) ? 'closed' : 'offHours'
}
/** A door closed without leave, or a mark below the line. */
const isFailing = (c: keyof typeof counted, score: number | null, pass: number): boolean =>
  c === 'closed' || (c === 'open' && (score ?? 0) < pass)
const readToilet = (tx: Tx, id: string, now: Date) =>
  one<Toilet>(tx, toiletSql, [id, new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)])
export const toiletCheck = procedure('sanitation.toilet-check', {
  zh: '公厕检查',
  menu: '公厕',
  title: 'name',
  numbering: { prefix: 'GC', per: 'day', digits: 4 },
  help: '正常开放率 = 正常开放 ÷(正常开放 + 未开放);经批准暂停的不计入分母,未经批准关闭的一律算未开放,当次按0分计入该公厕得分。低于合格分的限期整改,整改后由他人复查。',
  fields: {
    ...form,
    name: text('公厕', { maxLength: 80 }).searchable(),
    counted: choice('计数', counted),
    score: number('得分', { unit: '分' }).optional(),
    suspension: text('暂停单号', { maxLength: 40 }).optional(),
    donePhotos: photos(0, '整改照片').optional(),
    measure: longText('整改情况', { maxLength: 300 }).optional(),
    fixedAt: instant('整改时间').optional(),
    opinion: longText('复查意见', { maxLength: 300 }).optional(),
  },
  clocks: { fix: { zh: '整改', limit: { value: 24, unit: 'urgent_hour' }, basis: '本局公厕管理办法(示例)' } },
  statuses: {
    passed: { zh: '合格', kind: 'final' },
    failed: { zh: '待整改', duty: 'sanitation.work', taskZh: '公厕待整改' },
    redone: { zh: '待复查', duty: 'sanitation.inspect', taskZh: '公厕整改待复查' },
    fixed: { zh: '已整改', kind: 'final' },
  },
}).actions((action) => {
  const scoreOf = (i: { readonly facility?: number | null | undefined; readonly clean?: number | null | undefined }) =>
    i.facility == null || i.clean == null ? null : round(i.facility + i.clean)
  return {
    check: action({
      zh: '检查',
      from: 'new',
      by: 'sanitation.inspect',
      form,
      look: async ({ tx, input, now }) => {
        const toilet = await readToilet(tx, input.toilet, now)
        const listed =
          toilet && input.round ? await one<Listed>(tx, listedSql, [input.round, toilet.code, input.toilet]) : undefined
        return toilet && { ...toilet, listed }
      },
      to: ({ input, found, now, parameter }) => {
        const c = found ? countedOf(found, input.door, now) : 'closed'
        return isFailing(c, scoreOf(input), parameter('sanitation.toilet-pass')) ? 'failed' : 'passed'
      },
      check: ({ input, found }) =>
        first(
          why(Boolean(found && input.round) && !found?.listed, '这座公厕不在该次抽查的名单里,或抽查已结束'),
          notYet(Boolean(found?.listed?.known), `本次抽查已查过这座公厕:${found?.listed?.known ?? ''}`),
          why(!found, '没有这座公厕,或已关闭'),
          why(input.door === 'open' && scoreOf(input) === null, '开放的请打分'),
          why(input.door === 'locked' && scoreOf(input) !== null, '关闭的不打分'),
        ),
      effects: ({ input, found, now, parameter }) => {
        const c = found ? countedOf(found, input.door, now) : 'closed'
        // 擅自关闭即扣分: a door closed without leave is a visit that scores nothing, and the toilet's mean and grade feel it.
        const score = c === 'closed' ? 0 : scoreOf(input)
        const isBad = isFailing(c, score, parameter('sanitation.toilet-pass'))
        // The toilet's own place: whoever keeps it puts it right, wherever the check was written down.
        const { lon = null, lat = null, areaCode = null } = found ?? {}
        const at = { lon, lat, ...(areaCode ? { areaCode } : {}) }
        return {
          set: { name: found?.name ?? '', counted: c, score, suspension: found?.suspension ?? null, ...(lon === null ? {} : at) },
          clocks: isBad ? [{ clock: 'fix', do: 'start' }] : [],
          facts: [
            ...(score === null ? [] : [say(toiletScored, { toilet: input.toilet })]),
            ...(c === 'closed'
              ? [
                  say(alarmWanted, {
                    kind: 'toiletClosed',
                    key: `toiletClosed ${input.toilet}`,
                    target: found?.name ?? '',
                    detail: `${clockText(now)}检查时关闭,无批准的暂停;专管员${found?.keeper ?? ''}`,
                    lon,
                    lat,
                    areaCode,
                  }),
                ]
              : []),
          ],
        }
      },
    }),
    fix: action({
      zh: '整改完成',
      from: 'failed',
      to: 'redone',
      by: 'sanitation.work',
      tone: 'primary',
      form: { donePhotos: photos(1, '整改照片'), measure: longText('整改情况', { maxLength: 300 }) },
      effects: ({ input, now }) => ({
        set: { ...input, fixedAt: now.toISOString() },
        clocks: [{ clock: 'fix', do: 'stop' }],
      }),
    }),
    recheck: action({
      zh: '复查',
      from: 'redone',
      to: ({ input }) => (input.isOk === 'yes' ? 'fixed' : 'failed'),
      by: 'sanitation.inspect',
      tone: 'primary',
      form: { isOk: choice('结果', { yes: '合格', no: '仍不合格' }), opinion: longText('意见', { maxLength: 300 }) },
      guard: ({ actor, past }) => notYet(didBefore(past, 'fix', actor), '整改人不能复查自己'),
      effects: ({ input }) => ({
        set: { opinion: input.opinion },
        clocks: input.isOk === 'yes' ? [] : [{ clock: 'fix', do: 'start' }],
      }),
    }),
  }
})
const callKinds = { toiletAir: '异味超限', toiletPaper: '厕纸不足', toiletCrowd: '客流高峰' } as const
const callForm = {
  toilet: ref('公厕', 'sanitation.toilet'),
  name: text('公厕', { maxLength: 80 }),
  kind: choice('事由', callKinds),
  detail: text('情况', { maxLength: 300 }),
  calledAt: instant('呼叫时间'),
} as const
export const toiletCall = procedure('sanitation.toilet-call', {
  zh: '公厕呼叫保洁',
  menu: '公厕',
  title: 'name',
  numbering: { prefix: 'HJ', per: 'day', digits: 4 },
  help: '智慧公厕异味、厕纸、客流超限自动呼叫专管员,三十分钟内到。',
  fields: {
    ...callForm,
    name: callForm.name.searchable(),
    result: text('处理', { maxLength: 200 }).optional(),
    photos: photos(0).optional(),
    doneAt: instant('完成时间').optional(),
    minutes: number('用时', { unit: '分钟' }).optional(),
  },
  clocks: { come: { zh: '到场', limit: { value: 0.5, unit: 'urgent_hour' }, basis: '本局公厕管理办法(示例)' } },
  statuses: {
    called: { zh: '待到场', duty: 'sanitation.work', taskZh: '公厕呼叫保洁' },
    done: { zh: '已处理', kind: 'final' },
  },
}).actions((action) => ({
  call: action({
    zh: '呼叫',
    from: 'new',
    to: 'called',
    by: 'system',
    form: callForm,
    effects: () => ({ clocks: [{ clock: 'come', do: 'start' }] }),
  }),
  finish: action({
    zh: '处理完毕',
    from: 'called',
    to: 'done',
    by: 'sanitation.work',
    tone: 'primary',
    form: { result: text('处理', { maxLength: 200 }), photos: photos(1) },
    effects: ({ input, subject, now }) => ({
      set: {
        ...input,
        doneAt: now.toISOString(),
        minutes: round((now.getTime() - new Date(subject.calledAt).getTime()) / 60_000),
      },
      clocks: [{ clock: 'come', do: 'stop' }],
    }),
  }),
}))

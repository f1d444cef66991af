/** 户外广告: entered or permitted, judged against the plan, put right or taken down, rechecked. */
import type { Transaction } from 'kysely'
import { objectChanged } from '#catalogue/facts.ts'
import { choice, date, dayMs, dayText, endOf, first, one, photos, ref, round, say, streetOf, text } from '#kernel'
import { siteKnown, siteRemoved } from '../facts.ts'
import { notYet, why } from '../shared.ts'
import { type forms, reasons } from '../words.ts'
import { base, type Make, measured, place } from './definition.ts'
import { isRoof, judge, type Zone } from './judge.ts'

const zoneSql = `select id, name, level, coalesce(array(select jsonb_array_elements_text(forms)), '{}') as forms, max_area_m2::float8 as "maxAreaM2" from permits.ad_zone
  where retired_at is null and st_contains(geom, st_setsrid(st_makepoint($1, $2), 4326)) order by (level = 'banned') desc limit 1`
const lookZone = (tx: Transaction<unknown>, subject: { readonly lon: number | null; readonly lat: number | null }) =>
  one<Zone>(tx, zoneSql, [subject.lon, subject.lat])
interface Given {
  readonly form: keyof typeof forms
  readonly widthM: number
  readonly heightM: number
  readonly pieces: number
  readonly poleM?: number | null
  readonly edge?: 'road' | 'rail' | null
  readonly edgeM?: number | null
  readonly coversWindow: boolean
  readonly carrier: string
  readonly contractTo?: string | null
}
const judged = (
  input: Given,
  permitTo: string | null,
  zone: Zone | undefined,
  parameter: (name: string) => number,
  now: Date,
) => {
  const areaM2 = round(input.widthM * input.heightM * input.pieces)
  const { level, requiredM, fall, faults } = judge(
    {
      form: input.form,
      areaM2: round(input.widthM * input.heightM),
      poleM: input.poleM ?? null,
      edge: input.edge ?? null,
      edgeM: input.edgeM ?? null,
      coversWindow: input.coversWindow,
      carrier: input.carrier,
      contractTo: input.contractTo ?? null,
      permitTo,
    },
    zone,
    (edge) => parameter(`ads.fall-percent-${edge}`),
    dayText(now),
  )
  return {
    areaM2,
    level,
    requiredM,
    fall,
    zone: zone?.id ?? null,
    isConform: faults.length === 0,
    faults: faults.length === 0 ? null : faults.join(';').slice(0, 300),
  }
}
interface Base {
  readonly code: string
  readonly address: string
  readonly owner: string
  readonly permit: string | null
  readonly expiresOn: string | null
  readonly insuredUntil: string | null
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
  readonly isTaken: boolean
}
const baseSql = `select b.code, b.address, b.owner, b.permit, to_char(b.expires_on, 'YYYY-MM-DD') as "expiresOn", to_char(b.insured_until, 'YYYY-MM-DD') as "insuredUntil",
  b.lon, b.lat, b.area_code as "areaCode", exists (select 1 from ads.site s where s.base_code = b.code) as "isTaken" from grid.ad_site b where b.id = $1 and b.retired_at is null and b.state <> 'removed'`
const entering = (action: Make) => ({
  enter: action({
    zh: '录入户外广告',
    from: 'new',
    to: 'entered',
    by: 'ads.report',
    form: { ...place, photos: photos(1, '照片') },
    effects: ({ subject }) => ({ set: { form: 'pending', street: streetOf(subject.areaCode) } }),
  }),
  take: action({
    zh: '阵地信息库立档',
    from: 'new',
    to: 'entered',
    by: 'ads.check',
    form: { base: ref('户外广告阵地', 'grid.ad-site') },
    look: ({ tx, input }) => one<Base>(tx, baseSql, [input.base]),
    check: ({ found }) => first(why(!found, '没有这处阵地,或已拆除'), notYet(found?.isTaken ?? false, `${found?.code}已经立档`)),
    effects: ({ found, subject }) => ({
      set: {
        form: 'pending',
        code: found?.code ?? '',
        baseCode: found?.code ?? null,
        address: found?.address.slice(0, 120) ?? '',
        owner: found?.owner ?? '',
        permitNo: found?.permit ?? null,
        permitTo: found?.expiresOn ?? null,
        insuredTo: found?.insuredUntil ?? null,
        lon: found?.lon ?? null,
        lat: found?.lat ?? null,
        areaCode: found?.areaCode ?? subject.areaCode,
        street: streetOf(found?.areaCode ?? subject.areaCode),
      },
      timers: found?.expiresOn ? [{ name: 'expire', at: endOf(found.expiresOn), action: 'expire' }] : [],
    }),
  }),
  permit: action({
    zh: '许可进入台账',
    from: 'new',
    to: 'entered',
    by: 'system',
    form: {
      ...place,
      permitNo: text('许可文号', { maxLength: 60 }),
      permitId: text('证照', { maxLength: 60 }),
      permitFrom: date('许可起'),
      permitTo: date('许可止'),
    },
    effects: ({ subject, input }) => ({
      set: { form: 'pending', street: streetOf(subject.areaCode) },
      timers: [{ name: 'expire', at: endOf(input.permitTo), action: 'expire' }],
    }),
  }),
  survey: action({
    zh: '核定',
    from: ['entered', 'listed'],
    to: 'listed',
    by: 'ads.check',
    tone: 'primary',
    help: '按规划分区、倒伏距离、依附合同、许可逐项判断;高炮须填杆高与距边缘的距离。',
    form: { ...measured, photos: photos(1, '核定照片') },
    look: ({ tx, subject }) => lookZone(tx, subject),
    check: ({ input, subject }) =>
      first(
        why(input.form === 'pending', '请核定形式'),
        why(subject.lon === null, '没有位置,不能核定'),
        why(input.form === 'column' && !(input.poleM && input.edge && input.edgeM != null), '高炮请填写杆高、相邻和距边缘的距离'),
        why(input.carrier !== 'none' && !input.carrierOwner, '依附的请填写设施权属单位'),
      ),
    effects: ({ input, found, subject, parameter, now }) => ({
      set: { ...input, ...judged(input, subject.permitTo, found, parameter, now) },
      facts: [say(siteKnown, { site: subject.id, form: input.form, isElevated: input.isElevated })],
    }),
  }),
})
const keeping = (action: Make) => ({
  insure: action({
    zh: '登记保险',
    from: ['entered', 'listed', 'ordered'],
    to: 'same',
    by: 'ads.check',
    form: { insurer: text('保险公司', { maxLength: 60 }), insuredTo: date('保险止') },
    effects: ({ input }) => ({ set: input }),
  }),
  inspect: action({
    zh: '登记安全检测',
    from: ['entered', 'listed', 'ordered'],
    to: 'same',
    by: 'ads.check',
    form: {
      inspectedOn: date('检测日期'),
      inspection: choice('结论', { pass: '合格', fix: '限期整改', fail: '不合格' }),
    },
    check: ({ input, now }) => why(input.inspectedOn > dayText(now), '日期不能晚于今天'),
    effects: ({ input }) => ({ set: input }),
  }),
  expire: action({
    zh: '许可到期',
    from: ['entered', 'listed', 'ordered'],
    to: 'same',
    by: 'system',
    effects: ({ subject }) => ({
      set: { isConform: false, faults: [subject.faults, '许可已到期'].filter(Boolean).join(';').slice(0, 300) },
    }),
  }),
  endPermit: action({
    zh: '许可终止',
    from: ['entered', 'listed', 'ordered', 'done'],
    to: 'same',
    by: 'system',
    form: { permitTo: date('终止日期') },
    effects: ({ input, subject }) => ({
      set: {
        permitTo: subject.permitTo !== null && subject.permitTo < input.permitTo ? subject.permitTo : input.permitTo,
        isConform: false,
        faults: '许可已终止',
      },
      timers: [{ name: 'expire', at: null, action: 'expire' }],
    }),
  }),
  plan: action({
    zh: '列入清零计划',
    from: ['entered', 'listed', 'ordered', 'done'],
    to: 'same',
    by: 'system',
    form: { plan: ref('清零计划', 'ads.zero-plan'), planDueOn: date('期限'), planPerson: text('责任人', { maxLength: 40 }) },
    effects: ({ input }) => ({ set: input }),
  }),
})
const enforcing = (action: Make) => ({
  order: action({
    zh: '责令整改拆除',
    from: 'listed',
    to: 'ordered',
    by: 'ads.enforce',
    tone: 'primary',
    help: '送达设置人;遮挡逃生口的三日内整改。',
    form: { reason: choice('原因', reasons), noticeNo: text('文号', { maxLength: 60 }), dueOn: date('期限') },
    check: ({ input, subject, now, parameter }) => {
      const latest = dayText(new Date(now.getTime() + parameter('ads.escape-days') * dayMs))
      return first(
        why(input.dueOn <= dayText(now), '期限应在今天以后'),
        why(input.reason === 'roof' && !isRoof(subject.form), '不是楼顶广告'),
        why(input.reason === 'blocking' && !subject.coversWindow, '没有遮挡窗户'),
        why(input.reason === 'fall' && subject.fall !== 'short', '倒伏距离符合'),
        why(input.reason === 'attached' && subject.carrier === 'none', '没有依附设施'),
        why(Boolean(subject.coversEscape) && input.dueOn > latest, `遮挡逃生口,期限不得晚于${latest}`),
      )
    },
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'fix', do: 'start', dueAt: endOf(input.dueOn) }] }),
  }),
  remove: action({
    zh: '登记拆除',
    from: 'ordered',
    to: 'done',
    by: 'ads.enforce',
    tone: 'primary',
    form: { removedOn: date('拆除日期'), afterPhotos: photos(1, '拆后照片') },
    check: ({ input, now }) => why(input.removedOn > dayText(now), '日期不能晚于今天'),
    effects: ({ input }) => ({ set: { ...input, outcome: 'removed' }, clocks: [{ clock: 'fix', do: 'stop' }] }),
  }),
  fix: action({
    zh: '登记整改',
    from: 'ordered',
    to: 'done',
    by: 'ads.enforce',
    form: { removedOn: date('整改日期'), note: text('整改情况', { maxLength: 300 }), afterPhotos: photos(1, '整改后照片') },
    check: ({ subject }) =>
      why(['plan', 'fall', 'roof', 'unpermitted'].includes(subject.reason ?? ''), '这类广告须拆除,不能只整改'),
    effects: ({ input }) => ({ set: { ...input, outcome: 'fixed' }, clocks: [{ clock: 'fix', do: 'stop' }] }),
  }),
  recheck: action({
    zh: '复查合格',
    help: '拆除的销号并记入拆除记录;整改的回到待核定,重新逐项判断。',
    from: 'done',
    to: ({ subject }) => (subject.outcome === 'removed' ? 'removed' : 'entered'),
    by: 'ads.check',
    tone: 'primary',
    form: { photos: photos(1, '复查照片') },
    guard: ({ past, actor }) =>
      notYet(past.findLast((p) => p.action === 'remove' || p.action === 'fix')?.actorId === actor.id, '整改登记人不能自己复查'),
    effects: ({ subject, now }) => {
      // What was put right is judged anew.
      if (subject.outcome !== 'removed') return { set: { isConform: null, faults: null, reason: null, outcome: null } }
      return {
        set: { fall: subject.fall === 'short' ? 'cleared' : subject.fall },
        timers: [{ name: 'expire', at: null, action: 'expire' }],
        facts: [
          ...(subject.baseCode
            ? [
                say(objectChanged, {
                  register: 'grid.ad-site',
                  key: 'code',
                  value: subject.baseCode,
                  values: { state: 'removed' },
                  reason: `户外广告${subject.number}拆除`,
                }),
              ]
            : []),
          say(siteRemoved, {
            site: subject.id,
            number: subject.number,
            form: subject.form,
            reason: subject.reason ?? 'unpermitted',
            areaM2: Number(subject.areaM2 ?? 0),
            pieces: subject.pieces ?? 1,
            removedOn: subject.removedOn ?? dayText(now),
            street: subject.street,
            lon: subject.lon,
            lat: subject.lat,
            areaCode: subject.areaCode,
          }),
        ],
      }
    },
  }),
  sendBack: action({
    zh: '复查不合格',
    from: 'done',
    to: 'ordered',
    by: 'ads.check',
    tone: 'danger',
    form: { note: text('原因', { maxLength: 300 }), dueOn: date('重新限定') },
    check: ({ input, now }) => why(input.dueOn <= dayText(now), '期限应在今天以后'),
    effects: ({ input }) => ({
      set: { ...input, outcome: null, removedOn: null },
      clocks: [{ clock: 'fix', do: 'start', dueAt: endOf(input.dueOn) }],
    }),
  }),
})
export const site = base.actions((action) => ({ ...entering(action), ...keeping(action), ...enforcing(action) }))

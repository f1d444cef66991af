/**
 * 责任区问题(商户自处理): the shop is told with a deadline → answers with a photo → checked by itself (green shops) or by a person → closed
 * without a case; in silence it goes to the street, and from there to a case or a penalty. Each issue ends in exactly one outcome.
 */
import { penaltyWanted, problemFound } from '#catalogue/facts.ts'
import { choice, dayText, first, flag, instant, integer, many, one, photos, procedure, ref, say, text } from '#kernel'
import { notYet, why } from '../shared.ts'
import { duties, issueSources, outcomes } from '../words.ts'

const form = {
  shop: ref('商户', 'grid.shop'),
  source: choice('来源', issueSources),
  duty: choice('责任', duties),
  what: text('问题', { maxLength: 200 }),
  photos: photos(1, '问题照片'),
} as const
interface Shop {
  readonly name: string
  readonly address: string
  readonly phone: string | null
  readonly grade: string | null
  readonly code: string | null
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
const minutesLater = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000)
type Told = { readonly id: string; readonly number: string }
const tell = (d: Told, code: string, shop: { name: string; phone: string | null }, what: string, minutes: number, now: Date) => ({
  clocks: [{ clock: 'self' as const, do: 'start' as const, dueAt: minutesLater(now, minutes) }],
  timers: [{ name: 'self', at: minutesLater(now, minutes), action: 'timeout' }],
  messages: shop.phone
    ? [
        {
          channel: 'sms' as const,
          recipient: shop.phone,
          body: `【门前三包】${shop.name}:${what},请在${minutes}分钟内自行整改并回复照片,编号${d.number},回复码${code}`,
        },
      ]
    : [],
})
const stopped = {
  clocks: [{ clock: 'self', do: 'stop' }] as const,
  timers: [{ name: 'self', at: null, action: 'timeout' }] as const,
}
const streetOff = {
  clocks: [{ clock: 'street', do: 'stop' }] as const,
  timers: [{ name: 'street', at: null, action: 'streetTimeout' }] as const,
}
const toStreet = (now: Date, hours: number) => ({
  clocks: [{ clock: 'street' as const, do: 'start' as const, dueAt: minutesLater(now, hours * 60) }],
  timers: [{ name: 'street', at: minutesLater(now, hours * 60), action: 'streetTimeout' }],
})
interface Row extends Told {
  readonly what: string
  readonly shopName: string | null
  readonly address: string | null
  readonly source: string
  readonly photos: readonly string[]
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
const caseFact = (s: Row) =>
  say(problemFound, {
    source: s.source === 'camera' ? 'video' : s.source === 'collector' ? 'collector' : 'officer',
    sourceType: 'appearance.issue',
    sourceId: s.id,
    description: `门前三包:${s.shopName ?? ''}${s.what}(商户逾期未自行整改)`,
    categoryKind: null,
    category: null,
    address: s.address,
    lon: s.lon,
    lat: s.lat,
    areaCode: s.areaCode,
    photos: [...s.photos],
    isUrgent: false,
    mergeKey: `appearance.issue:${s.id}`,
  })
export const issue = procedure('appearance.issue', {
  zh: '责任区问题(商户自处理)',
  menu: '门前三包',
  title: 'what',
  numbering: { prefix: 'ZC', per: 'day', digits: 5 },
  leadingClock: 'self',
  mirror: { self: { dueAt: 'selfDueAt', stoppedAt: 'repliedAt' } },
  help: '告知商户 → 时限内回复照片 → 绿色商户新照片自动核实、其余人工核实 → 自行整改;逾期转街道,街道逾期转案件。',
  fields: {
    ...form,
    what: form.what.searchable(),
    shopName: text('店招', { maxLength: 80 }).searchable().optional(),
    shopCode: text('证照号', { maxLength: 40 }).optional(),
    phone: text('电话', { maxLength: 20 }).personal('phone').optional(),
    address: text('门牌', { maxLength: 120 }).optional(),
    visit: text('检查单', { maxLength: 60 }).optional(),
    minutes: integer('自行整改时限', { unit: '分钟' }).optional(),
    selfDueAt: instant('自行整改期限').optional(),
    repliedAt: instant('回复时间').optional(),
    replyNote: text('整改情况', { maxLength: 300 }).optional(),
    replyPhotos: photos(0, '整改后照片').optional(),
    isAuto: flag('自动核实').optional(),
    redos: integer('核实退回', { unit: '次' }).optional(),
    reason: text('说明', { maxLength: 300 }).optional(),
  },
  clocks: {
    self: { zh: '商户自行整改', limit: { value: 1, unit: 'urgent_hour' }, basis: '本区门前三包责任制管理办法(示例)' },
    street: { zh: '街道督办', limit: { value: 24, unit: 'urgent_hour' }, basis: '本区门前三包责任制管理办法(示例)' },
  },
  statuses: {
    told: { zh: outcomes.told },
    answered: { zh: outcomes.answered, duty: 'appearance.check', taskZh: '商户自行整改待核实' },
    street: { zh: outcomes.street, duty: 'appearance.town', taskZh: '商户逾期未改,街道督办' },
    self: { zh: outcomes.self, kind: 'final' },
    assisted: { zh: outcomes.assisted, kind: 'final' },
    sent: { zh: outcomes.sent, kind: 'final' },
    penalised: { zh: outcomes.penalised, kind: 'final' },
    relearn: { zh: outcomes.relearn, kind: 'final' },
  },
}).actions((action) => ({
  report: action({
    zh: '登记并告知商户',
    from: 'new',
    by: 'appearance.check',
    form: { ...form, visit: text('检查单', { maxLength: 60, isGiven: true }).optional() },
    look: ({ tx, input }) =>
      one<Shop>(
        tx,
        `select s.name, s.address, s.licence as code, s.lon, s.lat, s.area_code as "areaCode", coalesce(a.phone, s.phone) as phone, a.grade from grid.shop s left join appearance.agreement a on a.shop = s.id and a.status <> 'ended' where s.id = $1 and s.retired_at is null`,
        [input.shop],
      ),
    to: ({ found }) => (found?.phone ? 'told' : 'street'),
    check: ({ found }) => why(!found, '没有这家商户'),
    effects: ({ input, found, subject, now, parameter, code }) => {
      const minutes = parameter('appearance.self-minutes')
      return {
        set: {
          shopName: found?.name ?? '',
          shopCode: found?.code ?? null,
          phone: found?.phone ?? null,
          address: found?.address ?? null,
          minutes,
          redos: 0,
          isAuto: false,
          ...(found?.areaCode ? { lon: found.lon, lat: found.lat, areaCode: found.areaCode } : {}),
        },
        ...(found?.phone
          ? tell(subject, code(), found, input.what, minutes, now)
          : toStreet(now, parameter('appearance.street-hours'))),
      }
    },
  }),
  selfFix: action({
    zh: '商户回复已整改',
    from: 'told',
    by: 'public',
    form: {
      code: text('回复码', { maxLength: 6 }),
      replyNote: text('整改情况', { maxLength: 300 }),
      replyPhotos: photos(1, '整改后照片'),
    },
    look: async ({ tx, input, subject }) => ({
      fresh: await many<{ id: string }>(
        tx,
        'select id from kernel.file where id = any($1::uuid[]) and sha256 not in (select sha256 from kernel.file where id = any($2::uuid[]))',
        [input.replyPhotos, subject.photos],
      ),
      shop: await one<{ grade: string | null }>(
        tx,
        `select grade from appearance.agreement where shop = $1 and status <> 'ended'`,
        [subject.shop],
      ),
    }),
    to: ({ found }) => (found.shop?.grade === 'green' ? 'self' : 'answered'),
    check: ({ subject, input, found, code }) =>
      first(why(input.code !== code(), '编号或回复码不对'), why(found.fresh.length === 0, '整改照片不能是原来的问题照片')),
    effects: ({ input, found }) => ({
      ...stopped,
      set: { replyNote: input.replyNote, replyPhotos: input.replyPhotos, isAuto: found.shop?.grade === 'green' },
    }),
  }),
  seenFixed: action({
    zh: '现场看到商户已整改',
    from: 'told',
    to: 'answered',
    by: 'appearance.check',
    form: { replyNote: text('整改情况', { maxLength: 300 }), replyPhotos: photos(1, '整改后照片') },
    effects: ({ input }) => ({ ...stopped, set: input }),
  }),
  verify: action({ zh: '核实整改', from: 'answered', to: 'self', by: 'appearance.check', tone: 'primary', isBulk: true }),
  redo: action({
    zh: '未改好,再告知',
    from: 'answered',
    to: 'told',
    by: 'appearance.check',
    tone: 'danger',
    form: { reason: text('未改好之处', { maxLength: 300 }) },
    effects: ({ input, subject, now, code }) => ({
      set: { reason: input.reason, redos: (subject.redos ?? 0) + 1 },
      ...tell(subject, code(), { name: subject.shopName ?? '', phone: subject.phone }, input.reason, subject.minutes ?? 60, now),
    }),
  }),
  timeout: action({
    zh: '商户逾期,转街道',
    from: 'told',
    to: 'street',
    by: 'system',
    effects: ({ now, parameter }) => toStreet(now, parameter('appearance.street-hours')),
  }),
  assist: action({
    zh: '街道督促整改完成',
    from: 'street',
    to: 'assisted',
    by: 'appearance.town',
    tone: 'primary',
    form: { replyNote: text('整改情况', { maxLength: 300 }), replyPhotos: photos(1, '整改后照片') },
    effects: ({ input }) => ({ ...streetOff, set: input }),
  }),
  send: action({
    zh: '转案件派遣',
    from: ['told', 'answered', 'street'],
    to: 'sent',
    by: 'appearance.check',
    tone: 'danger',
    form: { reason: text('说明', { maxLength: 300 }) },
    effects: ({ input, subject }) => ({
      set: input,
      clocks: [
        { clock: 'self', do: 'cancel' },
        { clock: 'street', do: 'cancel' },
      ],
      timers: [...stopped.timers, ...streetOff.timers],
      facts: [caseFact(subject)],
    }),
  }),
  streetTimeout: action({
    zh: '街道逾期,转案件',
    from: 'street',
    to: 'sent',
    by: 'system',
    effects: ({ subject }) => ({ facts: [caseFact(subject)] }),
  }),
  penalise: action({
    zh: '转市容环卫责任制处罚',
    from: 'street',
    to: 'penalised',
    by: 'appearance.check',
    tone: 'danger',
    basis: '城市市容市貌与环境卫生责任区管理办法',
    form: { reason: text('拒不整改情况', { maxLength: 300 }) },
    guard: ({ subject }) => notYet(!subject.shopCode, '商户台账没有统一社会信用代码'),
    effects: ({ input, subject, now }) => ({
      ...streetOff,
      set: input,
      facts: [
        say(penaltyWanted, {
          sourceType: 'appearance.issue',
          sourceId: subject.id,
          topic: 'frontage',
          lawCode: 'F01',
          partyName: subject.shopName ?? '',
          partyCode: subject.shopCode ?? '',
          partyKind: 'org',
          happenedOn: dayText(now),
          address: subject.address ?? '',
          description: `${subject.what};${input.reason}`,
          lon: subject.lon,
          lat: subject.lat,
          areaCode: subject.areaCode,
        }),
      ],
    }),
  }),
  relearn: action({
    zh: '误报,再学习',
    from: ['told', 'answered', 'street'],
    to: 'relearn',
    by: 'appearance.check',
    help: '误报不计入自行整改率的分母',
    form: { reason: text('误报原因', { maxLength: 300 }) },
    effects: ({ input }) => ({
      set: input,
      clocks: [
        { clock: 'self', do: 'cancel' },
        { clock: 'street', do: 'cancel' },
      ],
      timers: [...stopped.timers, ...streetOff.timers],
    }),
  }),
}))

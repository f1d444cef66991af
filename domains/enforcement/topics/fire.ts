/**
 * 露天焚烧、露天烧烤: found by patrol, thermal camera or a citizen; the responsible unit puts it out; who did it is educated or fined; the
 * spot is checked again. Both classes are counted together and apart (they must add up), and places that repeat are marked.
 */
import type { Transaction } from 'kysely'
import {
  choice,
  code,
  dayOf,
  dayText,
  flag,
  instant,
  integer,
  longText,
  photos,
  procedure,
  raw,
  ref,
  refuse,
  register,
  text,
  unit,
} from '#kernel'
import { findOfficers, refuseUncertified } from '../officers.ts'
import { first, sayDeed, tellLate } from '../penalty/shared.ts'

export const fireClasses = { burning: '露天焚烧', barbecue: '露天烧烤' } as const
export const fireFinders = { patrol: '巡查', camera: '热成像摄像机', citizen: '群众举报', satellite: '卫星火点' } as const
export const barbecueSite = register('enforcement.barbecue-site', {
  zh: '烧烤点',
  menu: '执法台账',
  geometry: 'Point',
  fields: {
    name: text('名称', { maxLength: 80 }).unique().searchable(),
    hours: text('经营时段', { maxLength: 60 }),
    party: ref('经营者', 'enforcement.party').optional(),
    state: choice('状态', { outdoor: '露天经营', moved: '已退室入院', banned: '已取缔', area: '划定区域内' }),
  },
})
const form = {
  class: choice('类别', fireClasses),
  finder: choice('发现方式', fireFinders),
  device: code('摄像机', 'sensing.device.number', { maxLength: 40 }).optional(),
  address: text('地点', { maxLength: 200 }).searchable(),
  material: text('燃烧物', { maxLength: 80 }),
  seenAt: instant('发现时间'),
  photos: photos(1, '现场照片'),
  site: ref('烧烤点', 'enforcement.barbecue-site').optional(),
  unit: unit('责任单位'),
  campaign: ref('专项行动', 'enforcement.campaign').optional(),
} as const
/** Earlier finds of the same class near by: what makes a place a repeated one. */
const countNear = async (
  tx: Transaction<unknown>,
  of: {
    readonly kind: string
    readonly lon: number | null
    readonly lat: number | null
    readonly metres: number
    readonly since: Date
    readonly id: string
  },
): Promise<number> => {
  const { rows } = await raw<{ n: number }>(
    tx,
    `select count(*)::int as n from enforcement.fire where class = $1 and id <> $2 and created_at >= $3 and status <> 'dropped' and lon is not null
       and st_dwithin(geom::geography, st_setsrid(st_makepoint($4::float8, $5::float8), 4326)::geography, $6::float8)`,
    [of.kind, of.id, of.since, of.lon, of.lat, of.metres],
  )
  return rows[0]?.n ?? 0
}
export const fireProcedure = procedure('enforcement.fire', {
  zh: '露天焚烧、烧烤',
  menu: '专项执法',
  numbering: { prefix: 'FS', per: 'year', digits: 5 },
  title: 'address',
  leadingClock: 'recheck',
  mirror: { recheck: { dueAt: 'recheckDueAt', stoppedAt: 'recheckedAt' } },
  fields: {
    ...form,
    earlier: integer('此前同地次数', { min: 0 }),
    isRepeated: flag('反复地点'),
    outPhotos: photos(0, '扑灭照片').optional(),
    outAt: instant('扑灭时间').optional(),
    outcome: choice('处理', { educate: '教育', penalty: '立案', unknown: '行为人不明' }).optional(),
    party: ref('当事人', 'enforcement.party').optional(),
    recheckPhotos: photos(0, '复查照片').optional(),
    recheckNote: longText('复查情况', { maxLength: 500 }).optional(),
    recheckDueAt: instant('复查期限').optional(),
    recheckedAt: instant('复查时间').optional(),
  },
  clocks: { recheck: { zh: '现场复查', basis: '本局露天焚烧处置办法(示例)' } },
  statuses: {
    found: { zh: '待扑灭', duty: 'enforcement.handle', taskZh: '待扑灭火点' },
    out: { zh: '已扑灭待处理', duty: 'enforcement.handle', taskZh: '待处理焚烧烧烤' },
    handled: { zh: '待复查', duty: 'enforcement.handle', taskZh: '待复查火点' },
    closed: { zh: '已办结', kind: 'final' },
    dropped: { zh: '误报', kind: 'final' },
  },
}).actions((action) => ({
  find: action({
    zh: '登记火点',
    from: 'new',
    to: 'found',
    by: 'enforcement.handle',
    form,
    look: (ctx) => {
      const day = dayOf(ctx.kernel, ctx.subject.district, ctx.now)
      const value = (name: string) => ctx.kernel.parameters.value(ctx.subject.district, name, day)
      const since = new Date(ctx.now.getTime() - value('enforcement.repeat-days') * 86_400_000)
      const { lon, lat, id } = ctx.subject
      return countNear(ctx.tx, { kind: ctx.input.class, lon, lat, metres: value('enforcement.repeat-metres'), since, id })
    },
    check: ({ input, subject, now }) =>
      first(
        subject.lon === null ? refuse('enforcement.field', { why: '请在地图上标出地点,用于判断反复' }) : undefined,
        input.finder === 'camera' && !input.device ? refuse('enforcement.field', { why: '摄像机发现的请选设备编号' }) : undefined,
        input.site && input.class !== 'barbecue' ? refuse('enforcement.field', { why: '烧烤点只用于露天烧烤' }) : undefined,
        new Date(input.seenAt) > now ? refuse('enforcement.field', { why: '发现时间不能晚于现在' }) : undefined,
      ),
    effects: ({ found, input }) => ({
      set: { earlier: found, isRepeated: found > 0, unitId: input.unit },
      notify: [{ unitId: input.unit, zh: `${fireClasses[input.class]}:${input.address}${found > 0 ? `(${found}次反复)` : ''}` }],
    }),
  }),
  putOut: action({
    zh: '已扑灭',
    from: 'found',
    to: 'out',
    by: 'enforcement.handle',
    tone: 'primary',
    form: { outPhotos: photos(1, '扑灭照片') },
    effects: ({ input, now }) => ({ set: { outPhotos: input.outPhotos, outAt: now.toISOString() } }),
  }),
  drop: action({
    zh: '误报',
    from: 'found',
    to: 'dropped',
    by: 'enforcement.handle',
    tone: 'danger',
    form: { reason: text('核实情况', { maxLength: 300 }) },
  }),
  handle: action({
    zh: '教育或立案',
    from: 'out',
    to: 'handled',
    by: 'enforcement.handle',
    tone: 'primary',
    form: {
      outcome: choice('处理', { educate: '教育', penalty: '立案', unknown: '行为人不明' }),
      party: ref('当事人', 'enforcement.party').optional(),
      note: text('情况', { maxLength: 500 }),
    },
    look: async (ctx) => {
      const day = dayOf(ctx.kernel, ctx.subject.district, ctx.now)
      return { day, officers: await findOfficers(ctx.tx, [ctx.actor.id], day) }
    },
    check: ({ input, found, subject }) =>
      first(
        refuseUncertified(found.officers, found.day, 1),
        input.outcome !== 'unknown' && !input.party ? refuse('enforcement.field', { why: '教育、立案须登记当事人' }) : undefined,
        input.outcome === 'educate' && subject.isRepeated
          ? refuse('enforcement.follow-up', { why: `此地${subject.earlier}次反复,应当立案查处,不再只作教育` })
          : undefined,
      ),
    effects: ({ input, subject, parameter, actor }) => ({
      set: { outcome: input.outcome, party: input.party ?? null },
      clocks: [
        { clock: 'recheck', do: 'start', limit: { value: parameter('enforcement.burning-recheck-hours'), unit: 'urgent_hour' } },
      ],
      spawn: consequence(subject, input),
      facts: [sayDeed('enforcement.fire', { ...subject, topic: subject.class }, actor, fireClasses[subject.class], 'enforce')],
    }),
  }),
  lapse: action({
    zh: '逾期未复查',
    from: 'handled',
    to: 'same',
    by: 'system',
    effects: ({ subject, past }) => ({
      notify: tellLate(subject, past, `${fireClasses[subject.class]} ${subject.number} 已过复查期限:${subject.address}`),
    }),
  }),
  recheck: action({
    zh: '复查',
    from: 'handled',
    to: ({ input }) => (input.isOut ? 'closed' : 'found'),
    by: 'enforcement.handle',
    tone: 'primary',
    help: '复查仍在燃烧的退回重新扑灭,并记为反复。',
    form: { isOut: flag('未复燃'), note: longText('复查情况', { maxLength: 500 }), photos: photos(1, '复查照片') },
    effects: ({ input, subject }) => ({
      set: {
        recheckNote: input.note,
        recheckPhotos: input.photos,
        ...(input.isOut ? {} : { earlier: subject.earlier + 1, isRepeated: true }),
      },
      clocks: [{ clock: 'recheck', do: 'stop' }],
    }),
  }),
}))
interface Fire {
  readonly id: string
  readonly class: 'burning' | 'barbecue'
  readonly address: string
  readonly material: string
  readonly campaign: string | null
  readonly number: string
  readonly seenAt: string
}
const consequence = (
  subject: Fire,
  input: { readonly outcome: string; readonly party?: string | null; readonly note: string },
) => {
  const lawCode = subject.class === 'burning' ? 'V19' : 'V17'
  if (input.outcome === 'educate')
    return [
      {
        procedure: 'enforcement.measure',
        action: 'educate',
        input: {
          topic: subject.class,
          party: input.party,
          lawCode,
          basis: subject.number,
          content: input.note,
          address: subject.address,
          campaign: subject.campaign,
        },
      },
    ]
  if (input.outcome !== 'penalty') return []
  return [
    {
      procedure: 'enforcement.penalty',
      input: {
        source: 'patrol',
        topic: subject.class,
        party: input.party,
        lawCode,
        happenedOn: dayText(new Date(subject.seenAt)),
        address: subject.address,
        description: `${fireClasses[subject.class]}(${subject.material}):${input.note}`,
        campaign: subject.campaign,
        sourceType: 'enforcement.fire',
        sourceId: subject.id,
      },
    },
  ]
}

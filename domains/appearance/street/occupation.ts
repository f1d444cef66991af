/** 占道经营: persuaded the first time, noticed the second, handed to penalty the third; zones say what is allowed where and when. */
import { penaltyWanted } from '#catalogue/facts.ts'
import {
  addDays,
  areaShape,
  choice,
  dayText,
  first,
  flag,
  instant,
  integer,
  list,
  many,
  one,
  photos,
  procedure,
  ref,
  register,
  say,
  startOf,
  text,
} from '#kernel'
import { isWithin } from '../frontage/relief.ts'
import { notYet, why } from '../shared.ts'

export const levels = { ban: '严禁', limit: '严控', guide: '疏导' } as const
const hour = (zh: string) => text(zh, { maxLength: 5, pattern: { source: '^([01]\\d|2[0-4]):[0-5]\\d$', zh: '时刻如 18:00' } })
export const controlZone = register('appearance.control-zone', {
  zh: '经营管控分区',
  menu: '占道经营',
  title: 'name',
  help: '严禁区随时不许;严控区时段内不许;疏导区时段内允许。',
  fields: {
    name: text('名称', { maxLength: 60 }).unique().searchable(),
    level: choice('管控', levels),
    shape: areaShape('范围'),
    fromHour: hour('自'),
    toHour: hour('至'),
  },
})
export const occupationKinds = { outside: '出店经营', road: '占道经营', vendor: '流动商贩', parking: '乱停乱靠' } as const
const form = {
  kind: choice('类别', occupationKinds),
  shop: ref('商户', 'grid.shop').optional(),
  vendor: text('经营者(不明填不明)', { maxLength: 60 }),
  vendorCode: text('证件(证照)号', { maxLength: 40 }).optional(),
  place: text('地点', { maxLength: 120 }),
  goods: text('经营内容', { maxLength: 80 }),
  seenAt: instant('发现时间'),
  photos: photos(1, '现场照片'),
} as const
interface Zone {
  readonly name: string
  readonly level: keyof typeof levels
  readonly from: string
  readonly to: string
}
/** The strictest zone at a place that says something at that moment. */
const zoneSql = `select name, level, from_hour as "from", to_hour as "to" from appearance.control_zone where retired_at is null and st_contains(st_setsrid(st_geomfromgeojson(shape::text), 4326), st_setsrid(st_makepoint($1, $2), 4326))
  order by case level when 'ban' then 0 when 'limit' then 1 else 2 end`
export const occupation = procedure('appearance.occupation', {
  zh: '占道经营纠正',
  menu: '占道经营',
  title: 'vendor',
  numbering: { prefix: 'ZD', per: 'day', digits: 4 },
  help: '第一次当场劝导,规定天数内第二次书面告知,第三次移送处罚;严禁区第一次即书面告知(经营者不明的当场劝离);疏导区时段内不算违规。经营者不明的按地点、时段统计,不累计次数。',
  fields: {
    ...form,
    vendor: form.vendor.searchable(),
    zone: text('管控分区', { maxLength: 60 }).optional(),
    level: choice('管控', levels).optional(),
    times: integer('第几次', { unit: '次' }).optional(),
    isKnown: flag('经营者已识别').optional(),
    hourOf: integer('时段', { unit: '时' }).optional(),
    result: text('处理', { maxLength: 300 }).optional(),
    goodsHeld: list('先行登记保存').optional(),
    noticeNo: text('告知书号', { maxLength: 60 }).optional(),
  },
  statuses: {
    persuade: { zh: '待劝导', duty: 'appearance.check', taskZh: '占道经营待劝导' },
    notice: { zh: '待书面告知', duty: 'appearance.check', taskZh: '占道经营待告知' },
    punish: { zh: '待移送处罚', duty: 'appearance.check', taskZh: '占道经营待移送' },
    corrected: { zh: '已纠正', kind: 'final' },
    penalised: { zh: '已移送处罚', kind: 'final' },
  },
}).actions((action) => ({
  find: action({
    zh: '登记发现',
    from: 'new',
    by: 'appearance.check',
    form,
    look: async ({ tx, input, subject, kernel, now }) => ({
      line: input.shop
        ? await one<{ number: string; from: string; to: string; depthM: number }>(
            tx,
            `select number, from_hour as "from", to_hour as "to", depth_m::float8 as "depthM" from appearance.benefit where shop = $1 and status = 'active' limit 1`,
            [input.shop],
          )
        : undefined,
      zones: await many<Zone>(tx, zoneSql, [subject.lon, subject.lat]),
      before: await one<{ n: number }>(
        tx,
        `select count(*)::int as n from appearance.occupation where vendor_code = $1 and status <> 'persuade' and seen_at >= $2`,
        [
          input.vendorCode ?? '',
          startOf(addDays(dayText(now), -kernel.parameters.value(subject.district, 'appearance.repeat-days', dayText(now)))),
        ],
      ),
    }),
    to: ({ input, found }) => {
      const times = input.vendorCode ? (found.before?.n ?? 0) + 1 : 1
      // A notice is handed to somebody: whoever is unknown is sent off on the spot.
      const isBanned = found.zones[0]?.level === 'ban' && Boolean(input.vendorCode)
      return times >= 3 ? 'punish' : times === 2 || isBanned ? 'notice' : 'persuade'
    },
    check: ({ input, found, now }) => {
      const [zone] = found.zones
      const seen = new Date(input.seenAt)
      return first(
        why(seen > now, '时间不能晚于现在'),
        why(input.vendor !== '不明' && !input.vendorCode, '已识别的须填证件(证照)号'),
        why(input.kind === 'outside' && !input.shop, '出店经营须选商户'),
        notYet(
          input.kind === 'outside' && found.line !== undefined && isWithin(seen, found.line.from, found.line.to),
          `这家商户有文明黄线${found.line?.number},${found.line?.from}至${found.line?.to}线内允许;越线的请在黄线单上检查`,
        ),
        notYet(
          zone?.level === 'guide' && input.kind !== 'parking' && isWithin(seen, zone.from, zone.to),
          `${zone?.name}是疏导区,${zone?.from}至${zone?.to}允许经营`,
        ),
        notYet(
          zone?.level === 'limit' && !isWithin(seen, zone.from, zone.to),
          `${zone?.name}严控时段为${zone?.from}至${zone?.to},此时不在管控时段`,
        ),
      )
    },
    effects: ({ input, found }) => ({
      set: {
        zone: found.zones[0]?.name ?? null,
        level: found.zones[0]?.level ?? null,
        times: input.vendorCode ? (found.before?.n ?? 0) + 1 : 1,
        isKnown: Boolean(input.vendorCode),
        hourOf: new Date(new Date(input.seenAt).getTime() + 8 * 3_600_000).getUTCHours(),
      },
    }),
  }),
  correct: action({
    zh: '当场劝导纠正',
    from: 'persuade',
    to: 'corrected',
    by: 'appearance.check',
    tone: 'primary',
    form: { result: text('处理', { maxLength: 300 }), afterPhotos: photos(1, '纠正后照片') },
    effects: ({ input }) => ({ set: { result: input.result } }),
  }),
  notify: action({
    zh: '书面告知并纠正',
    from: 'notice',
    to: 'corrected',
    by: 'appearance.check',
    tone: 'primary',
    form: {
      noticeNo: text('告知书号', { maxLength: 60 }),
      result: text('处理', { maxLength: 300 }),
      afterPhotos: photos(1, '纠正后照片'),
    },
    effects: ({ input }) => ({ set: { noticeNo: input.noticeNo, result: input.result } }),
  }),
  transfer: action({
    zh: '移送处罚',
    from: ['punish', 'notice'],
    to: 'penalised',
    by: 'appearance.check',
    tone: 'danger',
    basis: '城市市容和环境卫生管理条例第36条',
    form: { result: text('情况', { maxLength: 300 }), goodsHeld: list('先行登记保存').optional() },
    guard: ({ subject }) =>
      first(notYet(!subject.isKnown, '经营者没有识别'), notYet((subject.times ?? 1) < 3, `第${subject.times}次,满3次才移送`)),
    effects: ({ input, subject, now }) => ({
      set: input,
      facts: [
        say(penaltyWanted, {
          sourceType: 'appearance.occupation',
          sourceId: subject.id,
          topic: 'occupation',
          lawCode: 'V02',
          partyName: subject.vendor,
          partyCode: subject.vendorCode ?? '',
          partyKind: subject.shop ? 'org' : 'person',
          happenedOn: dayText(now),
          address: subject.place,
          description: `${occupationKinds[subject.kind]}:${subject.goods},第${subject.times}次;${input.result}`,
          lon: subject.lon,
          lat: subject.lat,
          areaCode: subject.areaCode,
        }),
      ],
    }),
  }),
}))

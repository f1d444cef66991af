/** 陈腐垃圾开挖: what was dug by cell and day, what of it went over the weighbridge to be burned, what was done against the smell. */
import { choice, date, dayText, first, integer, number, one, photos, procedure, ref, round, text } from '#kernel'
import { notYet, why } from './shared.ts'

const form = {
  site: ref('填埋场', 'disposal.landfill'),
  cell: text('分区(单元)', { maxLength: 40 }),
  dayOn: date('日期'),
  dugT: number('开挖', { unit: '吨', min: 0 }),
  burnedT: number('送焚烧', { unit: '吨', min: 0 }),
  sprays: integer('除臭喷淋', { unit: '次', min: 0 }),
  agentKg: number('除臭剂', { unit: 'kg', min: 0 }),
  cover: choice('收工覆盖', { yes: '已覆盖', no: '未覆盖' }),
  note: text('说明', { maxLength: 300 }).optional(),
} as const
interface Known {
  readonly name: string
  readonly status: string
  readonly dug: number
  readonly burned: number
  readonly weighed: number
}
const knownSql = `select l.name, l.status, (select coalesce(sum(e.dug_t), 0)::float8 from disposal.excavation e where e.site = l.id and e.status <> 'void') as dug,
    (select coalesce(sum(e.burned_t), 0)::float8 from disposal.excavation e where e.site = l.id and e.status <> 'void') as burned,
    (select coalesce(sum(t.net_t), 0)::float8 from sanitation.ticket t where t.district = l.district and t.from_place = l.name and t.station_kind = 'incinerator' and t.direction = 'in' and t.status = 'accepted'
       and (t.weighed_at at time zone 'Asia/Shanghai')::date = $2::date) as weighed
  from disposal.landfill l where l.id = $1`
export const excavation = procedure('disposal.excavation', {
  zh: '陈腐垃圾开挖',
  menu: '填埋场监管',
  title: 'cell',
  numbering: { prefix: 'KW', per: 'year', digits: 5 },
  help: '送焚烧量以焚烧厂地磅为准,相差超过允许值的须说明并由监管人核定;未覆盖的当日不得收工。',
  uniqueTogether: [['site', 'cell', 'dayOn']],
  fields: {
    ...form,
    cell: form.cell.searchable(),
    weighedT: number('焚烧厂地磅', { unit: '吨' }),
    stockT: number('堆存', { unit: '吨' }),
    opinion: text('核定意见', { maxLength: 200 }).optional(),
  },
  statuses: {
    filed: { zh: '已核对' },
    doubtful: { zh: '待核定', duty: 'disposal.supervise', taskZh: '开挖吨位与地磅不符' },
    confirmed: { zh: '已核定', kind: 'final' },
    void: { zh: '作废', kind: 'final' },
  },
}).actions((action) => ({
  file: action({
    zh: '填报',
    from: 'new',
    by: 'disposal.run',
    form: { ...form, photos: photos(1, '作业、除臭、覆盖照片') },
    look: ({ tx, input }) => one<Known>(tx, knownSql, [input.site, input.dayOn]),
    to: ({ input, found, parameter }) => {
      const weighed = found?.weighed ?? 0
      return Math.abs(weighed - input.burnedT) * 100 > Math.max(weighed, input.burnedT) * parameter('disposal.weigh-gap')
        ? 'doubtful'
        : 'filed'
    },
    check: ({ input, found, now, parameter }) => {
      const weighed = found?.weighed ?? 0
      const isFar = Math.abs(weighed - input.burnedT) * 100 > Math.max(weighed, input.burnedT) * parameter('disposal.weigh-gap')
      return first(
        why(!found, '没有这个填埋场'),
        notYet(found?.status === 'handed', '填埋场已移交'),
        why(input.dayOn > dayText(now), '日期不能晚于今天'),
        why(
          input.burnedT > (found?.dug ?? 0) - (found?.burned ?? 0) + input.dugT + 1e-9,
          `送焚烧超过开挖与堆存之和${round((found?.dug ?? 0) - (found?.burned ?? 0) + input.dugT, 3)}吨`,
        ),
        why(input.dugT > 0 && input.sprays === 0, '开挖作业须有除臭喷淋'),
        notYet(input.dugT > 0 && input.cover === 'no', '作业面未覆盖,不能收工'),
        why(isFar && !input.note, `焚烧厂地磅${weighed}吨,与填报${input.burnedT}吨不符,须说明`),
      )
    },
    effects: ({ input, found }) => ({
      set: {
        weighedT: found?.weighed ?? 0,
        stockT: round((found?.dug ?? 0) - (found?.burned ?? 0) + input.dugT - input.burnedT, 3),
      },
    }),
  }),
  confirm: action({
    zh: '核定',
    from: 'doubtful',
    to: 'confirmed',
    by: 'disposal.supervise',
    tone: 'primary',
    form: { burnedT: number('核定送焚烧', { unit: '吨', min: 0 }), opinion: text('核定意见', { maxLength: 200 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  discard: action({
    zh: '作废',
    from: ['filed', 'doubtful'],
    to: 'void',
    by: 'disposal.supervise',
    tone: 'danger',
    form: { opinion: text('理由', { maxLength: 200 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))

/** 安全风险隐患源: on the map with level, device, interval and keeper; overdue ones listed; red ones on the leader's desk until dealt with. */
import {
  choice,
  count,
  date,
  dayOf,
  type Indicator,
  indicator,
  integer,
  type Job,
  longText,
  many,
  openIn,
  person,
  photos,
  procedure,
  ratio,
  record,
  ref,
  register,
  text,
  unit,
  value,
} from '#kernel'

const levels = { red: '红(重大)', orange: '橙(较大)', yellow: '黄(一般)', blue: '蓝(低)' } as const
export const riskSource = register('sensing.risk-source', {
  zh: '安全风险隐患源',
  menu: '安全风险',
  geometry: 'Point',
  title: 'name',
  fields: {
    name: text('名称', { maxLength: 100 }).unique().searchable(),
    kind: choice('类型', {
      gas: '燃气',
      water: '给排水',
      bridge: '桥梁隧道',
      landfill: '填埋场、中转站',
      sign: '户外广告牌匾',
      tree: '危树',
      building: '场站建筑',
      other: '其他',
    }),
    level: choice('风险等级', levels),
    device: ref('监测设备', 'sensing.device').optional(),
    unit: unit('责任单位'),
    keeper: person('责任人'),
    intervalDays: integer('检查间隔', { unit: '天', min: 1, max: 366 }),
    since: date('列入日期'),
    control: longText('管控措施', { maxLength: 1000 }),
  },
})
export const riskCheck = record('sensing.risk-check', {
  zh: '隐患源检查记录',
  menu: '安全风险',
  title: 'result',
  fields: {
    source: ref('隐患源', 'sensing.risk-source'),
    state: choice('结果', { fine: '受控', fixed: '当场消除', open: '存在隐患' }),
    result: text('情况', { maxLength: 300 }),
    photos: photos(0).optional(),
  },
})
const noticeForm = { source: ref('隐患源', 'sensing.risk-source'), name: text('名称', { maxLength: 100 }).searchable() } as const
export const riskNotice = procedure('sensing.risk-notice', {
  zh: '重大风险呈报',
  menu: '安全风险',
  title: 'name',
  numbering: { prefix: 'FX', per: 'year', digits: 4 },
  fields: {
    ...noticeForm,
    instruction: longText('批示', { maxLength: 500 }).optional(),
    dueOn: date('完成期限').optional(),
    result: longText('落实情况', { maxLength: 1000 }).optional(),
    photos: photos(0).optional(),
  },
  statuses: {
    told: { zh: '待批示', duty: 'sensing.lead', taskZh: '重大风险待批示' },
    ordered: { zh: '落实中', duty: 'sensing.handle', taskZh: '重大风险批示待落实' },
    done: { zh: '已落实', kind: 'final' },
  },
}).actions((action) => ({
  tell: action({ zh: '呈报', from: 'new', to: 'told', by: 'system', form: noticeForm }),
  order: action({
    zh: '批示',
    from: 'told',
    to: 'ordered',
    by: 'sensing.lead',
    tone: 'primary',
    form: { instruction: longText('批示', { maxLength: 500 }), dueOn: date('完成期限') },
    effects: ({ input }) => ({ set: input }),
  }),
  finish: action({
    zh: '落实完成',
    from: 'ordered',
    to: 'done',
    by: 'sensing.handle',
    tone: 'primary',
    form: { result: longText('落实情况', { maxLength: 1000 }), photos: photos(1) },
    effects: ({ input }) => ({ set: input }),
  }),
}))
/** Every red source is told to the leader once for as long as it is red. */
export const riskJob: Job = {
  id: 'sensing.red-risk',
  zh: '重大风险呈报',
  everyMinutes: 10,
  run: async ({ tx, kernel, district, actor, now }) => {
    const rows = await many<{
      id: string
      name: string
      unit: string
      lon: number | null
      lat: number | null
      areaCode: string | null
    }>(
      tx,
      `select s.id, s.name, s.unit, s.lon, s.lat, s.area_code as "areaCode" from sensing.risk_source s where s.level = 'red' and s.retired_at is null
         and not exists (select 1 from sensing.risk_notice n where n.source = s.id and n.created_at >= s.updated_at)
         and not exists (select 1 from sensing.risk_notice n where n.source = s.id and n.closed_at is null)`,
    )
    for (const { id, name, unit, lon, lat, areaCode } of rows)
      await openIn(tx, kernel, {
        procedure: 'sensing.risk-notice',
        district,
        actor,
        input: { source: id, name },
        areaCode: areaCode ?? district,
        lon,
        lat,
        unitId: unit,
        clientKey: `risk ${id} ${dayOf(kernel, district, now)}`,
        at: now,
      })
  },
}
const checked = `exists (select 1 from sensing.risk_check c where c.source = r.id and c.at >= now() - r.interval_days * interval '1 day')`
export const riskIndicators: readonly Indicator[] = [
  indicator('sensing.risk-sources', {
    zh: '安全风险隐患源数',
    unit: '处',
    decimals: 0,
    definition: '台账中现有的隐患源,可按等级、类型分',
    of: value(count(riskSource)),
    by: ['level', 'kind'],
  }),
  indicator('sensing.risk-overdue', {
    zh: '检查超期的隐患源',
    unit: '处',
    decimals: 0,
    definition: '超过检查间隔没有检查记录',
    of: value(count(riskSource, { and: `not ${checked} and r.since < (now() - r.interval_days * interval '1 day')::date` })),
    by: ['level'],
  }),
  indicator('sensing.risk-checked-rate', {
    zh: '隐患源按期检查率',
    unit: '%',
    decimals: 2,
    definition: '检查间隔内有检查记录的 ÷ 全部',
    of: ratio(count(riskSource, { and: checked }), count(riskSource)),
  }),
]

/** What people report on a day: how much, when, and what. Named days change the mix. */
export interface Matter {
  readonly kind: 'component' | 'matter'
  readonly category: string
  readonly weight: number
  readonly texts: readonly string[]
}
export interface Day {
  readonly zh: string
  /** Reports on an ordinary weekday, before the district's own scale. */
  readonly reports: number
  readonly mix: readonly Matter[]
  /** Weight of each hour of the day. */
  readonly hours: readonly number[]
}
const shift = [0.1, 0.1, 0.1, 0.1, 0.1, 0.2, 0.6, 2, 8, 10, 9, 7, 3, 3, 7, 8, 8, 6, 3, 2, 2, 1, 0.5, 0.2]
const ordinary: readonly Matter[] = [
  {
    kind: 'matter',
    category: '09001',
    weight: 16,
    texts: ['流动摊贩占道卖水果,人行道走不通', '路口有人推车卖早点,占了非机动车道'],
  },
  { kind: 'matter', category: '09005', weight: 10, texts: ['店家把货物摆到门外人行道上', '店外摆放桌椅经营,影响通行'] },
  { kind: 'matter', category: '06010', weight: 12, texts: ['路边有一堆垃圾没人清', '绿化带里垃圾袋散落'] },
  { kind: 'matter', category: '06042', weight: 8, texts: ['垃圾桶满溢,污水流到路上', '垃圾箱满了没人收'] },
  { kind: 'matter', category: '07001', weight: 7, texts: ['墙上贴满小广告', '电线杆上有办证小广告'] },
  { kind: 'component', category: '01037', weight: 6, texts: ['路灯不亮,晚上一片黑', '一排路灯白天也亮着'] },
  { kind: 'component', category: '01002', weight: 5, texts: ['井盖松动,车压过去响', '污水井盖破损,有缺口'] },
  { kind: 'component', category: '01004', weight: 4, texts: ['雨水箅子堵了,一下雨就积水'] },
  { kind: 'component', category: '04002', weight: 4, texts: ['行道树枝断了挂着,怕掉下来', '树池里的树死了'] },
  { kind: 'component', category: '03005', weight: 3, texts: ['垃圾箱倒了', '垃圾箱盖坏了关不上'] },
  { kind: 'matter', category: '08001', weight: 2, texts: ['工地夜里施工,吵得睡不着'] },
  { kind: 'matter', category: '08012', weight: 2, texts: ['工地出口带泥,路面全是土'] },
  { kind: 'component', category: '02010', weight: 2, texts: ['交通标志牌歪了', '指示牌被树遮住'] },
]
const more = (weights: Readonly<Record<string, number>>): readonly Matter[] =>
  ordinary.map((m) => ({ ...m, weight: m.weight * (weights[m.category] ?? 1) }))
export const days: Readonly<Record<string, Day>> = {
  ordinary: { zh: '平常日', reports: 16, mix: ordinary, hours: shift },
  rainstorm: {
    zh: '暴雨',
    reports: 90,
    hours: shift.map((h, i) => (i >= 5 && i <= 22 ? Math.max(h, 4) : h)),
    mix: [
      ...more({ '01004': 8, '01002': 4, '04002': 6, '09001': 0.1, '09005': 0.2, '07001': 0.1 }),
      { kind: 'component', category: '01003', weight: 14, texts: ['路口积水到小腿,车熄火了', '雨水井往外冒水'] },
    ],
  },
  market: { zh: '年货集市', reports: 45, hours: shift, mix: more({ '09001': 4, '09005': 3, '06010': 3 }) },
  outage: { zh: '片区停电', reports: 40, hours: shift.map((h, i) => (i >= 18 ? 10 : h * 0.3)), mix: more({ '01037': 12 }) },
}

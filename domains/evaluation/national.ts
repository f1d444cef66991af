/**
 * 国家标准考核集: ready schemes to begin from. What the standards are known to say is told with how sure it is; weights are nobody's but
 * the bureau's. An item without a figure on this platform is named and left to be added, so that a set that is not whole cannot be published.
 */
import type { Item } from './scoring.ts'

/** How sure a fact is: read in the text, read in a second source, known by practice only. */
export const sureness = { V: '已核原文', S: '据公开资料', M: '据通行说法,原文未核' } as const
interface SetItem {
  readonly code: string
  readonly group: string
  readonly name: string
  readonly full: number
  readonly indicator: string | null
  /** Value that earns full marks; none at zero. */
  readonly target: number
  readonly sure: keyof typeof sureness
}
export interface NationalSet {
  readonly zh: string
  readonly standard: string
  readonly items: readonly SetItem[]
}
const item = (
  code: string,
  group: string,
  name: string,
  full: number,
  indicator: string | null,
  sure: keyof typeof sureness = 'S',
  target = 100,
): SetItem => ({ code, group, name, full, indicator, target, sure })

export const nationalSets = {
  supervision: {
    zh: '城市运行管理服务平台 管理监督(干净、整洁、有序、群众满意度)',
    standard: 'CJ/T 551-2023',
    items: [
      item('G1', '干净', '主次干道、背街小巷', 15, 'evaluation.score-road'),
      item('G2', '干净', '公厕', 10, 'evaluation.score-toilet'),
      item('Z1', '整洁', '路面设施、立杆线缆、广告招牌', 15, 'evaluation.score-static'),
      item('Z2', '整洁', '绿化', 10, 'evaluation.score-greening'),
      item('Y1', '有序', '停放与公共场所秩序', 15, 'evaluation.score-civilized'),
      item('Y2', '有序', '问题按期办结(占道、乱搭乱建等)', 10, 'cases.close-in-time-rate'),
      item('M1', '群众满意度', '问卷调查', 15, 'evaluation.satisfaction-index', 'M'),
      item('M2', '群众满意度', '诉求办理满意率', 10, 'cases.satisfaction-rate', 'M'),
    ],
  },
  operation: {
    zh: '城市运行管理服务平台 运行监测(市政设施、房屋建筑、交通设施、人员密集区域、群众获得感)',
    standard: 'CJ/T 552-2023',
    items: [
      item('S1', '市政设施', '监测告警按时确认', 10, 'sensing.alarm-ack-rate', 'M'),
      item('S2', '市政设施', '设施问题按期处置', 10, 'cases.handle-in-time-rate', 'M'),
      item('F1', '房屋建筑', '房屋建筑运行监测', 20, null, 'M'),
      item('J1', '交通设施', '交通设施运行监测', 20, null, 'M'),
      item('R1', '人员密集区域', '隐患源按期检查', 20, 'sensing.risk-checked-rate', 'M'),
      item('H1', '群众获得感', '诉求办理满意率', 20, 'cases.satisfaction-rate', 'M'),
    ],
  },
} as const satisfies Readonly<Record<string, NationalSet>>
export type NationalSetId = keyof typeof nationalSets
export const setNames: Readonly<Record<NationalSetId, string>> = {
  supervision: nationalSets.supervision.zh,
  operation: nationalSets.operation.zh,
}
const clauseOf = (set: NationalSet, one: SetItem): string =>
  `${set.standard} 一级指标“${one.group}”(${sureness[one.sure]});权重、取数由本局核定`
/** Items of a set as a scheme keeps them: by the platform's figures, in proportion. */
export const itemsOfSet = (id: NationalSetId) => {
  const set: NationalSet = nationalSets[id]
  return set.items.flatMap((one) =>
    one.indicator === null
      ? []
      : [
          {
            code: one.code,
            name: `${one.group}:${one.name}`,
            kind: 'score',
            full: one.full,
            clause: clauseOf(set, one),
            indicator: one.indicator,
            scoring: 'linear',
            target: one.target,
            zeroAt: 0,
            isFewerBetter: false,
          } satisfies Partial<Item>,
        ],
  )
}
export const missingOf = (id: NationalSetId): readonly string[] => {
  const set: NationalSet = nationalSets[id]
  return set.items.flatMap((one) => (one.indicator === null ? [`${one.group}:${one.name}(${one.full}分)`] : []))
}

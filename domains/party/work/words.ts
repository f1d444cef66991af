/** How each named programme is made up: the bureau words the items itself, only the numbers in the names are fixed. */
export const programmeKinds = {
  threeYear: '党建工程三年行动',
  culture525: '城管文化建设“525”系列活动',
  history: '党史学习教育(六专题一实践)',
  fiveFive: '五聚焦五落实',
  twoTwo: '两在两同',
  theme: '主题教育',
  partyDay: '主题党日与其他',
} as const
export type ProgrammeKind = keyof typeof programmeKinds
interface Shape {
  /** Groups and how many items each has; null: at least one. */
  readonly groups: readonly (readonly [string, number | null])[]
  readonly total?: number
}
export const shapes: Readonly<Record<ProgrammeKind, Shape>> = {
  threeYear: { groups: [] },
  culture525: {
    groups: [
      ['红的教育', null],
      ['美的展示', null],
      ['技的比武', null],
      ['优的评选', null],
      ['爱的关怀', null],
    ],
    total: 25,
  },
  history: {
    groups: [
      ['专题', 6],
      ['实践', 1],
    ],
  },
  fiveFive: {
    groups: [
      ['聚焦', 5],
      ['落实', 5],
    ],
  },
  twoTwo: {
    groups: [
      ['在', 2],
      ['同', 2],
    ],
  },
  theme: {
    groups: [
      ['理论学习', null],
      ['调查研究', null],
      ['推动发展', null],
      ['检视整改', null],
    ],
  },
  partyDay: { groups: [] },
}
export const yearsOf = (from: string, to: string): number => Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1
/** What is wrong with the items of a programme of that kind, if anything. */
export const miscounted = (kind: ProgrammeKind, groups: readonly string[]): string | undefined => {
  const { groups: wanted, total } = shapes[kind]
  if (groups.length === 0) return '请填写任务项'
  for (const [group, n] of wanted) {
    const have = groups.filter((g) => g === group).length
    if (n === null ? have === 0 : have !== n) return `“${group}”应有${n ?? '至少1'}项,现${have}项`
  }
  const other = wanted.length > 0 ? groups.find((g) => !wanted.some(([w]) => w === g)) : undefined
  if (other) return `没有“${other}”这一组`
  if (kind === 'threeYear' && new Set(groups).size !== 3) return '三年行动每个年度都要有任务'
  return total !== undefined && groups.length !== total ? `应有${total}项,现${groups.length}项` : undefined
}

/** 专项行动: how each named one is made up. The bureau words the items itself; only the numbers in the names are fixed. */
export const kinds = {
  doubleClean: '“双清”行动',
  fourClean: '“四清四拆四整治”三年行动',
  threeFive: '“三整治五提升”',
  threeFourFive: '“三定四有五到位”',
  fivePoints: '“五点十乱”整治',
  keyArea: '重点地点环境整治',
  other: '其他专项',
} as const
export type Kind = keyof typeof kinds
/** Groups of items and how many each must have; a missing number: at least one. */
export const groupsOf: Readonly<Record<Kind, readonly (readonly [string, number | null])[]>> = {
  doubleClean: [
    ['立面清', null],
    ['路面清', null],
  ],
  fourClean: [
    ['清', 4],
    ['拆', 4],
    ['整治', 4],
  ],
  threeFive: [
    ['整治', 3],
    ['提升', 5],
  ],
  threeFourFive: [
    ['定', 3],
    ['有', 4],
    ['到位', 5],
  ],
  fivePoints: [
    ['点', 5],
    ['乱', 10],
  ],
  keyArea: [],
  other: [],
}
/** What is wrong with a list of items for a campaign of that kind, if anything. */
export const miscounted = (kind: Kind, groups: readonly string[]): string | undefined => {
  for (const [group, wanted] of groupsOf[kind]) {
    const n = groups.filter((g) => g === group).length
    if (wanted === null ? n === 0 : n !== wanted) return `“${group}”应有${wanted ?? '至少1'}项,现${n}项`
  }
  const known = groupsOf[kind].map(([g]) => g)
  const other = known.length > 0 ? groups.find((g) => !known.includes(g)) : undefined
  return other ? `没有“${other}”这一组` : undefined
}

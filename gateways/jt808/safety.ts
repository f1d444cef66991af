/**
 * Active-safety items of a location report, as T/JSATL 12-2017 (苏标) lays them out: 0x64 driver assistance, 0x65 driver state, 0x66 tyres,
 * 0x67 blind areas. What follows the type (place, time, mark of the attachments) repeats the report itself and is left out. Pure.
 */
type Named = readonly (readonly [name: string, value: number])[]
type Read = (d: Buffer) => Named | undefined

/** 报警标识号 is 16 bytes; the whole items are 47, 47, 41 + 9 a tyre, and 41 (42) bytes long. */
const alarmHead = 7
const withLevel =
  (system: 'adas' | 'dsm', more: Read): Read =>
  (d) =>
    d.length < 47
      ? undefined
      : [
          [`${system}Id`, d.readUInt32BE(0)],
          [`${system}Flag`, d[4] ?? 0],
          [`${system}Event`, d[5] ?? 0],
          [`${system}Level`, d[6] ?? 0],
          ...(more(d) ?? []),
          [`${system}Speed`, d[12] ?? 0],
        ]
const adas = withLevel('adas', (d) => [
  ['adasFrontSpeed', d[alarmHead] ?? 0],
  ['adasFrontDistance', d[8] ?? 0],
  ['adasDeviation', d[9] ?? 0],
])
const dsm = withLevel('dsm', (d) => [['dsmFatigue', d[alarmHead] ?? 0]])
const tyreHead = 41
const tyreLength = 9
/** The types of all tyres together, as bits; bit 0 is the regular report and no alarm. */
const tpms: Read = (d) => {
  if (d.length < tyreHead) return undefined
  const tyres = d[40] ?? 0
  if (d.length < tyreHead + tyres * tyreLength) return undefined
  let worst = 0
  let wheel = 0
  for (let i = 0; i < tyres; i++) {
    const at = tyreHead + i * tyreLength
    const bits = d.readUInt16BE(at + 1) & ~1
    if (bits === 0) continue
    // The lowest bit that is set, of the first tyre that has one.
    worst ||= bits & -bits
    wheel ||= d[at] ?? 0
  }
  return [
    ['tpmsId', d.readUInt32BE(0)],
    ['tpmsFlag', d[4] ?? 0],
    ['tpmsTyres', tyres],
    ...(worst === 0
      ? []
      : ([
          ['tpmsEvent', worst],
          ['tpmsWheel', wheel],
        ] as const)),
    ['tpmsSpeed', d[5] ?? 0],
  ]
}
/** 41 bytes, or 42 where the maker tells a level after the type. */
const bsd: Read = (d) => {
  if (d.length < 41) return undefined
  const hasLevel = d.length > 41
  return [
    ['bsdId', d.readUInt32BE(0)],
    ['bsdFlag', d[4] ?? 0],
    ['bsdEvent', d[5] ?? 0],
    ...(hasLevel ? ([['bsdLevel', d[6] ?? 0]] as const) : []),
    ['bsdSpeed', d[hasLevel ? 7 : 6] ?? 0],
  ]
}
const items: Readonly<Record<number, Read>> = { 100: adas, 101: dsm, 102: tpms, 103: bsd }
/** @returns names and numbers of an item, or undefined where it is none of these or too short to be one. */
export const readSafety = (id: number, data: Buffer): Named | undefined => items[id]?.(data)

/** Mistakes of a pack: where (file:line) and what to do. All are told at once; with one, nothing is loaded. */
export interface Fault {
  readonly file: string
  readonly line: number
  readonly zh: string
}
export class PackError extends Error {
  override readonly name = 'PackError'
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[]) {
    super(faultLines(faults).join('\n'))
    this.faults = faults
  }
}
const shown = 30
export const faultLines = (faults: readonly Fault[]): readonly string[] => [
  ...faults.slice(0, shown).map((f) => `${f.file}:${f.line} ${f.zh}`),
  ...(faults.length > shown ? [`…… 另有 ${faults.length - shown} 处`] : []),
]

/**
 * 数据勾稽: a claim as one writes it, recomputed. Sides are numbers or indicator ids; `526+152=668` is a sum, `1749/3614=86%` a rate.
 * A printed rate is right when it is the true one rounded to the digits that were printed; 余, 约, 以上 in print are `>=` and `~`.
 */
export interface Claim {
  readonly text: string
  readonly parts: readonly string[]
  readonly operator: '+' | '-' | '/'
  readonly relation: '=' | '>=' | '~'
  readonly printed: string
  readonly isPercent: boolean
}
export interface Verdict {
  readonly text: string
  readonly isRight: boolean
  /** What it should have been, as it would be printed. */
  readonly found: string
}
const operand = String.raw`(?:\d+(?:\.\d+)?|[a-z][a-z-]*\.[a-z0-9-]+)`
const form = new RegExp(
  String.raw`^(${operand}(?:\s*[+\-/]\s*${operand})*)\s*(=|>=|~)\s*(\d+(?:\.\d+)?|[a-z][a-z-]*\.[a-z0-9-]+)\s*(%?)$`,
)

/** Undefined for a text that is no claim. One kind of operator a claim: sums, differences or one rate. */
export const parseClaim = (text: string): Claim | undefined => {
  const match = form.exec(text.trim())
  if (!match) return undefined
  const [, left = '', relation = '=', printed = '', percent = ''] = match
  const operators = new Set(left.match(/(?<=[\s\da-z%])[+/]|(?<=[\d\s])-(?=[\d\s])/g) ?? [])
  const operator = (operators.has('/') ? '/' : operators.has('-') ? '-' : '+') as Claim['operator']
  const parts = (operator === '-' ? left.split(/(?<=[\d\s])-(?=[\d\s])/) : left.split(operator)).map((p) => p.trim())
  if (operators.size > 1 || (operator === '/' && parts.length !== 2)) return undefined
  return { text: text.trim(), parts, operator, relation: relation as Claim['relation'], printed, isPercent: percent === '%' }
}
export const idsOf = (claim: Claim): readonly string[] => [...claim.parts, claim.printed].filter((p) => /^[a-z]/.test(p))

const decimalsOf = (text: string): number => text.split('.')[1]?.length ?? 0
/** 约 allows a twentieth either way. */
const nearShare = 0.05

export const judgeClaim = (claim: Claim, figureOf: (id: string) => number | null): Verdict => {
  const read = (text: string): number | null => (/^[a-z]/.test(text) ? figureOf(text) : Number(text))
  const values = claim.parts.map(read)
  const printed = read(claim.printed)
  if (printed === null || values.some((v) => v === null)) return { text: claim.text, isRight: false, found: '—' }
  const [first = 0, ...rest] = values as number[]
  const total =
    claim.operator === '/' ? first / (rest[0] ?? 0) : rest.reduce((sum, v) => (claim.operator === '+' ? sum + v : sum - v), first)
  if (!Number.isFinite(total)) return { text: claim.text, isRight: false, found: '—' }
  const actual = claim.isPercent ? total * 100 : total
  const digits = decimalsOf(claim.printed)
  const rounded = Math.round(actual * 10 ** digits + 1e-9) / 10 ** digits
  const isRight =
    claim.relation === '>='
      ? actual >= printed
      : claim.relation === '~'
        ? Math.abs(actual - printed) <= Math.abs(printed) * nearShare
        : Math.abs(rounded - printed) < 1e-9
  const shown = Math.max(digits, claim.isPercent ? 1 : 0)
  return { text: claim.text, isRight, found: `${actual.toFixed(shown)}${claim.isPercent ? '%' : ''}` }
}

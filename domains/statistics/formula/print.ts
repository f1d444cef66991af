/**
 * 印法: how a figure is printed is a property of the figure. `#` stands for the number in digits, `@` for Chinese numerals, the rest is
 * printed as it is: `#余处`, `约#万吨`, `#%以上`, `不少于#条`, `#万余元`, `@年`. A form without either is a claim in words (`全覆盖`), printed
 * only while the figure bears it out.
 */
export interface PrintRule {
  readonly unit: string
  readonly decimals: number
  /** Empty: the number and its unit. */
  readonly form: string | null
  /** 取整到: 1000 prints 14,012 as 14000 (余 cuts, 约 rounds). */
  readonly step: number | null
}
export interface Goal {
  readonly comparison: '=' | '>=' | '<='
  readonly value: number
}
export type Value = number | string | null

/** Rounds a decimal half up as people do on paper; the binary of 1.005 is not a reason to print 1.00. */
export const roundTo = (value: number, decimals: number): string => {
  const sign = value < 0 ? -1 : 1
  const scaled = Math.round(Number((Math.abs(value) * 10 ** decimals).toPrecision(15)))
  return ((sign * scaled) / 10 ** decimals || 0).toFixed(decimals)
}
const digits = '〇一二三四五六七八九'
/** 1…9999 in Chinese numerals. */
export const chineseNumber = (n: number): string => {
  if (!Number.isInteger(n) || n < 0 || n > 9999) return String(n)
  if (n === 0) return '零'
  const units = ['', '十', '百', '千']
  const marks = [...String(n)]
  const text = marks
    .map((d, i) => (d === '0' ? '零' : `${digits[Number(d)]}${units[marks.length - 1 - i]}`))
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '')
  return text.replace(/^一十/, '十')
}
/** 二 counts as 两 before a measure word, except in ordinals and with 期、级、类. */
const spoken = (n: number, form: string): string =>
  n === 2 && !form.includes('第@') && !/@[期级类]/.test(form) ? '两' : chineseNumber(n)

const stepped = (value: number, rule: PrintRule): string => {
  const form = rule.form ?? ''
  const step = rule.step && rule.step > 0 ? rule.step : 10 ** -rule.decimals
  const exact = Number((value / step).toPrecision(14))
  const cut = form.includes('余') || form.includes('以上') || form.includes('超过')
  return roundTo((cut ? Math.floor(exact) : Math.round(exact)) * step, rule.decimals)
}
export const meets = (value: Value, goal: Goal): boolean => {
  if (typeof value !== 'number') return false
  if (goal.comparison === '>=') return value >= goal.value
  if (goal.comparison === '<=') return value <= goal.value
  return value === goal.value
}
/** A figure as it is printed; “—” where there is none. A goal keeps its hedge (3000余盏 is what was promised). */
export const printFigure = (value: Value, rule: PrintRule, goal?: Goal, isGoal = false): string => {
  if (value === null) return '—'
  const { form, unit, decimals } = rule
  const plain = (text: string): string => `${text}${unit}`
  if (typeof value === 'string') return form?.includes('#') ? form.replace('#', value) : plain(value)
  if (!form) return plain(rule.step ? stepped(value, rule) : roundTo(value, decimals))
  if (form.includes('@')) return form.replace('@', spoken(value, form))
  if (!form.includes('#')) return meets(value, goal ?? { comparison: '>=', value: 100 }) ? form : plain(roundTo(value, decimals))
  const number = stepped(value, rule)
  // 余 says that there is more; an even number is printed as it is.
  const isEven = !isGoal && form.includes('余') && Number(number) === Number(value.toPrecision(14))
  return (isEven ? form.replace('余', '') : form).replace('#', number)
}
/** `>=98`, `≥98`, `=17`, `<=0`; undefined for what is none. */
export const readGoal = (text: string): Goal | undefined => {
  const match = /^(>=|≥|<=|≤|=)?\s*(-?\d+(?:\.\d+)?)$/.exec(text.trim())
  if (!match) return undefined
  const sign = match[1] ?? '='
  return { comparison: sign === '≥' ? '>=' : sign === '≤' ? '<=' : (sign as Goal['comparison']), value: Number(match[2]) }
}

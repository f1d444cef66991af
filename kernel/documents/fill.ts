/** Filling a template: Liquid, with the few ways a paper writes days, money and what is not known. */
import { Liquid } from 'liquidjs'
import { type Block, parseBlocks } from './blocks.ts'

const engine = new Liquid({ strictFilters: true, cache: true })
/** 2026年11月21日, no zero before a month or day (GB/T 9704). */
const paperDay = (value: unknown): string => {
  const text = value instanceof Date ? new Date(value.getTime() + 8 * 3_600_000).toISOString() : String(value ?? '')
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text)
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : ''
}
/** 分 to 元 with two decimals and thousands apart. */
const yuan = (fen: unknown): string =>
  typeof fen === 'number' ? (fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 }) : ''
const digits = '零壹贰叁肆伍陆柒捌玖'
const section = (n: number): string => {
  const units = ['', '拾', '佰', '仟']
  let out = ''
  let isGap = false
  for (let i = 3; i >= 0; i--) {
    const digit = Math.floor(n / 10 ** i) % 10
    if (digit === 0) isGap = out !== ''
    else {
      out += `${isGap ? '零' : ''}${digits[digit]}${units[i]}`
      isGap = false
    }
  }
  return out
}
/** 人民币大写 of an amount in 分, as the 票据 rules write it: 壹仟零伍元整. */
export const capital = (fen: unknown): string => {
  if (typeof fen !== 'number' || !Number.isSafeInteger(fen) || fen < 0) return ''
  const whole = Math.floor(fen / 100)
  const parts = [
    [Math.floor(whole / 1e8) % 10_000, '亿'],
    [Math.floor(whole / 1e4) % 10_000, '万'],
    [whole % 10_000, ''],
  ] as const
  let out = ''
  for (const [n, unit] of parts) {
    if (n === 0) continue
    out += `${out !== '' && n < 1000 ? '零' : ''}${section(n)}${unit}`
  }
  const [jiao, cent] = [Math.floor(fen / 10) % 10, fen % 10]
  const head = whole > 0 ? `${out}元` : ''
  if (jiao === 0 && cent === 0) return `${head || '零元'}整`
  const tail = `${jiao > 0 ? `${digits[jiao]}角` : head ? '零' : ''}${cent > 0 ? `${digits[cent]}分` : '整'}`
  return head + tail
}
engine.registerFilter('day', paperDay)
engine.registerFilter('yuan', yuan)
engine.registerFilter('capital', capital)
/** What is not known stays a line to write on. */
engine.registerFilter('blank', (value: unknown, length = 8) =>
  value === null || value === undefined || value === '' ? '＿'.repeat(Number(length)) : value,
)
/** A line break inside a value would start a block of its own. */
engine.registerFilter('flat', (value: unknown) => String(value ?? '').replaceAll(/\s*\n\s*/g, ' '))

/** Refuses nothing: a template is ours, and one that does not parse is a defect found by its test. */
export const fillTemplate = (source: string, data: Readonly<Record<string, unknown>>): readonly Block[] =>
  parseBlocks(engine.parseAndRenderSync(source, data))

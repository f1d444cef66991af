/** Texts of JT/T 808 are GBK. The platform decodes it; the way back is the same table turned round, made at first use. */
const decoder = new TextDecoder('gbk')
export const fromGbk = (bytes: Uint8Array): string => decoder.decode(bytes).replace(/\0+$/, '')

let table: ReadonlyMap<string, number> | undefined
const makeTable = (): ReadonlyMap<string, number> => {
  const made = new Map<string, number>()
  const pair = new Uint8Array(2)
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low === 0x7f) continue
      pair[0] = high
      pair[1] = low
      const char = decoder.decode(pair)
      if (char.length === 1 && char !== '\ufffd' && !made.has(char)) made.set(char, (high << 8) | low)
    }
  return made
}
/** Characters GBK does not have become question marks. */
export const toGbk = (text: string): Buffer => {
  table ??= makeTable()
  const bytes: number[] = []
  for (const char of text) {
    const code = char.charCodeAt(0)
    const pair = code < 0x80 && char.length === 1 ? undefined : table.get(char)
    if (code < 0x80) bytes.push(code)
    else if (pair === undefined) bytes.push(0x3f)
    else bytes.push(pair >> 8, pair & 0xff)
  }
  return Buffer.from(bytes)
}

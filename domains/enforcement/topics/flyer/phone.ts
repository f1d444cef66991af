/**
 * Telephone numbers in what was read from a flyer. 号段 after 工业和信息化部《电信网编号计划(2017年版)》 and its later allotments; the operator
 * told from them is only where the number began: 携号转网 moves numbers, so a person may state another.
 */
export const phoneKinds = { mobile: '手机', landline: '座机', service: '400/800号码' } as const
export const operators = {
  mobile: '中国移动',
  unicom: '中国联通',
  telecom: '中国电信',
  broadnet: '中国广电',
  virtual: '虚拟运营商',
  unknown: '不明',
} as const
export type PhoneKind = keyof typeof phoneKinds
export type Operator = keyof typeof operators
export interface Phone {
  /** Digits only; a landline with its area code where it was written. */
  readonly number: string
  readonly kind: PhoneKind
  readonly operator: Operator
}
const prefixes: readonly (readonly [Operator, string])[] = [
  ['mobile', '134 135 136 137 138 139 147 148 150 151 152 157 158 159 172 178 182 183 184 187 188 195 197 198'],
  ['unicom', '130 131 132 140 145 146 155 156 166 175 176 185 186 196'],
  ['telecom', '133 141 149 153 173 174 177 180 181 189 190 191 193 199'],
  ['broadnet', '192'],
  ['virtual', '162 165 167 170 171'],
]
const operatorOf = new Map(prefixes.flatMap(([operator, list]) => list.split(' ').map((p) => [p, operator] as const)))

/** One whole number, as a person writes it; undefined where it is none. */
export const parsePhone = (written: string): Phone | undefined => {
  const digits = plainDigits(written).replace(/[^\d+]/g, '')
  const bare = digits.replace(/^(?:\+|00)?86(?=1[3-9]\d{9}$)/, '').replace(/^(?:\+|00)86(?=[1-9]\d{8,10}$)/, '0')
  if (/^1\d{10}$/.test(bare)) {
    const operator = operatorOf.get(bare.slice(0, 3))
    return operator ? { number: bare, kind: 'mobile', operator } : undefined
  }
  if (/^[48]00\d{7}$/.test(bare)) return { number: bare, kind: 'service', operator: 'unknown' }
  // Area codes: 010, 02x of three figures with eight; the others of four with seven or eight. No subscriber's number begins with 0, 1 or 9.
  if (/^0(?:10|2[0-57-9])[2-8]\d{7}$/.test(bare) || /^0[3-9]\d{2}[2-8]\d{6,7}$/.test(bare))
    return { number: bare, kind: 'landline', operator: 'unknown' }
  // A day written as figures is no number of a telephone.
  if (/^20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(bare)) return undefined
  return /^[2-8]\d{7}$/.test(bare) ? { number: bare, kind: 'landline', operator: 'unknown' } : undefined
}
/** Full-width figures and signs to plain ones. */
const plainDigits = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ')

/** Letters that a reader takes for figures; only where figures stand around them. */
const alike: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  D: '0',
  I: '1',
  l: '1',
  '|': '1',
  Z: '2',
  S: '5',
  B: '8',
}
const separators = ' \\-–—_.·•()/~'
const run = new RegExp(`\\+?[\\dOoQDIl|ZSB(][\\dOoQDIl|ZSB${separators}]{5,}`, 'g')

interface Part {
  readonly digits: string
  /** A sign stood before it. */
  readonly isApart: boolean
}
/** Cuts a run into whole numbers, at signs only, so that all of it is used; undefined where that cannot be. */
const cut = (parts: readonly Part[]): readonly Phone[] | undefined => {
  if (parts.length === 0) return []
  for (let n = 1; n <= Math.min(parts.length, 5); n++) {
    const phone = parsePhone(
      parts
        .slice(0, n)
        .map((p) => p.digits)
        .join(''),
    )
    const rest = phone ? cut(parts.slice(n)) : undefined
    if (phone && rest) return [phone, ...rest]
  }
  return undefined
}
/** A run of 22 or 33 figures without signs: mobile numbers put side by side. */
const sideBySide = (digits: string): readonly Phone[] | undefined => {
  if (digits.length < 22 || digits.length % 11 !== 0) return undefined
  const all = Array.from({ length: digits.length / 11 }, (_, i) => parsePhone(digits.slice(i * 11, i * 11 + 11)))
  return all.every((p) => p?.kind === 'mobile') ? all.filter((p) => p !== undefined) : undefined
}
export interface Reading {
  /** As it was read. */
  readonly shown: string
  /** Absent where the figures make no number. */
  readonly phone?: Phone
  /** 0–1, of the line it stands in. */
  readonly confidence: number
}
/** The numbers in lines of writing; of figures that nearly make one, what was read. Each number once, with the best confidence. */
export const findPhones = (lines: readonly { readonly text: string; readonly confidence: number }[]): readonly Reading[] => {
  const found = new Map<string, Reading>()
  const keep = (reading: Reading): void => {
    const key = reading.phone?.number ?? reading.shown
    if ((found.get(key)?.confidence ?? -1) < reading.confidence) found.set(key, reading)
  }
  for (const { text, confidence } of lines)
    for (const [shown] of plainDigits(text).matchAll(run)) {
      const figures = shown.replace(/[OoQDIl|ZSB]/g, (c) => alike[c] ?? c)
      if (shown.replace(/\D/g, '').length < 6) continue
      const parts = figures
        .split(new RegExp(`[${separators}]+`))
        .filter((digits) => digits !== '')
        .map((digits, n): Part => ({ digits, isApart: n > 0 }))
      const digits = figures.replace(/\D/g, '')
      const phones = cut(parts) ?? sideBySide(digits)
      // A letter that was taken for a figure leaves a doubt that the reader itself does not tell.
      const sureness = figures === shown ? confidence : Math.min(confidence, 0.6)
      // Eight figures without an area code may be anything.
      for (const phone of phones ?? [])
        keep({ shown: shown.trim(), phone, confidence: phone.number.length === 8 ? Math.min(sureness, 0.6) : sureness })
      if (!phones && digits.length >= 10) keep({ shown: shown.trim(), confidence: sureness })
    }
  return [...found.values()]
}

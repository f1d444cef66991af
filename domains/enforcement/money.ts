/** Money is whole fen; it is printed in 元 or 万元 with any number of decimals, rounded half up, exactly. */

const scales = { yuan: { zh: '元', digits: 2 }, wan: { zh: '万元', digits: 6 } } as const
export type MoneyUnit = keyof typeof scales

export const printMoney = (fen: number, unit: MoneyUnit = 'yuan', decimals = 2): string => {
  const { zh, digits } = scales[unit]
  const whole = BigInt(Math.round(fen))
  const sign = whole < 0n ? '-' : ''
  const size = whole < 0n ? -whole : whole
  const cut = digits - decimals
  const shown = cut > 0 ? (size + 5n * 10n ** BigInt(cut - 1)) / 10n ** BigInt(cut) : size * 10n ** BigInt(-cut)
  const text = shown.toString().padStart(decimals + 1, '0')
  const point = text.length - decimals
  return `${sign}${text.slice(0, point)}${decimals > 0 ? `.${text.slice(point)}` : ''}${zh}`
}
export const yuan = (fen: number | null | undefined): string =>
  fen === null || fen === undefined ? '—' : printMoney(fen, 'yuan', fen % 100 === 0 ? 0 : 2)

/** 加处罚款 (行政处罚法第72条): a share of the fine for each day after the deadline, never above the fine itself. */
export const surchargeFen = (fineFen: number, daysLate: number, percentPerDay: number): number =>
  Math.min(fineFen, Math.round((fineFen * Math.max(0, daysLate) * percentPerDay) / 100))

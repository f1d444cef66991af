/** A table as CSV that Excel opens with its Chinese right. */

/** As text of a spreadsheet: quoted where needed, and never taken for a formula. */
const cell = (value: unknown): string => {
  const text = value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)
  const safe = /^[=+\-@\t]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
/** @param rows the first is the head */
export const downloadCsv = (name: string, rows: readonly (readonly unknown[])[]): void => {
  const text = `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}`
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  link.download = `${name}.csv`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** A table as CSV that Excel opens with its Chinese right. */
const cell = (value: string | number | null): string =>
  value === null ? '' : /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value)
export const downloadCsv = (name: string, rows: readonly (readonly (string | number | null)[])[]): void => {
  const text = `\ufeff${rows.map((r) => r.map(cell).join(',')).join('\r\n')}`
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  link.download = `${name}.csv`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

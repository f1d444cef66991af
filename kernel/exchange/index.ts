/** Sheets in and out. */

export { type ExportFormat, exportMime, streamExport } from './export.ts'
export { type Imported, type ImportOrder, importSheet } from './import.ts'
export { exchangeRoutes } from './routes.ts'
export { readSheet, type Sheet } from './sheet.ts'
export { writeTemplate } from './template.ts'

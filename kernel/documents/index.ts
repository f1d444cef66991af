/** Papers: templates filled, laid out as GB/T 9704-2012, written as .docx, PDF or a page. */
export { type Block, parseBlocks } from './blocks.ts'
export { type Printed, writeDocx } from './docx.ts'
export { capital, fillTemplate } from './fill.ts'
export { writeHtml } from './html.ts'
export { type Label, writeLabels } from './labels.ts'
export { writePdf, writeVolume } from './pdf.ts'

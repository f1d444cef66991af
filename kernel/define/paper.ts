/** Paper 文书: a printed face of one row. The template is Liquid text with one mark at the head of a line; printing is a pure function of the data. */
import type { WorkContext } from '../context.ts'

export interface PaperText {
  /** Liquid source, see `kernel/documents/blocks.ts` for the marks. */
  readonly source: string
  readonly data: Readonly<Record<string, unknown>>
  /** Its number as printed; the file is named by it. */
  readonly number: string
}
export interface Paper {
  readonly id: string
  readonly zh: string
  /** The definition whose rows it prints. */
  readonly of: string
  /** One paper or, for a volume, all that belong to it in order; nothing where this row has none. */
  readonly texts: (
    ctx: WorkContext,
    row: Readonly<Record<string, unknown>>,
  ) => Promise<readonly (PaperText & { readonly zh?: string })[]>
  /** A volume gets a cover and a catalogue with page numbers. */
  readonly isVolume?: boolean
}
export const paper = (spec: Paper): Paper => spec

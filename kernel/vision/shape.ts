/** What is found in a picture: all measures in pixels of the picture as it is shown upright. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}
/** A line of writing. */
export interface TextLine {
  readonly text: string
  /** 0–1, mean over its characters. */
  readonly confidence: number
  readonly box: Box
}
/** A thing of a class the model knows. */
export interface FoundObject {
  readonly name: string
  /** 0–1, objectness × class. */
  readonly confidence: number
  readonly box: Box
}
export interface ReadOptions {
  /** Read upside down: for what is not found upright. */
  readonly turned?: boolean
  /** Spread the light over the whole range first: for faint writing. */
  readonly stretched?: boolean
}
export type ReaderTask =
  | ({ readonly kind: 'text'; readonly bytes: Uint8Array } & ReadOptions)
  | { readonly kind: 'objects'; readonly bytes: Uint8Array; readonly model: string; readonly least: number }
export type ReaderAnswer =
  | { readonly id: number; readonly lines: readonly TextLine[] }
  | { readonly id: number; readonly objects: readonly FoundObject[] }
  | { readonly id: number; readonly error: string; readonly isAbsent: boolean }

/** The upright box around corners. */
export const boundsOf = (corners: readonly (readonly [number, number])[]): Box => {
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
}
/** Shared area ÷ joint area. */
export const overlap = (a: Box, b: Box): number => {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left)
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top)
  if (width <= 0 || height <= 0) return 0
  const shared = width * height
  return shared / (a.width * a.height + b.width * b.height - shared)
}

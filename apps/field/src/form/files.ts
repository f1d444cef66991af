import type { TakenPhoto } from '../photo/shrink.ts'

/** Files of a form by field, before they have ids. */
export type FormFiles = Record<string, readonly TakenPhoto[]>

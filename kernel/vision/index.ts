/** Pictures that are read: writing and things. Isolated in a process of its own, optional, never in the way of taking a picture in. */

export { hasPlate, headBoxes, plateBoxes } from './private.ts'
export { createReader, detectorModel, pictureReader, type Reader } from './reader.ts'
export { type Box, boundsOf, type FoundObject, overlap, type TextLine } from './shape.ts'

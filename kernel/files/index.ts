/** Files: photos with their evidence, papers, recordings. */

export { type Buckets, createBuckets } from './bucket.ts'
export type { FileView } from './contract.ts'
export { findStored, keepFile, type Prepared, prepareFile, type StoredFile } from './keep.ts'
export { kindOf } from './kind.ts'
export { publicOf, publishedOf, publishRoutes, requestPublication } from './publish.ts'
export { fileRoutes, readParts, type UploadedPart } from './routes.ts'
export { blobPath, putBlob, readBlob, sha256Of, streamBlob } from './store.ts'

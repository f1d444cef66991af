export { en } from './en.ts'
export { zh } from './zh.ts'

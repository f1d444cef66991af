export * from './law.ts'
export * from './people.ts'

/** The process that reads pictures, one after the other: a crash or a hang of the native library ends it and nothing else. */
import { createLetters } from './letters.ts'
import { createObjects } from './objects.ts'
import type { ReaderAnswer, ReaderTask } from './shape.ts'

let letters: ReturnType<typeof createLetters> | undefined
let objects: ReturnType<typeof createObjects> | undefined
const absent = new Set(['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND', 'ERR_DLOPEN_FAILED'])

const run = async (id: number, task: ReaderTask): Promise<ReaderAnswer> => {
  if (task.kind === 'text') {
    letters ??= createLetters()
    return { id, lines: await (await letters)(task.bytes, task) }
  }
  objects ??= createObjects()
  return { id, objects: await (await objects)(task.bytes, task.model, task.least) }
}
process.on('message', ({ id, task }: { readonly id: number; readonly task: ReaderTask }) => {
  run(id, task)
    .catch((error: unknown): ReaderAnswer => {
      const code = String(Reflect.get(Object(error), 'code') ?? '')
      return { id, error: String(error).slice(0, 300), isAbsent: absent.has(code) }
    })
    .then((answer) => process.send?.(answer))
})
process.on('disconnect', () => process.exit(0))

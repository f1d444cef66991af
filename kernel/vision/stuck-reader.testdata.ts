/** A reader that goes wrong as its first byte says: 1 hangs, 2 dies, 3 asks for a package nobody has; else answers an empty page. */
import { importOptional } from './letters.ts'

process.on('message', async ({ id, task }: { readonly id: number; readonly task: { readonly bytes: Uint8Array } }) => {
  const [how] = task.bytes
  if (how === 1) return
  if (how === 2) process.exit(3)
  if (how === 3) {
    const error: unknown = await importOptional('@nowhere/no-such-reader').catch((e: unknown) => e)
    const isAbsent = Reflect.get(Object(error), 'code') === 'ERR_MODULE_NOT_FOUND'
    return process.send?.({ id, error: String(error), isAbsent })
  }
  process.send?.({ id, lines: [] })
})
process.on('disconnect', () => process.exit(0))

/**
 * Which facts anybody outside has subscribed to, known to this process: asked with every fact before it is written, so that an
 * installation without receivers pays nothing. Read at start and again whenever a receiver changes in any process.
 */
import { changeChannel, type Kernel, raw, readChanges } from '#kernel'

const wanted = new Set<string>()
export const isWanted = (fact: string): boolean => wanted.has(fact)

const reload = async (kernel: Kernel): Promise<void> => {
  const { rows } = await raw<{ event: string }>(
    kernel.db.admin,
    'select distinct jsonb_array_elements_text(to_jsonb(events)) as event from connect.receiver where is_active and retired_at is null',
    [],
  )
  wanted.clear()
  for (const { event } of rows) wanted.add(event)
}
export const watchReceivers = async (kernel: Kernel): Promise<void> => {
  await kernel.db.listen(changeChannel, (payload) => {
    if (readChanges(payload).some(([, type]) => type === 'connect.receiver'))
      reload(kernel).catch((error: unknown) => kernel.log.error({ err: error }, 'receivers could not be read'))
  })
  await reload(kernel)
}

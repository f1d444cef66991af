/** Fills the in-memory board of open cases when a process starts. */
import { type Kernel, raw } from '#kernel'
import type { BoardEntry, CaseBoard } from './similar.ts'

export const rememberOpenCases = async (kernel: Kernel, board: CaseBoard): Promise<void> => {
  const { rows: districts } = await raw<{ code: string }>(kernel.db.app, 'select code from kernel.district', [])
  for (const { code } of districts) {
    const { rows } = await kernel.db.withDistricts([code], (tx) =>
      raw<Omit<BoardEntry, 'at'> & { createdAt: Date }>(
        tx,
        `select id, number, category, lon, lat, created_at as "createdAt" from cases."case"
         where closed_at is null and lon is not null and created_at > $1 order by created_at desc limit 50000`,
        [new Date(kernel.now().getTime() - 72 * 3_600_000)],
      ),
    )
    for (const { createdAt, ...entry } of rows.toReversed()) board.add({ ...entry, at: createdAt.getTime() })
  }
}

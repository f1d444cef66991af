/** 疑似重复使用的照片: the same picture handed in before, in this district, for something else. A hint for the person who checks, never a refusal. */
import type { WorkContext } from '../context.ts'
import { raw } from '../db/index.ts'
import type { Reuse } from './contract.ts'

export const reuseBitLimit = 6
const lookBackDays = 180
const mostShown = 5
/** A photo is put to use soon after it was taken in; the journal is searched that long after the upload. */
const useHours = 12

type Found = Omit<Reuse, 'subjectNumber'>

/** Number of the subject whose journal first names the file. */
const findSubjectNumber = async (ctx: WorkContext, file: Found): Promise<string | null> => {
  const { rows } = await raw<{ number: string | null }>(
    ctx.tx,
    `select o.changes->>'number' as number
     from (select subject_id from kernel.journal j where j.district = $1 and j.at >= $2 and j.at < $2::timestamptz + interval '${useHours} hours'
       and (j.detail::text like '%' || $3 || '%' or j.changes::text like '%' || $3 || '%') order by j.at limit 1) f
     join kernel.journal o on o.district = $1 and o.subject_id = f.subject_id and o.seq = 1`,
    [ctx.district, file.uploadedAt, file.fileId],
  )
  return rows[0]?.number ?? null
}

/** Earlier files of the district, nearest first, that are the same bytes or the same picture (at most 6 of 64 bits differ). */
export const findReuse = async (ctx: WorkContext, sha256: string, phash: string | null): Promise<Reuse[]> => {
  const since = new Date(ctx.now.getTime() - lookBackDays * 86_400_000)
  const { rows } = await raw<Found>(
    ctx.tx,
    `select id as "fileId", uploaded_at as "uploadedAt", distance from (
       select id, uploaded_at, case when sha256 = $2 then 0 else bit_count((phash # $3::bigint)::bit(64))::int end as distance
       from kernel.file where district = $1 and uploaded_at >= $4 and (sha256 = $2 or phash is not null and $3::bigint is not null)) f
     where distance <= ${reuseBitLimit} order by distance, uploaded_at desc, id limit ${mostShown}`,
    [ctx.district, sha256, phash, since],
  )
  const found: Reuse[] = []
  for (const file of rows) found.push({ ...file, subjectNumber: await findSubjectNumber(ctx, file) })
  return found
}

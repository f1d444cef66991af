/** Facts that affairs tells itself. */
import { z } from 'zod'
import { fact } from '#kernel/contract'

/** A task was closed with that rating: what handed it out looks whether anything is left. */
export const matterClosed = fact(
  'affairs.matter-closed',
  '督办事项已办结',
  z.object({ sourceType: z.string(), sourceId: z.string(), issue: z.string().nullable(), rating: z.string() }),
)
/** A receipt of a document was answered. */
export const slipAnswered = fact('affairs.slip-answered', '公文已回复', z.object({ document: z.string() }))
/** A newer edition is in force. */
export const editionIssued = fact('affairs.edition-issued', '新版次已施行', z.object({ id: z.string(), prior: z.string() }))
export const adoptionMoved = fact('affairs.adoption-moved', '经验采用变动', z.object({ practice: z.string() }))

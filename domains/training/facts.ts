/** Facts that training tells itself. */
import { z } from 'zod'
import { fact } from '#kernel/contract'

export const scoreChanged = fact('training.score-changed', '绩效得分变动', z.object({ appraisal: z.string() }))
export const editionOut = fact('training.edition-out', '制度新版次', z.object({ id: z.string(), prior: z.string() }))

/** Facts that 油烟噪声扬尘 tells itself. */
import { z } from 'zod'
import { fact } from '#kernel/contract'

export const siteScored = fact(
  'pollution.site-scored',
  '工地已评分',
  z.object({ site: z.string(), score: z.number(), on: z.string(), bad: z.array(z.string()) }),
)
export const facadeCleaned = fact('pollution.facade-cleaned', '外立面已清洗', z.object({ facade: z.string(), on: z.string() }))

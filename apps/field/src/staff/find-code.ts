/** Where a scanned code leads: a receipt, one of our own addresses, or whatever bears this number or code. */

import { showToast } from 'vant'
import { lookUp } from '#kernel/web/api.ts'
import { t } from '#kernel/web/i18n/index.ts'
import { useMeta } from '#kernel/web/meta.ts'

const ownPath = (text: string): string | undefined => {
  const hash = /(?:^|\/)([0-9a-f]{64})$/.exec(text)?.[1]
  if (hash) return `/mine/${hash}`
  const path = /^https?:\/\/[^/]+(?:\/m)?(\/(?:s|rows)\/.+)$/.exec(text)?.[1]
  return path
}
export const pathOfCode = async (text: string): Promise<string> => {
  const own = ownPath(text)
  if (own) return own
  const [hit] = await lookUp(text)
  if (hit) {
    const isProcedure = useMeta().definition(hit.definition)?.primitive === 'procedure'
    return isProcedure ? `/s/${hit.definition}/${hit.id}` : `/rows/${hit.definition}?id=${hit.id}`
  }
  showToast(t('scan.nothing', { code: text.slice(0, 40) }))
  return '/work'
}

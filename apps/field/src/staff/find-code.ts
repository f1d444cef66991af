/** Where a scanned code leads: a receipt, one of our own addresses, a number, or an object with this code. */

import { showToast } from 'vant'
import { listRows } from '#kernel/web/api.ts'
import { t } from '#kernel/web/i18n/index.ts'
import { useMeta } from '#kernel/web/meta.ts'
import type { DefinitionMeta } from '#kernel/web/types.ts'

const asked = 12
/** Components first, then what else can be searched. */
const rank = (d: DefinitionMeta): number =>
  d.id === 'cases.case' ? 0 : d.id === 'grid.component' ? 1 : d.primitive === 'register' ? 2 : 3
const ownPath = (text: string): string | undefined => {
  const hash = /(?:^|\/)([0-9a-f]{64})$/.exec(text)?.[1]
  if (hash) return `/mine/${hash}`
  const path = /^https?:\/\/[^/]+(?:\/m)?(\/(?:s|rows)\/.+)$/.exec(text)?.[1]
  return path
}
export const pathOfCode = async (text: string): Promise<string> => {
  const own = ownPath(text)
  if (own) return own
  const searched = [...useMeta().definitions.values()]
    .filter((d) => d.primitive === 'procedure' || d.fields.some((f) => f.isSearchable))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, asked)
  for (const d of searched) {
    const { rows } = await listRows(d.id, { search: text, limit: 1 })
    const row = rows[0]
    if (row) return d.primitive === 'procedure' ? `/s/${d.id}/${row.id}` : `/rows/${d.id}?id=${row.id}`
  }
  showToast(t('scan.nothing', { code: text.slice(0, 40) }))
  return '/work'
}

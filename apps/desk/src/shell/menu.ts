/** The menu by work: what this person may do, grouped, the daily first. */
import {
  Collection,
  DataAnalysis,
  DocumentChecked,
  Files,
  House,
  Management,
  MapLocation,
  Operation,
  Phone,
  Setting,
  Tickets,
} from '@element-plus/icons-vue'
import type { Component } from 'vue'
import { t } from '#kernel/web/i18n/index.ts'
import type { SheetMeta } from '#kernel/web/sheet/sheets.ts'
import type { Meta } from '#kernel/web/types.ts'

export interface MenuItem {
  readonly path: string
  readonly zh: string
}
export interface MenuGroup {
  readonly zh: string
  readonly icon: Component
  readonly items: readonly MenuItem[]
}
const order = ['案件', '诉求', '执法', '许可', '行业', '地图', '考核', '信用', '报告', '台账', '设置']
const icons: Readonly<Record<string, Component>> = {
  案件: Tickets,
  诉求: Phone,
  执法: Management,
  许可: DocumentChecked,
  行业: Operation,
  地图: MapLocation,
  考核: DataAnalysis,
  台账: Collection,
  设置: Setting,
}
const rank = (group: string): number => {
  const i = order.indexOf(group)
  return i < 0 ? order.length - 2.5 : i
}
export const menuGroups = (
  meta: Meta | null,
  may: (verb: string) => boolean,
  sheets: readonly SheetMeta[],
): readonly MenuGroup[] => {
  const pages = sheets.flatMap((s) =>
    s.menu ? [{ path: `/sheets/${s.key}`, zh: s.zh.split(/[::]/)[0] ?? s.zh, group: s.menu, domain: '' }] : [],
  )
  const grouped = Map.groupBy([...(meta?.menu ?? []), ...pages], (m) => m.group)
  const named = new Set((meta?.menu ?? []).map((m) => m.path))
  /** Definitions that a person may read but no menu names, e.g. those added by configuration. */
  const rest = (meta?.definitions ?? []).filter(
    (d) => d.menu && !named.has(`/rows/${d.id}`) && !(d.id === 'cases.case' && named.has('/cases')),
  )
  for (const d of rest)
    grouped.set(d.menu ?? '', [
      ...(grouped.get(d.menu ?? '') ?? []),
      { path: `/rows/${d.id}`, zh: d.zh, group: d.menu ?? '', domain: '' },
    ])
  const groups = [...grouped]
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([zh, items]) => ({ zh, icon: icons[zh] ?? Files, items }))
  const today: MenuItem[] = [{ path: '/today', zh: t('menu.today') }]
  if (may('files.publish')) today.push({ path: '/publish', zh: t('publish.title') })
  const own: MenuGroup[] = [{ zh: t('menu.today'), icon: House, items: today }]
  const system: MenuItem[] = []
  if (may('audit.read') || may('audit.verify')) system.push({ path: '/journal', zh: t('journal.title') })
  if (
    ['system.people', 'system.units', 'system.messages', 'system.parameters', 'security.appoint', 'security.sessions'].some(may)
  )
    system.push({ path: '/admin', zh: t('admin.title') })
  return [...own, ...groups, ...(system.length > 0 ? [{ zh: t('menu.system'), icon: Operation, items: system }] : [])]
}

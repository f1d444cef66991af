/** Pages of the desk. Every state worth returning to is in the address. */
import { createRouter, createWebHistory } from 'vue-router'
import { CallError, whenSignedOut } from '#kernel/web/call.ts'
import { t } from '#kernel/web/i18n/index.ts'
import { disconnect } from '#kernel/web/live.ts'
import { useMeta } from '#kernel/web/meta.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** Without the shell, for anybody. */
    readonly isBare?: boolean
    /** Without the shell, for who is signed in: the wall. */
    readonly isFull?: boolean
    /** Key of the title. */
    readonly title?: string
  }
}
export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', component: () => import('./pages/MissingPage.vue') },
    { path: '/login', component: () => import('./pages/LoginPage.vue'), meta: { isBare: true, title: 'login.title' } },
    {
      path: '/receipt/:hash?',
      component: () => import('./pages/ReceiptPage.vue'),
      meta: { isBare: true, title: 'receipt.title' },
    },
    { path: '/publish', component: () => import('./pages/PublishPage.vue'), meta: { title: 'publish.title' } },
    { path: '/today', component: () => import('./pages/TodayPage.vue'), meta: { title: 'menu.today' } },
    { path: '/cases', component: () => import('#domains/cases/screens/CasesPage.vue'), meta: { title: 'cases.title' } },
    { path: '/intake', component: () => import('#domains/cases/screens/IntakePage.vue'), meta: { title: 'intake.title' } },
    {
      path: '/sensing/devices',
      component: () => import('#domains/sensing/screens/DevicesPage.vue'),
      meta: { title: 'sensing.count' },
    },
    { path: '/sensing/try', component: () => import('#domains/sensing/screens/TryPage.vue'), meta: { title: 'sensing.try' } },
    {
      path: '/sensing/curve',
      component: () => import('#domains/sensing/screens/CurvePage.vue'),
      meta: { title: 'sensing.curve' },
    },
    { path: '/sensing/radio', component: () => import('#domains/sensing/screens/RadioPage.vue'), meta: { title: 'radio.title' } },
    { path: '/sensing/video', component: () => import('#domains/sensing/screens/VideoPage.vue'), meta: { title: 'video.title' } },
    { path: '/sensing/tap', component: () => import('#domains/sensing/screens/TapPage.vue'), meta: { title: 'sensing.tap' } },
    { path: '/sensing/keys', component: () => import('#domains/sensing/screens/KeysPage.vue'), meta: { title: 'sensing.keys' } },
    {
      path: '/evaluation/ranking',
      component: () => import('#domains/evaluation/screens/RankingPage.vue'),
      meta: { title: 'ranking.title' },
    },
    {
      path: '/evaluation/dry-run',
      component: () => import('#domains/evaluation/screens/DryRunPage.vue'),
      meta: { title: 'dryRun.title' },
    },
    {
      path: '/office/it-board',
      component: () => import('#domains/office/screens/ItBoardPage.vue'),
      meta: { title: 'itBoard.title' },
    },
    {
      path: '/command/floor',
      component: () => import('#domains/command/screens/FloorPage.vue'),
      meta: { title: 'floor.title' },
    },
    {
      path: '/connect/secrets',
      component: () => import('#domains/connect/screens/SecretsPage.vue'),
      meta: { title: 'connect.secrets' },
    },
    { path: '/sheets/:key', component: () => import('./pages/SheetPage.vue') },
    { path: '/rows/:definition', component: () => import('./pages/RowsPage.vue') },
    { path: '/s/:procedure/:id', component: () => import('./pages/SubjectPage.vue') },
    { path: '/map', component: () => import('./pages/MapPage.vue'), meta: { title: 'map.title' } },
    { path: '/stats', component: () => import('./pages/StatsPage.vue'), meta: { title: 'stats.title' } },
    { path: '/journal', component: () => import('./pages/JournalPage.vue'), meta: { title: 'journal.title' } },
    { path: '/admin', component: () => import('./pages/AdminPage.vue'), meta: { title: 'admin.title' } },
    { path: '/wall', component: () => import('./wall/WallPage.vue'), meta: { isFull: true, title: 'wall.title' } },
    { path: '/design', component: () => import('./pages/DesignPage.vue'), meta: { title: 'design.title' } },
    { path: '/me', component: () => import('./pages/MePage.vue'), meta: { title: 'me.title' } },
    { path: '/:rest(.*)*', component: () => import('./pages/MissingPage.vue'), meta: { title: 'missing.title' } },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? undefined,
})
const toLogin = (path: string) => ({ path: '/login', query: path === '/' || path.startsWith('/login') ? {} : { to: path } })
router.beforeEach(async (to) => {
  if (to.meta.isBare) return true
  const meta = useMeta()
  try {
    const loaded = meta.meta ?? (await meta.load())
    return to.path === '/' ? (loaded.me.posts[0]?.home ?? '/today') : true
  } catch (error) {
    if (error instanceof CallError && error.code === 'identity.required') return toLogin(to.fullPath)
    return { path: '/login', query: { to: to.fullPath, down: '1' } }
  }
})
router.afterEach((to) => {
  const definition = typeof to.params.definition === 'string' ? useMeta().definition(to.params.definition)?.zh : undefined
  const word = to.meta.title ? t(to.meta.title) : definition
  document.title = word ? `${word} · ${t('app.name')}` : t('app.name')
})
whenSignedOut(() => {
  const meta = useMeta()
  const { currentRoute } = router
  if (!meta.meta || currentRoute.value.meta.isBare) return
  meta.forget()
  disconnect()
  router.replace(toLogin(currentRoute.value.fullPath)).catch(() => undefined)
})

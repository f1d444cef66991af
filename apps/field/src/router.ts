/** Two faces below one address: a citizen's, open to anybody, and an officer's, after signing in. */
import { createRouter, createWebHistory } from 'vue-router'
import { CallError, whenSignedOut } from '#kernel/web/call.ts'
import { t } from '#kernel/web/i18n/index.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** Only for those signed in. */
    readonly isStaff?: boolean
    readonly hasTabs?: boolean
    /** Key of the title. */
    readonly title: string
  }
}
const tab = (title: string) => ({ isStaff: true, hasTabs: true, title })
export const router = createRouter({
  history: createWebHistory('/m/'),
  routes: [
    { path: '/', component: () => import('./citizen/HomePage.vue'), meta: { title: 'home.title' } },
    { path: '/snap', component: () => import('./citizen/SnapPage.vue'), meta: { title: 'snap.program' } },
    { path: '/mine', component: () => import('./citizen/MinePage.vue'), meta: { title: 'mine.title' } },
    { path: '/mine/:key', component: () => import('./citizen/ProgressPage.vue'), meta: { title: 'mine.one' } },
    { path: '/survey/:code?', component: () => import('./citizen/SurveyPage.vue'), meta: { title: 'survey.title' } },
    { path: '/renovation', component: () => import('./citizen/RenovationPage.vue'), meta: { title: 'renovation.title' } },
    { path: '/sorting', component: () => import('./citizen/SortingPage.vue'), meta: { title: 'sorting.title' } },
    { path: '/parking', component: () => import('./citizen/ParkingPage.vue'), meta: { title: 'parking.title' } },
    { path: '/garden', component: () => import('./citizen/GardenPage.vue'), meta: { title: 'garden.title' } },
    { path: '/volunteer', component: () => import('./citizen/VolunteerPage.vue'), meta: { title: 'volunteer.title' } },
    { path: '/toilets', component: () => import('./citizen/ToiletsPage.vue'), meta: { title: 'toilets.title' } },
    { path: '/spots', component: () => import('./citizen/SpotsPage.vue'), meta: { title: 'spots.title' } },
    { path: '/account', component: () => import('./citizen/AccountPage.vue'), meta: { title: 'civic.account' } },
    { path: '/news', component: () => import('./citizen/NewsPage.vue'), meta: { title: 'civic.news' } },
    { path: '/policies', component: () => import('./citizen/PoliciesPage.vue'), meta: { title: 'civic.policies' } },
    { path: '/notices', component: () => import('./citizen/NoticesPage.vue'), meta: { title: 'civic.notices' } },
    { path: '/law', component: () => import('./citizen/LawPage.vue'), meta: { title: 'civic.law' } },
    { path: '/decide', component: () => import('./citizen/DecidePage.vue'), meta: { title: 'civic.decide' } },
    { path: '/events', component: () => import('./citizen/EventsPage.vue'), meta: { title: 'civic.events' } },
    { path: '/enterprise', component: () => import('./citizen/EnterprisePage.vue'), meta: { title: 'civic.enterprise' } },
    { path: '/bikes', component: () => import('./citizen/BikesPage.vue'), meta: { title: 'civic.bikes' } },
    { path: '/frontage', component: () => import('./citizen/FrontagePage.vue'), meta: { title: 'civic.frontage' } },
    { path: '/permits', component: () => import('./citizen/PermitsPage.vue'), meta: { title: 'civic.permits' } },
    { path: '/credit', component: () => import('./citizen/CreditPage.vue'), meta: { title: 'civic.credit' } },
    { path: '/queue', component: () => import('./shell/QueuePage.vue'), meta: { title: 'queue.title' } },
    { path: '/login', component: () => import('./staff/LoginPage.vue'), meta: { title: 'login.title' } },
    { path: '/work', component: () => import('./staff/WorkPage.vue'), meta: tab('tabs.work') },
    { path: '/work/map', component: () => import('./staff/MapPage.vue'), meta: tab('tabs.map') },
    { path: '/work/report', component: () => import('./staff/ReportPage.vue'), meta: tab('tabs.report') },
    { path: '/work/start', component: () => import('./staff/StartPage.vue'), meta: { isStaff: true, title: 'start.title' } },
    {
      path: '/work/start/:definition/:action?',
      component: () => import('./staff/StartFormPage.vue'),
      meta: { isStaff: true, title: 'start.title' },
    },
    { path: '/work/patrol', component: () => import('./staff/PatrolPage.vue'), meta: tab('tabs.patrol') },
    { path: '/work/radio', component: () => import('./staff/RadioPage.vue'), meta: { isStaff: true, title: 'radio.title' } },
    { path: '/work/me', component: () => import('./staff/MePage.vue'), meta: tab('tabs.me') },
    {
      path: '/s/:procedure/:id',
      component: () => import('./staff/SubjectPage.vue'),
      meta: { isStaff: true, title: 'tabs.work' },
    },
    { path: '/rows/:definition', component: () => import('./staff/RowPage.vue'), meta: { isStaff: true, title: 'row.title' } },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})
const toLogin = (path: string) => ({ path: '/login', query: path === '/work' ? {} : { to: path } })
router.beforeEach(async (to) => {
  if (!to.meta.isStaff) return true
  const { ensureSession } = await import('./staff/session.ts')
  try {
    await ensureSession()
    // A patrol that was going on when the app was closed goes on wherever it is opened.
    const { resumePatrol } = await import('./staff/patrol.ts')
    await resumePatrol()
    return true
  } catch (error) {
    if (!(error instanceof CallError)) console.error(error)
    return toLogin(to.fullPath)
  }
})
router.afterEach((to) => {
  document.title = `${t(to.meta.title)} · ${t('app.name')}`
})
whenSignedOut(() => {
  const { currentRoute } = router
  if (!currentRoute.value.meta.isStaff) return
  import('#kernel/web/meta.ts')
    .then(({ useMeta }) => useMeta().forget())
    .then(() => router.replace(toLogin(currentRoute.value.fullPath)))
    .catch(() => undefined)
})

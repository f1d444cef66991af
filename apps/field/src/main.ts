import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { followServerClock } from '#kernel/web/clock.ts'
import { addWords, i18n, locale, setLocale } from '#kernel/web/i18n/index.ts'
import App from './App.vue'
import './vant-styles.ts'
import './styles.css'
import { startQueue } from './queue/use-queue.ts'
import { router } from './router.ts'
import { startServiceWorker } from './shell/update.ts'
import * as words from './words/index.ts'

addWords(words)
setLocale(locale())
const app = createApp(App)
app.use(createPinia())
app.use(i18n)
app.use(router)
app.config.errorHandler = (error) => console.error(error)
followServerClock()
startQueue()
startServiceWorker()
app.mount('#app')

import ElementPlus from 'element-plus'
import 'element-plus/dist/index.css'
import 'element-plus/theme-chalk/dark/css-vars.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { prepareCases } from '#domains/cases/screens/prepare.ts'
import * as caseWords from '#domains/cases/screens/words.ts'
import * as commandWords from '#domains/command/screens/words.ts'
import * as connectWords from '#domains/connect/screens/words.ts'
import { prepareEnforcement } from '#domains/enforcement/screens/prepare.ts'
import * as evaluationWords from '#domains/evaluation/screens/words.ts'
import * as officeWords from '#domains/office/screens/words.ts'
import * as sensingWords from '#domains/sensing/screens/words.ts'
import { followServerClock } from '#kernel/web/clock.ts'
import { addWords, i18n, locale, setLocale } from '#kernel/web/i18n/index.ts'
import App from './App.vue'
import { prepareMap } from './map-ground.ts'
import { router } from './router.ts'
import './styles.css'
import * as words from './words/index.ts'

addWords(words)
addWords(caseWords)
addWords(commandWords)
addWords(connectWords)
addWords(evaluationWords)
addWords(officeWords)
addWords(sensingWords)
prepareMap()
prepareCases()
prepareEnforcement()
setLocale(locale())
const app = createApp(App)
app.use(createPinia())
app.use(i18n)
app.use(ElementPlus)
app.use(router)
app.config.errorHandler = (error) => console.error(error)
followServerClock()
app.mount('#app')

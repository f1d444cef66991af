/** Words of the screens: Chinese first. Labels of data come from the definitions themselves. */
import { createI18n } from 'vue-i18n'
import { en } from './en.ts'
import { zh } from './zh.ts'

export type Locale = 'zh' | 'en'
const stored = (): Locale => (typeof localStorage !== 'undefined' && localStorage.getItem('locale') === 'en' ? 'en' : 'zh')
export const i18n = createI18n({ legacy: false, locale: stored(), fallbackLocale: 'zh', messages: { zh, en } })
export const t = (key: string, params: Readonly<Record<string, unknown>> = {}): string => i18n.global.t(key, { ...params })
export const hasWord = (key: string): boolean => i18n.global.te(key)
export const locale = (): Locale => i18n.global.locale.value
/** Adds the words of an application or a domain's screens. */
export const addWords = (words: { readonly zh: object; readonly en: object }): void => {
  i18n.global.mergeLocaleMessage('zh', words.zh)
  i18n.global.mergeLocaleMessage('en', words.en)
}
export const setLocale = (to: Locale): void => {
  i18n.global.locale.value = to
  localStorage.setItem('locale', to)
  document.documentElement.lang = to === 'en' ? 'en' : 'zh-CN'
}
/** A label that data carries in both languages. */
export const labelOf = (spec: { readonly zh: string; readonly en?: string | null }): string =>
  locale() === 'en' && spec.en ? spec.en : spec.zh

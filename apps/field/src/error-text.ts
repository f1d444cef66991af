/** A failure in words, and trying something with its failure shown. */
import { showToast } from 'vant'
import { CallError } from '#kernel/web/call.ts'
import { locale, t } from '#kernel/web/i18n/index.ts'

export const errorText = (error: unknown): string =>
  error instanceof CallError ? (locale() === 'en' ? error.en : error.message) : t('error.bug')
/** A failure that was written down, in the person's language. */
export const problemText = (problem: { readonly zh: string; readonly en: string }): string =>
  locale() === 'en' ? problem.en : problem.zh
export const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof CallError)) console.error(error)
    showToast({ message: errorText(error), duration: 4000, wordBreak: 'break-word' })
    return undefined
  }
}
/** For what may fail in silence: hints, refreshing, the next page. */
export const quietly = (work: Promise<unknown>): void => {
  work.catch(() => undefined)
}

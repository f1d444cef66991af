/** Asks for a sentence; undefined when the person turns back. */
import { ElMessageBox } from 'element-plus'
import { t } from './i18n/index.ts'

export interface Question {
  readonly title: string
  readonly text: string
  readonly yes: string
  /** Fewest characters, and what to say when there are fewer. */
  readonly least: number
  readonly short: string
}
export const askSentence = async (q: Question): Promise<string | undefined> => {
  try {
    const answer = await ElMessageBox.prompt(q.text, q.title, {
      confirmButtonText: q.yes,
      cancelButtonText: t('common.cancel'),
      inputValidator: (value: string | null) => (value ?? '').trim().length >= q.least || q.short,
    })
    return (answer as { readonly value?: string }).value?.trim()
  } catch {
    return undefined
  }
}
export const askSure = async (title: string, text: string, yes: string): Promise<boolean> => {
  try {
    await ElMessageBox.confirm(text, title, { confirmButtonText: yes, cancelButtonText: t('common.cancel'), type: 'warning' })
    return true
  } catch {
    return false
  }
}

/** What generic screens have to know of enforcement: which benchmarks belong to the act. */
import { defineRefHint } from '#kernel/web/codes.ts'

export const prepareEnforcement = (): void => {
  defineRefHint(
    'enforcement.benchmark',
    ({ lawCode }): Readonly<Record<string, unknown>> => (typeof lawCode === 'string' && lawCode !== '' ? { law: lawCode } : {}),
  )
}

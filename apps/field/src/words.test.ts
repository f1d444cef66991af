import { expect, it } from 'vitest'
import { compareWords } from '#kernel/web/i18n/compare.ts'
import { en, zh } from './words/index.ts'

it('says the same in Chinese and English', () => {
  expect(compareWords(zh, en)).toEqual([])
})

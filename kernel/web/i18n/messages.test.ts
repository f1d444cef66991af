import { expect, it } from 'vitest'
import { compareWords } from './compare.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

it('says the same in Chinese and English', () => {
  expect(compareWords(zh, en)).toEqual([])
})
it('notices what is missing, unfilled or empty', () => {
  expect(compareWords({ a: '{n}件', b: { c: '是' }, d: ' ' }, { a: 'cases', b: {}, e: 'x' })).toEqual([
    'b.c has no English',
    'd has no English',
    'e has no Chinese',
    'a fills other places',
    'd is empty',
  ])
})

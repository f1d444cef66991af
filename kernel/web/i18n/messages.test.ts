import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { zh } from './zh.ts'

type Tree = { readonly [key: string]: string | Tree }
const keysOf = (tree: Tree, path = ''): readonly string[] => Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [`${path}${key}`] : keysOf(value, `${path}${key}.`)))
const textsOf = (tree: Tree, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[`${path}${key}`, value] as const] : textsOf(value, `${path}${key}.`)))
const parametersOf = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '').sort()

describe('words of the screens', () => {
  it('has the same keys in Chinese and English', () => {
    expect([...keysOf(en)].sort()).toEqual([...keysOf(zh)].sort())
  })
  it('fills the same places in both', () => {
    const english = new Map(textsOf(en))
    for (const [key, text] of textsOf(zh)) expect([key, parametersOf(english.get(key) ?? '')]).toEqual([key, parametersOf(text)])
  })
  it('leaves no text empty', () => {
    for (const [key, text] of [...textsOf(zh), ...textsOf(en)]) expect([key, text.trim() !== '']).toEqual([key, true])
  })
})

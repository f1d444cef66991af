import { expect, test } from 'vitest'
import { heldByNobody, type Post, type Verb } from './posts.ts'

const verb = (name: string): Verb => ({
  verb: name,
  zh: name,
  domain: name.split('.')[0] ?? '',
  domainZh: '',
  group: null,
  groupZh: null,
})
const post = (...verbs: string[]): Post => ({ id: 'p', zh: '岗', verbs, adminKind: null, home: '/', people: 1 })

test('a permission that no post names, plainly or by its branch, is held by nobody', () => {
  const verbs = ['cases.accept', 'cases.list.read', 'cases.list.manage', 'grid.read', 'gas.report'].map(verb)
  const idle = heldByNobody(verbs, [post('cases.list.*'), post('grid.*', 'cases.accept')])
  expect(idle.map((v) => v.verb)).toEqual(['gas.report'])
  expect(heldByNobody(verbs, []).length).toBe(verbs.length)
})

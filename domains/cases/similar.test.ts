import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BoardEntry, createCaseBoard } from './similar.ts'

const metres = 60
const hours = 72
const now = Date.UTC(2026, 4, 1)
const entry = fc.record({
  lon: fc.double({ min: 119.9, max: 119.904, noNaN: true }),
  lat: fc.double({ min: 31.72, max: 31.724, noNaN: true }),
  at: fc.integer({ min: now - 100 * 3_600_000, max: now }),
  category: fc.constantFrom('09006', '01001', null),
})
const distance = (a: { lon: number; lat: number }, b: { lon: number; lat: number }): number => {
  const shrink = Math.cos((b.lat * Math.PI) / 180)
  return Math.hypot((a.lon - b.lon) * shrink, a.lat - b.lat) * 111_320
}

test('the board tells the five nearest of those in reach, as looking at each would', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 60 }), entry, fc.nat(), (made, asked, gone) => {
      const board = createCaseBoard({ metres, hours })
      const entries: readonly BoardEntry[] = made.map((e, i) => ({ ...e, id: `${i}`, number: `N${i}` }))
      for (const e of entries) board.add(e)
      const left = entries.filter((_, i) => i !== gone % Math.max(1, entries.length))
      board.remove(`${gone % Math.max(1, entries.length)}`)
      const expected = left
        .filter((e) => e.at >= now - hours * 3_600_000 && distance(e, asked) <= metres)
        .filter((e) => !e.category || !asked.category || e.category === asked.category)
        .map((e) => Math.round(distance(e, asked)))
        .sort((a, b) => a - b)
        .slice(0, 5)
      expect(board.near({ ...asked, at: now }).map((h) => h.metres)).toEqual(expected)
      expect(board.size()).toBe(left.length)
    }),
  )
})

test('a crowded spot keeps its latest twelve, and forgets those that ended', () => {
  const board = createCaseBoard({ metres, hours })
  const at = { lon: 119.9005, lat: 31.7205, category: null, at: now }
  for (let i = 0; i < 20; i++) board.add({ ...at, id: `${i}`, number: `N${i}` })
  expect(board.size()).toBe(12)
  for (let i = 0; i < 19; i++) board.remove(`${i}`)
  expect(board.near(at).map((h) => h.number)).toEqual(['N19'])
})

import { expect, test } from 'vitest'
import { believe, hear, type Vote } from './belief.ts'

const minute = 60_000
const terms = { weight: () => 0.9, halfMinutes: (s: string) => (s === 'sensor' ? 720 : 30), floor: 0.2 }
const vote = (source: Vote['source'], isTaken: boolean, at: number): Vote => ({ source, isTaken, confidence: 1, at })

test('the newer word wins between equals; both sides believed is a dispute', () => {
  const found = believe([vote('camera', true, 0), vote('scan', false, 0)].reverse(), 0, terms)
  expect(found).toMatchObject({ isDisputed: true, confidence: 0.45 })
  expect(believe([vote('camera', true, 0), vote('scan', false, minute)], minute, terms).state).toBe('free')
})
test('words fade by their half-life, and below the floor nothing is known', () => {
  expect(believe([vote('camera', true, 0)], 30 * minute, terms)).toMatchObject({ state: 'taken', confidence: 0.45 })
  expect(believe([vote('camera', true, 0)], 90 * minute, terms).state).toBe('unknown')
  expect(believe([], 0, terms)).toMatchObject({ state: 'unknown', at: null })
})
test('only the last word of a source counts, and a late one changes nothing', () => {
  const votes = hear([vote('sensor', true, 10)], vote('sensor', false, 5))
  expect(votes).toEqual([vote('sensor', true, 10)])
  expect(hear(votes, vote('sensor', false, 11))).toEqual([vote('sensor', false, 11)])
})

/** Tracing and checking of the network. */
import { expect, it } from 'vitest'
import { findFaults, type Pipe, trace } from './network.ts'

const pipe = (id: string, up: string, down: string, extra: Partial<Pipe> = {}): Pipe => ({
  id,
  up,
  down,
  system: 'rain',
  diameterMm: 600,
  lengthM: 100,
  upInvertM: 3,
  downInvertM: 2,
  ...extra,
})
it('walks a loop once and takes the nearest first', () => {
  const pipes = [pipe('1', 'a', 'b'), pipe('2', 'b', 'c', { lengthM: 10 }), pipe('3', 'c', 'a'), pipe('4', 'b', 'd')]
  expect(trace(pipes, 'a', 'down').map((t) => [t.pipe.id, t.distanceM])).toEqual([
    ['1', 100],
    ['2', 110],
    ['4', 200],
    ['3', 210],
  ])
  expect(trace(pipes, 'd', 'up').map((t) => t.pipe.id)).toEqual(['4', '1', '3', '2'])
  const nodes = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, kind: 'manhole' }))
  expect(findFaults(nodes, pipes).map((f) => `${f.what} ${f.pipe ?? f.node}`)).toEqual([
    'deadEnd d',
    'isolated e',
    'loop a',
    'loop b',
    'loop c',
  ])
})
it('names a reversed slope, a narrowing and sewage into rain', () => {
  const pipes = [
    pipe('1', 'a', 'b', { system: 'sewage', upInvertM: 2, downInvertM: 2.1 }),
    pipe('2', 'b', 'c', { diameterMm: 400 }),
  ]
  const nodes = [
    { id: 'a', kind: 'manhole' },
    { id: 'b', kind: 'manhole' },
    { id: 'c', kind: 'outlet' },
  ]
  expect(findFaults(nodes, pipes).map((f) => `${f.what} ${f.pipe}`)).toEqual(['reversed 1', 'narrowing 1', 'mixed 1'])
})

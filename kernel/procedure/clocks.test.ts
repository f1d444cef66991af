import { describe, expect, it } from 'vitest'
import { nationalCalendar } from '../calendar/index.ts'
import { type ClockEffect, procedure } from '../define/procedure.ts'
import type { ClockRow } from '../write/changes.ts'
import { applyClockEffects } from './clocks.ts'

const definition = procedure('sample.paper', {
  zh: '样例',
  fields: {},
  numbering: { prefix: 'X', per: 'year', digits: 4 },
  statuses: { open: { zh: '在办' }, done: { zh: '办结', kind: 'final' } },
  clocks: {
    plain: { zh: '自然日', limit: { value: 30, unit: 'natural_day' }, byDay: 'plain' },
    carried: { zh: '顺延', limit: { value: 15, unit: 'natural_day' }, byDay: 'carried' },
    work: { zh: '工作日', limit: { value: 7, unit: 'work_day' }, byDay: 'plain' },
  },
}).actions((action) => ({
  open: action({ zh: '立', from: 'new', to: 'open', by: 'x' }),
  end: action({ zh: '结', from: 'open', to: 'done', by: 'x' }),
}))
const owner = {
  district: '1',
  subjectType: 'sample.paper',
  subjectId: '00000000-0000-7000-8000-000000000000',
  unitId: null,
  areaCode: null,
}
const local = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`)
const run = (...steps: readonly (readonly [string, ClockEffect])[]): ClockRow => {
  let rows: readonly ClockRow[] = []
  for (const [at, effect] of steps)
    rows = applyClockEffects({ definition, calendar: nationalCalendar(), owner, at: local(at) }, rows, [effect])
  const row = rows[0]
  if (!row) throw new Error('no clock')
  return row
}

describe('clocks of whole days', () => {
  it('leave the first day out and end with the last', () => {
    expect(run(['2026-03-02 09:00', { clock: 'plain', do: 'start' }]).dueAt).toEqual(local('2026-04-02 00:00'))
    expect(run(['2026-03-02 23:59', { clock: 'plain', do: 'start' }]).dueAt).toEqual(local('2026-04-02 00:00'))
    expect(run(['2026-09-18 09:00', { clock: 'work', do: 'start' }]).dueAt).toEqual(local('2026-09-30 00:00'))
  })
  it('carry a last day that rests, where that is the rule', () => {
    // 2026-09-18 + 15 = 3 October, in 国庆: 8 October.
    expect(run(['2026-09-18 09:00', { clock: 'carried', do: 'start' }]).dueAt).toEqual(local('2026-10-09 00:00'))
  })
  it('begin with the event, even when it is entered later', () => {
    const row = run(['2026-03-09 15:00', { clock: 'carried', do: 'start', from: local('2026-03-02 12:00') }])
    expect(row.startedAt).toEqual(local('2026-03-02 12:00'))
    expect(row.dueAt).toEqual(local('2026-03-18 00:00'))
  })
  it('take whole days out for a pause: the day it begins and the day it ends still count', () => {
    const row = run(
      ['2026-03-02 09:00', { clock: 'plain', do: 'start' }],
      ['2026-03-05 11:00', { clock: 'plain', do: 'pause' }],
      ['2026-03-16 15:00', { clock: 'plain', do: 'resume' }],
    )
    expect(row.dueAt).toEqual(local('2026-04-12 00:00'))
    expect(row.usedMs).toBe(3 * 86_400_000)
  })
  it('lose nothing to a pause within a day, and may be stopped on the day they start', () => {
    const paused = run(
      ['2026-03-02 09:00', { clock: 'plain', do: 'start' }],
      ['2026-03-05 11:00', { clock: 'plain', do: 'pause' }],
      ['2026-03-05 12:00', { clock: 'plain', do: 'resume' }],
    )
    expect(paused.dueAt).toEqual(local('2026-04-02 00:00'))
    const stopped = run(
      ['2026-03-02 09:00', { clock: 'plain', do: 'start' }],
      ['2026-03-02 10:00', { clock: 'plain', do: 'stop' }],
    )
    expect(stopped.stoppedAt).toEqual(local('2026-03-02 10:00'))
    expect(stopped.usedMs).toBe(0)
  })
  it('are extended by whole days', () => {
    const row = run(
      ['2026-03-02 09:00', { clock: 'plain', do: 'start' }],
      ['2026-03-02 10:00', { clock: 'plain', do: 'extend', by: { value: 30, unit: 'natural_day' } }],
    )
    expect(row.dueAt).toEqual(local('2026-05-02 00:00'))
    expect(row.extensions).toBe(1)
  })
})

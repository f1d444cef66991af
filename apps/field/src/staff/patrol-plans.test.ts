import { expect, it } from 'vitest'
import { plansFor } from './patrol-plans.ts'

const plan = (id: string, more: object = {}) => ({
  ...{ id, name: `计划${id}`, who: 'officer', area: '329901001', startsAt: '08:30', endsAt: '17:30' },
  ...{ validFrom: '2026-01-01', validTo: null, ...more },
})
it('巡查员只见本队、本辖区、今日有效的计划,带时段', () => {
  const rows = [
    plan('本街'),
    plan('社区', { area: '329901001003' }),
    plan('全区', { area: '329901' }),
    plan('邻街', { area: '329901002' }),
    plan('采集', { who: 'collector' }),
    plan('已止', { validTo: '2026-03-02' }),
    plan('未起', { validFrom: '2026-03-03' }),
  ]
  const seen = plansFor(rows, { who: 'officer', areas: ['329901001'], today: '2026-03-02' })
  expect(seen.map((p) => p.id)).toEqual(['本街', '社区', '全区'])
  expect(seen[0]?.name).toBe('计划本街 08:30–17:30')
})

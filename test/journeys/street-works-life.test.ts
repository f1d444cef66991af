import { afterAll, beforeAll, expect, it } from 'vitest'
import { streetWorksDiary } from '#sim/life/street-works.ts'
import { type World, world } from '../world.ts'
import { census, live } from './office-life.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 01:00')
  // The team that the simulated round of volunteers has made before.
  const [street, leader] = await Promise.all([w.as('jiedao1'), w.as('juzhang')])
  const form = { name: '志愿服务队', kind: 'social', captain: '队长', captainPhone: '13700000000', areas: ['街道'] }
  const team = await street.post<{ id: string }>('/subjects/volunteers.team', { values: form })
  await leader.act('volunteers.team', team.body.id, 'approve', { isOk: 'yes' })
  for (let n = 1; n <= 4; n++)
    await street.post('/rows/volunteers.volunteer', {
      values: {
        code: `ZY00${n}`,
        phone: `1370000100${n}`,
        name: `${n}号`,
        team: team.body.id,
        isParty: n === 1,
        registeredOn: '2026-03-01',
      },
    })
})
afterAll(() => w.close())

it('模拟的街面整治一个月走正门:张贴、示范街、立面、清零、无障碍、失管、志愿项目与应急都有', async () => {
  const lived = await live(w, { works: streetWorksDiary }, 30)
  expect(lived.refused).toEqual([])
  const own = [
    'ads.zero-plan',
    'ads.posting',
    'ads.campaign',
    'ads.street',
    'ads.facade',
    'municipal.access-check',
    'municipal.orphan',
  ]
  const volunteers = ['volunteers.session', 'volunteers.emergency', 'volunteers.shift']
  const empty = (await Promise.all(['ads', 'municipal', 'volunteers'].map((id) => census(w, id)))).flatMap((c) => c.empty)
  expect([...own, ...volunteers].filter((id) => empty.includes(id))).toEqual([])
}, 120_000)

/** A team's day: words first, a small fine where words have been spent, a check, a fire put out; each through the public door. */

import { idOf } from '../city/people.ts'
import type { PlannedArea } from '../city/plan.ts'
import type { Random } from '../city/random.ts'
import type { LifeContext, Step } from './people.ts'

export interface Beat {
  readonly streets: readonly PlannedArea[]
  readonly cells: readonly PlannedArea[]
  readonly random: Random
  /** Local day, `YYYY-MM-DD`. */
  readonly today: (at: number) => string
}
const surnames = '王李张刘陈杨黄赵吴周'
const shops = ['小吃店', '水果店', '快餐店', '五金店', '理发店', '建筑公司']
const matters = [
  { topic: 'posting', lawCode: 'V01', text: '张贴小广告', fineFen: 5_000, kind: 'person' },
  { topic: 'occupation', lawCode: 'V02', text: '店外堆物经营', fineFen: 60_000, kind: 'org' },
  { topic: 'frontage', lawCode: 'F01', text: '门前三包不到位', fineFen: 20_000, kind: 'org' },
  { topic: 'sorting', lawCode: 'V21', text: '未分类投放垃圾', fineFen: 10_000, kind: 'person' },
] as const
type Matter = (typeof matters)[number]

/** One round of two officers of a street: what they meet is educated about, fined on the spot, or checked. */
export const enforcementRound =
  (beat: Beat, at: number): Step['next'] =>
  async (ctx) => {
    const { random } = beat
    const index = random.integer(0, beat.streets.length - 1)
    const street = beat.streets[index]
    const cell = random.pick(beat.cells.filter((c) => street && c.code.startsWith(street.code)))
    const [a, b] = [cell?.ring[0], cell?.ring[2]]
    if (!street || !a || !b) return undefined
    const place = { lon: (a[0] + b[0]) / 2, lat: (a[1] + b[1]) / 2 }
    const officer = `zhongdui${index + 1}1`
    const partner = idOf(`person/zhongdui${index + 1}2`)
    const matter = random.pick([...matters])
    const party = await findParty(ctx, officer, matter, random)
    if (!party) return undefined
    const open = (procedure: string, values: unknown, action?: string) =>
      ctx.doors.as(officer).call<{ id?: string }>('POST', `/subjects/enforcement.${procedure}`, { values, action, ...place })
    const address = `${cell.name}附近`
    if (random.chance(0.7)) {
      await open(
        'measure',
        {
          topic: matter.topic,
          party,
          lawCode: matter.lawCode,
          basis: '免罚与小微清单',
          content: matter.text,
          address,
          isMicro: true,
        },
        'educate',
      )
      return undefined
    }
    const made = await open(
      'penalty',
      {
        source: 'patrol',
        topic: matter.topic,
        party,
        lawCode: matter.lawCode,
        happenedOn: beat.today(at),
        address,
        description: matter.text,
        coHandler: partner,
        track: 'micro',
        kinds: ['fine'],
        fineFen: matter.fineFen,
        isShown: true,
        defence: '当事人无异议',
        photos: [await ctx.photo('现场')],
      },
      'decideOnSpot',
    )
    const id = made.body.id
    return id ? { after: random.integer(60, 300), next: settle(id, matter.fineFen, beat.today(at)) } : undefined
  }
const findParty = async (ctx: LifeContext, officer: string, matter: Matter, random: Random): Promise<string | undefined> => {
  const isOrg = matter.kind === 'org'
  const name = isOrg ? `${random.pick([...surnames])}记${random.pick(shops)}` : `${random.pick([...surnames])}某某`
  const code = `${isOrg ? '9' : '3'}${String(random.integer(1, 999_999_999)).padStart(17, '0')}`
  const made = await ctx.doors.as(officer).call<{ id?: string }>('POST', '/rows/enforcement.party', {
    values: { kind: matter.kind, name, code, isReachable: false },
  })
  return made.body.id
}
/** The head files it with the agency, the clerk books the payment; before the week is out the decision stands where all may read it. */
const settle =
  (id: string, amountFen: number, paidOn: string): Step['next'] =>
  async (ctx) => {
    const act = (login: string, action: string, values: unknown = {}) =>
      ctx.doors.as(login).call('POST', `/subjects/enforcement.penalty/${id}/${action}`, { values })
    await act('dadui1', 'fileOnSpot')
    await act('neiqin1', 'pay', { amountFen, paidOn, method: 'epay', voucher: `DZ${id.slice(-6)}` })
    const days = (Number.parseInt(id.slice(-2), 16) % 5) + 1
    return { after: days * 24 * 60, next: publish(id) }
  }
/** The head of the brigade approves what the decision drafted by itself. */
const publish =
  (penalty: string): Step['next'] =>
  async (ctx) => {
    const door = ctx.doors.as('dadui1')
    const filter = encodeURIComponent(JSON.stringify({ penalty, status: 'drafted' }))
    const { body } = await door.call<{ rows: readonly { readonly id: string }[] }>(
      'GET',
      `/rows/enforcement.publication?filter=${filter}`,
    )
    for (const { id } of body.rows) await door.call('POST', `/subjects/enforcement.publication/${id}/publish`, { values: {} })
    return undefined
  }

/** The hall's day: somebody asks, somebody files a car park, and the window, the reviewer and the head take it on, each at the public door. */
import type { Beat } from './enforcement.ts'
import type { LifeContext, Step } from './people.ts'

const topics = ['停车场备案要什么材料', '户外广告多久能批', '占道施工怎么申请', '渣土车如何准入'] as const
const form = 'permits.application'
const act = (ctx: LifeContext, login: string, id: string, action: string, values: unknown = {}) =>
  ctx.doors.as(login).call('POST', `/subjects/${form}/${id}/${action}`, { values })

const consult = async (ctx: LifeContext, random: Beat['random']): Promise<undefined> => {
  const question = random.pick([...topics])
  await ctx.doors.as('chuangkou1').call('POST', '/rows/permits.consultation', {
    values: {
      channel: random.pick(['phone', 'window', 'online']),
      topic: question.slice(0, 4),
      question,
      answer: '已告知办事指南和所需材料',
      people: random.integer(1, 3),
    },
  })
  return undefined
}
/** Received, reviewed, decided and handed out, each some hours after the other, by four different people. */
const chain = (id: string, steps: readonly (readonly [login: string, action: string, values: unknown])[]): Step | undefined => {
  const [next, ...rest] = steps
  if (!next) return undefined
  return {
    after: 120,
    next: async (ctx) => {
      const answer = await act(ctx, next[0], id, next[1], next[2])
      return answer.status < 300 ? chain(id, rest) : undefined
    },
  }
}
export const hallRound =
  (beat: Beat): Step['next'] =>
  async (ctx) => {
    const { random } = beat
    if (random.chance(0.6)) return consult(ctx, random)
    const guide = await ctx.doors
      .as('chuangkou1')
      .call<{ rows: { id: string; kind: string; documents: readonly string[] }[] }>('GET', '/public/permits/items')
    const item = guide.body.rows.find((r) => r.kind === 'parking')
    const cell = random.pick([...beat.cells])
    const [a, b] = [cell?.ring[0], cell?.ring[2]]
    if (!item || !a || !b) return undefined
    const serial = random.integer(1000, 9999)
    const made = await ctx.doors.as('chuangkou1').call<{ id?: string }>('POST', `/subjects/${form}`, {
      action: 'applyParking',
      lon: (a[0] + b[0]) / 2,
      lat: (a[1] + b[1]) / 2,
      values: {
        item: item.id,
        mode: 'ordinary',
        channel: random.pick(['window', 'online']),
        applicantKind: 'org',
        applicantName: `停车管理公司${serial}`,
        applicantCode: `91320499MA1SIM${serial}`,
        address: `${cell.name}附近`,
        documents: item.documents,
        berths: random.integer(20, 300),
        charge: '每小时5元',
        openHours: '全天',
      },
    })
    const { id } = made.body
    if (!id) return undefined
    return chain(id, [
      ['chuangkou2', 'accept', {}],
      ['shencha1', 'propose', { review: '泊位图与现场一致', isGranted: 'yes' }],
      ['shenpi1', 'grant', {}],
      ['chuangkou2', 'deliver', { delivery: 'online' }],
    ])
  }

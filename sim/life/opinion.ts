/** What is said of the city outside: posts found by the watch, graded, answered by the unit, closed when it has calmed down. */
import { idOf } from '../city/people.ts'
import type { Random } from '../city/random.ts'
import type { LifeContext, Step } from './people.ts'

const said = [
  { title: '菜场门口垃圾成堆', topic: 'sanitation', unit: '环境卫生管理所', login: 'chuzhi31' },
  { title: '夜市噪音吵得睡不着', topic: 'other', unit: '环境卫生管理所', login: 'chuzhi31' },
  { title: '小区门口乱停车没人管', topic: 'parking', unit: '环境卫生管理所', login: 'chuzhi31' },
  { title: '为雨夜清淤的师傅点赞', topic: 'sanitation', unit: '', login: '' },
] as const
const roads = ['和平路', '建设路', '文化路', '新华路', '解放路', '人民路', '青年路', '中山路']
let outlet: string | undefined
const watch = (ctx: LifeContext) => ctx.doors.as('zhiban1')
const outletOf = async (ctx: LifeContext): Promise<string | undefined> => {
  const known = await watch(ctx).call<{ rows?: { id: string }[] }>('GET', '/rows/opinion.outlet?limit=1')
  outlet ??=
    known.body.rows?.[0]?.id ??
    (
      await watch(ctx).call<{ id?: string }>('POST', '/rows/opinion.outlet', {
        values: { name: '本地论坛', level: 'network', reach: 3 },
      })
    ).body.id
  return outlet
}
export const opinionFound =
  (random: Random, at: number): Step['next'] =>
  async (ctx) => {
    const item = random.pick([...said])
    const where = await outletOf(ctx)
    const tone = item.unit === '' ? 'good' : 'bad'
    const title = `${random.pick(roads)}${random.integer(1, 300)}号附近${item.title}`
    const url = `https://bbs.example.cn/t/${Math.floor(at / 1000)}${random.integer(10, 99)}`
    await watch(ctx).call('POST', '/rows/opinion.mention', { values: { title, outlet: where, url, tone } })
    if (item.unit === '') return undefined
    const made = await watch(ctx).call<{ id?: string; status?: string }>('POST', '/subjects/opinion.item', {
      values: { title, outlet: where, url, summary: '网友反映,附图', tone, topic: item.topic },
    })
    const { id } = made.body
    if (!id) return undefined
    const act = (login: string, action: string, values: unknown) =>
      ctx.doors.as(login).call('POST', `/subjects/opinion.item/${id}/${action}`, { values })
    const graded = await act('zhiban1', 'grade', {
      grade: 'general',
      unit: idOf(`unit/${item.unit}`),
      demand: '两日内处理并答复',
    })
    if (graded.status >= 300) return undefined
    return {
      after: random.integer(200, 2000),
      next: async () => {
        await act(item.login, 'reply', { reply: '已现场处理,并安排专人值守' })
        await act('zhiban1', 'close', { effect: 'calmed' })
        return undefined
      },
    }
  }

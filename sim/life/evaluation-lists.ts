/** What the assessor of the simulated district has on the shelf before the year begins: bases, limits, other districts' rules, ranks and results from outside. */
import { day, type Story } from './story.ts'

const assessor = 'kaohe1'
export const begin: Story = async function* (o) {
  if ((await o.rows(assessor, 'evaluation.exposure')).length > 0) return
  for (const [n, street] of o.town.streets.entries()) {
    const base = { street: street.code, asOf: `${o.year()}-01-01`, source: '统计年鉴' }
    await o.add(assessor, 'evaluation.exposure', { ...base, kind: 'roadKm', value: 18 + n * 7 })
  }
  for (const [n, street] of o.town.streets.slice(0, 3).entries())
    for (let k = 1; k <= 4; k++)
      await o.add(assessor, 'evaluation.frame', { street: street.code, address: `${street.name}和平路${n * 10 + k}号` })
  for (const [roadClass, limit] of [
    ['trunk', 0.5],
    ['branch', 0.8],
  ] as const)
    await o.add(assessor, 'evaluation.dust-limit', {
      ...{ roadClass, limit, validFrom: `${o.year()}-01-01`, basis: '本市道路尘量考核办法(示例)' },
    })
  for (const [name, evaluator, grade, no] of [
    ['平安建设(综治工作)考评', '区委政法委', 'winner', 8],
    ['绩效管理考评', '区绩效办', 'excellent', 9],
  ] as const)
    await o.add(assessor, 'evaluation.outer-result', {
      ...{ year: o.year() - 1, name, evaluator, grade, document: `〔${o.year()}〕${no}号`, publishedOn: `${o.year()}-01-20` },
    })
  for (const [n, rank] of [6, 5, 3].entries())
    await o.add(assessor, 'evaluation.outside-rank', {
      ...{ topic: '城市长效管理', publisher: '市城管委', rank, peers: 12, document: `市城管委通报${n + 1}期` },
      periodOn: o.date(-90 + n * 30),
    })
  const rule = { classes: '两类', sampling: '随机', weights: '现场60', reward: '前3名', publicity: '公开' }
  for (const [area, cycle, appeal] of [
    ['文昌区', '月度', '3日'],
    ['江北区', '季度', '5日'],
  ] as const)
    await o.add(assessor, 'evaluation.local-scheme', {
      ...rule,
      year: o.year(),
      document: `${area}城管〔${o.year()}〕1号`,
      area,
      cycle,
      appeal,
    })
  for (const [n, grade] of ['excellent', 'good', 'good', 'middle'].entries())
    await o.add(
      assessor,
      'evaluation.object-grade',
      {
        ...{ kind: n < 3 ? 'road' : 'compound', name: ['湖滨路', '文昌路', '和平路', '春晖苑'][n], grade },
        ...{ sampling: '每街道随机3条', photos: [await o.photo('评级')] },
      },
      { areaCode: o.town.streets[n % o.town.streets.length]?.code },
    )
  for (const [rankFrom, rankTo, amountFen, measure, isTalk] of [
    [1, 1, 200_000, '通报表扬', false],
    [o.town.streets.length, o.town.streets.length, -100_000, '通报批评', true],
  ] as const)
    await o.add(assessor, 'evaluation.reward-rule', {
      name: '月度奖惩',
      class: 'one',
      rankFrom,
      rankTo,
      amountFen,
      measure,
      isTalk,
    })
  for (const [s, street] of o.town.streets.entries())
    for (const [topic, kind] of [
      ['transfer', '中转站'],
      ['static', '社区'],
      ['ruralSort', '村'],
      ['ruralCollect', '村'],
      ['ruralClean', '村'],
    ] as const)
      await o.add(assessor, 'evaluation.point', {
        ...{
          code: `${topic}-${s + 1}`,
          name: `${street.name.replace('街道', '')}${kind}${s + 1}`,
          topic,
          street: street.code,
          kind,
        },
      })
  yield day
}
/** Flyers counted on an unannounced walk. */
export const flyers: Story = async function* (o) {
  yield 90
  const street = o.random.integer(1, o.town.streets.length)
  const values = { place: `${o.town.streets[street - 1]?.name ?? ''}老小区`, kind: 'compound', isUnannounced: true }
  const seen = { metres: o.random.integer(200, 600), flyers: o.random.integer(0, 9), photos: [await o.photo('小广告')] }
  await o.add(assessor, 'evaluation.flyer-count', { ...values, ...seen }, { areaCode: o.town.streets[street - 1]?.code })
}

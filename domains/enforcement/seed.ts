/** Reference rows of enforcement, written once per district: articles, powers, deadlines, recording rules, and certificates of the demo officers. */
import { dayOf, type Kernel, newRow, type Register, raw, systemActor, type WorkContext, writeChanges } from '#kernel'
import laws from './data/laws.json' with { type: 'json' }
import steps from './data/record-steps.json' with { type: 'json' }
import { deadlineFacts } from './deadlines.ts'
import { benchmark, certificate, deadlineRegister, law, leniency, power, recordRule, squad } from './registers/index.ts'

type Entry = readonly [Register, Readonly<Record<string, unknown>>]
const published = '2021-06-30'
const since = '2021-07-15'

const lawEntries = (): readonly Entry[] => laws.map((l) => [law, { ...l, note: l.note || null }] as const)
const powerEntries = (district: string): readonly Entry[] =>
  [...new Map(laws.map((l) => [l.code, l])).values()].map((l) => [
    power,
    {
      scheme: '综合行政执法体制改革实施方案(示例)',
      schemePublishedOn: published,
      code: l.code,
      item: l.act,
      areaPrefix: district,
      validFrom: since,
    },
  ])
const deadlineEntries = (): readonly Entry[] =>
  deadlineFacts.map((f) => [
    deadlineRegister,
    {
      code: f.id,
      law: f.law,
      article: f.article,
      starts: f.trigger,
      value: f.value,
      unit: f.unit,
      counting: f.calendar,
      note: f.note || null,
      sure: f.sure,
    },
  ])
const band = (code: string, partyKind: string, circumstance: string, level: string, min: number, max: number): Entry => [
  benchmark,
  { law: code, partyKind, circumstance, level, minFen: min * 100, maxFen: max * 100, publishedOn: since, validFrom: since },
]
const benchmarkEntries: readonly Entry[] = [
  band('V01', 'person', '初次,及时清除', 'light', 20, 50),
  band('V01', 'person', '一般', 'normal', 50, 120),
  band('V01', 'person', '多次或影响较大', 'heavy', 120, 200),
  band('V01', 'org', '一般', 'normal', 200, 1000),
  band('V02', 'org', '占用10平方米以下', 'light', 500, 1500),
  band('V02', 'org', '占用10平方米以上', 'normal', 1500, 5000),
  band('V03', 'org', '占用20平方米以下', 'light', 0, 5000),
  band('V03', 'org', '占用20平方米以上', 'normal', 5000, 20000),
  band('V20', 'org', '50立方米以下', 'light', 100_000, 200_000),
  band('V20', 'org', '50立方米以上', 'normal', 200_000, 600_000),
]
const lenientEntries: readonly Entry[] = [
  ['first', 'V01', '初次、及时清除'],
  ['first', 'V02', '初次、占用不足2平方米、当场清理'],
  ['minor', 'V01', '没有危害后果并及时改正'],
  ['micro', 'V01', '涂写张贴、乱扔、不按规定倾倒'],
  ['micro', 'V02', '堆物、店外经营'],
  ['micro', 'F01', '门前三包不到位'],
  ['micro', 'V21', '个人未分类投放'],
].map(([kind, code, condition]) => [leniency, { kind, law: code, condition, validFrom: since }] as const)
const recordEntries: readonly Entry[] = steps.map((s) => [recordRule, s] as const)

interface Demo {
  readonly id: string
  readonly login: string
  readonly unitId: string | null
  readonly unitName: string | null
}
/** Certificates and squads of the people of the simulated district; a real bureau imports its own. */
const demoEntries = async (ctx: WorkContext): Promise<readonly Entry[]> => {
  const { rows } = await raw<Demo>(
    ctx.tx,
    `select n.id, n.login, n.unit_id as "unitId", u.name as "unitName" from kernel.person n left join kernel.unit u on u.id = n.unit_id
     where n.login like 'zhongdui%' or n.login in ('dadui1', 'fazhi1', 'fazhi2') order by n.login`,
    [],
  )
  const year = Number(dayOf(ctx.kernel, ctx.district, ctx.now).slice(0, 4))
  const units = new Map(rows.flatMap((r) => (r.unitId && r.login.startsWith('zhongdui') ? [[r.unitId, r.unitName ?? '']] : [])))
  return [
    ...rows.map(
      (r, i): Entry => [
        certificate,
        {
          person: r.id,
          number: `${ctx.district}-ZF-${String(i + 1).padStart(4, '0')}`,
          organ: '本级人民政府(示例)',
          scope: '城市管理综合执法',
          areaPrefix: ctx.district,
          state: 'valid',
          validFrom: `${year - 1}-01-01`,
          validTo: `${year + 3}-12-31`,
        },
      ],
    ),
    ...[...units].map(([unit, name]): Entry => [squad, { name, kind: 'team', unit, formedOn: '2024-01-01' }]),
  ]
}

export const seedEnforcement = async (kernel: Kernel): Promise<void> => {
  const { rows: districts } = await raw<{ code: string }>(kernel.db.app, 'select code from kernel.district', [])
  for (const { code: district } of districts)
    await kernel.db.withDistricts([district], async (tx) => {
      const { rows } = await raw(tx, 'select 1 from enforcement.law limit 1', [])
      if (rows.length > 0) return
      const ctx = { kernel, tx, district, now: kernel.now(), actor: systemActor }
      const entries = [
        ...lawEntries(),
        ...powerEntries(district),
        ...deadlineEntries(),
        ...benchmarkEntries,
        ...lenientEntries,
        ...recordEntries,
        ...(await demoEntries(ctx)),
      ]
      await writeChanges(
        tx,
        entries.map(([definition, values]) => newRow(ctx, definition, values).set),
      )
    })
}

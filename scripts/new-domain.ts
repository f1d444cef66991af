/** `npm run new:domain -- fountain 喷泉`: a domain that runs: a register, a rule, a procedure, an indicator, its menu, migration and journey. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'

const [id = '', zh = id] = process.argv.slice(2)
if (!/^[a-z][a-z0-9-]{1,30}$/.test(id)) {
  console.error('用法:npm run new:domain -- 英文标识 中文名,例如 fountain 喷泉')
  process.exit(1)
}
const dir = `domains/${id}`
if (existsSync(dir)) {
  console.error(`${dir} 已经存在`)
  process.exit(1)
}
const name = id.replace(/-([a-z])/g, (_, c: string) => c.toUpperCase())
const files: Readonly<Record<string, string>> = {
  'registers.ts': `/** ${zh}台账. */
import { choice, date, register, text } from '#kernel'

export const states = { good: '正常', faulty: '故障', retired: '停用' } as const
export const item = register('${id}.item', {
  zh: '${zh}',
  menu: '${zh}',
  geometry: 'Point',
  fields: {
    code: text('编号', { maxLength: 30 }).unique().searchable(),
    name: text('名称', { maxLength: 60 }).searchable(),
    state: choice('状态', states),
    installedOn: date('启用日期').optional(),
  },
})
`,
  'records.ts': `/** ${zh}巡检. */
import { choice, ref, record, text } from '#kernel'

export const inspection = record('${id}.inspection', {
  zh: '${zh}巡检',
  menu: '${zh}',
  title: 'note',
  fields: { item: ref('${zh}', '${id}.item'), result: choice('结果', { good: '合格', bad: '不合格' }), note: text('情况', { maxLength: 300 }) },
})
`,
  'rules.ts': `/** 巡检不合格即成案. */
import { rule, say } from '#kernel'
import { problemFound } from '#catalogue/facts.ts'
import { inspection } from './records.ts'

export const badInspection = rule('${id}.bad-inspection', {
  zh: '${zh}巡检不合格成案',
  on: inspection,
  when: (row) => row.result === 'bad',
  then: (row) => [say(problemFound, { source: 'inspection', sourceType: '${id}.inspection', sourceId: row.id, description: \`${zh}巡检不合格:\${row.note}\`, lon: row.lon, lat: row.lat, areaCode: row.areaCode, photos: [], isUrgent: false, mergeKey: \`${id}:\${row.item}\` })],
  once: { per: (row) => row.item, withinHours: 24 },
  basis: '请填写依据',
})
`,
  'procedures.ts': `/** ${zh}维修:报修、派工、修复、复核. */
import { instant, photos, procedure, ref, text, unit } from '#kernel'

export const repair = procedure('${id}.repair', {
  zh: '${zh}维修',
  menu: '${zh}',
  numbering: { prefix: '${id.slice(0, 2).toUpperCase()}', per: 'year', digits: 5 },
  title: 'fault',
  leadingClock: 'fix',
  mirror: { fix: { dueAt: 'fixDueAt', stoppedAt: 'fixedAt' } },
  fields: { item: ref('${zh}', '${id}.item'), fault: text('故障', { maxLength: 200 }).searchable(), crew: unit('班组').optional(), afterPhotos: photos(0, '修复照片').optional(), fixDueAt: instant('期限').optional(), fixedAt: instant('修复时间').optional() },
  clocks: { fix: { zh: '修复', limit: { value: 2, unit: 'work_day' }, basis: '请填写依据' } },
  statuses: {
    reported: { zh: '已报修', duty: '${id}.dispatch', taskZh: '待派工' },
    assigned: { zh: '已派工', duty: '${id}.fix', ofUnit: true, taskZh: '待修复' },
    fixed: { zh: '待复核', duty: '${id}.verify', taskZh: '待复核' },
    closed: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  report: action({ zh: '报修', from: 'new', to: 'reported', by: '${id}.report', form: { item: ref('${zh}', '${id}.item'), fault: text('故障', { maxLength: 200 }) } }),
  assign: action({ zh: '派工', from: 'reported', to: 'assigned', by: '${id}.dispatch', tone: 'primary', form: { crew: unit('班组') }, effects: ({ input }) => ({ set: { crew: input.crew, unitId: input.crew }, clocks: [{ clock: 'fix', do: 'start' }], assign: { unitId: input.crew } }) }),
  fix: action({ zh: '修复', from: 'assigned', to: 'fixed', by: '${id}.fix', tone: 'primary', form: { afterPhotos: photos(1, '修复照片') }, effects: ({ input }) => ({ set: { afterPhotos: input.afterPhotos }, clocks: [{ clock: 'fix', do: 'stop' }] }) }),
  sendBack: action({ zh: '退回返工', from: 'fixed', to: 'assigned', by: '${id}.verify', tone: 'danger', form: { reason: text('理由', { maxLength: 200 }) }, effects: ({ subject }) => ({ clocks: [{ clock: 'fix', do: 'start' }], assign: { unitId: subject.unitId ?? undefined } }) }),
  close: action({ zh: '复核办结', from: 'fixed', to: 'closed', by: '${id}.verify', tone: 'primary' }),
}))
`,
  'indicators.ts': `/** ${zh}指标. */
import { atLeast, count, indicator, ratio } from '#kernel'
import { repair } from './procedures.ts'
import { item } from './registers.ts'

export const ${name}Indicators = [
  indicator('${id}.good-rate', { zh: '${zh}完好率', unit: '%', decimals: 2, by: ['street'], target: atLeast(95), of: ratio(count(item, { where: { state: 'good' } }), count(item, { where: { state: { not: 'retired' } } })), definition: '正常数 ÷ 在用数' }),
  indicator('${id}.fixed-in-time-rate', { zh: '${zh}按期修复率', unit: '%', decimals: 2, of: ratio(count(repair, { at: 'fixDueAt', and: 'r.fixed_at <= r.fix_due_at' }), count(repair, { at: 'fixDueAt' })), definition: '期限在期内的维修中按期修复数 ÷ 应修复数' }),
]
`,
  'index.ts': `import { defineDomain } from '#kernel'
import { ${name}Indicators } from './indicators.ts'
import { repair } from './procedures.ts'
import { inspection } from './records.ts'
import { item } from './registers.ts'
import { badInspection } from './rules.ts'

export default defineDomain({
  id: '${id}',
  zh: '${zh}',
  registers: [item],
  records: [inspection],
  rules: [badInspection],
  procedures: [repair],
  indicators: ${name}Indicators,
  menu: [item, inspection, repair].map((d) => ({ path: \`/rows/\${d.id}\`, zh: d.spec.zh, group: '${zh}', verb: \`\${d.id}.read\` })),
})
`,
  'README.md': `# ${zh}

用途:……(三句话)

依据:……

| 中文 | 标识 |
|---|---|
| ${zh} | \`${id}.item\` |
| ${zh}巡检 | \`${id}.inspection\` |
| ${zh}维修 | \`${id}.repair\` |

流程图与字典由 \`npm run generate\` 生成,见 docs/generated。
`,
}
mkdirSync(dir, { recursive: true })
for (const [file, text] of Object.entries(files)) writeFileSync(`${dir}/${file}`, text)
const list = 'apps/server/domains.ts'
const known = readFileSync(list, 'utf8')
writeFileSync(
  list,
  known
    .replace(/(import [^\n]+\n)(\nexport const domains)/, `$1import ${name} from '#domains/${id}/index.ts'\n$2`)
    .replace(/\[([^\]]*?),?\s*\](?![\s\S]*\[)/, `[$1, ${name}]`),
)
const postsFile = 'catalogue/posts.ts'
const posts = readFileSync(postsFile, 'utf8')
writeFileSync(postsFile, posts.replace(/const kept = \[([^\]]*?),?\s*\]/, `const kept = [$1, '${id}.*']`))
mkdirSync('test/journeys', { recursive: true })
writeFileSync(
  `test/journeys/${id}.test.ts`,
  `import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, photo, somewhere, type World, world } from '../world.ts'

let w: World
let data: Client
beforeAll(async () => {
  w = await world('2026-03-02 09:00')
  data = await w.as('shuju')
})
afterAll(() => w.close())

it('${zh}:建台账、巡检不合格成案、维修到办结、计入完好率', async () => {
  const item = await data.post<{ id: string }>('/rows/${id}.item', { values: { code: 'T-1', name: '一号', state: 'good' }, place: somewhere })
  expect(item.status).toBe(201)
  expect((await data.post('/rows/${id}.item', { values: { code: 'T-1', name: '重号', state: 'good' }, place: somewhere })).status).toBe(409)
  expect((await w.anyone.get('/rows/${id}.item')).status).toBe(401)
  await data.post('/rows/${id}.inspection', { values: { item: item.body.id, result: 'bad', note: '损坏' }, place: somewhere })
  await w.settle()
  const cases = await data.get<{ rows: { source: string }[] }>('/rows/cases.case', { search: '${zh}巡检不合格' })
  expect(cases.body.rows).toHaveLength(1)
  const repair = await data.post<{ id: string }>('/subjects/${id}.repair', { values: { item: item.body.id, fault: '损坏' } })
  const crew = (await data.get<{ units: { id: string }[] }>('/meta')).body.units[0]?.id
  await data.act('${id}.repair', repair.body.id, 'assign', { crew })
  await expect(data.refused('${id}.repair', repair.body.id, 'close')).resolves.toContain('已派工')
  const rate = await data.get<{ values: { value: number }[] }>('/indicators/${id}.good-rate')
  expect(rate.body.values[0]?.value).toBe(100)
  expect(photo()).toBeTruthy()
})
`,
)
execFileSync(process.execPath, ['scripts/migration.ts', id, 'definitions'], { stdio: 'inherit' })
execFileSync(process.execPath, ['scripts/generate.ts'], { stdio: 'inherit' })
console.log(
  `\n${zh}(${dir})已建好。接着:\n  npm test -- test/journeys/${id}.test.ts\n  npm start   (菜单中出现“${zh}”,用 shuju 登录)`,
)

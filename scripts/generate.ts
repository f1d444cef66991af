/**
 * `npm run generate`: documents that follow from the code (schema, permissions, procedures as diagrams, data dictionary, errors).
 * `--check` writes nothing and fails when one is not fresh.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { domains } from '#apps/server/domains.ts'
import { posts } from '#catalogue/posts.ts'
import { errorEntries, type Field, type Fields, fromStatuses, isFinal, migrateAll, openDatabase, type Procedure } from '#kernel'
import { dumpSchema } from '#kernel/db/index.ts'
import { derivedVerbs } from '#kernel/permission/verbs.ts'

const dir = 'docs/generated'
const isCheck = process.argv.includes('--check')
const note = '<!-- 由 npm run generate 生成,请勿手改 -->\n\n'
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((r) => `| ${r.map((c) => c.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`),
  ].join('\n')

const fieldRow = ([name, field]: readonly [string, Field<unknown>]): readonly string[] => {
  const { spec } = field
  const kind = spec.choices
    ? Object.entries(spec.choices)
        .map(([k, zh]) => `${k} ${zh}`)
        .join('; ')
    : `${spec.kind}${spec.target ? ` → ${spec.target}` : ''}`
  const rules = [
    spec.isOptional ? '' : '必填',
    spec.isUnique ? '唯一' : '',
    spec.personal ? `个人信息(${spec.personal})` : '',
    spec.min !== undefined ? `≥${spec.min}` : '',
    spec.max !== undefined ? `≤${spec.max}` : '',
    spec.unit ?? '',
  ]
  return [name, spec.zh, kind, rules.filter(Boolean).join(' ')]
}
const fieldsTable = (fields: Fields): string => table(['字段', '名称', '类型', '要求'], Object.entries(fields).map(fieldRow))

const dictionary = (): string =>
  domains
    .map((d) => {
      const definitions = [...(d.registers ?? []), ...(d.records ?? []), ...(d.procedures ?? [])]
      return [
        `## ${d.zh}(${d.id})`,
        ...definitions.map(
          (x) => `### ${x.spec.zh} \`${x.id}\`\n\n${x.spec.help ? `${x.spec.help}\n\n` : ''}${fieldsTable(x.spec.fields)}`,
        ),
      ].join('\n\n')
    })
    .join('\n\n')

const diagram = (p: Procedure): string => {
  const lines = ['stateDiagram-v2']
  for (const [id, s] of Object.entries(p.spec.statuses)) lines.push(`  state "${s.zh}" as ${id.replaceAll('-', '_')}`)
  for (const action of Object.values(p.actions)) {
    const targets = typeof action.to === 'string' ? [action.to] : Object.keys(p.spec.statuses)
    if (targets[0] === 'same') continue
    if (typeof action.to === 'function') continue
    for (const from of action.from === 'new' ? ['[*]'] : action.from === 'any open' ? [] : fromStatuses(p, action))
      for (const to of targets) lines.push(`  ${from.replaceAll('-', '_')} --> ${to.replaceAll('-', '_')}: ${action.zh}`)
  }
  for (const id of Object.keys(p.spec.statuses)) if (isFinal(p, id)) lines.push(`  ${id.replaceAll('-', '_')} --> [*]`)
  return `\`\`\`mermaid\n${lines.join('\n')}\n\`\`\``
}
const fromZh = (p: Procedure, from: string | readonly string[]): string =>
  from === 'new'
    ? '(发起)'
    : from === 'any open'
      ? '任一未结束状态'
      : [from]
          .flat()
          .map((s) => p.spec.statuses[s]?.zh ?? s)
          .join('、')
const procedures = (): string =>
  domains
    .flatMap((d) => d.procedures ?? [])
    .map((p) => {
      const rows = Object.entries(p.actions).map(([name, a]) => [
        name,
        a.zh,
        fromZh(p, a.from),
        typeof a.to === 'function' ? '依表单' : a.to === 'same' ? '不变' : (p.spec.statuses[a.to]?.zh ?? a.to),
        a.by,
        a.basis ?? a.help ?? '',
      ])
      const clocks = Object.entries(p.spec.clocks ?? {}).map(([name, c]) => [
        name,
        c.zh,
        c.limit ? `${c.limit.value} ${c.limit.unit}` : '由动作给定',
        c.basis ?? '',
      ])
      return [
        `## ${p.spec.zh} \`${p.id}\``,
        diagram(p),
        table(['动作', '名称', '自', '到', '谁', '依据、说明'], rows),
        ...(clocks.length > 0 ? [table(['时钟', '名称', '时限', '依据'], clocks)] : []),
      ].join('\n\n')
    })
    .join('\n\n')

const permissions = (): string => {
  const verbs = Object.entries(
    Object.assign({}, ...domains.map((d) => ({ ...derivedVerbs(d), ...d.verbs }))) as Record<string, string>,
  ).sort(([a], [b]) => (a < b ? -1 : 1))
  const covers = (granted: readonly string[], verb: string): boolean =>
    granted.some((g) => g === verb || (g.endsWith('.*') && verb.startsWith(g.slice(0, -1))))
  return table(
    ['动词', '含义', '缺省岗位'],
    verbs.map(([verb, zh]) => [
      verb,
      zh,
      posts
        .filter((p) => covers(p.verbs, verb))
        .map((p) => p.zh)
        .join('、'),
    ]),
  )
}
const indicatorsDoc = (): string =>
  table(
    ['指标', '名称', '单位', '口径', '目标'],
    domains
      .flatMap((d) => d.indicators ?? [])
      .map((i) => [
        i.id,
        i.spec.zh,
        i.spec.unit,
        i.spec.definition,
        i.spec.target ? `${i.spec.target.kind === 'atLeast' ? '≥' : '≤'}${i.spec.target.value}` : '',
      ]),
  )

const schema = async (): Promise<string> => {
  const db = await openDatabase({ prefer: 'pglite' })
  await migrateAll(db, domains)
  const text = await dumpSchema(db)
  await db.close()
  return text
}
const outputs: Readonly<Record<string, () => string | Promise<string>>> = {
  'schema.sql': schema,
  'dictionary.md': () => `${note}# 数据字典\n\n${dictionary()}\n`,
  'procedures.md': () => `${note}# 流程\n\n${procedures()}\n`,
  'permissions.md': () => `${note}# 权限动词\n\n${permissions()}\n`,
  'indicators.md': () => `${note}# 指标\n\n${indicatorsDoc()}\n`,
  'errors.md': () =>
    `${note}# 错误目录\n\n${table(
      ['代码', 'HTTP', '中文', 'English'],
      errorEntries().map(([code, e]) => [code, String(e.status), e.zh, e.en]),
    )}\n`,
}
mkdirSync(dir, { recursive: true })
let stale = 0
for (const [name, make] of Object.entries(outputs)) {
  const text = await make()
  const file = `${dir}/${name}`
  const isFresh = existsSync(file) && readFileSync(file, 'utf8') === text
  if (isFresh) continue
  if (isCheck) {
    console.error(`${file} is not fresh: npm run generate`)
    stale++
  } else {
    writeFileSync(file, text)
    console.log(`wrote ${file}`)
  }
}
process.exit(stale > 0 ? 1 : 0)

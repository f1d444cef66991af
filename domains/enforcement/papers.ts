/** 执法文书的印面: each issued paper from its own template, all others as a form of what was recorded; and the volume of a case. */
import { readFileSync } from 'node:fs'
import { type Paper, paper, raw, type WorkContext } from '#kernel'
import { noPenaltyGrounds, penaltyKinds } from './contract.ts'
import { printNumber, templateNames } from './document.ts'

type Row = Readonly<Record<string, unknown>>
const read = (name: string): string => readFileSync(new URL(`./templates/${name}.liquid`, import.meta.url), 'utf8')
const own = ['10', '12', '18', '19', '27', '28', '29', '35', '40', '44', '45'] as const
const sources: ReadonlyMap<string, string> = new Map(own.map((code) => [code, read(code)]))
const form = read('form')
const cover = read('cover')

/** Names of what a paper holds, for those printed as a form. */
const labels: Readonly<Record<string, string>> = {
  party: '当事人',
  description: '案情',
  address: '地点',
  reason: '理由',
  report: '报告',
  opinion: '意见',
  note: '说明',
  defence: '陈述申辩内容',
  hearingOn: '听证日期',
  place: '地点',
  attendees: '出席人',
  discussion: '讨论结论',
  fine: '罚款(元)',
  basis: '依据',
  items: '物品清单',
  keeper: '保管人',
  until: '期限至',
  treatment: '处理',
  days: '天数',
  result: '结果',
  to: '移送机关',
  instalments: '期数',
  isGranted: '是否准许',
  urgedOn: '催告日期',
  volume: '案卷号',
  pages: '页数',
  outcome: '结果',
  number: '编号',
}
const printed = (value: unknown): string => {
  if (value === true) return '是'
  if (value === false) return '否'
  if (Array.isArray(value)) return value.map((v) => (typeof v === 'object' ? JSON.stringify(v) : String(v))).join('、')
  return value === null || value === undefined ? '' : String(value)
}
const formRows = (data: Row): readonly (readonly [string, string])[] =>
  Object.entries(data).flatMap(([key, value]) => {
    if (key.endsWith('Fen') && typeof value === 'number') return [['金额(元)', (value / 100).toFixed(2)] as const]
    const label = labels[key]
    return label && typeof value !== 'object'
      ? [[label, printed(value)] as const]
      : label && Array.isArray(value)
        ? [[label, printed(value)] as const]
        : []
  })

const caseSql = `select c.number, c.description, c.address, c.happened_on as "happenedOn", c.law_text as "lawText", c.explanation, c.kinds, c.fine_fen as "fineFen",
  c.proposed_fen as "proposedFen", c.noticed_on as "noticedOn", c.has_hearing_right as "hasHearingRight", c.defence, c.defence_review as "defenceReview", c.filed_at as "filedAt",
  c.closed_at as "closedAt", c.served_on as "servedOn", c.urged_on as "urgedOn", c.decision_number as "decisionNumber", c.is_cash_on_spot as "isCashOnSpot", c.volume, c.party_name as "partyName", c.party,
  concat_ws('、', h.name, o.name) as officers
  from enforcement.penalty c left join kernel.person h on h.id = c.handler left join kernel.person o on o.id = c.co_handler where c.id = $1`
const one = async (ctx: WorkContext, sql: string, id: unknown): Promise<Row> => {
  if (!id) return {}
  const { rows } = await raw<Row>(ctx.tx, sql, [id])
  return rows[0] ?? {}
}
const partySql = 'select name, code as identity, address from enforcement.party where id = $1'
const measureSql = `select m.content as description, m.address, m.party, m.basis, m.finish_due_at as due,
  concat_ws('、', (select j.actor_name from kernel.journal j where j.district = m.district and j.subject_id = m.id and j.seq = 1 and j.actor_id is not null), p.name) as officers
  from enforcement.measure m left join kernel.person p on p.id = m.co_officer where m.id = $1`
/** Papers issued before names were written down hold the party's id. */
const isId = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)
const evidenceOf = async (ctx: WorkContext, penalty: unknown): Promise<readonly string[]> => {
  if (!penalty) return []
  const { rows } = await raw<{ name: string }>(
    ctx.tx,
    `select proves as name from enforcement.evidence where penalty = $1 and status = 'verified' order by created_at`,
    [penalty],
  )
  return rows.map((r) => r.name)
}
const bureauOf = async (ctx: WorkContext): Promise<string> => {
  const { name } = await one(ctx, 'select name from kernel.district where code = $1', ctx.district)
  return `${String(name ?? '')}城市管理局`
}
const kindsZh = (kinds: unknown): string =>
  (Array.isArray(kinds) ? kinds : []).map((k) => penaltyKinds[k as keyof typeof penaltyKinds] ?? String(k)).join('、')

const textOf = async (ctx: WorkContext, doc: Row) => {
  const template = String(doc.template)
  const d = doc.data as Row
  const c = await one(ctx, caseSql, doc.penalty)
  const m = await one(ctx, measureSql, doc.source)
  const p = await one(ctx, partySql, c.party ?? m.party)
  const zh = templateNames[template] ?? '执法文书'
  const number = printNumber(String(doc.number))
  const ground = noPenaltyGrounds[d.ground as keyof typeof noPenaltyGrounds] ?? d.ground
  return {
    zh,
    number,
    source: sources.get(template) ?? form,
    data: {
      zh,
      no: number,
      bureau: await bureauOf(ctx),
      issued: doc.createdAt,
      d: { ...d, ground },
      c,
      p,
      rows: formRows(d),
      party: (isId(d.party) ? undefined : d.party) ?? c.partyName ?? p.name,
      address: d.address ?? m.address ?? c.address,
      description: d.description ?? m.description ?? c.description,
      basis: d.basis ?? m.basis ?? c.lawText,
      due: m.due,
      items: printed(d.items),
      kinds: kindsZh(d.kinds ?? c.kinds),
      fine: d.fineFen ?? c.fineFen ?? c.proposedFen,
      defenceDays: ctx.kernel.parameters.value(ctx.district, 'enforcement.defence-days', ctx.now.toISOString().slice(0, 10)),
      officers: c.officers || m.officers || d.officers,
      evidence: await evidenceOf(ctx, doc.penalty),
    },
  }
}
const papersOfCase = `select template, number, data, penalty, source, created_at as "createdAt" from enforcement.document
  where penalty = $1 and status <> 'void' order by created_at, number`

export const enforcementPapers: readonly Paper[] = [
  paper({ id: 'document', zh: '执法文书', of: 'enforcement.document', texts: async (ctx, row) => [await textOf(ctx, row)] }),
  paper({
    id: 'volume',
    zh: '行政处罚案卷',
    of: 'enforcement.penalty',
    isVolume: true,
    texts: async (ctx, row) => {
      const { rows } = await raw<Row>(ctx.tx, papersOfCase, [row.id])
      const c = await one(ctx, caseSql, row.id)
      const front = {
        zh: '行政处罚案卷',
        number: String(row.number),
        source: cover,
        data: {
          bureau: await bureauOf(ctx),
          c,
          party: c.partyName,
          officers: c.officers,
          kinds: kindsZh(c.kinds),
          fine: c.fineFen,
        },
      }
      const texts = []
      for (const doc of rows) texts.push(await textOf(ctx, doc))
      return [front, ...texts]
    },
  }),
]

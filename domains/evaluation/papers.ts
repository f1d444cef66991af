/** 考评通报: printed from a locked round and from nothing else. */
import { readFileSync } from 'node:fs'
import { many, one, type Paper, paper } from '#kernel'
import { classes } from './contract.ts'
import { type Inputs, type Outcome, round2 } from './scoring.ts'

const source = readFileSync(new URL('./templates/bulletin.liquid', import.meta.url), 'utf8')
const chinese = ['二', '三', '四', '五']
export const evaluationPapers: readonly Paper[] = [
  paper({
    id: 'bulletin',
    zh: '考评通报',
    of: 'evaluation.round',
    texts: async (ctx, row) => {
      const outcome = row.outcome as Outcome | null
      const inputs = row.inputs as Inputs | null
      if (row.status !== 'locked' || !outcome || !inputs) return []
      const { standings } = outcome
      const bureau = await one<{ name: string }>(ctx.tx, 'select name from kernel.district where code = $1', [ctx.district])
      const talks = await many<{ name: string }>(
        ctx.tx,
        `select name from evaluation.talk where round = $1 and status <> 'withdrawn' order by name`,
        [row.id],
      )
      const funds = await many<{ name: string; totalFen: number }>(
        ctx.tx,
        `select name, total_fen::float8 as "totalFen" from evaluation.fund where round = $1 and status = any (array['signed', 'done']) order by number`,
        [row.id],
      )
      const appeals = await one<{ n: number }>(ctx.tx, 'select count(*)::int as n from evaluation.appeal where round = $1', [
        row.id,
      ])
      const groups = Object.entries(classes)
        .map(([key, zh]) => ({ zh, rows: standings.filter((s) => s.class === key) }))
        .filter((g) => g.rows.length > 0)
      const lit = (light: string) => standings.filter((s) => s.light === light).length
      return [
        {
          source,
          number: String(row.number),
          data: {
            bureau: `${bureau?.name ?? ''}城市管理委员会`,
            no: String(row.number),
            name: row.name,
            scheme: row.schemeText,
            from: row.fromOn,
            to: row.toOn,
            count: standings.length,
            mean: round2(standings.reduce((n, s) => n + s.total, 0) / Math.max(1, standings.length)),
            a: standings.filter((s) => s.grade === 'A').length,
            green: lit('green'),
            yellow: lit('yellow'),
            red: lit('red'),
            appeals: appeals?.n ?? 0,
            accepted: inputs.adjustments.length,
            classes: groups.map((g, i) => ({ ...g, index: chinese[i] })),
            talks: talks.map((t) => t.name),
            funds,
            digest: String(row.digest).slice(0, 16),
            issued: row.lockedAt,
          },
        },
      ]
    },
  }),
]

/** 点评会议纪要, 各辖区办法对照表, 荣誉段落: papers of the works of evaluation. */
import { many, type Paper, paper } from '#kernel'

const minutes = `# {{ name }}纪要
^ {{ no }}
{{ meetOn | day }},{{ chair }}主持召开{{ name }}。参加:{{ attendees | flat }}。
## 一、考核结果
| 名次 | 街道(镇) | 得分 |
{% for r in ranking %}
| {{ r.rank }} | {{ r.name }} | {{ r.score }} |
{% endfor %}
## 二、点评
{{ bulletin | flat }}
## 三、下阶段任务
| 任务 | 责任人 | 完成期限 | 进展 |
{% for t in tasks %}
| {{ t.title }} | {{ t.owner }} | {{ t.dueOn | day }} | {{ t.state }} |
{% endfor %}
> {{ meetOn | day }}
`
const comparison = `# {{ year }}年各辖区考核办法对照表
- {{ name }}
| 项目 |{% for a in areas %} {{ a }} |{% endfor %}
{% for r in lines %}
| {{ r.mark }}{{ r.zh }} |{% for v in r.values %} {{ v | flat }} |{% endfor %}
{% endfor %}
※为各辖区规定不一致的项目,共{{ different }}项。
`
const roll = `# {{ name }}
^ {{ no }}
{{ paragraph | flat }}
| 名称 | 单位 | 文号 |
{% for r in list %}
| {{ r.name }} | {{ r.from }} | {{ r.document }} |
{% endfor %}
`
const columns: readonly (readonly [string, string])[] = [
  ['cycle', '考核周期'],
  ['classes', '分类排名'],
  ['sampling', '抽样办法'],
  ['weights', '权重'],
  ['appeal', '申诉'],
  ['reward', '奖惩'],
  ['publicity', '公开'],
  ['document', '文号'],
]
const states: Readonly<Record<string, string>> = {
  open: '办理中',
  urged: '逾期督办',
  reported: '待销号',
  done: '已销号',
  cancelled: '已取消',
}
export const worksPapers: readonly Paper[] = [
  paper({
    id: 'minutes',
    zh: '点评会议纪要',
    of: 'evaluation.review-meeting',
    texts: async (ctx, row) => {
      if (row.status === 'planned') return []
      const tasks = await many<{ title: string; owner: string; dueOn: string; status: string }>(
        ctx.tx,
        'select title, owner, due_on::text as "dueOn", status from evaluation.task where parent_id = $1 order by number',
        [row.id],
      )
      const data = { ...row, no: row.number, tasks: tasks.map((t) => ({ ...t, state: states[t.status] ?? t.status })) }
      return [{ source: minutes, number: String(row.number), data }]
    },
  }),
  paper({
    id: 'comparison',
    zh: '各辖区办法对照表',
    of: 'evaluation.workshop',
    texts: async (ctx, row) => {
      const found = await many<Record<string, string>>(
        ctx.tx,
        'select area, cycle, classes, sampling, weights, appeal, reward, publicity, document from evaluation.local_scheme where year = $1 and retired_at is null order by area',
        [row.year],
      )
      if (found.length === 0) return []
      const lines = columns.map(([key, zh]) => {
        const values = found.map((f) => f[key] ?? '')
        const isDifferent = key !== 'document' && new Set(values).size > 1
        return { zh, values, mark: isDifferent ? '※' : '' }
      })
      const different = lines.filter((l) => l.mark !== '').length
      const data = { name: row.name, year: row.year, areas: found.map((f) => f.area), lines, different }
      return [{ source: comparison, number: String(row.number), data }]
    },
  }),
  paper({
    id: 'honour-roll',
    zh: '荣誉段落',
    of: 'evaluation.honour-roll',
    texts: async (_ctx, row) => {
      const list = [...((row.results as readonly object[]) ?? []), ...((row.honours as readonly object[]) ?? [])]
      return [{ source: roll, number: String(row.number), data: { ...row, no: row.number, list } }]
    },
  }),
]

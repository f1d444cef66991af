/** 公厕抽查: so many toilets drawn by lot among all, each looked at once before the day it is due; what it found is counted, not typed. */
import {
  date,
  dayText,
  endOf,
  first,
  integer,
  longText,
  many,
  number,
  one,
  percentOf,
  procedure,
  rows,
  type Tx,
  text,
} from '#kernel'
import { notYet, why } from '../shared.ts'

const form = {
  name: text('抽查', { maxLength: 80 }),
  count: integer('抽几座', { unit: '座', min: 1, max: 200 }),
  dueOn: date('查完期限'),
} as const
const line = {
  code: text('编号', { maxLength: 30 }),
  name: text('公厕', { maxLength: 80 }),
  address: text('地址', { maxLength: 120 }),
  hours: text('开放时间', { maxLength: 20 }),
} as const
interface Drawn {
  readonly code: string
  readonly name: string
  readonly address: string
  readonly hours: string
}
/** The lot is the number of the round itself, which nobody chooses: the same register and number draw the same list again. */
const drawSql = `select code, name, address, open_from || '—' || open_to as hours from sanitation.toilet where retired_at is null and state <> 'closed' order by md5(code || $1), code limit $2`
const totalSql = `select count(*)::int as n from sanitation.toilet where retired_at is null and state <> 'closed'`
const resultSql = `select count(*)::int as checked, count(*) filter (where counted = 'open')::int as opened, count(*) filter (where counted = 'closed')::int as shut, avg(score)::float8 as score
  from sanitation.toilet_check where round = $1`
interface Result {
  readonly checked: number
  readonly opened: number
  readonly shut: number
  readonly score: number | null
}
const resultOf = (tx: Tx, id: string) => one<Result>(tx, resultSql, [id])
export const toiletRound = procedure('sanitation.toilet-round', {
  zh: '公厕抽查',
  menu: '公厕',
  title: 'name',
  numbering: { prefix: 'CC', per: 'year', digits: 4 },
  help: '以抽查单号为种子在全部公厕中随机抽取,名单不由人选;逐座检查(公厕检查中选择本次抽查),查完结束并计算本次正常开放率。',
  fields: {
    ...form,
    name: form.name.searchable(),
    total: integer('在册', { unit: '座' }),
    drawn: rows('抽查名单', line),
    checked: integer('已查', { unit: '座' }).optional(),
    opened: integer('正常开放', { unit: '座' }).optional(),
    shut: integer('未开放', { unit: '座' }).optional(),
    rate: number('正常开放率', { unit: '%' }).optional(),
    score: number('均分', { unit: '分', decimals: 2 }).optional(),
    reason: longText('未查完原因', { maxLength: 300 }).optional(),
  },
  clocks: { finish: { zh: '查完', limit: { value: 7, unit: 'natural_day' }, basis: '抽查时定的期限' } },
  statuses: {
    checking: { zh: '检查中', duty: 'sanitation.inspect', taskZh: '公厕抽查待查完' },
    done: { zh: '已结束', kind: 'final' },
  },
  listed: ['count', 'dueOn', 'checked', 'rate'],
}).actions((action) => ({
  draw: action({
    zh: '随机抽取',
    from: 'new',
    to: 'checking',
    by: 'sanitation.inspect',
    form,
    look: async ({ tx, input, subject }) => ({
      drawn: await many<Drawn>(tx, drawSql, [subject.number, input.count]),
      total: (await one<{ n: number }>(tx, totalSql))?.n ?? 0,
    }),
    check: ({ input, found, now }) =>
      first(why(input.dueOn < dayText(now), '期限不能早于今天'), why(input.count > found.total, `在册公厕只有${found.total}座`)),
    effects: ({ input, found }) => ({
      set: { drawn: found.drawn.map((d) => ({ ...d })), total: found.total },
      clocks: [{ clock: 'finish', do: 'start', dueAt: endOf(input.dueOn) }],
    }),
  }),
  finish: action({
    zh: '结束抽查',
    from: 'checking',
    to: 'done',
    by: 'sanitation.inspect',
    tone: 'primary',
    help: '名单查完即可结束;没有查完的须说明原因',
    form: { reason: longText('未查完原因', { maxLength: 300 }).optional() },
    look: ({ tx, subject }) => resultOf(tx, subject.id),
    check: ({ input, subject, found }) => {
      const left = subject.count - (found?.checked ?? 0)
      return first(
        notYet((found?.checked ?? 0) === 0, '一座也没有查'),
        why(left > 0 && !input.reason, `还有${left}座没有查,请查完或说明原因`),
      )
    },
    effects: ({ input, found }) => {
      const { checked = 0, opened = 0, shut = 0, score = null } = found ?? {}
      const rate = percentOf(opened, opened + shut)
      return {
        set: { ...input, checked, opened, shut, rate, score: score === null ? null : Math.round(score * 100) / 100 },
        clocks: [{ clock: 'finish', do: 'stop' }],
      }
    },
  }),
}))

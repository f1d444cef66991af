/** 资源回收价格: dated prices, with a subsidy for low-value kinds; changed only by approval, and published. */
import { addDays, choice, date, dayText, files, first, flag, integer, one, procedure, say, startOf, text } from '#kernel'
import { priceSet } from '../facts.ts'
import { why } from '../shared.ts'
import { materials } from '../words.ts'

const form = {
  material: choice('品类', materials),
  isLowValue: flag('低价值可回收物'),
  unitFen: integer('收购价', { unit: '分/kg', min: 0 }),
  subsidyFen: integer('补贴', { unit: '分/kg', min: 0 }),
  validFrom: date('自'),
  basis: text('依据', { maxLength: 200 }),
} as const
export const price = procedure('sorting.price', {
  zh: '资源回收价格',
  menu: '资源回收',
  title: 'material',
  isCommon: true,
  numbering: { prefix: 'JG', per: 'year', digits: 4 },
  help: '拟定 → 批准公布;新价生效,旧价止于前一日。结算用交投当日的价格;补贴只给低价值可回收物。',
  fields: {
    ...form,
    validTo: date('至(含)').optional(),
    publishedOn: date('公布日期').optional(),
    paper: files(0, '公布文件').optional(),
  },
  statuses: {
    drafted: { zh: '待批准', duty: 'sorting.approve', taskZh: '回收价格待批准' },
    published: { zh: '已公布' },
    refused: { zh: '未批准', kind: 'final' },
    ended: { zh: '已止', kind: 'final' },
  },
}).actions((action) => ({
  draft: action({
    zh: '拟定价格',
    from: 'new',
    to: 'drafted',
    by: 'sorting.manage',
    form,
    look: ({ tx, input }) =>
      one(
        tx,
        `select 1 as n from sorting.price where material = $1 and status in ('published', 'drafted') and valid_from >= $2::date`,
        [input.material, input.validFrom],
      ),
    check: ({ input, found, now }) =>
      first(
        why(input.validFrom < dayText(now), '生效日期不能早于今天'),
        why(Boolean(found), '已有同日或更晚生效的价格'),
        why(!input.isLowValue && input.subsidyFen > 0, '补贴只给低价值可回收物'),
        why(input.isLowValue && input.subsidyFen === 0, '低价值可回收物应有补贴'),
      ),
  }),
  publish: action({
    zh: '批准公布',
    from: 'drafted',
    to: 'published',
    by: 'sorting.approve',
    tone: 'primary',
    effects: ({ subject, now }) => ({
      set: { publishedOn: dayText(now) },
      facts: [say(priceSet, { id: subject.id, material: subject.material, from: subject.validFrom })],
    }),
  }),
  refuse: action({
    zh: '不批准',
    from: 'drafted',
    to: 'refused',
    by: 'sorting.approve',
    tone: 'danger',
    form: { basis: text('理由', { maxLength: 200 }) },
  }),
  close: action({
    zh: '旧价止期',
    from: 'published',
    to: 'same',
    by: 'system',
    form: { from: date('新价生效') },
    effects: ({ input }) => ({
      set: { validTo: addDays(input.from, -1) },
      timers: [{ name: 'end', at: startOf(input.from), action: 'end' }],
    }),
  }),
  end: action({ zh: '止', from: 'published', to: 'ended', by: 'system' }),
}))

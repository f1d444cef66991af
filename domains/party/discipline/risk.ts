/** 廉政风险岗位 and “清风城管” checks: each post has its risk, control and next check; what a check finds is put right. */
import {
  addMonths,
  choice,
  date,
  dayText,
  endOf,
  first,
  integer,
  longText,
  many,
  procedure,
  rows,
  say,
  text,
  unit,
} from '#kernel'
import { postChecked } from '../facts.ts'
import { lacking, notYet, why } from '../shared.ts'

export const fields = {
  parking: '停车收费',
  enforcement: '行政执法',
  permit: '行政审批',
  purchase: '采购工程',
  finance: '财务资产',
  personnel: '选人用人',
} as const
const levels = { high: '高', middle: '中', low: '低' } as const
const form = {
  name: text('岗位', { maxLength: 60 }),
  field: choice('领域', fields),
  unit: unit('单位'),
  risk: longText('风险点', { maxLength: 500 }),
  level: choice('风险等级', levels),
  control: longText('防控措施', { maxLength: 500 }),
  months: integer('检查间隔', { unit: '个月', min: 1, max: 24 }),
} as const
/** How often at most: a high risk is looked at every half year. */
const longest: Readonly<Record<keyof typeof levels, number>> = { high: 6, middle: 12, low: 24 }
export const riskPost = procedure('party.risk-post', {
  zh: '廉政风险岗位',
  menu: '纪检监督',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'FX', per: 'year', digits: 4 },
  help: '风险点与防控措施由纪检核定;高风险半年内必查,到期自动列为待检查。',
  uniqueTogether: [['unit', 'name']],
  fields: {
    ...form,
    name: form.name.searchable(),
    checkedOn: date('上次检查').optional(),
    nextOn: date('下次检查').optional(),
    checks: integer('检查', { unit: '次' }),
    failures: integer('防控不落实', { unit: '次' }),
  },
  statuses: {
    controlled: { zh: '受控' },
    due: { zh: '待检查', duty: 'party.discipline', taskZh: '廉政风险岗位到期待检查' },
    open: { zh: '防控不落实', duty: 'party.discipline', taskZh: '廉政风险防控待整改' },
    gone: { zh: '已撤销', kind: 'final' },
  },
}).actions((action) => ({
  list: action({
    zh: '排查登记',
    from: 'new',
    to: 'controlled',
    by: 'party.discipline',
    form,
    check: ({ input }) =>
      why(input.months > longest[input.level], `${levels[input.level]}风险岗位检查间隔不超过${longest[input.level]}个月`),
    effects: ({ input, now }) => {
      const nextOn = addMonths(dayText(now), input.months)
      return { set: { checks: 0, failures: 0, nextOn }, timers: [{ name: 'next', at: endOf(nextOn), action: 'remind' }] }
    },
  }),
  remind: action({ zh: '到期', from: 'controlled', to: 'due', by: 'system' }),
  examine: action({
    zh: '检查结果',
    from: ['controlled', 'due', 'open'],
    to: ({ input }) => (input.isHeld === 'yes' ? 'controlled' : 'open'),
    by: 'system',
    form: { isHeld: choice('防控', { yes: '落实', no: '不落实' }), on: date('日期') },
    effects: ({ input, subject }) => {
      const nextOn = addMonths(input.on, input.isHeld === 'yes' ? subject.months : 1)
      return {
        set: {
          checkedOn: input.on,
          nextOn,
          checks: subject.checks + 1,
          failures: subject.failures + (input.isHeld === 'no' ? 1 : 0),
        },
        timers: [{ name: 'next', at: input.isHeld === 'yes' ? endOf(nextOn) : null, action: 'remind' }],
      }
    },
  }),
  revise: action({
    zh: '修订防控措施',
    from: 'any open',
    to: 'same',
    by: 'party.discipline',
    form: { control: form.control },
    effects: ({ input }) => ({ set: input }),
  }),
  drop: action({
    zh: '撤销岗位',
    from: 'any open',
    to: 'gone',
    by: 'party.discipline',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 200 }) },
    effects: () => ({ timers: [{ name: 'next', at: null, action: 'remind' }] }),
  }),
}))
const resultLine = {
  post: text('岗位', { maxLength: 120 }),
  isHeld: choice('防控', { yes: '落实', no: '不落实' }),
  finding: text('发现的问题', { maxLength: 300 }).optional(),
} as const
interface Post {
  readonly id: string
  readonly label: string
  readonly unit: string
}
const postsSql = `select id, number || ' ' || name as label, unit from party.risk_post where field = any($1::text[]) and closed_at is null order by number`
const checkForm = {
  name: text('检查', { maxLength: 80 }),
  areas: rows('检查领域', { field: choice('领域', fields) }),
} as const
export const integrityCheck = procedure('party.integrity-check', {
  zh: '“清风城管”专项检查',
  menu: '纪检监督',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'QF', per: 'year', digits: 3 },
  help: '选定领域即列出其全部风险岗位,逐岗检查;不落实的转问题整改,发现的典型作为警示教育材料。',
  fields: {
    ...checkForm,
    name: checkForm.name.searchable(),
    posts: rows('应查岗位', { post: text('岗位', { maxLength: 120 }) }),
    results: rows('检查结果', resultLine),
    checked: integer('已查岗位', { unit: '个' }).optional(),
    found: integer('发现问题', { unit: '个' }).optional(),
    material: longText('警示教育材料', { maxLength: 2000 }).optional(),
    checkedOn: date('检查日期').optional(),
  },
  statuses: {
    planned: { zh: '待检查', duty: 'party.discipline', taskZh: '清风城管专项检查待实施' },
    done: { zh: '已检查', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '部署检查',
    from: 'new',
    to: 'planned',
    by: 'party.discipline',
    form: checkForm,
    look: ({ tx, input }) => many<Post>(tx, postsSql, [input.areas.map((a) => a.field)]),
    check: ({ found }) => notYet(found.length === 0, '这些领域没有登记风险岗位'),
    effects: ({ found }) => ({ set: { posts: found.map((p) => ({ post: p.label })), results: [] } }),
  }),
  check: action({
    zh: '登记检查结果',
    from: 'planned',
    to: 'done',
    by: 'party.discipline',
    tone: 'primary',
    form: {
      results: rows('检查结果', resultLine, { eachOf: 'posts' }),
      dueOn: date('整改期限').optional(),
      material: longText('警示教育材料', { maxLength: 2000 }).optional(),
    },
    look: ({ tx, subject }) => many<Post>(tx, postsSql, [subject.areas.map((a) => a.field)]),
    check: ({ input, subject, now }) => {
      const left = lacking(
        subject.posts.map((p) => p.post),
        input.results.map((r) => r.post),
      )
      const bad = input.results.filter((r) => r.isHeld === 'no')
      return first(
        notYet(left !== '', `没有检查:${left}`),
        why(
          bad.some((b) => !b.finding),
          '不落实的须写明问题',
        ),
        why(bad.length > 0 && (input.dueOn ?? '') <= dayText(now), '有问题的须填写今天以后的整改期限'),
      )
    },
    effects: ({ input, subject, found, now }) => {
      const bad = input.results.filter((r) => r.isHeld === 'no')
      const idOf = (label: string): Post | undefined => found.find((p) => p.label === label)
      return {
        set: {
          results: input.results.map((r) => ({ ...r, finding: r.finding ?? null })),
          checked: input.results.length,
          found: bad.length,
          material: input.material ?? null,
          checkedOn: dayText(now),
        },
        facts: [
          say(postChecked, {
            posts: input.results.flatMap((r) => {
              const id = idOf(r.post)?.id
              return id ? [{ id, isHeld: r.isHeld === 'yes' }] : []
            }),
            on: dayText(now),
          }),
        ],
        spawn: bad.map((b, i) => ({
          procedure: 'party.rectification',
          input: {
            source: 'integrity',
            sourceType: 'party.integrity-check',
            sourceId: subject.id,
            group: '清风城管',
            code: `Q${i + 1}`,
            what: `${b.post}:${b.finding ?? ''}`.slice(0, 300),
            unit: idOf(b.post)?.unit ?? '',
            isLong: 'no',
            dueOn: input.dueOn,
          },
        })),
      }
    },
  }),
}))

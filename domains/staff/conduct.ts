/** 规范执法督察: openly or unannounced, by level; uniform, recorder, language, documents of each officer; the same fault again means training. */
import {
  addDays,
  addMonths,
  choice,
  date,
  dayText,
  endOf,
  first,
  integer,
  longText,
  many,
  number,
  person,
  photos,
  procedure,
  ref,
  rows,
  text,
} from '#kernel'
import { notYet, why } from './shared.ts'

export const faults = { uniform: '着装', recorder: '执法记录仪', language: '用语', documents: '文书证件' } as const
const faultLine = {
  person: person('队员'),
  item: choice('项目', faults),
  isOk: choice('结果', { yes: '规范', no: '不规范' }),
  note: text('问题', { maxLength: 200 }).optional(),
} as const
const form = {
  level: choice('督察层级', { city: '市级', district: '区级', squad: '中队自查' }),
  mode: choice('方式', { open: '明查', secret: '暗访' }),
  squad: ref('中队', 'staff.squad'),
  visitedOn: date('日期'),
  place: text('地点', { maxLength: 80 }),
  lines: rows('逐人逐项', faultLine),
  photos: photos(1, '现场照片或记录仪截图'),
} as const
interface Again {
  readonly person: string
  readonly item: string
  readonly n: number
}
const beforeSql = `select l->>'person' as person, l->>'item' as item, count(*)::int as n from staff.conduct_visit v, jsonb_array_elements(v.lines) l
  where l->>'isOk' = 'no' and v.visited_on >= $1::date and l->>'person' = any($2::text[]) group by 1, 2`
const unitsSql =
  'select p.id, p.unit_id = s.unit as "isOurs" from staff.squad s, kernel.person p where s.id = $1 and p.id = any($2::uuid[])'
export const visit = procedure('staff.conduct-visit', {
  zh: '规范执法督察',
  menu: '队伍建设',
  title: 'place',
  numbering: { prefix: 'DX', per: 'year', digits: 4 },
  help: '每名被查队员四项都要记;按问题扣分;同一人同类问题在再犯期内再次出现的,自动生成培训任务。',
  fields: {
    ...form,
    place: form.place.searchable(),
    officers: integer('被查队员', { unit: '人' }),
    found: integer('问题', { unit: '处' }),
    score: number('得分', { unit: '分' }),
    repeats: integer('再犯', { unit: '处' }),
    answer: longText('中队整改情况', { maxLength: 1000 }).optional(),
    closedOn: date('办结日期').optional(),
  },
  statuses: {
    recorded: { zh: '待中队整改', duty: 'staff.unit', taskZh: '规范执法督察问题待整改' },
    answered: { zh: '待核', duty: 'staff.inspect', taskZh: '督察整改待核' },
    closed: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  record: action({
    zh: '登记督察',
    from: 'new',
    look: async ({ tx, input, kernel, subject, now }) => {
      const people = [...new Set(input.lines.map((l) => l.person))]
      const months = kernel.parameters.value(subject.district, 'staff.repeat-months', dayText(now))
      return {
        before: await many<Again>(tx, beforeSql, [addMonths(input.visitedOn, -months), people]),
        people: await many<{ id: string; isOurs: boolean }>(tx, unitsSql, [input.squad, people]),
      }
    },
    to: ({ input }) => (input.lines.some((l) => l.isOk === 'no') ? 'recorded' : 'closed'),
    by: 'staff.inspect',
    form,
    check: ({ input, found, now, actor }) => {
      const people = [...new Set(input.lines.map((l) => l.person))]
      const short = people.find((p) => new Set(input.lines.filter((l) => l.person === p).map((l) => l.item)).size !== 4)
      return first(
        why(people.length === 0, '请逐人逐项填写'),
        why(input.visitedOn > dayText(now), '日期不能晚于今天'),
        why(Boolean(short) || input.lines.length !== people.length * 4, '每名队员着装、记录仪、用语、文书四项各一行'),
        why(
          input.lines.some((l) => l.isOk === 'no' && !l.note),
          '不规范的须写明问题',
        ),
        why(found.people.length !== people.length || found.people.some((p) => !p.isOurs), '被查的不是这个中队的人'),
        notYet(people.includes(actor.id ?? ''), '不能督察自己'),
      )
    },
    effects: ({ input, found, now, parameter }) => {
      const bad = input.lines.filter((l) => l.isOk === 'no')
      const again = bad.filter((b) => found.before.some((x) => x.person === b.person && x.item === b.item))
      const dueOn = addDays(dayText(now), parameter('staff.retrain-days'))
      return {
        set: {
          lines: input.lines.map((l) => ({ ...l, note: l.note ?? null })),
          officers: new Set(input.lines.map((l) => l.person)).size,
          found: bad.length,
          repeats: again.length,
          score: Math.max(0, 100 - bad.length * parameter('staff.fault-points')),
        },
        spawn: again.map((a) => ({
          procedure: 'staff.retraining',
          input: { person: a.person, item: a.item, why: a.note ?? '', dueOn },
        })),
      }
    },
  }),
  answer: action({
    zh: '报整改',
    from: 'recorded',
    to: 'answered',
    by: 'staff.unit',
    tone: 'primary',
    form: { answer: longText('整改情况', { maxLength: 1000 }) },
    look: ({ tx, subject }) => many<{ chief: string }>(tx, 'select chief from staff.squad where id = $1', [subject.squad]),
    check: ({ found, actor }) => notYet(found[0]?.chief !== actor.id, '由中队长报整改'),
    effects: ({ input }) => ({ set: input }),
  }),
  close: action({
    zh: '核实办结',
    from: 'answered',
    to: ({ input }) => (input.isOk === 'yes' ? 'closed' : 'recorded'),
    by: 'staff.inspect',
    tone: 'primary',
    form: { isOk: choice('结论', { yes: '属实', no: '退回' }) },
    effects: ({ input, now }) => (input.isOk === 'yes' ? { set: { closedOn: dayText(now) } } : {}),
  }),
}))
const trainForm = {
  person: person('队员'),
  item: choice('项目', faults),
  why: text('再犯问题', { maxLength: 200 }),
  dueOn: date('期限'),
} as const
export const retraining = procedure('staff.retraining', {
  zh: '再犯培训',
  menu: '队伍建设',
  title: 'why',
  numbering: { prefix: 'ZP', per: 'year', digits: 4 },
  fields: {
    ...trainForm,
    hours: number('学时', { unit: '小时' }).optional(),
    exam: integer('考试', { unit: '分' }).optional(),
    tries: integer('考试次数', { unit: '次' }),
    isLate: choice('逾期', { yes: '是', no: '否' }),
    passedOn: date('合格日期').optional(),
  },
  statuses: {
    open: { zh: '待培训', duty: 'staff.inspect', taskZh: '再犯队员待培训' },
    passed: { zh: '合格', kind: 'final' },
  },
}).actions((action) => ({
  assign: action({
    zh: '列入培训',
    from: 'new',
    to: 'open',
    by: 'system',
    form: trainForm,
    effects: ({ input }) => ({
      set: { tries: 0, isLate: 'no' },
      timers: [{ name: 'due', at: endOf(input.dueOn), action: 'pass' }],
      notify: [{ personId: input.person, zh: `请于${input.dueOn}前参加${faults[input.item]}培训并考试` }],
    }),
  }),
  pass: action({ zh: '逾期', from: 'open', to: 'same', by: 'system', effects: () => ({ set: { isLate: 'yes' } }) }),
  train: action({
    zh: '登记培训考试',
    from: 'open',
    to: ({ input, parameter }) => (input.exam >= parameter('staff.retrain-pass') ? 'passed' : 'open'),
    by: 'staff.inspect',
    tone: 'primary',
    form: { hours: number('学时', { unit: '小时', min: 1, max: 40 }), exam: integer('考试', { unit: '分', min: 0, max: 100 }) },
    guard: ({ subject, actor }) => notYet(subject.person === actor.id, '由他人登记'),
    effects: ({ input, subject, now, parameter }) => {
      const isOk = input.exam >= parameter('staff.retrain-pass')
      return {
        set: { ...input, tries: subject.tries + 1, ...(isOk ? { passedOn: dayText(now) } : {}) },
        timers: isOk ? [{ name: 'due', at: null, action: 'pass' }] : [],
      }
    },
  }),
}))

/** 机构设置与人员划转: a checklist of a unit — posts, people, stamps, assets, files — each handed over with its count and signed by both sides, two different people. */
import { choice, date, dayText, first, integer, one, person, procedure, repeated, rows, text, unit } from '#kernel'
import { notYet, why } from './shared.ts'

export const reformKinds = { post: '职责与编制', people: '人员', stamp: '印章', asset: '资产', archive: '档案' } as const
const given = {
  kind: choice('类别', reformKinds),
  name: text('事项', { maxLength: 80 }),
  count: integer('应交数量', { min: 0 }),
} as const
const now_ = {
  ...given,
  handed: integer('实交', { min: 0 }).optional(),
  giver: text('移交人', { maxLength: 40 }),
  givenOn: text('移交日期', { maxLength: 10 }),
  taker: text('接收人', { maxLength: 40 }),
  takenOn: text('接收日期', { maxLength: 10 }),
  note: text('差异说明', { maxLength: 200 }),
} as const
const form = {
  name: text('改革事项', { maxLength: 100 }),
  paper: text('“三定”文号', { maxLength: 60 }),
  fromUnit: unit('划出单位'),
  toUnit: unit('划入单位'),
  giver: person('移交人'),
  taker: person('接收人'),
  dueOn: date('完成期限'),
  items: rows('清单', given),
} as const
export const reform = procedure('training.reform', {
  zh: '机构改革划转',
  menu: '制度与绩效',
  title: 'name',
  numbering: { prefix: 'JG', per: 'year', digits: 3 },
  help: '职责编制、人员、印章、资产、档案五类都要列;逐项由移交人、接收人两方签字,数量不符须说明,全部双签才办结。',
  fields: {
    ...form,
    name: form.name.searchable(),
    items: rows('清单', now_),
    total: integer('事项', { unit: '项' }),
    given: integer('已移交', { unit: '项' }),
    taken: integer('已接收', { unit: '项' }),
    people: integer('划转人员', { unit: '人' }),
    doneOn: date('办结日期').optional(),
  },
  statuses: {
    open: { zh: '划转中', duty: 'training.learn', taskZh: '机构改革划转待双签' },
    done: { zh: '已双签', duty: 'training.lead', taskZh: '机构改革划转待办结' },
    closed: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  open: action({
    zh: '制定清单',
    from: 'new',
    to: 'open',
    by: 'training.manage',
    form,
    look: async ({ tx, input }) => ({
      giver: await one<{ unit: string }>(tx, 'select unit_id as unit from kernel.person where id = $1', [input.giver]),
      taker: await one<{ unit: string }>(tx, 'select unit_id as unit from kernel.person where id = $1', [input.taker]),
    }),
    check: ({ input, found }) => {
      const lacking = Object.entries(reformKinds).filter(([k]) => !input.items.some((i) => i.kind === k))
      return first(
        why(input.fromUnit === input.toUnit, '划出与划入是同一单位'),
        why(found.giver?.unit !== input.fromUnit, '移交人应在划出单位'),
        why(found.taker?.unit !== input.toUnit, '接收人应在划入单位'),
        why(lacking.length > 0, `清单缺:${lacking.map(([, zh]) => zh).join('、')}`),
        why(Boolean(repeated(input.items.map((i) => i.name))), '事项重复'),
      )
    },
    effects: ({ input }) => ({
      set: {
        items: input.items.map((i) => ({ ...i, handed: null, giver: '', givenOn: '', taker: '', takenOn: '', note: '' })),
        areaCode: null,
        total: input.items.length,
        given: 0,
        taken: 0,
        people: input.items.filter((i) => i.kind === 'people').reduce((n, i) => n + i.count, 0),
      },
      notify: [input.giver, input.taker].map((personId) => ({ personId, zh: `${input.name}:请于${input.dueOn}前逐项签字` })),
    }),
  }),
  give: action({
    zh: '移交签字',
    from: 'open',
    to: 'same',
    by: 'training.learn',
    form: {
      name: given.name,
      handed: integer('实交数量', { min: 0 }),
      note: text('差异说明(数量不符时填)', { maxLength: 200 }).optional(),
    },
    guard: ({ actor, subject }) => notYet(actor.id !== subject.giver, '由移交人签字'),
    check: ({ input, subject }) => {
      const i = subject.items.find((x) => x.name === input.name)
      return first(
        why(!i, `清单没有${input.name}`),
        notYet(Boolean(i?.givenOn), '已移交'),
        why(i !== undefined && i.count !== input.handed && !input.note, `应交${i?.count},请说明差异`),
      )
    },
    effects: ({ input, subject, actor, now }) => ({
      set: {
        items: subject.items.map((i) =>
          i.name === input.name
            ? { ...i, handed: input.handed, note: input.note ?? '', giver: actor.name, givenOn: dayText(now) }
            : i,
        ),
        given: subject.given + 1,
      },
    }),
  }),
  take: action({
    zh: '接收签字',
    from: 'open',
    to: ({ subject }) => (subject.taken + 1 === subject.total ? 'done' : 'open'),
    by: 'training.learn',
    form: { name: given.name },
    guard: ({ actor, subject }) => notYet(actor.id !== subject.taker, '由接收人签字'),
    check: ({ input, subject }) => {
      const i = subject.items.find((x) => x.name === input.name)
      return first(why(!i, `清单没有${input.name}`), notYet(!i?.givenOn, '移交人还未签字'), notYet(Boolean(i?.takenOn), '已接收'))
    },
    effects: ({ input, subject, actor, now }) => ({
      set: {
        items: subject.items.map((i) => (i.name === input.name ? { ...i, taker: actor.name, takenOn: dayText(now) } : i)),
        taken: subject.taken + 1,
      },
    }),
  }),
  close: action({
    zh: '办结',
    from: 'done',
    to: 'closed',
    by: 'training.lead',
    tone: 'primary',
    effects: ({ now }) => ({ set: { doneOn: dayText(now) } }),
  }),
}))

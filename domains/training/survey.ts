/** 全员普查: one card for every officer; the round cannot be closed while anyone is missing, and what is weak becomes the plan. */
import {
  addDays,
  choice,
  date,
  dayText,
  endOf,
  first,
  integer,
  list,
  many,
  number,
  one,
  percentOf,
  person,
  procedure,
  ref,
  round,
  rows,
  text,
} from '#kernel'
import { holders, notYet, why } from './shared.ts'

export const skills = {
  law: '法律法规',
  document: '案卷文书',
  evidence: '调查取证与记录仪',
  language: '规范用语与沟通',
  emergency: '应急处置',
} as const
type Skill = keyof typeof skills
const form = {
  year: integer('年度', { min: 2000, max: 2100 }),
  name: text('普查', { maxLength: 80 }),
  dueOn: date('填报期限'),
} as const
const weakLine = {
  skill: choice('技能', skills),
  average: number('平均', { unit: '级' }),
  weak: integer('薄弱', { unit: '人' }),
} as const
const grade = (zh: string) => integer(zh, { unit: '级', min: 1, max: 5 })
export const survey = procedure('training.survey', {
  zh: '技能普查',
  menu: '教育培训',
  title: 'name',
  listed: ['dueOn', 'officers', 'surveyed', 'rate'],
  numbering: { prefix: 'PC', per: 'year', digits: 2 },
  help: '发起时给每一名执法队员一张普查卡;有人未填不能收口并逐一点名;收口时薄弱技能列为培训计划。',
  uniqueTogether: [['year', 'name']],
  fields: {
    ...form,
    name: form.name.searchable(),
    officers: integer('应查', { unit: '人' }),
    surveyed: integer('已查', { unit: '人' }),
    rate: number('普查率', { unit: '%' }).optional(),
    plan: rows('培训计划依据', weakLine),
    closedOn: date('收口日期').optional(),
  },
  statuses: {
    open: { zh: '普查中', duty: 'training.manage', taskZh: '技能普查待收口' },
    closed: { zh: '已收口', kind: 'final' },
  },
}).actions((action) => ({
  open: action({
    zh: '发起普查',
    from: 'new',
    to: 'open',
    by: 'training.manage',
    form,
    look: ({ tx, now }) => holders(tx, 'training.serve', dayText(now)),
    check: ({ input, found, now }) =>
      first(why(found.length === 0, '没有执法队员'), why(input.dueOn < dayText(now), '填报期限不能早于今天')),
    effects: ({ input, found, subject }) => ({
      set: { officers: found.length, surveyed: 0, plan: [] },
      spawn: found.map((p) => ({
        procedure: 'training.card',
        input: { survey: subject.id, year: input.year, person: p.id, name: p.name, dueOn: input.dueOn },
      })),
    }),
  }),
  close: action({
    zh: '收口并列计划',
    from: 'open',
    to: 'closed',
    by: 'training.manage',
    tone: 'primary',
    look: async ({ tx, subject, now }) => {
      const cards = await many<{ person: string; name: string; isDone: boolean; levels: Readonly<Record<Skill, number>> }>(
        tx,
        `select person, name, status = 'filled' as "isDone", jsonb_build_object('law', law, 'document', document, 'evidence', evidence, 'language', language, 'emergency', emergency) as levels from training.card where survey = $1`,
        [subject.id],
      )
      const officers = await holders(tx, 'training.serve', dayText(now))
      return { cards, missing: officers.filter((p) => !cards.some((c) => c.person === p.id && c.isDone)).map((p) => p.name) }
    },
    check: ({ found }) => notYet(found.missing.length > 0, `未普查到:${found.missing.join('、')}`),
    effects: ({ found, parameter, now }) => {
      const done = found.cards.filter((c) => c.isDone)
      const lines = (Object.keys(skills) as Skill[]).map((skill) => ({
        skill,
        average: round(done.reduce((n, c) => n + c.levels[skill], 0) / Math.max(1, done.length)),
        weak: done.filter((c) => c.levels[skill] < parameter('training.weak-below')).length,
      }))
      return {
        set: {
          officers: done.length,
          surveyed: done.length,
          rate: percentOf(done.length, done.length),
          plan: lines.filter((l) => l.weak > 0),
          closedOn: dayText(now),
        },
      }
    },
  }),
}))
const cardForm = {
  survey: ref('普查', 'training.survey'),
  year: integer('年度'),
  person: person('队员'),
  name: text('姓名', { maxLength: 40 }),
  dueOn: date('填报期限'),
} as const
const levels = {
  law: grade(skills.law),
  document: grade(skills.document),
  evidence: grade(skills.evidence),
  language: grade(skills.language),
  emergency: grade(skills.emergency),
} as const
export const card = procedure('training.card', {
  zh: '普查卡',
  menu: '教育培训',
  title: 'name',
  numbering: { prefix: 'PK', per: 'year', digits: 5 },
  uniqueTogether: [['survey', 'person']],
  fields: {
    ...cardForm,
    name: cardForm.name.searchable(),
    law: levels.law.optional(),
    document: levels.document.optional(),
    evidence: levels.evidence.optional(),
    language: levels.language.optional(),
    emergency: levels.emergency.optional(),
    wishes: list('培训需求'),
    filledOn: date('填报日期').optional(),
  },
  clocks: { fill: { zh: '填报', limit: { value: 10, unit: 'natural_day' } } },
  statuses: {
    open: { zh: '待填报', duty: 'training.learn', taskZh: '技能普查卡待填报' },
    filled: { zh: '已填报', kind: 'final' },
  },
}).actions((action) => ({
  give: action({
    zh: '发卡',
    from: 'new',
    to: 'open',
    by: 'system',
    form: cardForm,
    effects: ({ input }) => ({
      set: { wishes: [], areaCode: null },
      assign: { personId: input.person },
      clocks: [{ clock: 'fill', do: 'start', dueAt: endOf(addDays(input.dueOn, 0)) }],
      notify: [{ personId: input.person, zh: `请于${input.dueOn}前填报技能普查卡` }],
    }),
  }),
  fill: action({
    zh: '填报',
    from: 'open',
    to: 'filled',
    by: 'training.learn',
    tone: 'primary',
    form: { ...levels, wishes: list('培训需求').optional() },
    guard: ({ actor, subject }) => notYet(actor.id !== subject.person, '由本人填报'),
    effects: ({ input, now }) => ({
      set: { ...input, wishes: input.wishes ?? [], filledOn: dayText(now) },
      clocks: [{ clock: 'fill', do: 'stop' }],
    }),
  }),
}))
/** The open round of a year, for the sheet of coverage. */
export const surveyOf = (tx: Parameters<typeof one>[0], year: number) =>
  one<{ id: string }>(tx, 'select id from training.survey where year = $1 order by created_at desc limit 1', [year])

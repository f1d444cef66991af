/** 公厕等级评定: a score sheet gives the grade for so many years; a fall of the scores in checks calls for a new one. */
import {
  addDays,
  addMonths,
  choice,
  date,
  dayText,
  didBefore,
  first,
  type Job,
  longText,
  many,
  number,
  one,
  photos,
  procedure,
  ref,
  round,
  rows,
  say,
  text,
  type WorkContext,
} from '#kernel'
import { rowMarked } from '../facts.ts'
import { inForce, notYet, openBySystem, why } from '../shared.ts'
import { cityGrades } from '../words.ts'

export const gradeItems = [
  '设计与布局',
  '外观与标识',
  '厕位与洗手',
  '无障碍与第三卫生间',
  '采光通风除臭',
  '保洁与管理',
  '设施完好',
  '开放与服务',
] as const
const full = 100 / gradeItems.length
const line = {
  item: text('项目', { maxLength: 30 }),
  score: number('得分', { unit: '分', min: 0, max: full }),
  note: text('说明', { maxLength: 120 }).optional(),
} as const
const form = { toilet: ref('公厕', 'sanitation.toilet'), reason: longText('评定事由', { maxLength: 300 }) } as const
interface Toilet {
  readonly name: string
  readonly cityGrade: keyof typeof cityGrades
  readonly busy: string | null
}
const toiletSql = `select t.name, t.city_grade as "cityGrade", (select number from sanitation.grading g where g.district = t.district and g.toilet = t.id and g.status = any(array['open', 'scored']) limit 1) as busy
  from sanitation.toilet t where t.id = $1 and t.retired_at is null`
export const gradeOf = (score: number, one: number, two: number, three: number): keyof typeof cityGrades =>
  score >= one ? 'one' : score >= two ? 'two' : score >= three ? 'three' : 'none'
export const grading = procedure('sanitation.grading', {
  zh: '公厕等级评定',
  menu: '公厕',
  title: 'name',
  numbering: { prefix: 'DP', per: 'year', digits: 4 },
  help: '按评判标准逐项打分(每项 12.5 分):90 分以上一类、80 以上二类、70 以上三类;检查均分低于现等级的、等级到期的自动复评;评分人不审定。',
  fields: {
    ...form,
    name: text('公厕', { maxLength: 80 }).searchable(),
    before: choice('原等级', cityGrades),
    items: rows('评分', line).optional(),
    score: number('总分', { unit: '分' }).optional(),
    grade: choice('等级', cityGrades).optional(),
    validTo: date('有效至').optional(),
    photos: photos(0).optional(),
    opinion: longText('审定意见', { maxLength: 300 }).optional(),
  },
  statuses: {
    open: { zh: '待评分', duty: 'sanitation.inspect', taskZh: '公厕等级待评分' },
    scored: { zh: '待审定', duty: 'sanitation.approve', taskZh: '公厕等级待审定' },
    granted: { zh: '已评定', kind: 'final' },
    refused: { zh: '不予评定', kind: 'final' },
  },
}).actions((action) => {
  const start = {
    from: 'new',
    to: 'open',
    form,
    look: ({ tx, input }: { readonly tx: Parameters<typeof one>[0]; readonly input: { readonly toilet: string } }) =>
      one<Toilet>(tx, toiletSql, [input.toilet]),
    check: ({ found }: { readonly found: Toilet | undefined }) =>
      first(why(!found, '没有这座公厕'), notYet(Boolean(found?.busy), `已在评定${found?.busy ?? ''}`)),
    effects: ({ found }: { readonly found: Toilet | undefined }) => ({
      set: { name: found?.name ?? '', before: found?.cityGrade ?? ('none' as const) },
    }),
  } as const
  return {
    begin: action({ zh: '发起评定', by: 'sanitation.inspect', ...start }),
    again: action({ zh: '自动复评(得分下降、等级到期)', by: 'system', ...start }),
    score: action({
      zh: '现场评分',
      from: 'open',
      to: 'scored',
      by: 'sanitation.inspect',
      tone: 'primary',
      form: { items: rows('评分', line, { eachOf: gradeItems }), photos: photos(1) },
      check: ({ input }) =>
        why(
          gradeItems.some((g) => input.items.filter((i) => i.item === g).length !== 1),
          `须逐项打分:${gradeItems.join('、')}`,
        ),
      effects: ({ input, parameter }) => {
        const score = round(input.items.reduce((n, i) => n + i.score, 0))
        const at = (name: string): number => parameter(`sanitation.grade-${name}`)
        return { set: { ...input, score, grade: gradeOf(score, at('one'), at('two'), at('three')) } }
      },
    }),
    grant: action({
      zh: '审定',
      from: 'scored',
      to: ({ subject }) => (subject.grade === 'none' ? 'refused' : 'granted'),
      by: 'sanitation.approve',
      tone: 'primary',
      form: { opinion: longText('意见', { maxLength: 300 }) },
      guard: ({ actor, past }) => notYet(didBefore(past, 'score', actor), '评分人不能审定自己的评分'),
      effects: ({ input, subject, now, parameter }) => {
        const validTo = addMonths(dayText(now), 12 * parameter('sanitation.grade-years'))
        const grade = subject.grade ?? 'none'
        return {
          set: { opinion: input.opinion, validTo: grade === 'none' ? null : validTo },
          facts: [
            say(rowMarked, {
              register: 'sanitation.toilet',
              id: subject.toilet,
              values: { cityGrade: grade, gradeScore: subject.score, gradeTo: grade === 'none' ? null : validTo },
              reason: `等级评定${subject.number}`,
            }),
          ],
        }
      },
    }),
    sendBack: action({
      zh: '退回重评',
      from: 'scored',
      to: 'open',
      by: 'sanitation.approve',
      tone: 'danger',
      form: { opinion: longText('意见', { maxLength: 300 }) },
      effects: ({ input }) => ({ set: { ...input, score: null, grade: null } }),
    }),
  }
})
interface Mean {
  readonly grade: keyof typeof cityGrades
  readonly n: number
  readonly mean: number | null
  readonly areaCode: string | null
  readonly busy: string | null
}
const meanSql = `select t.city_grade as grade, t.area_code as "areaCode", (select number from sanitation.grading g where g.district = t.district and g.toilet = t.id and g.status = any(array['open', 'scored']) limit 1) as busy,
    c.n, c.mean from sanitation.toilet t, lateral (select count(*)::int as n, avg(score)::float8 as mean from (select score from sanitation.toilet_check k where k.district = t.district and k.toilet = t.id and k.score is not null
      and k.created_at >= coalesce((select max(g.closed_at) from sanitation.grading g where g.district = t.district and g.toilet = t.id), '-infinity') order by k.created_at desc limit $2) x) c
  where t.id = $1 and t.retired_at is null`
/** The mean of the last checks since it was graded lies below the mark of the grade it holds: a new grading begins by itself. */
export const lookAgain = async (ctx: WorkContext, toilet: string): Promise<void> => {
  const least = inForce(ctx, 'mean-checks')
  const m = await one<Mean>(ctx.tx, meanSql, [toilet, least])
  if (!m || m.grade === 'none' || m.busy || m.n < least || m.mean === null) return
  const mark = inForce(ctx, `grade-${m.grade}`)
  if (m.mean >= mark) return
  const reason = `最近${m.n}次检查均分${round(m.mean)},低于${cityGrades[m.grade]}标准${mark}分`
  await openBySystem(ctx, grading.id, 'again', { toilet, reason }, undefined, { areaCode: m.areaCode })
}
interface Ended {
  readonly id: string
  readonly grade: keyof typeof cityGrades
  readonly gradeTo: string
  readonly areaCode: string | null
}
const endedSql = `select t.id, t.city_grade as grade, t.grade_to::text as "gradeTo", t.area_code as "areaCode" from sanitation.toilet t
  where t.retired_at is null and t.state <> 'closed' and t.city_grade <> 'none' and t.grade_to <= $1::date
    and not exists (select 1 from sanitation.grading g where g.district = t.district and g.toilet = t.id and g.status = any(array['open', 'scored'])) order by t.code`
/** A grade holds for its years and no longer: before its last day a new grading begins by itself. */
export const gradeJob: Job = {
  id: 'sanitation.grades',
  zh: '公厕等级到期复评',
  everyMinutes: 720,
  run: async (ctx) => {
    for (const { id, grade, gradeTo, areaCode } of await many<Ended>(ctx.tx, endedSql, [
      addDays(dayText(ctx.now), inForce(ctx, 'regrade-days')),
    ]))
      await openBySystem(
        ctx,
        grading.id,
        'again',
        { toilet: id, reason: `${cityGrades[grade]}等级有效至${gradeTo},到期复评` },
        undefined,
        {
          areaCode,
        },
      )
  },
}

/** 园林称号: stars, standards, fine roads, model segments and hands, prizes, garden units: applied for, scored on the spot, published, kept until a re-check. */
import { addDays, addMonths, choice, date, dayText, files, first, integer, number, one, procedure, ref, say, text } from '#kernel'
import { titleMoved } from '../facts.ts'
import { keysMissed, linesWrong, notYet, type ScoreLine, scoreLines, scoreOf, why } from '../shared.ts'
import { passMark, type TitleKind, titleKinds, titleLevels } from '../words.ts'

const form = {
  kind: choice('称号', titleKinds),
  level: choice('级别', titleLevels),
  year: integer('年度', { min: 2000, max: 2100 }),
  name: text('申报对象', { maxLength: 80 }),
  applicant: text('申报(推荐)单位', { maxLength: 80 }),
  park: ref('公园', 'greening.park').optional(),
  segment: ref('养护标段', 'greening.segment').optional(),
  road: ref('道路', 'grid.road').optional(),
  project: ref('工程', 'greening.project').optional(),
  compound: ref('小区', 'grid.compound').optional(),
  papers: files(0, '申报材料').optional(),
} as const
const needs: Readonly<Record<TitleKind, 'park' | 'segment' | 'road' | 'project' | 'compound' | null>> = {
  star: 'park',
  standard: 'park',
  fineRoad: 'road',
  demo: 'segment',
  good: 'segment',
  worker: 'segment',
  prize: 'project',
  unit: null,
  compound: 'compound',
}
const needZh = { park: '公园', segment: '养护标段', road: '道路', project: '工程', compound: '小区' } as const
type Parameter = (name: string) => number
/** 三、四、五星 by score; 0 below three. */
export const starOf = (score: number, parameter: Parameter): number =>
  score >= parameter('greening.star-five')
    ? 5
    : score >= parameter('greening.star-four')
      ? 4
      : score >= parameter('greening.title-star')
        ? 3
        : 0
const passes = (kind: string, lines: readonly ScoreLine[], parameter: Parameter) =>
  keysMissed(lines).length === 0 && scoreOf(lines) >= parameter(passMark(kind as TitleKind))
const held = `status = any (array['applied', 'district', 'notice', 'titled'])`
interface Found {
  readonly same: object | undefined
  readonly months: { readonly n: number; readonly score: number | null } | undefined
  readonly checks: { readonly n: number; readonly failed: number } | undefined
}
export const title = procedure('greening.title', {
  zh: '园林称号评定',
  menu: '园林考核',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'PD', per: 'year', digits: 4 },
  help: '申报 → 区初审 → 现场评分(关键项一票否决) → 公示 → 授牌;到期复查,不合格降星或撤销。评定与复查分开计数。',
  fields: {
    ...form,
    name: form.name.searchable(),
    lines: scoreLines('评分').optional(),
    score: number('得分', { unit: '分' }).optional(),
    star: integer('星级', { unit: '星' }).optional(),
    faults: text('未达到', { maxLength: 300 }).optional(),
    noticeOn: date('公示开始').optional(),
    noticeTo: date('公示结束').optional(),
    titledOn: date('授予日期').optional(),
    plate: text('牌匾号', { maxLength: 40 }).optional(),
    recheckBy: date('应复查').optional(),
    recheckedOn: date('最近复查').optional(),
    rechecks: integer('复查次数').optional(),
    withdrawnOn: date('撤销日期').optional(),
  },
  statuses: {
    applied: { zh: '待区初审', duty: 'greening.check', taskZh: '园林称号待初审' },
    district: { zh: '待现场评分', duty: 'greening.check', taskZh: '园林称号待评分' },
    notice: { zh: '公示中', duty: 'greening.approve', taskZh: '园林称号公示期满待授予' },
    titled: { zh: '已授予' },
    failed: { zh: '未通过', kind: 'final' },
    withdrawn: { zh: '已撤销', kind: 'final' },
  },
}).actions((action) => ({
  apply: action({
    zh: '申报',
    from: 'new',
    to: 'applied',
    by: 'greening.report',
    form,
    look: async ({ tx, input }): Promise<Found> => ({
      same: await one(
        tx,
        `select 1 as n from greening.title where kind = $1 and ${held} and (year = $2 or status = 'titled') and (name = $3 or (kind <> 'worker' and (park = $4::uuid or segment = $5::uuid or road = $6::uuid or project = $7::uuid or compound = $8::uuid)))`,
        [
          input.kind,
          input.year,
          input.name,
          input.park ?? null,
          input.segment ?? null,
          input.road ?? null,
          input.project ?? null,
          input.compound ?? null,
        ],
      ),
      months: await one(
        tx,
        `select count(*)::int as n, avg(score)::float8 as score from greening.check where kind = 'month' and segment = $1::uuid and status <> 'void'`,
        [input.segment ?? null],
      ),
      checks: await one(
        tx,
        `select count(*)::int as n, (count(*) filter (where status = 'failed'))::int as failed from greening.check where kind = 'project' and project = $1::uuid and status <> 'void'`,
        [input.project ?? null],
      ),
    }),
    check: ({ input, found, parameter }) => {
      const need = needs[input.kind as TitleKind]
      const mean = found.months?.score ?? 0
      return first(
        why(need !== null && !input[need], `请选择${need ? needZh[need] : ''}`),
        notYet(Boolean(found.same), '已申报或已授予'),
        notYet(
          input.kind === 'demo' && ((found.months?.n ?? 0) === 0 || mean < parameter('greening.demo-month')),
          `月度考核均分${Math.round(mean * 100) / 100},不到${parameter('greening.demo-month')}分`,
        ),
        notYet(
          input.kind === 'prize' && ((found.checks?.n ?? 0) === 0 || (found.checks?.failed ?? 0) > 0),
          '工程没有质量检查,或有未整改的',
        ),
      )
    },
    effects: () => ({ set: { rechecks: 0 } }),
  }),
  district: action({ zh: '区初审通过', from: 'applied', to: 'district', by: 'greening.check', tone: 'primary' }),
  refuse: action({
    zh: '初审不通过',
    from: 'applied',
    to: 'failed',
    by: 'greening.check',
    tone: 'danger',
    form: { faults: text('原因', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  score: action({
    zh: '现场评分',
    from: 'district',
    by: 'greening.check',
    tone: 'primary',
    form: { lines: scoreLines() },
    check: ({ input }) => linesWrong(input.lines),
    to: ({ input, subject, parameter }) => (passes(subject.kind, input.lines, parameter) ? 'notice' : 'failed'),
    effects: ({ input, subject, parameter, now }) => {
      const score = scoreOf(input.lines)
      const isPassed = passes(subject.kind, input.lines, parameter)
      return {
        set: {
          lines: input.lines,
          score,
          star: subject.kind === 'star' ? starOf(score, parameter) : null,
          faults: isPassed ? null : keysMissed(input.lines).join('、') || `得分${score}`,
          ...(isPassed ? { noticeOn: dayText(now), noticeTo: addDays(dayText(now), parameter('greening.notice-days')) } : {}),
        },
      }
    },
  }),
  object: action({
    zh: '公示有异议不予授予',
    from: 'notice',
    to: 'failed',
    by: 'greening.approve',
    tone: 'danger',
    form: { faults: text('异议与核实', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  grant: action({
    zh: '授予',
    from: 'notice',
    to: 'titled',
    by: 'greening.approve',
    tone: 'primary',
    form: { plate: text('牌匾(文)号', { maxLength: 40 }) },
    guard: ({ subject, now }) => notYet(dayText(now) <= (subject.noticeTo ?? ''), `公示到${subject.noticeTo}`),
    effects: ({ input, subject, now, parameter }) => ({
      set: { ...input, titledOn: dayText(now), recheckBy: addMonths(dayText(now), 12 * parameter('greening.recheck-years')) },
      facts: [
        say(titleMoved, {
          kind: subject.kind,
          park: subject.park,
          segment: subject.segment,
          isHeld: true,
          star: subject.star,
          number: subject.number,
        }),
      ],
    }),
  }),
  recheck: action({
    zh: '复查',
    from: 'titled',
    by: 'greening.check',
    form: { lines: scoreLines() },
    check: ({ input, subject, now }) =>
      first(linesWrong(input.lines), notYet(subject.titledOn === dayText(now), '当天授予的不复查')),
    to: ({ input, subject, parameter }) => (passes(subject.kind, input.lines, parameter) ? 'titled' : 'withdrawn'),
    help: '星级公园按复查得分升降星,不到三星的撤销;其他不达标的撤销。',
    effects: ({ input, subject, now, parameter }) => {
      const score = scoreOf(input.lines)
      const isKept = passes(subject.kind, input.lines, parameter)
      const star = subject.kind === 'star' ? starOf(score, parameter) : null
      return {
        set: {
          lines: input.lines,
          score,
          star,
          recheckedOn: dayText(now),
          rechecks: (subject.rechecks ?? 0) + 1,
          ...(isKept
            ? { recheckBy: addMonths(dayText(now), 12 * parameter('greening.recheck-years')) }
            : { withdrawnOn: dayText(now), faults: keysMissed(input.lines).join('、') || `得分${score}` }),
        },
        facts: [
          say(titleMoved, {
            kind: subject.kind,
            park: subject.park,
            segment: subject.segment,
            isHeld: isKept,
            star,
            number: subject.number,
          }),
        ],
      }
    },
  }),
}))

/** 检查评分: one scored checklist for segments by month, parks, fine roads by quarter and projects by stage; what lost marks becomes a defect. */
import { choice, date, dayText, first, integer, number, one, photos, procedure, ref, say, text } from '#kernel'
import { defectsFound } from '../facts.ts'
import { keysMissed, linesWrong, notYet, scoreLines, scoreOf, why } from '../shared.ts'
import { checkKinds, projectStages } from '../words.ts'

const form = {
  kind: choice('检查', checkKinds),
  period: text('期次', { maxLength: 7, pattern: { source: '^\\d{4}-(\\d{2}|q[1-4])$', zh: '期次如 2026-03 或 2026-q1' } }),
  segment: ref('养护标段', 'greening.segment').optional(),
  park: ref('公园', 'greening.park').optional(),
  road: ref('道路', 'grid.road').optional(),
  project: ref('工程', 'greening.project').optional(),
  stage: choice('工程阶段', projectStages).optional(),
  checkers: text('检查人', { maxLength: 60 }),
  lines: scoreLines(),
  photos: photos(1, '现场照片'),
} as const
const target = { month: 'segment', park: 'park', fineRoad: 'road', project: 'project' } as const
const isBad = (lines: Parameters<typeof scoreOf>[0], parameter: (name: string) => number) =>
  scoreOf(lines) < parameter('greening.project-score') || keysMissed(lines).length > 0
export const check = procedure('greening.check', {
  zh: '园林检查评分',
  menu: '园林考核',
  title: 'period',
  numbering: { prefix: 'JC', per: 'year', digits: 5 },
  help: '标段按月、精品道路按季、公园按期、工程按阶段;同一对象同一期只评一次。标段、道路扣分的自动开缺陷单。',
  fields: {
    ...form,
    score: number('得分', { unit: '分' }).optional(),
    checkedOn: date('检查日期').optional(),
    keys: text('关键项未过', { maxLength: 300 }).optional(),
    faults: integer('问题', { unit: '个' }).optional(),
    fails: integer('不合格', { unit: '次' }).optional(),
  },
  statuses: {
    done: { zh: '合格', kind: 'open' },
    failed: { zh: '不合格', duty: 'greening.work', taskZh: '工程质量问题待整改' },
    void: { zh: '作废', kind: 'final' },
  },
}).actions((action) => ({
  score: action({
    zh: '登记检查',
    from: 'new',
    by: 'greening.check',
    form,
    look: ({ tx, input }) =>
      one(
        tx,
        `select 1 as n from greening.check where kind = $1 and period = $2 and status <> 'void' and (segment = $3::uuid or park = $4::uuid or road = $5::uuid or (project = $6::uuid and stage = $7))`,
        [
          input.kind,
          input.period,
          input.segment ?? null,
          input.park ?? null,
          input.road ?? null,
          input.project ?? null,
          input.stage ?? null,
        ],
      ),
    to: ({ input, parameter }) => (input.kind === 'project' && isBad(input.lines, parameter) ? 'failed' : 'done'),
    check: ({ input, found }) =>
      first(
        why(
          !input[target[input.kind]],
          `请选择${{ month: '养护标段', park: '公园', fineRoad: '道路', project: '工程' }[input.kind]}`,
        ),
        why(input.kind === 'project' && !input.stage, '请选择工程阶段'),
        why(input.kind === 'fineRoad' && !input.period.includes('q'), '精品道路按季度,如 2026-q1'),
        why(input.kind === 'month' && input.period.includes('q'), '标段按月,如 2026-03'),
        linesWrong(input.lines),
        notYet(Boolean(found), '本期已评分'),
      ),
    effects: ({ input, subject, now, parameter }) => {
      const faults = input.lines.filter((l) => l.got < l.full)
      return {
        set: {
          score: scoreOf(input.lines),
          checkedOn: dayText(now),
          keys: keysMissed(input.lines).join('、') || null,
          faults: faults.length,
          fails: input.kind === 'project' && isBad(input.lines, parameter) ? 1 : 0,
        },
        facts:
          faults.length > 0 && (input.kind === 'month' || input.kind === 'fineRoad')
            ? [
                say(defectsFound, {
                  source: 'check',
                  sourceType: 'greening.check',
                  sourceId: subject.id,
                  segment: input.segment ?? null,
                  road: input.road ?? null,
                  items: faults.map((l) => ({ key: l.item, kind: 'rough', what: `${l.item}:${l.note ?? ''}` })),
                  lon: subject.lon,
                  lat: subject.lat,
                  areaCode: subject.areaCode,
                }),
              ]
            : [],
      }
    },
  }),
  again: action({
    zh: '整改后复检',
    from: 'failed',
    by: 'greening.check',
    tone: 'primary',
    form: { lines: scoreLines(), photos: photos(1, '整改后照片') },
    check: ({ input }) => linesWrong(input.lines),
    to: ({ input, parameter }) => (isBad(input.lines, parameter) ? 'failed' : 'done'),
    effects: ({ input, subject, parameter }) => ({
      set: {
        ...input,
        score: scoreOf(input.lines),
        keys: keysMissed(input.lines).join('、') || null,
        fails: (subject.fails ?? 0) + (isBad(input.lines, parameter) ? 1 : 0),
      },
    }),
  }),
  discard: action({
    zh: '作废',
    from: ['done', 'failed'],
    to: 'void',
    by: 'greening.approve',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 200 }) },
  }),
}))

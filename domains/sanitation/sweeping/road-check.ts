/** 道路质量检查: the machine's share and the people's share are judged apart, so that a poor road says which of the two failed. */
import { choice, first, instant, longText, number, one, photos, procedure, ref, round, rows, text } from '#kernel'
import { notYet, why } from '../shared.ts'

const shares = { machine: '机械作业', manual: '人工清扫' } as const
const form = {
  plan: ref('保洁方案', 'sanitation.road-plan'),
  issues: rows('扣分项', {
    share: choice('责任', shares),
    item: text('问题', { maxLength: 80 }),
    points: number('扣分', { min: 0.5, max: 50 }),
  }).help('没有问题的不填'),
  photos: photos(1),
} as const
interface Issue {
  readonly share: keyof typeof shares
  readonly points: number
}
/** Full marks less what was found, for each share and for the whole. */
export const scoresOf = (issues: readonly Issue[]) => {
  const lost = (share?: string): number =>
    issues.filter((i) => share === undefined || i.share === share).reduce((n, i) => n + i.points, 0)
  const left = (n: number): number => Math.max(0, round(100 - n))
  return { machineScore: left(lost('machine')), manualScore: left(lost('manual')), score: left(lost()) }
}
const failed = { none: '无', machine: '机械作业', manual: '人工清扫', both: '两者' } as const
const failedOf = (s: ReturnType<typeof scoresOf>, pass: number): keyof typeof failed => {
  const [machine, manual] = [s.machineScore < 100, s.manualScore < 100]
  if (s.score >= pass) return 'none'
  return machine && manual ? 'both' : machine ? 'machine' : 'manual'
}
export const roadCheck = procedure('sanitation.road-check', {
  zh: '道路质量检查',
  menu: '道路保洁',
  title: 'name',
  numbering: { prefix: 'DJ', per: 'day', digits: 4 },
  help: '机械、人工分别扣分;不合格的须返工并复查。',
  fields: {
    ...form,
    name: text('路段', { maxLength: 80 }).searchable(),
    operator: text('作业单位', { maxLength: 80 }).searchable(),
    machineScore: number('机械得分'),
    manualScore: number('人工得分'),
    score: number('总分'),
    failedShare: choice('不合格责任', failed),
    donePhotos: photos(0, '返工照片').optional(),
    fixedAt: instant('返工时间').optional(),
    opinion: longText('复查意见', { maxLength: 300 }).optional(),
  },
  clocks: { fix: { zh: '返工', limit: { value: 4, unit: 'urgent_hour' }, basis: '本局环卫作业管理办法(示例)' } },
  statuses: {
    passed: { zh: '合格', kind: 'final' },
    failing: { zh: '待返工', duty: 'sanitation.work', taskZh: '道路保洁待返工' },
    fixed: { zh: '待复查', duty: 'sanitation.inspect', taskZh: '道路返工待复查' },
    closed: { zh: '已返工', kind: 'final' },
  },
}).actions((action) => ({
  check: action({
    zh: '检查',
    from: 'new',
    by: 'sanitation.inspect',
    form,
    look: ({ tx, input }) =>
      one<{ name: string; operator: string }>(
        tx,
        'select name, operator from sanitation.road_plan where id = $1 and retired_at is null',
        [input.plan],
      ),
    to: ({ input, parameter }) => (scoresOf(input.issues).score >= parameter('sanitation.road-pass') ? 'passed' : 'failing'),
    check: ({ found }) => why(!found, '没有这个保洁方案'),
    effects: ({ input, found, parameter }) => {
      const scores = scoresOf(input.issues)
      const pass = parameter('sanitation.road-pass')
      return {
        set: { ...scores, name: found?.name ?? '', operator: found?.operator ?? '', failedShare: failedOf(scores, pass) },
        clocks: scores.score >= pass ? [] : [{ clock: 'fix', do: 'start' }],
      }
    },
  }),
  fix: action({
    zh: '返工完成',
    from: 'failing',
    to: 'fixed',
    by: 'sanitation.work',
    tone: 'primary',
    form: { donePhotos: photos(1, '返工照片') },
    effects: ({ input, now }) => ({
      set: { donePhotos: input.donePhotos, fixedAt: now.toISOString() },
      clocks: [{ clock: 'fix', do: 'stop' }],
    }),
  }),
  recheck: action({
    zh: '复查',
    from: 'fixed',
    to: ({ input }) => (input.isOk === 'yes' ? 'closed' : 'failing'),
    by: 'sanitation.inspect',
    tone: 'primary',
    form: { isOk: choice('结果', { yes: '合格', no: '不合格' }), opinion: longText('意见', { maxLength: 300 }) },
    check: ({ actor, past }) =>
      first(
        notYet(
          past.some((p) => p.action === 'fix' && p.actorId !== null && p.actorId === actor.id),
          '返工人不能复查自己',
        ),
      ),
    effects: ({ input }) => ({
      set: { opinion: input.opinion },
      clocks: input.isOk === 'no' ? [{ clock: 'fix', do: 'start' }] : [],
    }),
  }),
}))

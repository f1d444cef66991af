/** 古树抢救复壮: the experts' diagnosis, the works, and the tree looked at again after half a year and a year. */
import { addMonths, choice, date, dayText, first, money, one, photos, procedure, ref, rows, say, text } from '#kernel'
import { treeMoved } from '../facts.ts'
import { notYet, why } from '../shared.ts'
import { health } from '../words.ts'

export const rescueWorks = {
  support: '支撑加固',
  soil: '改土复壮',
  cavity: '树洞修补',
  pest: '病虫防治',
  drain: '排水',
  fence: '围栏保护',
} as const
const form = {
  tree: ref('古树', 'greening.ancient'),
  symptom: text('症状', { maxLength: 200 }),
  patrol: text('巡护单', { maxLength: 60, isGiven: true }).optional(),
} as const
export const rescue = procedure('greening.rescue', {
  zh: '古树抢救复壮',
  menu: '古树名木',
  title: 'symptom',
  numbering: { prefix: 'QJ', per: 'year', digits: 3 },
  help: '专家不少于3人会诊 → 按方案施工 → 满6个月、12个月各复查一次,长势正常才算复壮。',
  fields: {
    ...form,
    experts: rows('专家', {
      name: text('姓名', { maxLength: 40 }),
      unit: text('单位', { maxLength: 60 }),
      isAgreed: choice('意见', { yes: '同意', no: '不同意' }),
    }).optional(),
    opinion: text('会诊意见', { maxLength: 300 }).optional(),
    works: rows('复壮措施', {
      work: choice('措施', rescueWorks),
      detail: text('做法', { maxLength: 100 }),
      costFen: money('费用', { min: 0 }),
    }).optional(),
    costFen: money('费用').optional(),
    photos: photos(0, '施工照片').optional(),
    worksOn: date('完工日期').optional(),
    halfBy: date('半年复查').optional(),
    yearBy: date('一年复查').optional(),
    halfHealth: choice('半年长势', health).optional(),
    yearHealth: choice('一年长势', health).optional(),
    endedOn: date('结束日期').optional(),
  },
  statuses: {
    wanted: { zh: '待会诊', duty: 'greening.manage', taskZh: '古树衰弱待专家会诊' },
    planned: { zh: '待施工', duty: 'greening.work', taskZh: '古树复壮待施工' },
    watched: { zh: '待半年复查', duty: 'greening.check', taskZh: '古树复壮待半年复查' },
    half: { zh: '待一年复查', duty: 'greening.check', taskZh: '古树复壮待一年复查' },
    saved: { zh: '已复壮', kind: 'final' },
    dead: { zh: '未救活', kind: 'final' },
  },
}).actions((action) => ({
  want: action({
    zh: '提请抢救',
    from: 'new',
    to: 'wanted',
    by: 'greening.work',
    form,
    look: ({ tx, input }) =>
      one<{ number: string }>(
        tx,
        `select number from greening.rescue where tree = $1 and status <> all (array['saved', 'dead'])`,
        [input.tree],
      ),
    check: ({ found }) => notYet(Boolean(found), `已在抢救单${found?.number ?? ''}`),
  }),
  diagnose: action({
    zh: '专家会诊',
    from: 'wanted',
    to: 'planned',
    by: 'greening.manage',
    tone: 'primary',
    form: {
      experts: rows('专家', {
        name: text('姓名', { maxLength: 40 }),
        unit: text('单位', { maxLength: 60 }),
        isAgreed: choice('意见', { yes: '同意', no: '不同意' }),
      }),
      opinion: text('会诊意见', { maxLength: 300 }),
      works: rows('复壮措施', {
        work: choice('措施', rescueWorks),
        detail: text('做法', { maxLength: 100 }),
        costFen: money('费用', { min: 0 }),
      }),
    },
    check: ({ input }) =>
      first(
        why(new Set(input.experts.map((e) => e.name)).size < 3, '专家不少于3人'),
        why(input.works.length === 0, '请填写复壮措施'),
        notYet(input.experts.filter((e) => e.isAgreed === 'yes').length * 2 <= input.experts.length, '半数以上专家同意才能施工'),
      ),
    effects: ({ input }) => ({ set: { ...input, costFen: input.works.reduce((n, x) => n + x.costFen, 0) } }),
  }),
  work: action({
    zh: '施工完成',
    from: 'planned',
    to: 'watched',
    by: 'greening.work',
    tone: 'primary',
    form: { photos: photos(1, '施工照片') },
    effects: ({ input, now }) => ({
      set: { ...input, worksOn: dayText(now), halfBy: addMonths(dayText(now), 6), yearBy: addMonths(dayText(now), 12) },
    }),
  }),
  half: action({
    zh: '半年复查',
    from: 'watched',
    by: 'greening.check',
    tone: 'primary',
    form: { halfHealth: choice('长势', health) },
    guard: ({ subject, now }) => notYet(dayText(now) < (subject.halfBy ?? ''), `满6个月(${subject.halfBy})才复查`),
    to: ({ input }) => (input.halfHealth === 'dead' ? 'dead' : 'half'),
    effects: ({ input, subject, now }) => ({
      set: { ...input, ...(input.halfHealth === 'dead' ? { endedOn: dayText(now) } : {}) },
      facts: [say(treeMoved, { tree: subject.tree, health: input.halfHealth, reason: `复壮半年复查${subject.number}` })],
    }),
  }),
  year: action({
    zh: '一年复查',
    from: 'half',
    by: 'greening.check',
    tone: 'primary',
    form: { yearHealth: choice('长势', health) },
    guard: ({ subject, now }) => notYet(dayText(now) < (subject.yearBy ?? ''), `满12个月(${subject.yearBy})才复查`),
    to: ({ input }) => (input.yearHealth === 'good' ? 'saved' : input.yearHealth === 'dead' ? 'dead' : 'wanted'),
    help: '正常即复壮;仍衰弱的重新会诊。',
    effects: ({ input, subject, now }) => ({
      set: { ...input, endedOn: ['good', 'dead'].includes(input.yearHealth) ? dayText(now) : null },
      facts: [say(treeMoved, { tree: subject.tree, health: input.yearHealth, reason: `复壮一年复查${subject.number}` })],
    }),
  }),
}))

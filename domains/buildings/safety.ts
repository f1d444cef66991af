/** 既有建筑安全排查: structure, fire, use; the worst makes the grade; D is emptied before anything else. */
import { choice, date, dayText, endOf, instant, integer, number, photos, procedure, ref, text } from '#kernel'
import { gradeOf } from './grade.ts'
import { notYet, why } from './shared.ts'
import { grades, levels } from './words.ts'

const form = {
  name: text('建筑', { maxLength: 100 }),
  address: text('位置', { maxLength: 120 }),
  building: ref('违法建设', 'buildings.building').optional(),
  owner: text('产权(使用)人', { maxLength: 80 }),
  floors: integer('层数', { min: 1, max: 200 }),
  areaM2: number('建筑面积', { unit: '㎡', min: 1 }),
  people: integer('在用人数', { unit: '人', min: 0 }),
  structure: choice('结构隐患', levels),
  fire: choice('消防隐患', levels),
  use: choice('使用隐患(擅改用途、超载)', levels),
  photos: photos(1, '排查照片'),
} as const
export const safety = procedure('buildings.safety', {
  zh: '既有建筑安全排查',
  menu: '建筑安全',
  title: 'name',
  numbering: { prefix: 'JA', per: 'year', digits: 5 },
  help: '三项中最重的定级:无A、轻微B、严重C、危急D。D级24小时内先清人,C、D级整改后复查销号。',
  mirror: { empty: { dueAt: 'emptyDueAt' }, fix: { dueAt: 'fixDueAt' } },
  fields: {
    ...form,
    name: form.name.searchable(),
    address: form.address.searchable(),
    grade: choice('等级', grades).optional(),
    emptiedAt: instant('清空时间').optional(),
    moved: integer('转移', { unit: '人' }).optional(),
    fixDueOn: date('整改期限').optional(),
    fixedOn: date('整改日期').optional(),
    measure: text('整改措施', { maxLength: 300 }).optional(),
    recheckGrade: choice('复查等级', grades).optional(),
    afterPhotos: photos(0, '整改后照片').optional(),
    emptyDueAt: instant('清空期限').optional(),
    fixDueAt: instant('整改期限止').optional(),
  },
  clocks: {
    empty: { zh: '清空人员', limit: { value: 24, unit: 'urgent_hour' }, basis: '本局既有建筑安全排查办法(示例)' },
    fix: { zh: '整改', limit: { value: 15, unit: 'natural_day' }, basis: '本局既有建筑安全排查办法(示例)' },
  },
  statuses: {
    urgent: { zh: 'D级待清空', duty: 'buildings.enforce', taskZh: 'D级建筑待清空人员' },
    graded: { zh: '待下整改', duty: 'buildings.enforce', taskZh: '建筑隐患待下达整改' },
    fixing: { zh: '整改中', duty: 'buildings.enforce', taskZh: '建筑隐患整改中' },
    fixed: { zh: '待复查', duty: 'buildings.check', taskZh: '建筑隐患整改待复查' },
    sound: { zh: '无需整改', kind: 'final' },
    closed: { zh: '已销号', kind: 'final' },
  },
}).actions((action) => ({
  check: action({
    zh: '登记排查',
    from: 'new',
    to: ({ input }) => ({ A: 'sound', B: 'sound', C: 'graded', D: 'urgent' })[gradeOf(input)] as 'sound' | 'graded' | 'urgent',
    by: 'buildings.report',
    form,
    effects: ({ input }) => {
      const grade = gradeOf(input)
      return { set: { grade }, clocks: grade === 'D' ? [{ clock: 'empty', do: 'start' }] : [] }
    },
  }),
  evacuate: action({
    zh: '人员已清空',
    from: 'urgent',
    to: 'graded',
    by: 'buildings.enforce',
    tone: 'danger',
    form: { moved: integer('转移', { unit: '人', min: 0 }), photos: photos(1, '清空、封门照片') },
    check: ({ input, subject }) => why(input.moved < subject.people, `在用${subject.people}人,只转移了${input.moved}人`),
    effects: ({ input, now }) => ({
      set: { moved: input.moved, emptiedAt: now.toISOString() },
      clocks: [{ clock: 'empty', do: 'stop' }],
    }),
  }),
  order: action({
    zh: '下达整改',
    from: 'graded',
    to: 'fixing',
    by: 'buildings.enforce',
    tone: 'primary',
    form: { measure: text('整改要求', { maxLength: 300 }), fixDueOn: date('整改期限') },
    check: ({ input, now }) => why(input.fixDueOn <= dayText(now), '期限应在今天以后'),
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'fix', do: 'start', dueAt: endOf(input.fixDueOn) }] }),
  }),
  fix: action({
    zh: '整改完成',
    from: 'fixing',
    to: 'fixed',
    by: 'buildings.enforce',
    tone: 'primary',
    form: { fixedOn: date('日期'), afterPhotos: photos(1, '整改后照片') },
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'fix', do: 'stop' }] }),
  }),
  recheck: action({
    zh: '复查',
    from: 'fixed',
    to: ({ input }) => (gradeOf(input) < 'C' ? 'closed' : 'graded'),
    by: 'buildings.check',
    tone: 'primary',
    form: { structure: form.structure, fire: form.fire, use: form.use },
    guard: ({ past, actor }) => notYet(past.findLast((p) => p.action === 'fix')?.actorId === actor.id, '整改人不能自己复查'),
    effects: ({ input }) => ({ set: { recheckGrade: gradeOf(input) } }),
  }),
}))

/** 厕所革命: a line of the year's plan is sited, designed, built and accepted into the register. */
import {
  choice,
  date,
  dayText,
  files,
  first,
  flag,
  integer,
  longText,
  money,
  one,
  photos,
  procedure,
  ref,
  say,
  text,
} from '#kernel'
import { rowMade, rowMarked } from '../facts.ts'
import { clock, notYet, why } from '../shared.ts'
import { aGrades, buildKinds, toiletAreas } from '../words.ts'

const form = {
  plan: ref('年度计划', 'sanitation.toilet-plan').help('年度、街道(镇)、城乡、建设性质取自计划'),
  name: text('公厕', { maxLength: 80 }),
  toilet: ref('原公厕', 'sanitation.toilet').optional().help('改建、提标、扩建的选择'),
  isSewer: flag('含雨污改造'),
} as const
export const squats = {
  menSquats: integer('男蹲位', { unit: '个', min: 0, max: 200 }),
  menUrinals: integer('小便位', { unit: '个', min: 0, max: 200 }),
  womenSquats: integer('女蹲位', { unit: '个', min: 0, max: 200 }),
  thirdRooms: integer('第三卫生间', { unit: '间', min: 0, max: 10 }),
  isAccessible: flag('无障碍厕位'),
} as const
export const hours = {
  openFrom: text('开放起', { maxLength: 5, pattern: clock }),
  openTo: text('开放止', { maxLength: 5, pattern: clock }),
} as const
interface Planned {
  readonly year: number
  readonly town: string
  readonly area: keyof typeof toiletAreas
  readonly kind: keyof typeof buildKinds
  readonly busy: string | null
}
/** The line of the plan, and the project that is under way at the same toilet. */
const planSql = `select p.year, p.town, p.area, p.kind,
    (select x.number from sanitation.toilet_project x where x.district = p.district and x.toilet = $2::uuid and x.status <> all (array['accepted', 'dropped']) limit 1) as busy
  from sanitation.toilet_plan p where p.id = $1 and p.retired_at is null`
/** Whether a number is painted on another toilet already. */
export const takenSql = `select name from sanitation.toilet where code = $1 and retired_at is null limit 1`
export const toiletProject = procedure('sanitation.toilet-project', {
  zh: '厕所革命建设',
  menu: '公厕',
  title: 'name',
  numbering: { prefix: 'CS', per: 'year', digits: 4 },
  help: '从年度计划选址 → 设计 → 施工 → 验收;验收后自动入公厕台账(改建的更新原公厕)。女蹲位不少于男厕位。',
  fields: {
    ...form,
    plan: form.plan.optional(),
    name: form.name.searchable(),
    planYear: integer('年度', { min: 2015, max: 2100 }),
    town: text('街道(镇)', { maxLength: 40 }),
    area: choice('城乡', toiletAreas),
    kind: choice('建设', buildKinds),
    papers: files(0, '设计、验收').optional(),
    costFen: money('造价').optional(),
    startedOn: date('开工日期').optional(),
    acceptedOn: date('验收日期').optional(),
    aGrade: choice('A级', aGrades).optional(),
    photos: photos(0).optional(),
    reason: longText('取消原因', { maxLength: 300 }).optional(),
  },
  statuses: {
    sited: { zh: '已选址待设计', duty: 'sanitation.manage', taskZh: '公厕项目待设计' },
    designed: { zh: '已设计待开工', duty: 'sanitation.manage', taskZh: '公厕项目待开工' },
    building: { zh: '施工中', duty: 'sanitation.manage', taskZh: '公厕项目待验收' },
    accepted: { zh: '已验收', kind: 'final' },
    dropped: { zh: '已取消', kind: 'final' },
  },
}).actions((action) => ({
  site: action({
    zh: '选址立项',
    from: 'new',
    to: 'sited',
    by: 'sanitation.manage',
    form,
    look: ({ tx, input }) => one<Planned>(tx, planSql, [input.plan, input.toilet ?? null]),
    check: ({ input, found, subject }) =>
      first(
        why(!found, '没有这条年度计划'),
        why(found?.kind !== 'new' && !input.toilet, '改建、提标、扩建的请选择原公厕'),
        why(found?.kind === 'new' && Boolean(input.toilet), '新建的没有原公厕'),
        why(found?.kind === 'new' && subject.lon === null, '新建的请在图上选址'),
        notYet(Boolean(found?.busy), `这座公厕已在建设${found?.busy ?? ''}`),
      ),
    effects: ({ found }) =>
      found ? { set: { planYear: found.year, town: found.town, area: found.area, kind: found.kind } } : {},
  }),
  design: action({
    zh: '设计完成',
    from: 'sited',
    to: 'designed',
    by: 'sanitation.manage',
    tone: 'primary',
    form: { papers: files(1, '设计图'), costFen: money('造价', { min: 1 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  start: action({
    zh: '开工',
    from: 'designed',
    to: 'building',
    by: 'sanitation.manage',
    tone: 'primary',
    form: { startedOn: date('开工日期') },
    check: ({ input, now }) => why(input.startedOn > dayText(now), '开工日期不能晚于今天'),
    effects: ({ input }) => ({ set: input }),
  }),
  accept: action({
    zh: '验收入库',
    from: 'building',
    to: 'accepted',
    by: 'sanitation.approve',
    tone: 'primary',
    form: {
      acceptedOn: date('验收日期'),
      code: text('公厕编号', { maxLength: 30 }).optional().help('新建的填写;改建的沿用原编号'),
      address: text('地址', { maxLength: 120 }),
      keeper: text('专管员', { maxLength: 50 }),
      operator: text('管理单位', { maxLength: 80 }),
      aGrade: choice('A级', aGrades),
      ...squats,
      ...hours,
      papers: files(1, '验收报告'),
      photos: photos(1),
    },
    look: ({ tx, input }) => one<{ name: string }>(tx, takenSql, [input.code ?? null]),
    check: ({ input, subject, found, now }) =>
      first(
        why(subject.kind === 'new' && !input.code, '新建的请填写公厕编号'),
        why(subject.kind === 'new' && Boolean(found), `编号${input.code}已是${found?.name}的`),
        why(input.acceptedOn < (subject.startedOn ?? '') || input.acceptedOn > dayText(now), '验收应在开工之后、今天之前'),
        why(input.womenSquats < input.menSquats + input.menUrinals, '女蹲位应不少于男厕位(蹲位与小便位之和)'),
      ),
    effects: ({ input: { acceptedOn, papers, photos: shots, code, ...built }, subject }) => {
      const values = {
        ...built,
        area: subject.area,
        town: subject.town,
        state: 'open',
        buildKind: subject.kind,
        builtOn: acceptedOn,
      }
      return {
        set: { acceptedOn, papers, photos: shots, aGrade: built.aGrade },
        facts: [
          subject.toilet
            ? say(rowMarked, {
                register: 'sanitation.toilet',
                id: subject.toilet,
                values,
                reason: `厕所革命${subject.number}`,
              })
            : say(rowMade, {
                register: 'sanitation.toilet',
                key: 'code',
                values: { ...values, code, name: subject.name, kind: 'public', cityGrade: 'none' },
                lon: subject.lon,
                lat: subject.lat,
              }),
        ],
      }
    },
  }),
  drop: action({
    zh: '取消',
    from: ['sited', 'designed'],
    to: 'dropped',
    by: 'sanitation.approve',
    tone: 'danger',
    form: { reason: longText('原因', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))

/** 厕所革命与开放联盟: a toilet is sited, designed, built and accepted into the register; a shop joins with its agreement and may leave. */
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
import { clock, why } from '../shared.ts'
import { aGrades, buildKinds, toiletAreas } from '../words.ts'

const form = {
  name: text('公厕', { maxLength: 80 }),
  planYear: integer('年度', { min: 2015, max: 2100 }),
  town: text('街道(镇)', { maxLength: 40 }),
  area: choice('城乡', toiletAreas),
  kind: choice('建设', buildKinds),
  toilet: ref('原公厕', 'sanitation.toilet').optional().help('改建、提标、扩建的选择'),
  isSewer: flag('含雨污改造'),
} as const
const squats = {
  menSquats: integer('男蹲位', { unit: '个', min: 0, max: 200 }),
  menUrinals: integer('小便位', { unit: '个', min: 0, max: 200 }),
  womenSquats: integer('女蹲位', { unit: '个', min: 0, max: 200 }),
  thirdRooms: integer('第三卫生间', { unit: '间', min: 0, max: 10 }),
  isAccessible: flag('无障碍厕位'),
} as const
const hours = {
  openFrom: text('开放起', { maxLength: 5, pattern: clock }),
  openTo: text('开放止', { maxLength: 5, pattern: clock }),
} as const
export const toiletProject = procedure('sanitation.toilet-project', {
  zh: '厕所革命建设',
  menu: '公厕',
  title: 'name',
  numbering: { prefix: 'CS', per: 'year', digits: 4 },
  help: '选址 → 设计 → 施工 → 验收;验收后自动入公厕台账。新建的女蹲位不少于男厕位。',
  fields: {
    ...form,
    name: form.name.searchable(),
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
    check: ({ input, subject }) =>
      first(
        why(input.kind !== 'new' && !input.toilet, '改建、提标、扩建的请选择原公厕'),
        why(input.kind === 'new' && subject.lon === null, '新建的请在图上选址'),
      ),
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
      code: text('公厕编号', { maxLength: 30 }),
      address: text('地址', { maxLength: 120 }),
      keeper: text('专管员', { maxLength: 50 }),
      operator: text('管理单位', { maxLength: 80 }),
      aGrade: choice('A级', aGrades),
      ...squats,
      ...hours,
      papers: files(1, '验收报告'),
      photos: photos(1),
    },
    check: ({ input, subject, now }) =>
      first(
        why(input.acceptedOn < (subject.startedOn ?? '') || input.acceptedOn > dayText(now), '验收应在开工之后、今天之前'),
        why(input.womenSquats < input.menSquats + input.menUrinals, '女蹲位应不少于男厕位(蹲位与小便位之和)'),
      ),
    effects: ({ input: { acceptedOn, papers, photos: shots, ...built }, subject }) => {
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
                values: { ...values, name: subject.name, kind: 'public', cityGrade: 'none' },
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
const joinForm = {
  name: text('单位', { maxLength: 80 }),
  code: text('编号', { maxLength: 30 }),
  trade: choice('性质', { gov: '机关事业', shop: '商业服务', bank: '银行', gas: '加油站', hotel: '宾馆饭店', other: '其他' }),
  town: text('街道(镇)', { maxLength: 40 }),
  address: text('地址', { maxLength: 120 }),
  contact: text('联系人', { maxLength: 50 }).personal('name'),
  phone: text('电话', { maxLength: 20 }).personal('phone'),
  ...squats,
  ...hours,
} as const
export const alliance = procedure('sanitation.alliance', {
  zh: '公厕开放联盟',
  menu: '公厕',
  title: 'name',
  numbering: { prefix: 'LM', per: 'year', digits: 4 },
  help: '社会单位厕所对外开放:签协议、挂标识后上图;年度补助,投诉多的约谈或退出。',
  fields: {
    ...joinForm,
    name: joinForm.name.searchable(),
    agreement: files(0, '开放协议').optional(),
    sign: photos(0, '门口标识').optional(),
    joinedOn: date('加入日期').optional(),
    yearFen: money('年补助').optional(),
    paidFen: money('已补助').optional(),
    leftOn: date('退出日期').optional(),
    reason: longText('退出原因', { maxLength: 300 }).optional(),
  },
  uniqueTogether: [['code']],
  statuses: {
    applied: { zh: '待签约', duty: 'sanitation.manage', taskZh: '公厕联盟待签约' },
    open: { zh: '开放中' },
    left: { zh: '已退出', kind: 'final' },
    refused: { zh: '不符合', kind: 'final' },
  },
}).actions((action) => ({
  apply: action({ zh: '申请加入', from: 'new', to: 'applied', by: 'sanitation.report', form: joinForm }),
  join: action({
    zh: '签约挂牌',
    from: 'applied',
    to: 'open',
    by: 'sanitation.manage',
    tone: 'primary',
    form: { agreement: files(1, '开放协议'), sign: photos(1, '门口标识'), joinedOn: date('加入日期'), yearFen: money('年补助') },
    check: ({ input, now }) => why(input.joinedOn > dayText(now), '日期不能晚于今天'),
    effects: ({ input, subject: s }) => ({
      set: { ...input, paidFen: 0 },
      facts: [
        say(rowMade, {
          register: 'sanitation.toilet',
          key: 'code',
          values: {
            code: s.code,
            name: s.name,
            kind: 'alliance',
            area: 'urban',
            town: s.town,
            address: s.address,
            aGrade: 'none',
            cityGrade: 'none',
            menSquats: s.menSquats,
            menUrinals: s.menUrinals,
            womenSquats: s.womenSquats,
            thirdRooms: s.thirdRooms,
            isAccessible: s.isAccessible,
            openFrom: s.openFrom,
            openTo: s.openTo,
            keeper: s.contact,
            operator: s.name,
            state: 'open',
            buildKind: 'new',
            joinedOn: input.joinedOn,
          },
          lon: s.lon,
          lat: s.lat,
        }),
      ],
    }),
  }),
  refuse: action({
    zh: '不符合条件',
    from: 'applied',
    to: 'refused',
    by: 'sanitation.manage',
    form: { reason: longText('理由', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  pay: action({
    zh: '发放补助',
    from: 'open',
    to: 'same',
    by: 'sanitation.manage',
    form: { fen: money('金额', { min: 1 }), on: date('日期') },
    check: ({ input, subject }) => why((subject.paidFen ?? 0) + input.fen > (subject.yearFen ?? 0), '超过年补助标准'),
    effects: ({ input, subject }) => ({ set: { paidFen: (subject.paidFen ?? 0) + input.fen } }),
  }),
  leave: action({
    zh: '退出',
    from: 'open',
    to: 'left',
    by: 'sanitation.manage',
    tone: 'danger',
    form: { leftOn: date('退出日期'), reason: longText('原因', { maxLength: 300 }) },
    look: ({ tx, subject }) =>
      one<{ id: string }>(tx, 'select id from sanitation.toilet where code = $1 and retired_at is null', [subject.code]),
    effects: ({ input, found }) => ({
      set: input,
      facts: found
        ? [
            say(rowMarked, {
              register: 'sanitation.toilet',
              id: found.id,
              values: { state: 'closed', notice: '已退出开放联盟' },
              reason: '退出联盟',
            }),
          ]
        : [],
    }),
  }),
}))

/** 绿地、绿道、居住用地: one register of green spaces, from which rates of cover are counted. */
import { choice, choices, date, flag, integer, number, photos, ref, register, text } from '#kernel'
import { buildKinds, careGrades, openStates, spaceClasses, spaceForms, weekdays } from '../words.ts'

export const space = register('greening.space', {
  zh: '绿地',
  menu: '园林绿地',
  geometry: 'Polygon',
  title: 'name',
  help: '分类按 CJJ/T 85-2017;工程验收后自动入册,也可普查录入。绿化覆盖面积是乔灌草垂直投影,不小于绿地面积里已绿化的部分。',
  fields: {
    code: text('编号', { maxLength: 40 }).unique().searchable(),
    name: text('名称', { maxLength: 80 }).searchable(),
    class: choice('分类', spaceClasses),
    form: choice('形式', spaceForms),
    areaM2: number('绿地面积', { unit: '㎡', min: 1 }),
    coverM2: number('绿化覆盖面积', { unit: '㎡', min: 0 }),
    owner: text('权属单位', { maxLength: 80 }),
    grade: choice('养护等级', careGrades).optional(),
    segment: ref('养护标段', 'greening.segment').optional(),
    road: ref('所在道路', 'grid.road').optional(),
    openHours: text('开放时间', { maxLength: 40 }).optional(),
    state: choice('状态', openStates),
    buildKind: choice('新建(改建)', buildKinds),
    builtOn: date('建成日期'),
    handedOn: date('移交养护日期').optional(),
    project: ref('来源工程', 'greening.project', { isGiven: true }).optional(),
    photos: photos(0).optional(),
  },
  checks: {
    handed: { sql: 'handed_on is null or segment is not null', zh: '已移交养护的须填养护标段' },
    order: { sql: 'handed_on is null or handed_on >= built_on', zh: '移交日期不能早于建成日期' },
  },
})
export const greenway = register('greening.greenway', {
  zh: '绿道',
  menu: '园林绿地',
  geometry: 'LineString',
  title: 'name',
  fields: {
    code: text('编号', { maxLength: 40 }).unique().searchable(),
    name: text('名称(区段)', { maxLength: 80 }).searchable(),
    lengthM: number('长度', { unit: 'm', min: 1 }),
    widthM: number('宽度', { unit: 'm', min: 0.5 }),
    lamps: integer('灯', { unit: '盏', min: 0 }),
    stations: integer('驿站', { unit: '座', min: 0 }),
    links: text('连接', { maxLength: 120 }).optional(),
    buildKind: choice('新建(改建)', buildKinds),
    builtOn: date('建成日期'),
    state: choice('状态', openStates),
    closedNote: text('封闭说明', { maxLength: 120 }).optional(),
    project: ref('来源工程', 'greening.project', { isGiven: true }).optional(),
    photos: photos(0, '照片').optional(),
  },
})
export const block = register('greening.block', {
  zh: '居住用地',
  menu: '园林绿地',
  geometry: 'Point',
  title: 'name',
  help: '服务半径覆盖率的分母:地块中心到5000㎡以上公园绿地500m内、2000㎡以上300m内即覆盖(GB/T 50563)。',
  fields: {
    name: text('地块', { maxLength: 80 }).unique().searchable(),
    areaHa: number('面积', { unit: '公顷', min: 0.01 }),
    isServed: flag('公园绿地服务半径已覆盖', { isGiven: true }).optional().help('由“服务半径核算”每日写入'),
  },
})
export const keeper = register('greening.keeper', {
  zh: '绿地管家与志愿者',
  menu: '园林绿地',
  title: 'name',
  help: '邻里月季园、口袋空间的社区管家与志愿者排班。',
  uniqueTogether: [['space', 'phone']],
  fields: {
    space: ref('绿地', 'greening.space'),
    name: text('姓名', { maxLength: 40 }).searchable(),
    phone: text('电话', { maxLength: 20 }).personal('phone'),
    role: choice('角色', { keeper: '社区管家', volunteer: '志愿者' }),
    season: text('照料季节', { maxLength: 40 }),
    duties: text('事项', { maxLength: 120 }),
    isWeekly: flag('每周到场'),
    onDays: choices('值日', weekdays).optional().help('每周到场的选在哪几天,排班表按此列出哪天没有人'),
  },
})
export const basis = register('greening.basis', {
  zh: '园林年度底数',
  menu: '园林规划',
  title: 'year',
  help: '绿地率、绿化覆盖率、人均公园绿地、尽责率的分母;只有一年标为现行。',
  fields: {
    year: integer('年度', { min: 2000, max: 2100 }).unique(),
    current: choice('口径', { yes: '现行' }).optional().unique(),
    builtUpM2: number('建成区面积', { unit: '㎡', min: 1 }),
    population: integer('建成区人口', { unit: '人', min: 1 }),
    dutyPopulation: integer('义务植树适龄人口', { unit: '人', min: 1 }),
    source: text('来源', { maxLength: 100 }),
  },
})

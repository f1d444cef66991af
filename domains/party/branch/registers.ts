/** 党支部、党员、党组成员: who belongs where. A member is a person of the platform; nothing about the person is kept twice. */
import { choice, date, flag, integer, number, person, record, ref, register, text, unit } from '#kernel'

export const branch = register('party.branch', {
  zh: '党支部',
  menu: '党建',
  title: 'name',
  help: '书记、组织委员办理本支部的组织生活、积分审核、推荐与任务。',
  fields: {
    name: text('支部', { maxLength: 60 }).unique().searchable(),
    unit: unit('所在单位'),
    kind: choice('类别', { branch: '党支部', joint: '联合党支部', general: '党总支' }),
    secretary: person('书记'),
    deputy: person('组织委员').optional(),
    groups: integer('党小组', { unit: '个', min: 0, max: 50 }),
    termEndsOn: date('本届任期至'),
  },
})
export const member = register('party.member', {
  zh: '党员',
  menu: '党建',
  title: 'person',
  fields: {
    person: person('党员').unique(),
    code: text('党员编号', { maxLength: 20 }).unique().searchable(),
    branch: ref('所在支部', 'party.branch'),
    duty: choice('党内职务', { secretary: '书记', committee: '支委', leader: '党小组长', plain: '党员' }),
    stage: choice('身份', { full: '正式党员', probationary: '预备党员' }),
    joinedOn: date('入党日期'),
  },
})
export const leader = register('party.leader', {
  zh: '党组成员',
  menu: '党建',
  title: 'duty',
  help: '党组会议、中心组的应到名单;主要负责人末位表态。',
  fields: {
    person: person('成员').unique(),
    duty: text('职务', { maxLength: 20 }).unique().searchable(),
    rank: integer('排序', { min: 1, max: 30 }),
    isFirst: flag('主要负责人'),
  },
})
export const pointRule = register('party.point-rule', {
  zh: '党员积分标准',
  menu: '党建考评',
  title: 'name',
  help: '加分项、扣分项与每年上限;一票否决的当年直接评为不合格。',
  fields: {
    code: text('编号', { maxLength: 12 }).unique(),
    name: text('事项', { maxLength: 80 }).searchable(),
    kind: choice('类别', { duty: '履行义务', lead: '先锋作用', volunteer: '志愿服务', minus: '扣分' }),
    points: number('分值', { unit: '分', min: -100, max: 100 }),
    most: number('年度上限', { unit: '分', min: 0, max: 100 }),
    isVeto: flag('一票否决'),
  },
})
/** “全局4名党员和2个集体获得省、市级荣誉”: what members and branches were given by others. */
export const award = record('party.award', {
  zh: '党内荣誉',
  menu: '党建考评',
  title: 'name',
  fields: {
    holder: choice('获得者', { person: '个人', group: '集体' }),
    member: ref('党员', 'party.member').optional(),
    branch: ref('党支部', 'party.branch').optional(),
    name: text('荣誉', { maxLength: 100 }).searchable(),
    level: choice('级别', { nation: '国家级', province: '省级', city: '市级', county: '县区级' }),
    grantor: text('授予单位', { maxLength: 100 }),
    paper: text('文号', { maxLength: 60 }),
    grantedOn: date('授予日期'),
  },
})
/** All that leaves the discipline office: a form, a measure, how many persons; no name, no matter. */
export const tally = record('party.discipline-tally', {
  zh: '监督执纪计数',
  menu: '纪检监督',
  title: 'measure',
  fields: {
    key: text('序号', { maxLength: 40 }).unique(),
    form: choice('形态', {
      first: '第一种形态',
      second: '第二种形态',
      third: '第三种形态',
      fourth: '第四种形态',
      none: '未认定',
    }),
    measure: text('处理', { maxLength: 20 }),
    persons: integer('人数', { unit: '人', min: 0 }),
    isFiled: flag('立案'),
    decidedOn: date('处理日期'),
  },
})

/** What safety watches: enterprises by risk, checklists, risks, duty lists, leaders' links, experts, key times. */
import { choice, choices, date, flag, integer, longText, person, ref, register, text, unit } from '#kernel'
import { classes, risks } from './shared.ts'

export const enterprise = register('safety.enterprise', {
  zh: '安全监管企业',
  menu: '安全检查',
  title: 'name',
  help: '按风险等级定检查频次;停产、关闭由重大隐患处置自动改变。',
  fields: {
    name: text('企业(场所)', { maxLength: 100 }).unique().searchable(),
    classes: choices('涉及类别', classes),
    level: choice('风险等级', risks),
    isKey: flag('重点企业'),
    unit: unit('监管(整改督促)单位'),
    people: integer('从业人员', { unit: '人', min: 0 }),
    chief: text('安全负责人', { maxLength: 40 }).personal('name'),
    phone: text('电话', { maxLength: 20 }).personal('phone'),
    fromOn: date('纳入监管日期'),
    state: choice('状态', { open: '正常', suspended: '停产停业整改', closed: '关闭' }),
  },
})
export const checklist = register('safety.checklist', {
  zh: '安全检查表',
  menu: '安全检查',
  title: 'item',
  fields: {
    class: choice('类别', classes),
    code: text('编号', { maxLength: 20 }).unique(),
    item: text('检查内容', { maxLength: 100 }).searchable(),
    basis: text('依据', { maxLength: 120 }),
    isGrave: flag('不合格即重大隐患'),
  },
})
export const risk = register('safety.risk', {
  zh: '风险源台账',
  menu: '风险与责任',
  title: 'name',
  help: '红橙黄蓝四级,按等级的频次落实管控并留佐证,到期未管控列出。',
  fields: {
    name: text('风险源', { maxLength: 100 }).unique().searchable(),
    class: choice('类别', classes),
    enterprise: ref('企业(场所)', 'safety.enterprise').optional(),
    level: choice('等级', risks),
    unit: unit('管控单位'),
    consequence: text('可能后果', { maxLength: 100 }),
    measures: longText('管控措施', { maxLength: 500 }),
    fromOn: date('辨识日期'),
  },
})
export const lists = { department: '部门', trade: '行业', enterprise: '企业', party: '党组成员' } as const
export const topic = register('safety.duty-topic', {
  zh: '安全责任事项',
  menu: '风险与责任',
  title: 'name',
  help: '三管三必须:每一事项须落到哪几张清单;没有落到的为空档,同一清单两家牵头的为交叉。',
  fields: {
    name: text('事项', { maxLength: 100 }).unique().searchable(),
    basis: text('依据', { maxLength: 120 }),
    lists: choices('应列入', lists),
  },
})
export const dutyItem = register('safety.duty-item', {
  zh: '安全责任清单',
  menu: '风险与责任',
  title: 'what',
  help: '党政同责、一岗双责:每项有频次与佐证,按期生成待办,逾期未报列出。',
  fields: {
    list: choice('清单', lists),
    topic: ref('事项', 'safety.duty-topic'),
    holder: text('责任主体', { maxLength: 60 }).searchable(),
    unit: unit('履责单位'),
    person: person('责任人(党组成员必填)').optional(),
    isLead: flag('牵头'),
    what: text('责任内容', { maxLength: 200 }).searchable(),
    everyMonths: integer('频次:每几个月一次', { unit: '个月', min: 1, max: 12 }),
    evidence: text('应有佐证', { maxLength: 100 }),
    fromOn: date('自何日起'),
  },
  checks: { party: { sql: `list <> 'party' or person is not null`, zh: '党组成员清单须落到人' } },
})
export const link = register('safety.link', {
  zh: '领导安全联系点',
  menu: '风险与责任',
  title: 'name',
  fields: {
    name: text('联系点', { maxLength: 100 }).searchable(),
    leader: person('联系领导'),
    enterprise: ref('企业(场所)', 'safety.enterprise'),
    unit: unit('责任单位'),
    everyMonths: integer('走访频次:每几个月一次', { unit: '个月', min: 1, max: 12 }),
    fromOn: date('自何日起'),
  },
  uniqueTogether: [['leader', 'enterprise']],
})
export const expert = register('safety.expert', {
  zh: '安全专家',
  menu: '教育宣讲',
  title: 'name',
  fields: {
    name: text('专家', { maxLength: 40 }).unique().searchable(),
    org: text('单位', { maxLength: 80 }),
    field: choice('专业', classes),
  },
})
export const keyPeriod = register('safety.key-period', {
  zh: '重点时段加密检查',
  menu: '安全检查',
  title: 'name',
  help: '恶劣天气、节假日等时段内,所列类别的企业按加密间隔生成检查任务,时段一过即止。',
  fields: {
    name: text('时段', { maxLength: 60 }).searchable(),
    kind: choice('种类', { holiday: '节假日', weather: '恶劣天气', event: '重大活动' }),
    classes: choices('类别', classes),
    fromOn: date('起'),
    toOn: date('止'),
    everyDays: integer('检查间隔', { unit: '日', min: 1, max: 30 }),
  },
  checks: { dates: { sql: 'to_on >= from_on', zh: '止不能早于起' } },
})
export const place = register('safety.place', {
  zh: '防疫场所',
  menu: '疫情防控',
  title: 'name',
  help: '防控模式开启期间,按间隔生成消杀与查验任务。环卫设施的消杀见“环卫设施”。',
  fields: {
    name: text('场所', { maxLength: 80 }).unique().searchable(),
    kind: choice('种类', { office: '办公场所', hall: '办事大厅', market: '市场', site: '工地', checkpoint: '道口查验点' }),
    unit: unit('责任单位'),
  },
})
export const staff = register('safety.staff', {
  zh: '防疫人员健康台账',
  menu: '疫情防控',
  title: 'name',
  fields: {
    name: text('姓名', { maxLength: 40 }).searchable().personal('name'),
    code: text('工号', { maxLength: 20 }).unique(),
    unit: unit('单位'),
    doses: integer('已接种', { unit: '剂', min: 0, max: 9 }),
  },
})
export const goal = register('safety.goal', {
  zh: '维稳目标',
  menu: '维稳目标',
  title: 'name',
  help: '“五个不发生”的内容由本局自定;每个单位每年一张责任状。',
  fields: { name: text('不发生', { maxLength: 100 }).unique().searchable(), scope: text('认定范围', { maxLength: 200 }) },
})

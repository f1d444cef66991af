/** Sheets of affairs: what is overdue, the lights of the year, the tree, one's own tasks, voices by channel, a project by every weight; and the public search. */
import { z } from 'zod'
import { asked, route, sheetsOf, titled } from '#kernel/contract'

const { table } = titled
const sheet = sheetsOf('affairs')
const work = { menu: '督办与重点工作' } as const
export const overdueRoute = sheet(
  'overdue',
  '逾期督办清单',
  'affairs.matter.read',
  work,
  {},
  {
    rows: table('逾期未结(按逾期天数)', {
      id: titled.row('事项', 'affairs.matter'),
      kind: titled.like('affairs.matter.kind'),
      unit: titled.words('责任单位'),
      dueOn: titled.day('期限'),
      days: titled.number('逾期', '日'),
      percent: titled.number('进度', '%'),
      urges: titled.count('催办', '次'),
    }),
  },
)
const light = {
  id: titled.row('任务', 'affairs.matter'),
  kind: titled.like('affairs.matter.kind'),
  unit: titled.words('责任单位'),
  percent: titled.number('进度', '%'),
  lights: titled.words('逐月灯'),
  missing: titled.words('缺报月份'),
  issue: titled.maybe('针对的不足'),
}
export const boardRoute = sheet(
  'board',
  '年度重点工作红黄绿灯',
  'affairs.matter.read',
  work,
  { year: asked.year },
  {
    committee: table('城管委重点工作', light),
    bureau: table('局配套工作', light),
    green: titled.count('绿灯', '项'),
    yellow: titled.count('黄灯', '项'),
    red: titled.count('红灯', '项'),
    silent: titled.count('未办结且从未报进度', '项'),
  },
)
const branch = {
  number: titled.words('编号'),
  depth: titled.number('层级'),
  name: titled.words('任务'),
  person: titled.words('责任人'),
  dueOn: titled.day('期限'),
  percent: titled.number('进度', '%'),
  status: titled.like('affairs.step.status'),
}
export const treeRoute = sheet(
  'tree',
  '任务分解树',
  'affairs.step.read',
  { of: 'affairs.matter', with: 'matter' },
  { matter: titled.about('事项', 'affairs.matter') },
  { rows: table('任务—子任务—责任人—期限', branch), open: titled.count('未完成', '项'), late: titled.count('逾期', '项') },
)
export const mineRoute = sheet(
  'mine',
  '我的任务',
  'affairs.carry',
  work,
  {},
  {
    rows: table('我的任务及其下级', { ...branch, matter: titled.words('上级事项'), isMine: titled.flag('本人') }),
  },
)
const done = z.object({ number: titled.words('编号'), status: titled.like('affairs.step.status') })
export const tellRoute = route({
  method: 'POST',
  path: '/affairs/mine/tell',
  zh: '我的任务:报进展',
  permission: 'affairs.carry',
  tag: 'affairs',
  sheet: { ...work, button: '报进展' },
  input: z.object({
    number: z.string().max(40).meta({ title: '任务编号' }),
    percent: z.number().min(0).max(100).meta({ title: '进度(100即完成)', unit: '%' }),
    said: z.string().min(1).max(300).meta({ title: '进展', isLong: true }),
  }),
  output: done,
  refusals: ['affairs.why', 'affairs.not-yet', 'kernel.not-found'],
})
export const divideRoute = route({
  method: 'POST',
  path: '/affairs/divide',
  zh: '分解任务到人',
  permission: 'affairs.carry',
  tag: 'affairs',
  sheet: { of: 'affairs.matter', with: 'matter', button: '分解' },
  input: z.object({
    matter: titled.about('事项', 'affairs.matter'),
    parent: z.string().max(40).optional().meta({ title: '上级任务编号(直接在事项之下的不填)' }),
    name: z.string().min(1).max(200).meta({ title: '任务' }),
    person: z.uuid().meta({ title: '责任人', isPerson: true }),
    dueOn: z.iso.date().meta({ title: '期限' }),
  }),
  output: done,
  refusals: ['affairs.why', 'affairs.not-yet', 'kernel.not-found'],
})
export const voicesRoute = sheet('voices', '诉求与矛盾分渠道统计', 'affairs.voices', { menu: '建议提案与诉求' }, titled.period, {
  sentence: titled.words('可引用的一句话'),
  total: titled.count('合计'),
  closed: titled.percent('办结率'),
  pleased: titled.percent('满意率(已回访)'),
  rows: table('分渠道', {
    channel: titled.words('渠道'),
    received: titled.count('受理'),
    closed: titled.count('办结'),
    visited: titled.count('回访'),
    pleased: titled.count('满意与基本满意'),
    isNamed: titled.flag('在报告中点名'),
  }),
})
export const weightsRoute = sheet(
  'weights',
  '各种权重下的总体进度',
  'affairs.project.read',
  { of: 'affairs.project', with: 'project' },
  { project: titled.about('项目', 'affairs.project') },
  {
    chosen: titled.like('affairs.project.weight'),
    printed: titled.number('印出的总体进度', '%'),
    subs: titled.count('子项目', '个'),
    done: titled.count('已完工', '个'),
    rows: table('换一种权重', { weight: titled.words('权重'), percent: titled.number('总体进度', '%') }),
    overdue: table('逾期子项目', { name: titled.words('子项目'), dueOn: titled.day('期限'), days: titled.number('逾期', '日') }),
  },
)
export const policiesRoute = route({
  method: 'GET',
  path: '/public/policies',
  zh: '公众:政策文件检索',
  permission: 'public',
  tag: 'public',
  input: z.object({ q: z.string().max(60).optional() }),
  output: z.object({
    files: z.array(
      z.object({
        number: z.string(),
        name: z.string(),
        kind: z.string(),
        paper: z.string(),
        edition: z.number(),
        status: z.string(),
        fromOn: z.string(),
        toOn: z.string(),
        summary: z.string(),
        links: z.array(z.string()),
        /** Whether its text can be opened: `/public/policies/:number/text`. */
        hasText: z.boolean(),
      }),
    ),
  }),
})
export const policyTextRoute = route({
  method: 'GET',
  path: '/public/policies/:number/text',
  zh: '公众:政策文件文本',
  permission: 'public',
  tag: 'public',
  raw: 'application/octet-stream',
  input: z.object({ number: z.string().max(40) }),
  output: z.unknown(),
  refusals: ['kernel.not-found'],
})

/** Sheets of party building: who is behind, who lacks records, how programmes and rectification stand; and a person's own declaration. */
import { z } from 'zod'
import { asked, route, titled } from '#kernel/contract'

const tag = 'party'
const { table } = titled
export const frequencyRoute = route({
  method: 'GET',
  path: '/party/frequency',
  zh: '三会一课频次:哪个支部不够',
  permission: 'party.session.read',
  tag,
  sheet: { menu: '党建' },
  input: z.object({ year: asked.year, quarter: asked.quarter }),
  output: z.object({
    behind: titled.count('不达标支部', '个'),
    branches: table('各支部', {
      branch: titled.words('支部'),
      meeting: titled.count('党员大会', '次'),
      committee: titled.count('支委会', '次'),
      group: titled.count('党小组会', '次'),
      lecture: titled.count('党课', '次'),
      lacks: titled.words('欠缺'),
    }),
  }),
})
export const dutyGapsRoute = route({
  method: 'GET',
  path: '/party/duty-gaps',
  zh: '履责记实欠缺:哪位责任人没有记录',
  permission: 'party.duty-record.read',
  tag,
  sheet: { menu: '党建考评' },
  input: z.object({ year: asked.year, quarter: asked.quarter }),
  output: z.object({
    holders: titled.count('责任人', '人'),
    lacking: titled.count('欠缺', '人'),
    people: table('欠缺的责任人', { name: titled.words('责任人'), records: titled.count('本季记录', '条') }),
    items: table('本季没有集体履责记录的事项', { code: titled.words('编号'), what: titled.words('事项') }),
  }),
})
export const progressRoute = route({
  method: 'GET',
  path: '/party/programme-progress',
  zh: '党建活动各支部进度',
  permission: 'party.programme.read',
  tag,
  sheet: { of: 'party.programme', with: 'id' },
  input: z.object({ id: titled.about('党建活动', 'party.programme') }),
  output: z.object({
    branches: table('各支部', {
      branch: titled.words('支部'),
      total: titled.count('任务', '项'),
      done: titled.count('完成', '项'),
      late: titled.count('逾期', '项'),
      rate: titled.percent('完成率'),
      people: titled.count('参加', '人次'),
      studies: titled.count('学习', '次'),
      lectures: titled.count('宣讲', '次'),
      visits: titled.count('参观', '次'),
    }),
  }),
})
export const rectifyRoute = route({
  method: 'GET',
  path: '/party/rectify-progress',
  zh: '巡察整改进度',
  permission: 'party.inspection.read',
  tag,
  sheet: { of: 'party.inspection', with: 'id' },
  input: z.object({ id: titled.about('巡察', 'party.inspection') }),
  output: z.object({
    total: titled.count('问题', '项'),
    struck: titled.count('已销号', '项'),
    rate: titled.percent('销号率'),
    classes: table('各类', {
      group: titled.words('类别'),
      total: titled.count('问题', '项'),
      struck: titled.count('已销号', '项'),
      long: titled.count('长期坚持', '项'),
      late: titled.count('逾期', '项'),
    }),
  }),
})
export const missingRoute = route({
  method: 'GET',
  path: '/party/declarations-missing',
  zh: '专项治理缺报名单',
  permission: 'party.declaration.read',
  tag,
  sheet: { of: 'party.governance', with: 'id' },
  input: z.object({ id: titled.about('专项治理', 'party.governance') }),
  output: z.object({
    total: titled.count('应申报', '人'),
    declared: titled.count('已申报', '人'),
    missing: table('缺报', { name: titled.words('姓名'), unit: titled.words('单位') }),
  }),
})
export const mineRoute = route({
  method: 'GET',
  path: '/party/my-declarations',
  zh: '我的专项治理申报',
  permission: 'party.self',
  tag,
  sheet: { menu: '党建' },
  input: z.object({}),
  output: z.object({
    rows: table('应申报', {
      id: titled.row('专项治理', 'party.governance'),
      until: titled.day('截止'),
      state: titled.words('本人'),
    }),
  }),
})
export const declareRoute = route({
  method: 'POST',
  path: '/party/governance/:id/declare',
  zh: '申报(只有纪检能看到内容)',
  permission: 'party.self',
  tag,
  sheet: { of: 'party.governance', button: '本人申报' },
  input: z.object({
    id: titled.about('专项治理', 'party.governance'),
    hasMatter: z.boolean().meta({ title: '有需说明事项' }),
    matter: z.string().max(1000).optional().meta({ title: '说明', isLong: true }),
  }),
  output: z.object({ number: titled.words('申报编号'), isLate: titled.flag('逾期') }),
  refusals: ['party.field', 'party.not-yet', 'kernel.not-found'],
})

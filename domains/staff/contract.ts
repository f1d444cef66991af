/** The sheets of staff: who lacks which quarter; a person's own quarters, written without seeing those of others. */
import { z } from 'zod'
import { asked, route, titled } from '#kernel/contract'

export const quartersRoute = route({
  method: 'GET',
  path: '/staff/quarters-missing',
  zh: '平时考核欠缺:谁缺哪个季度',
  permission: 'staff.appraisal.read',
  tag: 'staff',
  sheet: { of: 'staff.appraisal', with: 'id' },
  input: z.object({ id: titled.about('年度考核', 'staff.appraisal') }),
  output: z.object({
    heads: titled.count('人数', '人'),
    lacking: titled.count('缺季度', '人'),
    people: z.array(z.object({ who: titled.words('人员'), graded: titled.count('已评', '季') })).meta({ title: '欠缺' }),
  }),
})
export const myQuartersRoute = route({
  method: 'GET',
  path: '/staff/my-quarters',
  zh: '我的平时考核',
  permission: 'staff.self',
  tag: 'staff',
  sheet: { menu: '队伍建设' },
  input: z.object({}),
  output: z.object({
    rows: z
      .array(
        z.object({
          number: titled.words('编号'),
          year: titled.count('年度', '年'),
          quarter: titled.count('季度', '季'),
          state: titled.words('状态'),
          grade: titled.maybe('等次'),
          comment: titled.maybe('评语'),
        }),
      )
      .meta({ title: '各季度' }),
  }),
})
export const writeQuarterRoute = route({
  method: 'POST',
  path: '/staff/my-quarters/write',
  zh: '季度写实',
  permission: 'staff.self',
  tag: 'staff',
  sheet: { menu: '队伍建设', button: '提交写实' },
  input: z.object({
    year: asked.year,
    quarter: asked.quarter,
    summary: z.string().min(1, '请填写本季工作').max(2000).meta({ title: '本季工作', isLong: true }),
  }),
  output: z.object({ number: titled.words('编号') }),
  refusals: ['staff.field', 'staff.not-yet', 'kernel.duplicate'],
})

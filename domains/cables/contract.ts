/** Sheets of overhead cables: the three-year plan by year, and what each operator owes. */
import { z } from 'zod'
import { route, titled } from '#kernel/contract'

const { table } = titled
const sheet = <O extends z.ZodRawShape>(path: string, zh: string, permission: string, output: O) =>
  route({
    method: 'GET',
    path: `/cables/${path}`,
    zh,
    permission,
    tag: 'cables',
    sheet: { menu: '空中线缆' },
    input: z.object({}),
    output: z.object(output),
  })
export const planRoute = sheet('plan', '三年行动进度', 'cables.work.read', {
  rows: table('年度', {
    plan: titled.row('计划', 'cables.plan'),
    year: titled.number('年度'),
    listed: titled.count('待整治', '处'),
    working: titled.count('整治中', '处'),
    done: titled.count('待验收', '处'),
    accepted: titled.count('已验收', '处'),
    metres: titled.number('完成长度', '米'),
    percent: titled.percent('年度完成率'),
  }),
})
export const dutyRoute = sheet('duty', '运营单位责任', 'cables.notice.read', {
  rows: table('运营单位', {
    operator: titled.row('运营单位', 'cables.operator'),
    lines: titled.count('线路', '条'),
    metres: titled.number('长度', '米'),
    unallowed: titled.count('无手续线路', '条'),
    notices: titled.count('通知', '件'),
    open: titled.count('未销号', '件'),
    late: titled.count('逾期', '件'),
    percent: titled.percent('按期整理率'),
  }),
})

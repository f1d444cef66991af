/** Sheets of gas: the three parts by class, renewal by count and by money, and the one screen of what the devices say. */
import { z } from 'zod'
import { route, titled } from '#kernel/contract'

const { table } = titled
const sheet = <O extends z.ZodRawShape>(path: string, zh: string, permission: string, menu: string, output: O) =>
  route({
    method: 'GET',
    path: `/gas/${path}`,
    zh,
    permission,
    tag: 'gas',
    sheet: { menu },
    input: z.object({}),
    output: z.object(output),
  })
export const partsRoute = sheet('parts', '三件套更换进度', 'gas.quota.read', '燃气安全', {
  rows: table('用户类别与装置', {
    userClass: titled.like('gas.quota.userClass'),
    part: titled.like('gas.quota.part'),
    planned: titled.count('计划', '户'),
    fitted: titled.count('已验收', '户'),
    percent: titled.percent('完成率'),
    isLate: titled.flag('逾期'),
  }),
})
export const renewalRoute = sheet('renewal', '管道老化更新', 'gas.project.read', '燃气管网', {
  years: titled.count('老化年限', '年'),
  oldKm: z.number().meta({ title: '在册老化未更新', unit: '公里', decimals: 3 }),
  rows: table('项目', {
    project: titled.row('项目', 'gas.project'),
    parts: titled.count('子项目', '个'),
    done: titled.count('已完成', '个'),
    countPercent: titled.percent('按个数'),
    weightPercent: titled.percent('按投资'),
    isLate: titled.flag('逾期'),
  }),
})
export const screenRoute = sheet('screen', '智慧燃气一张图', 'gas.leak.read', '智慧燃气', {
  devices: titled.count('监测设备', '台'),
  online: titled.count('在线', '台'),
  alarms: titled.count('未办结报警', '起'),
  rows: table('设备', {
    number: titled.words('编号'),
    name: titled.words('位置'),
    presence: titled.words('状态'),
    quantity: titled.maybe('最近测量'),
    value: z.number().nullable().meta({ title: '数值', decimals: 2 }),
    at: titled.maybe('时间'),
  }),
  open: table('报警处置', {
    leak: titled.row('报警', 'gas.leak'),
    status: titled.like('gas.leak.status'),
    minutes: z.number().nullable().meta({ title: '到场用时', unit: '分钟' }),
  }),
  plans: table('建设计划', {
    plan: titled.row('计划', 'gas.upgrade'),
    planned: titled.count('计划', '台(套)'),
    installed: titled.count('完成', '台(套)'),
  }),
})

/** 计费台账: dated tariffs, who parks free, ledger of the accounts. */
import { choice, date, flag, integer, money, record, ref, register, rows, text } from '#kernel'
import { exemptKinds, platePattern, tariffZones } from '../contract.ts'

const clock = { source: '^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$', zh: '时刻应为 08:00 这样' } as const
export const tariff = register('parking.tariff', {
  zh: '停车收费标准',
  menu: '停车收费',
  title: 'name',
  isDated: true,
  help: '按入位当日有效的标准计费;时段内不足一个计费单位按一个计',
  uniqueTogether: [['zone', 'validFrom']],
  fields: {
    name: text('名称', { maxLength: 80 }).searchable(),
    zone: choice('计费区域', tariffZones),
    bands: rows('收费时段', {
      begins: text('起', { maxLength: 5, pattern: clock }),
      ends: text('止', { maxLength: 5, pattern: clock }),
      unitMinutes: integer('计费单位', { unit: '分钟', min: 1, max: 1440 }),
      unitFen: money('每单位'),
    }),
    freeMinutes: integer('免费时长', { unit: '分钟', min: 0, max: 1440 }),
    isFreeDeducted: flag('超过免费时长后仍扣除免费时长'),
    dayCapFen: money('当日封顶').help('0为不封顶'),
    isHolidayFree: flag('法定节假日免费'),
    validFrom: date('生效日期'),
    validTo: date('失效日期(不含)').optional(),
    basis: text('依据', { maxLength: 200 }),
  },
  checks: { order: { sql: 'valid_to is null or valid_to > valid_from', zh: '失效日期晚于生效日期' } },
})
export const exemption = register('parking.exemption', {
  zh: '停车免费车辆',
  menu: '停车收费',
  title: 'plate',
  help: '警车、军车凭号牌免费,不必登记',
  fields: {
    plate: text('号牌', { maxLength: 10, pattern: platePattern }).unique().personal('plate').searchable(),
    kind: choice('类别', exemptKinds),
    validFrom: date('自'),
    validTo: date('至(不含)').optional(),
    basis: text('依据', { maxLength: 200 }),
  },
})
export const ledgerEntry = record('parking.ledger-entry', {
  zh: '无感支付账本',
  menu: '停车收费',
  title: 'result',
  help: '每一笔充值、扣款、退款与之后的余额',
  fields: {
    account: ref('账户', 'parking.account'),
    order: ref('停车订单', 'parking.order').optional(),
    kind: choice('种类', { topUp: '充值', charge: '扣款', refund: '退款' }),
    amountFen: money('金额'),
    balanceFen: money('余额'),
    result: choice('结果', { done: '成功', failed: '失败' }),
    reason: text('原因、凭证', { maxLength: 120 }).optional(),
  },
})

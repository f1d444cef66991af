/** 指挥值班席: the duty desk of each level, with the minutes in which it signs for an order. */
import { choice, integer, one, register, type Tx, text, unit } from '#kernel'

/** The highest first: an order goes one step at a time. */
export const steps = { city: '市级', district: '区级', street: '街道(镇)级' } as const
export const desk = register('command.desk', {
  zh: '指挥值班席',
  menu: '三级指挥',
  title: 'name',
  help: '市、区、街各级的指挥值班席位;一个单位一席,指令在席位之间逐级流转。',
  fields: {
    name: text('席位', { maxLength: 60 }).unique().searchable(),
    level: choice('层级', steps),
    unit: unit('单位').unique(),
    phone: text('值班电话', { maxLength: 20 }),
    receiptMinutes: integer('签收时限', { unit: '分钟', min: 1, max: 1440 }),
  },
})
export interface Desk {
  readonly id: string
  readonly name: string
  readonly level: keyof typeof steps
  readonly unit: string
  readonly minutes: number
  readonly area: string | null
}
const deskSql = (by: string) =>
  `select d.id, d.name, d.level, d.unit, d.receipt_minutes as minutes, u.area_code as area from command.desk d join kernel.unit u on u.district = d.district and u.id = d.unit where d.retired_at is null and ${by}`
export const deskById = (tx: Tx, id: string) => one<Desk>(tx, deskSql('d.id = $1'), [id])
/** The desk at which a person works: that of their unit. */
export const deskOfPerson = (tx: Tx, person: string | null) =>
  one<Desk>(tx, deskSql('d.unit = (select p.unit_id from kernel.person p where p.district = d.district and p.id = $1)'), [person])
/** Levels between two desks: 1 to the one below, -1 to the one above. */
export const stepsDown = (from: Desk, to: Desk): number =>
  Object.keys(steps).indexOf(to.level) - Object.keys(steps).indexOf(from.level)

/** The tariff in force and the exemptions of a car, read for one stay. */
import { dayText, type Kernel, one, type Tx } from '#kernel'
import { exemptKinds } from '../contract.ts'
import { type Band, type Fee, feeOf, plateKindOf } from './tariff.ts'

interface Stay {
  readonly district: string
  readonly lot: string
  readonly plate: string | null
  readonly enteredAt: string
}
interface TariffRow {
  readonly name: string
  readonly bands: readonly Band[]
  readonly freeMinutes: number
  readonly isFreeDeducted: boolean
  readonly dayCapFen: number
  readonly isHolidayFree: boolean
}
const tariffSql = `select t.name, t.bands, t.free_minutes as "freeMinutes", t.is_free_deducted as "isFreeDeducted", t.day_cap_fen as "dayCapFen", t.is_holiday_free as "isHolidayFree" from parking.tariff t`
const inForce = `where t.retired_at is null and t.valid_from <= $2::date and (t.valid_to is null or t.valid_to > $2::date) order by t.valid_from desc limit 1`

const exemptionOf = async (tx: Tx, plate: string, day: string): Promise<string | undefined> => {
  const kind = plateKindOf(plate)
  if (kind === 'police' || kind === 'military') return exemptKinds[kind]
  const found = await one<{ kind: keyof typeof exemptKinds; basis: string }>(
    tx,
    `select kind, basis from parking.exemption where plate = $1 and retired_at is null and valid_from <= $2::date and (valid_to is null or valid_to > $2::date)`,
    [plate, day],
  )
  return found && `${exemptKinds[found.kind]}(${found.basis})`
}
export interface FoundFee {
  readonly hasTariff: boolean
  readonly tariffName: string | null
  readonly fee: Fee
}
const feeWith = async (tx: Tx, kernel: Kernel, terms: TariffRow, stay: Omit<Stay, 'lot'>, leftAt: Date): Promise<FoundFee> => {
  const enteredAt = new Date(stay.enteredAt)
  const day = dayText(enteredAt)
  const { overrides } = kernel.calendar(stay.district)
  const holidayOf = (on: string): string | undefined => {
    const given = overrides[on]
    return given?.kind === 'rest' ? given.name : undefined
  }
  const isNewEnergy = stay.plate !== null && plateKindOf(stay.plate) === 'newEnergy'
  const fee = feeOf(terms, {
    enteredAt,
    leftAt,
    holidayOf,
    exemption: stay.plate === null ? undefined : await exemptionOf(tx, stay.plate, day),
    extraFree: isNewEnergy
      ? { minutes: kernel.parameters.value(stay.district, 'parking.new-energy-minutes', day), zh: '新能源车' }
      : undefined,
  })
  return { hasTariff: true, tariffName: terms.name, fee }
}
const none: FoundFee = { hasTariff: false, tariffName: null, fee: { fen: 0, minutes: 0, steps: [] } }
/** The fee of a stay by the tariff in force where and when it began. */
export const readFee = async (tx: Tx, kernel: Kernel, stay: Stay, leftAt: Date): Promise<FoundFee> => {
  const terms = await one<TariffRow>(
    tx,
    `${tariffSql} join parking.lot l on l.district = t.district and l.zone = t.zone and l.id = $1 ${inForce}`,
    [stay.lot, dayText(new Date(stay.enteredAt))],
  )
  return terms ? feeWith(tx, kernel, terms, stay, leftAt) : none
}
/** What a stay in a zone would cost: nobody need have parked. */
export const feeOfTrial = async (
  tx: Tx,
  kernel: Kernel,
  district: string,
  zone: string,
  plate: string,
  enteredAt: Date,
  leftAt: Date,
): Promise<FoundFee> => {
  const terms = await one<TariffRow>(tx, `${tariffSql} join (select 1) one on t.zone = $1 ${inForce}`, [zone, dayText(enteredAt)])
  return terms ? feeWith(tx, kernel, terms, { district, plate, enteredAt: enteredAt.toISOString() }, leftAt) : none
}

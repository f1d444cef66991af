/** The problems people report most, in their words; each names a matter of the national list, if this place's list has it. */
import { shallowRef } from 'vue'
import { get } from '#kernel/web/call.ts'
import { askOrKept } from '../store/kept.ts'

export interface Quick {
  readonly key: string
  readonly code: string
}
const wanted: readonly Quick[] = [
  { key: 'rubbish', code: '06010' },
  { key: 'dirty', code: '06012' },
  { key: 'lamp', code: '01037' },
  { key: 'road', code: '06013' },
  { key: 'cover', code: '01023' },
  { key: 'parking', code: '09009' },
  { key: 'bikes', code: '09011' },
  { key: 'stall', code: '09001' },
  { key: 'outside', code: '09005' },
  { key: 'ads', code: '07001' },
  { key: 'noise', code: '06028' },
  { key: 'dust', code: '08004' },
]
const codes = shallowRef<ReadonlySet<string>>(new Set())
export const loadQuick = async (): Promise<void> => {
  const { value } = await askOrKept('matters', () => get<{ rows: readonly { code: string }[] }>('/codes/matter'))
  codes.value = new Set(value.rows.map((r) => r.code))
}
export const quickOnes = wanted
/** The code, where this place's list has it: an unknown one would only be refused. */
export const knownCode = (quick: Quick | undefined): string | undefined =>
  quick && codes.value.has(quick.code) ? quick.code : undefined

/** What is wrong with an ad: plan, permit, fall distance, carrier. Pure. */
import type { forms, levels } from '../words.ts'

export interface Zone {
  readonly id: string
  readonly name: string
  readonly level: 'allowed' | 'limited' | 'banned'
  readonly forms: readonly string[]
  readonly maxAreaM2: number
}
export interface Measured {
  readonly form: keyof typeof forms
  readonly areaM2: number
  readonly poleM: number | null
  readonly edge: 'road' | 'rail' | null
  readonly edgeM: number | null
  readonly coversWindow: boolean
  readonly carrier: string
  readonly contractTo: string | null
  readonly permitTo: string | null
}
export interface Verdict {
  readonly level: keyof typeof levels
  readonly requiredM: number | null
  readonly fall: 'ok' | 'short' | null
  readonly faults: readonly string[]
}
/** The forms of ours as the plan of the permits names them. */
const planForms: Readonly<Partial<Record<keyof typeof forms, string>>> = {
  letters: 'roof',
  board: 'roof',
  column: 'column',
  wall: 'wall',
  high: 'wall',
  screen: 'screen',
}
export const isRoof = (form: string): boolean => form === 'letters' || form === 'board'
/**
 * @param percentOf the fall distance asked, in percent of the pole's height, by what lies beside
 * @param today local day
 */
export const judge = (
  m: Measured,
  zone: Zone | undefined,
  percentOf: (edge: 'road' | 'rail') => number,
  today: string,
): Verdict => {
  const requiredM = m.form === 'column' && m.poleM && m.edge ? Math.round(m.poleM * percentOf(m.edge)) / 100 : null
  const fall = requiredM === null ? null : (m.edgeM ?? 0) < requiredM ? 'short' : 'ok'
  const planForm = planForms[m.form]
  const faults = [
    zone ? null : '不在规划的任何分区内',
    zone?.level === 'banned' ? `位于禁止设置区“${zone.name}”` : null,
    zone && planForm && zone.forms.length > 0 && !zone.forms.includes(planForm) ? `“${zone.name}”不允许这种形式` : null,
    zone && zone.maxAreaM2 > 0 && m.areaM2 > zone.maxAreaM2 ? `面积${m.areaM2}㎡超过${zone.maxAreaM2}㎡` : null,
    fall === 'short' ? `倒伏距离${m.edgeM ?? 0}m,应有${requiredM}m` : null,
    m.coversWindow ? '遮挡窗户' : null,
    m.carrier !== 'none' && (!m.contractTo || m.contractTo < today) ? '依附设施没有有效合同' : null,
    m.permitTo === null ? '没有许可' : m.permitTo < today ? '许可已到期' : null,
  ].filter((f): f is string => f !== null)
  return { level: zone?.level ?? 'outside', requiredM, fall, faults }
}

/** Small things the files of safety need: refusals, words that several of them use, periods. */
import { addDays, addMonths, one, refusals, type Tx } from '#kernel'

export const { why, notYet } = refusals('safety')
/** 检查类别: the trades of city management, and the special classes with a checklist of their own. */
export const classes = {
  sanitation: '环卫作业',
  greening: '园林绿化',
  municipal: '市政设施',
  muck: '渣土运输',
  gas: '燃气',
  ads: '户外广告',
  chemical: '危险化学品',
  fire: '消防',
  waste: '垃圾处置场所',
  building: '违法建设安全',
  epidemic: '疫情防控',
} as const
/** 风险四色, the gravest first. */
export const risks = { red: '红(重大)', orange: '橙(较大)', yellow: '黄(一般)', blue: '蓝(低)' } as const
export const gravities = { general: '一般隐患', major: '重大隐患' } as const
export const unitOfPerson = async (tx: Tx, personId: string | null): Promise<string | null> =>
  (await one<{ unit: string | null }>(tx, 'select unit_id as unit from kernel.person where id = $1', [personId]))?.unit ?? null
export interface Span {
  readonly fromOn: string
  readonly dueOn: string
}
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
/** The period of `everyDays` days, counted from `anchor`, in which `today` lies; undefined before the anchor. */
export const periodByDays = (anchor: string, everyDays: number, today: string): Span | undefined => {
  const passed = daysBetween(anchor, today)
  if (passed < 0) return undefined
  const fromOn = addDays(anchor, Math.floor(passed / everyDays) * everyDays)
  return { fromOn, dueOn: addDays(fromOn, everyDays - 1) }
}
/** The same by whole months. */
export const periodByMonths = (anchor: string, everyMonths: number, today: string): Span | undefined => {
  if (today < anchor) return undefined
  let n = 0
  while (addMonths(anchor, (n + 1) * everyMonths) <= today) n++
  return { fromOn: addMonths(anchor, n * everyMonths), dueOn: addDays(addMonths(anchor, (n + 1) * everyMonths), -1) }
}

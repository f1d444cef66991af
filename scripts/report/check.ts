/** Every printed figure of a pack against what the rows give: as printed, to the printed digits, hedges included. */

import type { Metric } from '#domains/statistics/dictionary.ts'
import { meets, printFigure, roundTo, type Value } from '#domains/statistics/formula/print.ts'
import { computeMetric, type Desk, openDesk } from '#domains/statistics/source.ts'
import { type Kernel, systemActor } from '#kernel'
import type { Days } from '../scenario/days.ts'
import type { Pack, Printed } from '../scenario/pack.ts'

/** ok 一致;target 目标与实绩;sample 原文没有数,印事实给出的数(示例);cannot 原文自相矛盾,写明理由;wrong 不一致. */
export type Verdict = 'ok' | 'target' | 'sample' | 'cannot' | 'wrong'
export interface Judged {
  readonly section: string
  readonly phrase: string
  readonly metric: string
  readonly name: string
  readonly printed: string
  readonly computed: string
  readonly actual: string | null
  readonly verdict: Verdict
  readonly why: string
  readonly value: Value
}
const dayMs = 86_400_000
export const requestOf = ({ from, to }: Days) => ({
  from: new Date(`${from}T00:00:00+08:00`),
  to: new Date(Date.parse(`${to}T00:00:00+08:00`) + dayMs),
})
const masked = /x/i
const goalWords = (metric: Metric, value: Value): string => {
  if (!metric.goal || value === null) return value === null ? '尚无实绩' : ''
  return meets(value, metric.goal) ? '达到' : '未达到'
}
/** The number without its hedge, with a digit more than is printed, for what stands beside a goal. */
const plainly = (value: Value, metric: Metric): string =>
  typeof value === 'number'
    ? metric.form?.includes('@')
      ? printFigure(value, metric)
      : `${Number(roundTo(value, metric.decimals + 2))}${metric.unit}`
    : printFigure(value, metric)
/** What the source says without digits (a list, 全覆盖) is a number all the same. */
const isExpected = (value: Value, metric: Metric, expected: string): boolean =>
  expected === '' || (typeof value === 'number' && Number(roundTo(value, metric.decimals)) === Number(expected))

const judge = (figure: Printed, metric: Metric, value: Value): Judged => {
  const { cells, token } = figure
  const isTarget = cells.kind === 'target'
  const told = (computed: string, verdict: Verdict, why = '', actual: string | null = null): Judged => ({
    section: cells.section,
    phrase: cells.phrase.replace(/[{}]/g, ''),
    metric: metric.code,
    name: metric.name,
    value,
    printed: token ?? cells.value,
    computed,
    actual,
    verdict,
    why,
  })
  const isMasked = token === undefined ? cells.value === '' : masked.test(token)
  if (isTarget) {
    const computed = printFigure(metric.goal?.value ?? value, metric, metric.goal, true)
    const actual = plainly(value, metric)
    if (isMasked) return told(computed, 'sample', '原文无数,目标为示例', actual)
    return token === undefined || computed === token
      ? told(computed, 'target', goalWords(metric, value), actual)
      : told(computed, 'wrong', '目标与印出的不同', actual)
  }
  const computed = printFigure(value, metric, metric.goal)
  if (isMasked) return told(computed, 'sample', '原文无数,事实为示例')
  if ((token === undefined || computed === token) && isExpected(value, metric, cells.value)) return told(computed, 'ok')
  return cells.cannot ? told(computed, 'cannot', cells.cannot) : told(computed, 'wrong', '与印出的不同')
}
const judgeAll = async (desk: Desk, pack: Pack): Promise<readonly Judged[]> => {
  const out: Judged[] = []
  for (const figure of pack.figures) {
    const metric = desk.metrics.get(figure.cells.metric)
    if (!metric) continue
    const { value } = await computeMetric(desk, metric, requestOf(figure.days ?? pack.days))
    out.push(judge(figure, metric, value))
  }
  return out
}
export const checkPack = (kernel: Kernel, district: string, pack: Pack): Promise<readonly Judged[]> =>
  kernel.db.withDistricts([district], async (tx) =>
    judgeAll(await openDesk({ kernel, tx, district, now: kernel.now(), actor: systemActor }), pack),
  )
const names: Readonly<Record<Verdict, string>> = { ok: '一致', target: '目标', sample: '示例', cannot: '不能', wrong: '不符' }
export const judgedLine = (j: Judged): string =>
  `[${names[j.verdict]}] ${j.section} ${j.phrase} | ${j.metric} ${j.name} | 印:${j.printed || '(无数)'} | 算:${j.computed}${j.actual === null ? '' : ` | 实绩:${j.actual}`}${j.why ? ` | ${j.why}` : ''}`
export const totals = (judged: readonly Judged[]): Readonly<Record<Verdict, number>> => {
  const count = (v: Verdict): number => judged.filter((j) => j.verdict === v).length
  return { ok: count('ok'), target: count('target'), sample: count('sample'), cannot: count('cannot'), wrong: count('wrong') }
}
export const totalLine = (judged: readonly Judged[]): string => {
  const t = totals(judged)
  return `合计 ${judged.length} 处:原文有数 ${t.ok + t.target + t.cannot + t.wrong} 处,其中一致 ${t.ok}、目标 ${t.target}、不能(有理由)${t.cannot}、不符 ${t.wrong};原文无数(示例)${t.sample}`
}

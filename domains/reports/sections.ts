/**
 * 报告里成文的三段: 存在问题、意见建议、下年计划, from the registers in which they are worked on. An outline names them by a mark,
 * and drafting puts the text in its place, for the writer to go on with.
 */
import { many, type Tx } from '#kernel'

const none = '(无)'
const numerals = '一二三四五六七八九十'
const points = (lines: readonly string[]): string =>
  lines.length === 0 ? none : lines.map((l, i) => `${numerals[i] ?? i + 1}是${l}`).join(';')
/** What a year's report says of itself in words: shortcomings, requests to the higher government, next year's key tasks. */
export const readSections = async (tx: Tx, year: number) => {
  const lacks = await many<{ what: string; cause: string; isLeft: boolean }>(
    tx,
    `select what, cause, status = 'open' and not exists (select 1 from affairs.matter m where m.district = s.district and m.issue = s.id and m.status <> 'cancelled') as "isLeft" from affairs.shortcoming s where year = $1 order by number`,
    [year],
  )
  const asked = await many<{ name: string; problem: string; reason: string; proposal: string }>(
    tx,
    `select name, problem, reason, proposal from affairs.request where year = $1 and sent_on is not null order by number`,
    [year],
  )
  const next = await many<{ line: string }>(
    tx,
    `select m.name || '(' || u.name || ',' || m.due_on || '前' || coalesce(',针对' || s.what, '') || ')' as line from affairs.matter m join kernel.unit u on u.district = m.district and u.id = m.unit
       left join affairs.shortcoming s on s.district = m.district and s.id = m.issue where m.year = $1 and m.kind = any(array['committee', 'bureau']) and m.status <> 'cancelled' order by m.kind desc, m.number`,
    [year + 1],
  )
  return {
    problems: points(lacks.map((l) => `${l.what}(原因:${l.cause})`)),
    opinions: points(asked.map((a) => `${a.name}:${a.problem},${a.reason},建议${a.proposal}`)),
    next: points(next.map((n) => n.line)),
    unanswered: lacks.filter((l) => l.isLeft).map((l) => l.what),
  }
}
const marks = { 存在问题: 'problems', 意见建议: 'opinions', 下年计划: 'next' } as const
const hints = {
  problems: '(逐条写问题、原因)',
  opinions: '(请上级支持的事项:问题、原因、建议)',
  next: '(任务、数量、完成时间、责任单位)',
} as const
/** What a person wrote is text in the manuscript, never one of its commands. */
const plain = (text: string): string => text.replaceAll('{{', '{ {').replaceAll('{%', '{ %')
/** The outline with its marks (〔存在问题〕〔意见建议〕〔下年计划〕) written out; where nothing is registered, what is to be written there. */
export const fillSections = async (tx: Tx, outline: string, year: number): Promise<string> => {
  if (!Object.keys(marks).some((mark) => outline.includes(`〔${mark}〕`))) return outline
  const sections = await readSections(tx, year)
  return Object.entries(marks).reduce(
    (text, [mark, key]) => text.replaceAll(`〔${mark}〕`, sections[key] === none ? hints[key] : `${plain(sections[key])}。`),
    outline,
  )
}

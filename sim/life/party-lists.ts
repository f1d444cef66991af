/** 责任清单 of the simulated district: approved each year, worked off by record, scored unit by unit. */
import { day, type Entry, every, hour, once, type Story } from './story.ts'

const [clerk, leader] = ['dangwu1', 'juzhang'] as const
/** The year's lists, what was done by them, and how a unit scored. */
const lists: Story = async function* (o) {
  const p = 'party.list'
  if ((await o.rows(clerk, p)).length > 0) return
  const [year, before] = [o.year(), o.year() - 1]
  const items = [
    { code: '1', what: '研究部署党建工作' },
    { code: '2', what: '讲党课', holder: o.person(leader) },
    { code: '3', what: '谈心谈话', holder: o.person('dadui1') },
    { code: '4', what: '听取意识形态汇报' },
  ]
  const scored = [
    { code: '1', what: '组织生活', points: 60 },
    { code: '2', what: '党员教育', points: 30 },
    { code: '3', what: '作风建设', points: 10 },
  ]
  for (const [i, [name, kind, of, at]] of (
    [
      ['党建工作考核细则', 'assess', scored, before],
      ['党建工作考核细则', 'assess', scored, year],
      ['全面从严治党责任清单', 'duty', items, year],
    ] as const
  ).entries()) {
    const id = await o.file(clerk, p, { name, kind, year: at, items: of })
    yield 2 * hour
    await o.act(leader, p, id, 'approve', { isOk: 'yes', paper: `湖城党〔${at}〕${i + 1}号` })
  }
}
const duty: Story = async function* (o) {
  const p = 'party.duty-record'
  const [list] = await o.rows(clerk, 'party.list', { kind: 'duty', status: 'effective' })
  const [item, who, what] = o.random.pick([
    ['1', clerk, '党组会研究年度党建要点'],
    ['2', leader, '为机关支部讲党课一次'],
    ['3', 'dadui1', '与五名队员谈心谈话'],
  ] as const)
  const id = await o.file(who, p, {
    ...{
      kind: item === '1' ? 'group' : 'person',
      list: list?.id,
      item,
      doneOn: o.date(-1),
      what,
      proof: [await o.photo('履责')],
    },
  })
  yield day
  const receipt = (n: number) => `LZ-${o.date().replaceAll('-', '')}-${o.random.integer(100, 999)}${n}`
  await o.act(clerk, p, id, 'upload', { receipt: receipt(1) })
  yield day
  if (o.random.chance(0.2)) {
    await o.act(clerk, p, id, 'bounce', { returned: '附件不清' })
    yield day
    if (o.random.chance(0.3)) return
    await o.act(who, p, id, 'mend', { what: `${what}(附记录)`, proof: [await o.photo('补正')] })
    await o.act(clerk, p, id, 'upload', { receipt: receipt(2) })
    yield day
  }
  await o.act(clerk, p, id, 'file')
}
const checked: Story = async function* (o) {
  const c = 'party.list-check'
  const [list] = await o.rows(clerk, 'party.list', { kind: 'assess', status: 'effective' })
  const [unit, by] = o.random.pick([
    ['市政设施养护所', 'chuzhi11'],
    ['环境卫生管理所', 'chuzhi31'],
    ['园林绿化管理所', 'chuzhi41'],
    ['城市照明管理所', 'chuzhi61'],
  ] as const)
  const lines = [
    { code: '1', score: o.random.integer(48, 59), problem: '支委会缺一次' },
    { code: '2', score: 30 },
    { code: '3', score: 9, problem: '投诉一起' },
  ]
  const id = await o.file(clerk, c, { list: list?.id, unit: o.unit(unit), checkedOn: o.date(), lines })
  yield 2 * day
  if (o.random.chance(0.7)) return void (await o.act(by, c, id, 'confirm', { isOk: 'yes' }))
  await o.act(by, c, id, 'confirm', { isOk: 'no', objection: '支委会已补开' })
  yield 2 * day
  await o.act(leader, c, id, 'review', { delta: 1, note: '补开属实,酌加' })
}
export const partyListDiary: Readonly<Record<string, Entry>> = {
  lists: { on: once(1), hour: 9.1, tell: lists },
  duty: { on: every(3, 2), hour: 16.4, tell: duty },
  checked: { on: every(6, 5), hour: 15.3, tell: checked },
}

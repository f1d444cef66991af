import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseTime } from '#apps/import/times.ts'
import { verifyJournal } from '#kernel'
import { beijing } from '../world.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

describe('时间', () => {
  it.each([
    ['2019/2/28 11:25:05', '2019-02-28T03:25:05.000Z'],
    ['2019-2-28 9:05', '2019-02-28T01:05:00.000Z'],
    ['2019年2月28日 11时25分', '2019-02-28T03:25:00.000Z'],
    ['20190228112505', '2019-02-28T03:25:05.000Z'],
    ['2019.2.28', '2019-02-27T16:00:00.000Z'],
    ['2019-02-28T11:25:05Z', '2019-02-28T11:25:05.000Z'],
  ])('%s', (written, expected) => expect(parseTime('Asia/Shanghai', written)?.toISOString()).toBe(expected))
  it.each(['2019/2/30 11:00', '2019/13/1', '28/2/2019', '昨天', '', '2019/2/28 25:00'])('不认:%s', (written) =>
    expect(parseTime('Asia/Shanghai', written)).toBeUndefined(),
  )
})

describe('诉求留言', () => {
  const lines = [
    { id: '1', title: '路灯不亮', time: '2019/2/28 11:25:05', text: '联丰路的路灯坏了两天' },
    {
      编号: '2',
      标题: '占道',
      时间: '2019-03-01 08:00',
      内容: '早市占道经营',
      渠道: '12319城管热线',
      电话: '13812345678',
      诉求类型: '举报',
    },
    { id: '3', time: '2019/2/30 8:00', text: '没有这一天' },
    { id: '', time: '2019/2/28 8:00', text: '没有编号' },
    { id: '5', time: '2019/2/28 8:00', text: '' },
    { id: '6', time: '2019/2/28 8:00', text: '渠道不认识', channel: '烽火台' },
    { id: '7', time: '2019/2/28 8:00', text: '问教育', reply: '已转教育局答复', replyTime: '2019/3/5 16:20' },
    { id: '1', time: '2019/2/28 9:00', text: '与第一行同号' },
    { id: '9', time: '2019/2/28 8:00', text: '字'.repeat(8001) },
  ]
  const text = `${lines.map((l) => JSON.stringify(l)).join('\n')}\n不是 JSON\n`

  it('好的行成为工单,时间是它自己的;坏的行连同理由退回', async () => {
    const { summary, errors } = await desk.run('complaints', desk.file('留言.jsonl', text))
    expect(summary).toMatchObject({ read: 10, added: 3, known: 0, refused: 7 })
    expect(Object.fromEntries([...summary.byChannel].map(([c, t]) => [c, t.added]))).toMatchObject({ 12345: 2, 12319: 1 })
    const sheet = readFileSync(errors.path, 'utf8')
    for (const part of [
      '3,12345:3,',
      '4,,没有编号',
      '5,12345:5,没有内容',
      '烽火台',
      '与第1行重复',
      '不能超过8000个字',
      '10,,"不是 JSON',
    ])
      expect(sheet).toContain(part)
    const orders = await desk.rows<Record<string, unknown>>(
      desk.w.district,
      `select number, outside_number as "outside", channel, kind, status, created_at as "createdAt", caller_phone as phone, replied_at as "repliedAt" from intake."order" order by outside_number`,
    )
    expect(orders).toMatchObject([
      { outside: '1', channel: '12345', kind: 'complaint', status: 'received', createdAt: new Date('2019-02-28T03:25:05Z') },
      { outside: '2', channel: '12319', kind: 'report', status: 'received', phone: '13812345678' },
      { outside: '7', status: 'answered', repliedAt: beijing('2019-03-05 16:20') },
    ])
    expect(String(orders[0]?.number)).toContain(`G${desk.w.district}20190228`)
  })

  it('时钟、任务、经过与人工登记的一样;历史答复不再向外发', async () => {
    const clocks = await desk.rows<{ name: string; startedAt: Date; stoppedAt: Date | null }>(
      desk.w.district,
      `select c.name, c.started_at as "startedAt", c.stopped_at as "stoppedAt" from kernel.clock c join intake."order" o on o.id = c.subject_id where o.outside_number = '7' order by name`,
    )
    expect(clocks).toMatchObject([
      { name: 'accept', stoppedAt: beijing('2019-03-05 16:20') },
      { name: 'close', stoppedAt: null },
      { name: 'reply', startedAt: beijing('2019-02-28 08:00'), stoppedAt: beijing('2019-03-05 16:20') },
    ])
    expect(
      await desk.rows(
        desk.w.district,
        `select 1 from kernel.task t join intake."order" o on o.id = t.subject_id where t.done_at is null`,
      ),
    ).toHaveLength(3)
    expect(await desk.rows(desk.w.district, 'select 1 from kernel.outbox where done_at is null')).toHaveLength(0)
    const operator = await desk.w.as('shouli1')
    const found = await operator.get<{ total: number; rows: { id: string; callerPhone: string }[] }>('/rows/intake.order', {
      search: '占道',
    })
    expect(found.body.rows).toHaveLength(1)
    expect(found.body.rows[0]?.callerPhone).toBe('138****5678')
    expect((await verifyJournal(desk.w.kernel, desk.w.district)).breaks).toEqual([])
  })

  it('再导一次一件不多;改好的行补进来', async () => {
    const again = await desk.run('complaints', desk.file('留言.jsonl', text))
    expect(again.summary).toMatchObject({ added: 0, known: 3, refused: 7 })
    const mended = await desk.run('complaints', desk.file('留言.jsonl', text.replace('2019/2/30 8:00', '2019/2/27 8:00')))
    expect(mended.summary).toMatchObject({ added: 1, known: 3, refused: 6 })
  })

  it('停在半路,再次运行接着导', async () => {
    const many = Array.from({ length: 1200 }, (_, i) =>
      JSON.stringify({ id: `m${i}`, time: '2020/5/6 10:00', text: `第${i}件` }),
    ).join('\n')
    const file = desk.file('many.jsonl', many)
    let asked = 0
    const first = await desk.run('complaints', file, { channel: 'hotline' }, () => ++asked > 700)
    expect(first.summary.added).toBe(700)
    const second = await desk.run('complaints', file, { channel: 'hotline' })
    expect(second.summary).toMatchObject({ added: 500, known: 700 })
    expect(await desk.rows(desk.w.district, `select 1 from intake."order" where channel = 'hotline'`)).toHaveLength(1200)
  })

  it('渠道已经登记过的,不再成为第二件', async () => {
    const operator = await desk.w.as('shouli1')
    const entered = await operator.post('/subjects/intake.order', {
      action: 'receive',
      values: { channel: '12345', kind: 'complaint', outsideNumber: 'live-1', content: '接线员登记的' },
    })
    expect(entered.status).toBe(201)
    const { summary } = await desk.run(
      'complaints',
      desk.file('live.jsonl', JSON.stringify({ id: 'live-1', time: '2026/3/1 10:00', text: '同一件' })),
    )
    expect(summary).toMatchObject({ added: 0, known: 1 })
  })
})

describe('311', () => {
  const head =
    'CASE_ENQUIRY_ID,OPEN_DT,TARGET_DT,CLOSED_DT,OnTime_Status,CASE_STATUS,CLOSURE_REASON,CASE_TITLE,SUBJECT,REASON,TYPE,Location,LATITUDE,LONGITUDE,Source'
  const rows = [
    'a1,2022-01-17 11:20:00,2022-01-18 11:20:22,2022-01-18 10:08:24,ONTIME,Closed,"Made ""safe""",Lamp down,PW,Street Lights,Street Light Knock Downs,Batterymarch St,42.35,-71.05,Constituent Call',
    'a2,2022-07-01 09:00:00,2022-07-02 09:00:00,2022-07-03 09:00:00,OVERDUE,Closed,done,Rodents,ISD,Env,Rodent Activity,Fairfield St,42.34,-71.08,Citizens Connect App',
    'a3,2022-07-01 09:00:00,,2022-07-03 09:00:00,ONTIME,Closed,done,No target,ISD,Env,Other,,,,Self Service',
    'a4,2026-02-20 09:00:00,2026-12-20 09:00:00,,ONTIME,Open,,Still open,ISD,Env,Other,,42.3,-71.1,Nobody knows',
    'a5,2022-07-02 09:00:00,2022-07-05 09:00:00,2022-07-01 09:00:00,ONTIME,Closed,,Closed before,ISD,Env,Other,,,,Self Service',
    'a6,07/02/2022,,,,Open,,Wrong time,ISD,Env,Other,,,,Self Service',
    // 两点之间拨快一小时:冬令时 1:30 到夏令时 3:30 只有一小时
    'a7,2022-03-13 01:30:00,2022-03-13 03:30:00,2022-03-13 03:30:00,ONTIME,Closed,,Spring forward,ISD,Env,Other,,,,Self Service',
    'a8,2022-07-01 09:00:00,2022-07-02 09:00:00,2022-07-01 10:00:00,OVERDUE,Closed,done,They say late,ISD,Env,Other,,,,Self Service',
  ]
  const district = '990617'

  it('连同经过成为案件,期限照原期限,按期与否由我们的时钟得出,不一致的列出', async () => {
    const { summary, errors } = await desk.run('311', desk.file('boston.csv', [head, ...rows].join('\n')))
    expect(summary).toMatchObject({ read: 8, added: 6, refused: 2 })
    expect(errors.rows.map((e) => e.key)).toEqual(['a5', 'a6'])
    expect(summary.notes[0]?.zh).toContain('3/4 = 75.000 %(无期限 1 件')
    expect(summary.notes[1]?.zh).toContain('a8:原 OVERDUE,本系统 ONTIME')
    const cases = await desk.rows(
      district,
      `select outside_number as id, status, source, area_code as area, lon, handled_at as "handledAt", handle_due_at as "dueAt", created_at as "createdAt", closed_at as "closedAt", accepted_at as "acceptedAt" from cases."case" order by 1`,
    )
    expect(cases).toMatchObject([
      {
        id: 'a1',
        status: 'closed',
        source: 'hotline',
        area: district,
        lon: -71.05,
        createdAt: new Date('2022-01-17T16:20:00Z'),
        dueAt: new Date('2022-01-18T16:20:22Z'),
        handledAt: new Date('2022-01-18T15:08:24Z'),
        closedAt: new Date('2022-01-18T15:08:24Z'),
        acceptedAt: null,
      },
      { id: 'a2', status: 'closed', source: 'snap', dueAt: new Date('2022-07-02T13:00:00Z') },
      { id: 'a3', status: 'closed', lon: null, dueAt: null, handledAt: new Date('2022-07-03T13:00:00Z') },
      { id: 'a4', status: 'dispatched', source: 'hotline', handledAt: null, closedAt: null },
      { id: 'a7', dueAt: new Date('2022-03-13T07:30:00Z'), handledAt: new Date('2022-03-13T07:30:00Z') },
      { id: 'a8', status: 'closed' },
    ])
  })

  it('经过在链上,未办结的有一件待办;再导一次一件不多', async () => {
    const steps = await desk.rows<{ action: string; at: Date }>(
      district,
      `select j.action, j.at from kernel.journal j join cases."case" c on c.id = j.subject_id where c.outside_number = 'a1' order by seq`,
    )
    expect(steps.map((s) => s.action)).toEqual(['report', 'importHistory', 'importHistory'])
    expect(steps[2]?.at).toEqual(new Date('2022-01-18T15:08:24Z'))
    expect(await desk.rows(district, 'select 1 from kernel.task where done_at is null')).toHaveLength(1)
    expect((await verifyJournal(desk.w.kernel, district)).breaks).toEqual([])
    const { summary } = await desk.run('311', desk.file('boston.csv', [head, ...rows].join('\n')))
    expect(summary).toMatchObject({ added: 0, known: 6, refused: 2 })
  })
})

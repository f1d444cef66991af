/** 指挥台值守: what is open is counted when a shift is handed over, and the next one takes it by name. */
import { choice, instant, integer, longText, one, procedure, type Tx, text } from '#kernel'
import { notYet, why } from './shared.ts'
import { turns } from './words.ts'

interface Standing {
  readonly openAlarms: number
  readonly running: number
  readonly missing: number
  readonly stoppedDumps: number
}
const standingSql = `select (select count(*)::int from muck.alarm where status = 'raised') as "openAlarms",
  (select count(*)::int from muck.trip where status = 'running') as running, (select count(*)::int from muck.trip where status = 'missing') as missing,
  (select count(*)::int from muck.dump_now where limit_state = 'stop') as "stoppedDumps"`
/** What the desk has open now. */
export const readStanding = async (tx: Tx): Promise<Standing> =>
  (await one<Standing>(tx, standingSql)) ?? { openAlarms: 0, running: 0, missing: 0, stoppedDumps: 0 }
const form = { turn: choice('班次', turns), officer: text('值守人', { maxLength: 40 }) } as const
export const shift = procedure('muck.shift', {
  zh: '指挥台值守交接',
  menu: '渣土指挥',
  title: 'officer',
  numbering: { prefix: 'ZB', per: 'day', digits: 2 },
  help: '交班时自动清点未处理告警、在途与缺回执趟次;接班人须是另一人,接班后新的一班自动开始。',
  fields: {
    ...form,
    officer: form.officer.searchable(),
    endedAt: instant('交班时间').optional(),
    openAlarms: integer('未处理告警', { unit: '起' }).optional(),
    running: integer('在途趟次', { unit: '趟' }).optional(),
    missing: integer('缺回执趟次', { unit: '趟' }).optional(),
    stoppedDumps: integer('停止受纳消纳场', { unit: '处' }).optional(),
    matters: longText('交接事项', { maxLength: 1000 }).optional(),
    taker: text('接班人', { maxLength: 40 }).optional(),
  },
  statuses: {
    on: { zh: '值守中' },
    handing: { zh: '待接班', duty: 'muck.watch', taskZh: '渣土指挥台待接班' },
    ended: { zh: '已交接', kind: 'final' },
  },
}).actions((action) => ({
  start: action({
    zh: '开始值守',
    from: 'new',
    to: 'on',
    by: 'muck.watch',
    form,
    look: ({ tx }) => one<{ officer: string }>(tx, `select officer from muck.shift where status <> 'ended' limit 1`),
    check: ({ found }) => notYet(Boolean(found), `${found?.officer}正在值守,请办理交接`),
  }),
  begin: action({ zh: '接班开始', from: 'new', to: 'on', by: 'system', form }),
  handOver: action({
    zh: '交班',
    from: 'on',
    to: 'handing',
    by: 'muck.watch',
    tone: 'primary',
    form: { matters: longText('交接事项', { maxLength: 1000 }) },
    look: ({ tx }) => readStanding(tx),
    effects: ({ input, found, now }) => ({ set: { ...input, ...found, endedAt: now.toISOString() } }),
  }),
  take: action({
    zh: '接班',
    from: 'handing',
    to: 'ended',
    by: 'muck.watch',
    tone: 'primary',
    form: { turn: choice('班次', turns) },
    guard: ({ past, actor }) =>
      notYet(
        past.some((p) => p.action === 'handOver' && p.actorId === actor.id),
        '交班人不能自己接班',
      ),
    check: ({ actor }) => why(!actor.name, '请以本人登录接班'),
    effects: ({ input, actor }) => ({
      set: { taker: actor.name },
      spawn: [{ procedure: 'muck.shift', action: 'begin', input: { turn: input.turn, officer: actor.name } }],
    }),
  }),
}))

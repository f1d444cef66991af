/** 车载视频查看: asked for with a reason, watched, kept for its days as evidence, then gone; who looked at which vehicle stays known. */
import {
  addDays,
  count,
  dayText,
  endOf,
  first,
  type Indicator,
  indicator,
  instant,
  integer,
  one,
  person,
  procedure,
  ref,
  text,
  value,
} from '#kernel'
import { why } from '../things/shared.ts'

const form = {
  device: ref('车载终端', 'sensing.device'),
  channel: integer('通道', { min: 1, max: 36 }).help('1 前方、2 驾驶员、3 车厢等,按车辆安装'),
  reason: text('查看事由', { maxLength: 200 }),
} as const
/** A terminal that sends nothing for so long has none to send. */
export const waitSeconds = 30
const longestMinutes = 30
export const viewing = procedure('sensing.viewing', {
  zh: '车载视频查看',
  menu: '感知',
  title: 'plate',
  numbering: { prefix: 'SP', per: 'day', digits: 4 },
  help: '按需调看(JT/T 1078):终端在线即开流,30秒没有图像自动结束,一次最长30分钟;看过的图像按保存期留存,到期删除。',
  fields: {
    ...form,
    plate: text('车牌', { maxLength: 20 }).searchable(),
    viewer: person('查看人'),
    begunAt: instant('首帧时间').optional(),
    seconds: integer('图像时长', { unit: '秒' }).optional(),
    kilobytes: integer('图像大小', { unit: 'kB' }).optional(),
    keptUntil: instant('保存至').optional(),
  },
  statuses: {
    watching: { zh: '调看中' },
    kept: { zh: '已保存' },
    dropped: { zh: '到期已删', kind: 'final' },
    missed: { zh: '没有图像', kind: 'final' },
  },
}).actions((action) => ({
  ask: action({
    zh: '调看视频',
    from: 'new',
    to: 'watching',
    by: 'sensing.video',
    form,
    look: async ({ tx, input }) => ({
      device: await one<{ plate: string | null; kind: string }>(
        tx,
        `select plate, kind from sensing.device where id = $1 and state = 'active' and retired_at is null`,
        [input.device],
      ),
      busy: await one<{ n: number }>(
        tx,
        `select 1 as n from sensing.viewing where device = $1 and channel = $2 and status = 'watching' limit 1`,
        [input.device, input.channel],
      ),
    }),
    check: ({ found }) =>
      first(
        why(!found.device, '没有这台启用的终端'),
        why(found.device?.kind !== 'terminal', '不是车载终端'),
        why(Boolean(found.busy), '这个通道正在调看,请稍后'),
      ),
    effects: ({ found, input, actor, now }) => ({
      set: { plate: found.device?.plate ?? '', viewer: actor.id ?? '' },
      spawn: [
        { procedure: 'sensing.command', action: 'ask', input: { device: input.device, kind: 'video', channel: input.channel } },
      ],
      timers: [{ name: 'end', at: new Date(now.getTime() + longestMinutes * 60_000), action: 'end' }],
    }),
  }),
  begin: action({
    zh: '开始有图像',
    from: 'watching',
    to: 'same',
    by: 'system',
    effects: ({ now }) => ({ set: { begunAt: now.toISOString() } }),
  }),
  end: action({
    zh: '结束',
    from: 'watching',
    by: 'system',
    form: { seconds: integer('时长', { min: 0 }).optional(), kilobytes: integer('大小', { min: 0 }).optional() },
    to: ({ input, subject }) => ((input.kilobytes ?? 0) > 0 || subject.begunAt ? 'kept' : 'missed'),
    effects: ({ input, subject, now, parameter }) => {
      const until = endOf(addDays(dayText(now), parameter('sensing.video-days')))
      return {
        set: { seconds: input.seconds ?? 0, kilobytes: input.kilobytes ?? 0, keptUntil: until.toISOString() },
        spawn: [
          {
            procedure: 'sensing.command',
            action: 'ask',
            input: { device: subject.device, kind: 'videoStop', channel: subject.channel },
          },
        ],
        timers: [
          { name: 'end', at: null, action: 'end' },
          { name: 'drop', at: until, action: 'drop' },
        ],
      }
    },
  }),
  drop: action({ zh: '到期删除', from: 'kept', to: 'dropped', by: 'system' }),
}))
export const videoIndicators: readonly Indicator[] = [
  indicator('sensing.viewings', {
    zh: '车载视频调看',
    unit: '次',
    decimals: 0,
    definition: '期内发起的车载视频调看',
    by: ['status'],
    of: value(count(viewing, { at: 'createdAt' })),
  }),
]

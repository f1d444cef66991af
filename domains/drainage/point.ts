/** 易渍水点、滞水点: cause, keeper and measure of each (一点一策); the rains it stood under, and those it stayed dry in. */
import { problemFound } from '#catalogue/facts.ts'
import {
  bySystem,
  choice,
  instant,
  integer,
  type Job,
  longText,
  many,
  number,
  photos,
  procedure,
  record,
  ref,
  say,
  text,
} from '#kernel'
import { pointFlooded, rainBegun, rainEnded } from './facts.ts'
import { notYet, why } from './shared.ts'

const form = {
  name: text('点位', { maxLength: 100 }),
  kind: choice('类别', { easy: '易渍水点', standing: '滞水点' }),
  cause: choice('成因', {
    low: '地势低洼',
    small: '管径偏小',
    silt: '管道淤积',
    inlet: '雨水箅子少、堵塞',
    outlet: '排口顶托',
    missing: '无管网',
  }),
  keeper: text('责任人', { maxLength: 40 }),
  pumps: integer('备用抽水泵', { unit: '台', min: 0 }),
  device: ref('液位设备', 'sensing.device').optional().help('有液位监测的填写,告警即记积水'),
} as const
interface Wet {
  readonly number: string
  readonly name: string
  readonly keeper: string
  readonly pumps: number
  readonly wetAt: string | null
  readonly wetCm: number | null
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
/** Water stands: since when and how deep at most; deep enough, it is an urgent case. */
const flooded = (
  s: Wet,
  input: { readonly wetAt: string; readonly wetCm: number; readonly photos: readonly string[] },
  alarmCm: number,
) => ({
  set: { wetAt: s.wetAt ?? input.wetAt, wetCm: Math.max(s.wetCm ?? 0, input.wetCm) },
  facts:
    input.wetCm >= alarmCm
      ? [
          say(problemFound, {
            // No source id: each flooding that finds no open case begins one of its own.
            source: 'survey',
            description: `${s.number} ${s.name}积水${input.wetCm}厘米,责任人${s.keeper},备用泵${s.pumps}台`,
            lon: s.lon,
            lat: s.lat,
            areaCode: s.areaCode,
            photos: [...input.photos],
            isUrgent: true,
            mergeKey: `drainage.point ${s.number}`,
          }),
        ]
      : [],
})
export const point = procedure('drainage.point', {
  zh: '渍水点',
  menu: '防汛排涝',
  title: 'name',
  numbering: { prefix: 'ZS', per: 'year', digits: 3 },
  help: '一点一策:先定措施、再整治;连续达标降雨(参数:雨量与场次)不积水才销号,其间再积水重新计。',
  fields: {
    ...form,
    name: form.name.searchable(),
    measure: longText('整治措施(一点一策)', { maxLength: 500 }).optional(),
    worksZh: text('完成内容', { maxLength: 200 }).optional(),
    dredgedM: number('清淤', { unit: '米' }),
    floods: integer('积水', { unit: '次' }),
    dryRains: integer('连续不积水降雨', { unit: '场' }),
    deepestCm: integer('最大深度', { unit: 'cm' }),
    longestMinutes: integer('最长消退', { unit: '分钟' }),
    wetAt: instant('积水开始').optional(),
    wetCm: integer('当前深度', { unit: 'cm' }).optional(),
  },
  statuses: {
    listed: { zh: '待定措施', duty: 'drainage.manage', taskZh: '渍水点待定一点一策' },
    measured: { zh: '整治中', duty: 'drainage.run', taskZh: '渍水点待整治' },
    treated: { zh: '待检验', duty: 'drainage.verify', taskZh: '渍水点待降雨检验' },
    solved: { zh: '已销号', kind: 'final' },
  },
}).actions((action) => ({
  list: action({
    zh: '列入',
    from: 'new',
    to: 'listed',
    by: 'drainage.report',
    form,
    effects: () => ({ set: { dredgedM: 0, floods: 0, dryRains: 0, deepestCm: 0, longestMinutes: 0 } }),
  }),
  measure: action({
    zh: '定措施',
    from: ['listed', 'treated'],
    to: 'measured',
    by: 'drainage.manage',
    tone: 'primary',
    form: { measure: longText('整治措施', { maxLength: 500 }) },
    effects: ({ input }) => ({ set: { ...input, dryRains: 0 } }),
  }),
  treat: action({
    zh: '整治完成',
    from: 'measured',
    to: 'treated',
    by: 'drainage.run',
    tone: 'primary',
    form: {
      worksZh: text('完成内容', { maxLength: 200 }),
      dredgedM: number('清淤', { unit: '米', min: 0 }),
      photos: photos(1, '整治后'),
    },
    effects: ({ input, subject }) => ({
      set: { worksZh: input.worksZh, dredgedM: subject.dredgedM + input.dredgedM, dryRains: 0 },
    }),
  }),
  flood: action({
    zh: '报积水',
    from: ['listed', 'measured', 'treated'],
    to: 'same',
    by: 'drainage.report',
    tone: 'danger',
    form: { wetAt: instant('开始积水'), wetCm: integer('深度', { unit: 'cm', min: 1 }), photos: photos(1, '现场') },
    check: ({ input, subject, now }) =>
      why(new Date(input.wetAt) > now, '开始积水不能晚于现在') ??
      why(subject.wetAt !== null && new Date(input.wetAt) < new Date(subject.wetAt), '不能早于已报的积水开始'),
    effects: ({ input, subject, parameter }) => flooded(subject, input, parameter('drainage.alarm-cm')),
  }),
  sensed: action({
    zh: '液位告警记积水',
    from: ['listed', 'measured', 'treated'],
    to: 'same',
    by: 'system',
    form: { wetAt: instant('开始积水'), wetCm: integer('深度', { unit: 'cm', min: 1 }) },
    effects: ({ input, subject, parameter }) => flooded(subject, { ...input, photos: [] }, parameter('drainage.alarm-cm')),
  }),
  drained: action({
    zh: '积水已退',
    from: ['listed', 'measured', 'treated'],
    to: 'same',
    by: 'drainage.report',
    form: { drainedAt: instant('退尽时间') },
    guard: ({ subject }) => notYet(!subject.wetAt, '没有积水'),
    check: ({ input, subject, now }) =>
      why(new Date(input.drainedAt) > now, '退尽时间不能晚于现在') ??
      why(new Date(input.drainedAt) <= new Date(subject.wetAt ?? 0), '退尽应在积水之后'),
    effects: ({ input, subject }) => {
      const from = subject.wetAt ?? input.drainedAt
      const minutes = Math.round((Date.parse(input.drainedAt) - Date.parse(from)) / 60_000)
      const depthCm = subject.wetCm ?? 0
      return {
        set: {
          wetAt: null,
          wetCm: null,
          floods: subject.floods + 1,
          dryRains: 0,
          deepestCm: Math.max(subject.deepestCm, depthCm),
          longestMinutes: Math.max(subject.longestMinutes, minutes),
        },
        facts: [say(pointFlooded, { point: subject.id, name: subject.name, number: subject.number, depthCm, minutes, from })],
      }
    },
  }),
  noteRain: action({
    zh: '降雨检验',
    from: ['listed', 'measured', 'treated'],
    to: ({ subject, input, parameter }) =>
      subject.status === 'treated' && input.isDry && subject.dryRains + 1 >= parameter('drainage.dry-rains')
        ? 'solved'
        : (subject.status as 'listed'),
    by: 'system',
    form: { isDry: choice('未积水', { yes: '是' }).optional(), mm: number('雨量', { unit: 'mm' }) },
    effects: ({ input, subject }) => ({ set: { dryRains: input.isDry ? subject.dryRains + 1 : 0 } }),
  }),
}))
interface Alarm {
  readonly point: string
  readonly raisedAt: Date
  readonly cm: number
}
/** An open alarm of a level device that watches a point: the water it saw is entered once, before a person has come. */
export const levelJob: Job = {
  id: 'drainage.levels',
  zh: '液位告警记积水',
  everyMinutes: 1,
  run: async (ctx) => {
    const alarms = await many<Alarm>(
      ctx.tx,
      `select p.id as point, a.raised_at as "raisedAt", greatest(1, round(coalesce(a.last_value, a.value, 0) * 100))::int as cm from drainage.point p join sensing.alarm a on a.device = p.device
       where a.device_kind = 'level' and a.closed_at is null and a.cleared_at is null and p.status <> 'solved' and p.wet_at is null
         and not exists (select 1 from drainage.flooding f where f.point = p.id and f.wet_at >= a.raised_at) order by a.raised_at limit 100`,
    )
    for (const a of alarms) await bySystem(ctx, point.id, a.point, 'sensed', { wetAt: a.raisedAt.toISOString(), wetCm: a.cm })
  },
}
/** 积水记录: how deep and how long, at each point and rain. */
export const flooding = record('drainage.flooding', {
  zh: '积水记录',
  menu: '防汛排涝',
  title: 'name',
  fields: {
    point: ref('渍水点', 'drainage.point'),
    name: text('点位', { maxLength: 100 }),
    number: text('渍水点编号', { maxLength: 30 }),
    wetAt: instant('积水开始'),
    depthCm: integer('深度', { unit: 'cm' }),
    minutes: integer('消退', { unit: '分钟' }),
  },
})
export const rain = procedure('drainage.rain', {
  zh: '降雨过程',
  menu: '防汛排涝',
  title: 'name',
  numbering: { prefix: 'JY', per: 'year', digits: 3 },
  isCommon: true,
  help: '预警或开始下雨时登记,各巡查路线自动派雨中巡查;结束填雨量,达到检验雨量的检验各渍水点。',
  fields: {
    name: text('降雨', { maxLength: 60 }).searchable(),
    level: choice('预警', { none: '无', blue: '蓝色', yellow: '黄色', orange: '橙色', red: '红色' }),
    startedAt: instant('开始'),
    endedAt: instant('结束').optional(),
    mm: number('雨量', { unit: 'mm' }).optional(),
    wetPoints: integer('积水点', { unit: '处' }).optional(),
  },
  statuses: {
    falling: { zh: '降雨中', duty: 'drainage.manage', taskZh: '降雨过程值守' },
    ended: { zh: '已结束', kind: 'final' },
  },
}).actions((action) => ({
  begin: action({
    zh: '登记降雨',
    from: 'new',
    to: 'falling',
    by: 'drainage.manage',
    form: {
      name: text('降雨', { maxLength: 60 }),
      level: choice('预警', { none: '无', blue: '蓝色', yellow: '黄色', orange: '橙色', red: '红色' }),
      startedAt: instant('开始'),
    },
    check: ({ input, now }) => why(new Date(input.startedAt) > now, '开始时间不能晚于现在'),
    effects: ({ input, subject }) => ({ facts: [say(rainBegun, { rain: subject.id, name: input.name })] }),
  }),
  end: action({
    zh: '降雨结束',
    from: 'falling',
    to: 'ended',
    by: 'drainage.manage',
    tone: 'primary',
    form: { endedAt: instant('结束'), mm: number('雨量', { unit: 'mm', min: 0 }) },
    look: ({ tx, subject, input }) =>
      many<{ name: string; isWet: boolean }>(
        tx,
        `select p.name, (p.wet_at is not null) as "isWet" from drainage.point p where p.status <> 'solved' and (p.wet_at is not null
          or exists (select 1 from drainage.flooding f where f.point = p.id and f.wet_at between $1 and $2)) order by p.name`,
        [subject.startedAt, input.endedAt],
      ),
    check: ({ input, subject, found, now }) =>
      why(new Date(input.endedAt) > now, '结束时间不能晚于现在') ??
      why(new Date(input.endedAt) <= new Date(subject.startedAt), '结束应在开始之后') ??
      notYet(
        found.some((f) => f.isWet),
        `${found
          .filter((f) => f.isWet)
          .map((f) => f.name)
          .join('、')}积水未退,退尽后再结束`,
      ),
    effects: ({ input, subject, found }) => ({
      set: { ...input, wetPoints: found.length },
      facts: [say(rainEnded, { rain: subject.id, mm: input.mm, from: subject.startedAt, to: input.endedAt })],
    }),
  }),
}))

/** 巡查: plans by place and period, rounds walked, what was put right on the spot, and the rounds that were missed. */

import { problemFound } from '#catalogue/facts.ts'
import {
  area,
  choice,
  date,
  flag,
  instant,
  integer,
  json,
  longText,
  number,
  person,
  photos,
  record,
  ref,
  register,
  rule,
  say,
  text,
  unit,
} from '#kernel'

export const patrolWho = { collector: '信息采集员', officer: '执法队员' } as const
export const patrolPlan = register('intake.patrol-plan', {
  zh: '巡查计划',
  menu: '诉求设置',
  fields: {
    name: text('计划名称', { maxLength: 80 }).searchable(),
    who: choice('巡查队伍', patrolWho),
    squad: unit('责任单位').optional(),
    area: area('责任区域'),
    startsAt: text('每日起', { maxLength: 5, pattern: { source: '^\\d{2}:\\d{2}$', zh: '时间应如 08:30' } }),
    endsAt: text('每日止', { maxLength: 5, pattern: { source: '^\\d{2}:\\d{2}$', zh: '时间应如 17:30' } }),
    timesPerDay: integer('每日次数', { unit: '次', min: 1, max: 24 }),
    validFrom: date('起'),
    validTo: date('止(不含)').optional(),
  },
  uniqueTogether: [['name', 'validFrom']],
})
/** One walked round: the track says which cells were covered. */
export const patrol = record('intake.patrol', {
  zh: '巡查记录',
  menu: '诉求',
  title: 'summary',
  fields: {
    plan: ref('巡查计划', 'intake.patrol-plan').optional(),
    who: choice('巡查队伍', patrolWho),
    startedAt: instant('开始'),
    endedAt: instant('结束'),
    track: json<readonly (readonly [number, number])[]>('轨迹'),
    cells: integer('覆盖网格数', { min: 0 }),
    distanceM: number('里程', { unit: 'm', min: 0 }),
    found: integer('发现问题', { unit: '件', min: 0 }),
    corrected: integer('当场纠正', { unit: '起', min: 0 }),
    summary: text('巡查情况', { maxLength: 500 }),
  },
})
/** 当场纠正: a small offence put right by word of mouth, with a picture; the count behind “纠正占道经营700余起”. */
export const correction = record('intake.correction', {
  zh: '当场纠正',
  menu: '诉求',
  geometry: 'Point',
  title: 'matter',
  fields: {
    matter: choice('事项', {
      stall: '占道经营',
      outside: '店外经营',
      ads: '乱贴乱画',
      parking: '违规停放',
      hanging: '沿街晾挂',
      sign: '违规广告牌匾',
      other: '其他',
    }),
    plan: ref('巡查计划', 'intake.patrol-plan').optional(),
    note: text('情况', { maxLength: 500 }).optional(),
    photos: photos(1, '前后照片'),
  },
})
/** 采集监管: a spot check of what a collector should have reported. */
export const spotCheck = record('intake.spot-check', {
  zh: '采集抽查',
  menu: '诉求',
  geometry: 'Point',
  title: 'note',
  fields: {
    collector: person('采集员'),
    wasReported: flag('已上报'),
    category: text('问题类别', { maxLength: 40 }),
    note: text('情况', { maxLength: 500 }),
    photos: photos(0).optional(),
  },
})
export const missedReport = rule('intake.missed-report', {
  zh: '抽查发现漏报',
  on: spotCheck,
  when: (row) => !row.wasReported,
  then: (row) => [
    say(problemFound, {
      source: 'inspection',
      sourceType: 'intake.spot-check',
      sourceId: row.id,
      description: `抽查发现漏报:${row.category},${row.note}`,
      lon: row.lon,
      lat: row.lat,
      areaCode: row.areaCode,
      photos: [...(row.photos ?? [])],
      isUrgent: false,
    }),
  ],
  once: { per: (row) => row.id, withinHours: 24 },
  basis: 'GB/T 30428.7 信息采集监管',
})
/** 热线排班: the roster must cover every hour of every day. */
export const shift = register('intake.shift', {
  zh: '热线排班',
  menu: '诉求设置',
  fields: {
    operator: person('话务员'),
    startsAt: instant('上班'),
    endsAt: instant('下班'),
    seat: text('坐席', { maxLength: 20 }).optional(),
  },
  title: 'seat',
  checks: { order: { sql: 'ends_at > starts_at', zh: '下班应晚于上班' } },
})
/** 来源渠道: each with its own name (the citizen program may be called anything), outside number form, limits and way back. */
export const channel = register('intake.channel', {
  zh: '来源渠道',
  menu: '诉求设置',
  title: 'name',
  fields: {
    key: text('渠道键', { maxLength: 30 }).unique().help('与系统中的来源一致,如 12345、snap'),
    name: text('本地名称', { maxLength: 60 }).help('例如本市随手拍小程序的名称'),
    numberPattern: text('外部编号格式(正则)', { maxLength: 120 }).optional(),
    returnAddress: text('回传地址', { maxLength: 256 }).optional().help('空:只记入本地回传箱,由接口网关取走'),
    isActive: flag('启用'),
    note: longText('说明').optional(),
  },
})

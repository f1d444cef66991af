/** 物联告警: readings beyond a threshold and satellite change spots; what a machine measured, and what must follow. */

import { problemFound } from '#catalogue/facts.ts'
import { choice, date, instant, integer, longText, number, photos, procedure, record, ref, rule, say, text } from '#kernel'

export const alarmKinds = {
  tilt: '井盖倾斜',
  level: '水位',
  smoke: '烟感',
  gas: '可燃气体',
  lamp: '路灯电流',
  bin: '垃圾桶满溢',
  noise: '噪声',
  dust: '扬尘',
} as const
export const alarm = record('intake.alarm', {
  zh: '物联告警',
  menu: '诉求',
  geometry: 'Point',
  title: 'device',
  fields: {
    device: text('设备编号', { maxLength: 60 }).searchable(),
    kind: choice('告警类型', alarmKinds),
    value: number('测值'),
    unit: text('单位', { maxLength: 10 }),
    component: ref('部件', 'grid.component').optional(),
    firstAt: instant('首次时间'),
  },
})
const thresholds = { tilt: 15, level: 0.15, smoke: 1, gas: 20, lamp: 0.1, bin: 90, noise: 70, dust: 150 } as const
const localTime = (at: string | Date): string =>
  new Date(new Date(at).getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
const units = { tilt: '°', level: 'm', smoke: '级', gas: '%LEL', lamp: 'A', bin: '%', noise: 'dB', dust: 'μg/m³' } as const
/** Thresholds are dated parameters of the rule: `intake.alarm-case.tilt` and so on. A lamp is wrong below its threshold, all others above. */
export const alarmRule = rule('intake.alarm-case', {
  zh: '告警成案',
  on: alarm,
  parameters: Object.fromEntries(
    Object.entries(thresholds).map(([name, value]) => [
      name,
      {
        value,
        unit: units[name as keyof typeof thresholds],
        source: '本局物联告警规则(示例)',
      },
    ]),
  ),
  when: (row, ctx) => (row.kind === 'lamp' ? row.value < ctx.parameter('lamp') : row.value > ctx.parameter(row.kind)),
  then: (row, ctx) => [
    say(problemFound, {
      source: 'iot',
      sourceType: 'intake.alarm',
      sourceId: row.id,
      description: `${alarmKinds[row.kind]}告警:设备${row.device} 测值${row.value}${row.unit}(${row.kind === 'lamp' ? '低于' : '超过'}阈值${ctx.parameter(row.kind)}${units[row.kind]}),首次${localTime(row.firstAt)},本次${localTime(row.at)}`,
      lon: row.lon,
      lat: row.lat,
      areaCode: row.areaCode,
      photos: [],
      isUrgent: row.kind === 'tilt' || row.kind === 'gas',
      mergeKey: `alarm:${row.device}:${row.kind}`,
    }),
  ],
  basis: '窨井报警装置等物联设施告警自动成案',
})

export const spotJudgements = {
  illegal: '违法建设',
  legal: '合法',
  waste: '渣土堆放',
  farmland: '占用耕地',
  unchanged: '未变化',
} as const
/** 卫星图斑: imported in batches, each field-checked, judged and handled. */
export const spotProcedure = procedure('intake.spot', {
  zh: '卫星图斑',
  menu: '诉求',
  numbering: { prefix: 'B', per: 'year', digits: 5 },
  title: 'spotNumber',
  leadingClock: 'check',
  fields: {
    batch: text('批次', { maxLength: 40 }).searchable(),
    spotNumber: text('图斑编号', { maxLength: 60 }).searchable(),
    areaM2: number('面积', { unit: '㎡', min: 0 }),
    taken: date('影像日期').optional(),
    judgement: choice('判定', spotJudgements).optional(),
    finding: longText('核查情况').optional(),
    photos: photos(0, '核查照片').optional(),
    caseNumber: text('案件号').optional(),
    restoredM2: number('整改恢复面积', { unit: '㎡', min: 0 }).optional(),
    visits: integer('核查次数', { min: 0 }),
  },
  uniqueTogether: [['batch', 'spotNumber']],
  clocks: { check: { zh: '现场核查', limit: { value: 5, unit: 'work_day' }, basis: '图斑核查工作通知(示例)' } },
  statuses: {
    imported: { zh: '待核查', duty: 'intake.spot.check', taskZh: '待核查图斑' },
    judged: { zh: '已判定待整改', duty: 'intake.spot.check', taskZh: '待整改图斑' },
    restored: { zh: '已整改', kind: 'final' },
    legal: { zh: '合法或未变化', kind: 'final' },
  },
}).actions((action) => ({
  import: action({
    zh: '导入',
    from: 'new',
    to: 'imported',
    by: 'intake.spot.import',
    form: {
      batch: text('批次', { maxLength: 40 }),
      spotNumber: text('图斑编号', { maxLength: 60 }),
      areaM2: number('面积', { unit: '㎡', min: 0 }),
      taken: date('影像日期').optional(),
    },
    effects: () => ({ set: { visits: 0 }, clocks: [{ clock: 'check', do: 'start' }] }),
  }),
  judge: action({
    zh: '现场核查判定',
    from: 'imported',
    to: ({ input }) => (input.judgement === 'legal' || input.judgement === 'unchanged' ? 'legal' : 'judged'),
    by: 'intake.spot.check',
    tone: 'primary',
    form: { judgement: choice('判定', spotJudgements), finding: longText('核查情况'), photos: photos(1, '核查照片') },
    effects: ({ subject, input }) => ({
      set: { judgement: input.judgement, finding: input.finding, photos: input.photos, visits: subject.visits + 1 },
      clocks: [{ clock: 'check', do: 'stop' }],
      facts:
        input.judgement === 'legal' || input.judgement === 'unchanged'
          ? []
          : [
              say(problemFound, {
                source: 'satellite',
                sourceType: 'intake.spot',
                sourceId: subject.id,
                outsideNumber: subject.spotNumber,
                description: `卫星图斑${subject.spotNumber}(${subject.areaM2}㎡)判定为${spotJudgements[input.judgement]}:${input.finding}`,
                lon: subject.lon,
                lat: subject.lat,
                areaCode: subject.areaCode,
                photos: [...input.photos],
                isUrgent: false,
              }),
            ],
    }),
  }),
  restore: action({
    zh: '整改到位',
    from: 'judged',
    to: 'restored',
    by: 'intake.spot.check',
    tone: 'primary',
    form: { restoredM2: number('整改恢复面积', { unit: '㎡', min: 0 }), photos: photos(1, '整改照片') },
    effects: ({ input, subject }) => ({ set: { restoredM2: input.restoredM2, visits: subject.visits + 1 } }),
  }),
}))

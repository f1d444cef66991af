/** 无障碍设施: what there is, what was found blocked or broken, and what was put right; ramps measured against the standard. */
import { municipalWanted } from '#catalogue/facts.ts'
import { choice, date, dayText, longText, number, one, photos, procedure, ref, register, say, text } from '#kernel'
import { accessSeen } from './facts.ts'
import { why } from './shared.ts'

export const accessKinds = {
  blind: '盲道',
  kerbRamp: '缘石坡道(接坡)',
  ramp: '轮椅坡道',
  rail: '扶手',
  toilet: '无障碍厕位',
  lift: '升降设施',
  sign: '标识',
} as const
const states = { usable: '可用', blocked: '被占用', broken: '损坏', steep: '不合标准' } as const
export const facility = register('municipal.facility', {
  zh: '无障碍设施',
  menu: '无障碍',
  geometry: 'Point',
  title: 'name',
  help: '地图上即可通行图;接坡随维修单办结自动入册。',
  fields: {
    name: text('位置', { maxLength: 120 }).unique().searchable(),
    kind: choice('类别', accessKinds),
    road: ref('所在道路', 'grid.road').optional(),
    rampForm: choice('坡道形式', { threeSided: '三面坡', full: '全宽式单面坡', other: '其他' }).optional(),
    slope: number('坡度', { unit: '%', min: 0 }).optional(),
    widthM: number('宽度', { unit: '米', min: 0 }).optional(),
    lengthM: number('长度', { unit: '米', min: 0 }).optional(),
    state: choice('状态', states),
    builtOn: date('建成日期').optional(),
    seenOn: date('最近排查').optional(),
    number: text('维修单', { maxLength: 30 }).optional(),
  },
})
const form = {
  facility: ref('设施', 'municipal.facility'),
  result: choice('结果', states),
  slope: number('实测坡度', { unit: '%', min: 0, max: 100 }).optional().help('坡道须实测'),
  note: longText('情况', { maxLength: 300 }).optional(),
  photos: photos(1, '现场照片'),
} as const
interface Found {
  readonly name: string
  readonly kind: keyof typeof accessKinds
  readonly rampForm: string | null
}
export const accessCheck = procedure('municipal.access-check', {
  zh: '无障碍排查',
  menu: '无障碍',
  title: 'name',
  numbering: { prefix: 'WZ', per: 'year', digits: 5 },
  leadingClock: 'fix',
  help: '坡道实测坡度超过标准的自动判为不合标准;被占用的由街道清障,损坏与不合标准的转维修单,维修单办结即整改。',
  fields: {
    ...form,
    name: text('位置', { maxLength: 120 }).searchable(),
    kind: choice('类别', accessKinds),
    fixNote: text('整改情况', { maxLength: 200 }).optional(),
    fixedOn: date('整改日期').optional(),
  },
  clocks: { fix: { zh: '整改', limit: { value: 15, unit: 'natural_day' }, basis: '本局无障碍设施排查整治方案(示例)' } },
  statuses: {
    good: { zh: '可用', kind: 'final' },
    blocked: { zh: '待清障', duty: 'municipal.run', taskZh: '盲道(坡道)被占用待清障' },
    repairing: { zh: '待维修', duty: 'municipal.verify', taskZh: '无障碍设施维修中' },
    rectified: { zh: '已整改', kind: 'final' },
  },
}).actions((action) => ({
  check: action({
    zh: '排查',
    from: 'new',
    by: 'municipal.report',
    form,
    look: ({ tx, input }) =>
      one<Found>(tx, 'select name, kind, ramp_form as "rampForm" from municipal.facility where id = $1 and retired_at is null', [
        input.facility,
      ]),
    to: ({ input, found, parameter }) => {
      if (input.result === 'blocked') return 'blocked'
      const most = parameter(found?.rampForm === 'full' ? 'municipal.ramp-slope-full' : 'municipal.ramp-slope')
      return input.result !== 'usable' || (input.slope ?? 0) > most ? 'repairing' : 'good'
    },
    check: ({ input, found }) =>
      why(!found, '没有这处设施') ??
      why((found?.kind === 'ramp' || found?.kind === 'kerbRamp') && input.slope == null, '坡道须实测坡度') ??
      why(input.result !== 'usable' && !input.note, '请写明情况'),
    effects: ({ input, found, subject, now, parameter }) => {
      const most = parameter(found?.rampForm === 'full' ? 'municipal.ramp-slope-full' : 'municipal.ramp-slope')
      const isSteep = input.result === 'usable' && (input.slope ?? 0) > most
      const result = isSteep ? 'steep' : input.result
      const name = found?.name ?? ''
      const isRepair = result === 'broken' || result === 'steep'
      return {
        set: { result, name, kind: found?.kind ?? 'sign' },
        clocks: result === 'usable' ? [] : [{ clock: 'fix', do: 'start' }],
        facts: [
          say(accessSeen, { facility: input.facility, state: result, on: dayText(now), number: subject.number }),
          ...(isRepair
            ? [
                say(municipalWanted, {
                  sourceType: 'municipal.access-check',
                  sourceId: subject.id,
                  source: 'survey',
                  kind: found?.kind === 'blind' ? 'blind' : found?.kind === 'kerbRamp' ? 'ramp' : 'access',
                  fault: 'broken',
                  place: name,
                  note: isSteep ? `实测坡度${input.slope}%,超过${most}%` : (input.note ?? ''),
                  lon: subject.lon,
                  lat: subject.lat,
                  areaCode: subject.areaCode,
                }),
              ]
            : []),
        ],
      }
    },
  }),
  clear: action({
    zh: '已清障',
    from: 'blocked',
    to: 'rectified',
    by: 'municipal.run',
    tone: 'primary',
    form: { fixNote: text('清障情况', { maxLength: 200 }), photos: photos(1, '清障后') },
    effects: ({ input, subject, now }) => ({
      set: { fixNote: input.fixNote, fixedOn: dayText(now) },
      clocks: [{ clock: 'fix', do: 'stop' }],
      facts: [say(accessSeen, { facility: subject.facility, state: 'usable', on: dayText(now), number: subject.number })],
    }),
  }),
  noteRepaired: action({
    zh: '维修单已办结',
    from: 'repairing',
    to: 'rectified',
    by: 'system',
    form: { fixNote: text('维修结果', { maxLength: 200 }) },
    effects: ({ input, subject, now }) => ({
      set: { fixNote: input.fixNote, fixedOn: dayText(now) },
      clocks: [{ clock: 'fix', do: 'stop' }],
      facts: [say(accessSeen, { facility: subject.facility, state: 'usable', on: dayText(now), number: subject.number })],
    }),
  }),
}))

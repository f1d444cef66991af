/** 绿色照明: lamps replaced in batches with old and new watts; electricity and money saved against the same month of last year. */
import { choice, date, first, integer, json, many, money, number, one, photos, procedure, ref, rows, say, text } from '#kernel'
import { lampsRetrofitted } from './facts.ts'
import { why } from './shared.ts'
import { cabinetKinds, controls, lampSources } from './words.ts'

const newLamp = { code: text('灯号', { maxLength: 30 }), watt: number('新功率', { unit: 'W', min: 1, max: 2000 }) } as const
interface OldLamp {
  readonly code: string
  readonly watt: number
  readonly source: string
}
const form = {
  name: text('批次', { maxLength: 100 }),
  newSource: choice('新光源', lampSources),
  control: choice('控制方式', controls),
  lamps: rows('改造的灯', newLamp),
} as const
export const retrofit = procedure('lighting.retrofit', {
  zh: '节能改造批次',
  menu: '绿色照明',
  title: 'name',
  numbering: { prefix: 'JN', per: 'year', digits: 4 },
  help: '逐盏填新功率,旧功率取自台账;验收后台账随之改写。盏数、节约功率按批次合计。',
  fields: {
    ...form,
    name: form.name.searchable(),
    old: json<readonly OldLamp[]>('改造前').optional(),
    lampCount: integer('改造', { unit: '盏', min: 0 }).optional(),
    traditional: integer('其中传统光源', { unit: '盏', min: 0 }).optional(),
    oldWatt: number('改造前功率', { unit: 'W' }).optional(),
    newWatt: number('改造后功率', { unit: 'W' }).optional(),
    wattSaved: number('节约功率', { unit: 'W' }).optional(),
    doneOn: date('完成日期').optional(),
    photos: photos(0, '照片').optional(),
  },
  statuses: {
    working: { zh: '实施中', duty: 'lighting.manage', taskZh: '节能改造待验收' },
    done: { zh: '已验收', kind: 'final' },
    cancelled: { zh: '已取消', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '列入批次',
    from: 'new',
    to: 'working',
    by: 'lighting.manage',
    form,
    look: ({ tx, input }) =>
      many<OldLamp>(
        tx,
        `select code, watt::float8 as watt, source from lighting.lamp where code = any($1) and retired_at is null`,
        [input.lamps.map((l) => l.code)],
      ),
    check: ({ input, found }) => {
      const unknown = input.lamps.filter((l) => !found.some((f) => f.code === l.code))
      const heavier = input.lamps.filter((l) => l.watt >= (found.find((f) => f.code === l.code)?.watt ?? Number.MAX_VALUE))
      return first(
        why(input.lamps.length === 0, '至少一盏'),
        why(new Set(input.lamps.map((l) => l.code)).size < input.lamps.length, '同一盏灯填了两次'),
        why(unknown.length > 0, `台账里没有:${unknown.map((l) => l.code).join('、')}`),
        why(heavier.length > 0, `新功率应小于旧功率:${heavier.map((l) => l.code).join('、')}`),
      )
    },
    effects: ({ input, found }) => {
      const oldWatt = found.reduce((n, l) => n + l.watt, 0)
      const newWatt = input.lamps.reduce((n, l) => n + l.watt, 0)
      return {
        set: {
          old: found,
          lampCount: input.lamps.length,
          traditional: found.filter((l) => l.source !== 'led' && l.source !== 'solar').length,
          oldWatt,
          newWatt,
          wattSaved: oldWatt - newWatt,
        },
      }
    },
  }),
  accept: action({
    zh: '验收',
    from: 'working',
    to: 'done',
    by: 'lighting.verify',
    tone: 'primary',
    form: { doneOn: date('完成日期'), photos: photos(1, '照片') },
    effects: ({ input, subject }) => ({
      set: input,
      facts: [
        say(lampsRetrofitted, {
          number: subject.number,
          doneOn: input.doneOn,
          source: subject.newSource,
          control: subject.control,
          lamps: subject.lamps.map(({ code, watt }) => ({ code, watt })),
        }),
      ],
    }),
  }),
  cancel: action({ zh: '取消', from: 'working', to: 'cancelled', by: 'lighting.manage', tone: 'danger' }),
}))

const month = { source: '^20\\d\\d-(0[1-9]|1[0-2])$', zh: '月份如 2026-03' }
const meterForm = {
  cabinet: ref('控制柜', 'lighting.cabinet'),
  month: text('月份', { maxLength: 7, pattern: month }),
  kwh: number('用电量', { unit: 'kWh', min: 0 }),
  feeFen: money('电费').optional().help('不填按控制柜电价计算'),
} as const
/** The same month of the year before: `2026-03` → `2025-03`. */
export const lastYear = (m: string): string => `${Number(m.slice(0, 4)) - 1}${m.slice(4)}`
export const meterMonth = procedure('lighting.meter-month', {
  zh: '照明用电抄表',
  menu: '绿色照明',
  title: 'month',
  numbering: { prefix: 'CB', per: 'year', digits: 5 },
  help: '每柜每月一次;与上年同月比较节约电量与电费,上年同月没有抄表的不比较。',
  uniqueTogether: [['cabinet', 'month']],
  fields: {
    ...meterForm,
    month: text('月份', { maxLength: 40 }),
    kind: choice('类别', cabinetKinds).optional(),
    monthOn: date('月初').optional(),
    lastKwh: number('上年同月', { unit: 'kWh' }).optional(),
    lastFeeFen: money('上年同月电费').optional(),
    savedKwh: number('节约电量', { unit: 'kWh' }).optional(),
    savedFen: integer('节约电费', { unit: '分', isMoney: true }).optional(),
  },
  statuses: { read: { zh: '已抄表' }, void: { zh: '已作废', kind: 'final' } },
}).actions((action) => ({
  read: action({
    zh: '抄表',
    from: 'new',
    to: 'read',
    by: 'lighting.manage',
    form: meterForm,
    look: async ({ tx, input, now }) => ({
      cabinet: await one<{ kind: keyof typeof cabinetKinds; fenPerKwh: number | null }>(
        tx,
        'select kind, fen_per_kwh::float8 as "fenPerKwh" from lighting.cabinet where id = $1',
        [input.cabinet],
      ),
      last: await one<{ kwh: number; feeFen: number }>(
        tx,
        `select kwh::float8 as kwh, fee_fen as "feeFen" from lighting.meter_month where cabinet = $1 and month = $2 and status = 'read'`,
        [input.cabinet, lastYear(input.month)],
      ),
      isFuture: `${input.month}-01` > now.toISOString().slice(0, 10),
    }),
    check: ({ input, found }) =>
      first(
        why(!found.cabinet, '没有这个控制柜'),
        why(found.isFuture, '不能抄以后月份的表'),
        why(input.feeFen == null && found.cabinet?.fenPerKwh == null, '控制柜没有电价,请填写电费'),
      ),
    effects: ({ input, found }) => {
      const feeFen = input.feeFen ?? Math.round(input.kwh * (found.cabinet?.fenPerKwh ?? 0))
      return {
        set: {
          feeFen,
          kind: found.cabinet?.kind ?? null,
          monthOn: `${input.month}-01`,
          lastKwh: found.last?.kwh ?? null,
          lastFeeFen: found.last?.feeFen ?? null,
          savedKwh: found.last ? Math.round((found.last.kwh - input.kwh) * 100) / 100 : null,
          savedFen: found.last ? found.last.feeFen - feeFen : null,
        },
      }
    },
  }),
  correct: action({
    zh: '更正',
    from: 'read',
    to: 'same',
    by: 'lighting.manage',
    form: { kwh: number('用电量', { unit: 'kWh', min: 0 }), feeFen: money('电费'), reason: text('更正原因', { maxLength: 200 }) },
    effects: ({ input, subject }) => ({
      set: {
        kwh: input.kwh,
        feeFen: input.feeFen,
        savedKwh: subject.lastKwh === null ? null : Math.round((Number(subject.lastKwh) - input.kwh) * 100) / 100,
        savedFen: subject.lastFeeFen === null ? null : subject.lastFeeFen - input.feeFen,
      },
    }),
  }),
  cancel: action({
    zh: '作废(柜号错误)',
    from: 'read',
    to: 'void',
    by: 'lighting.manage',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 200 }) },
    effects: ({ subject }) => ({
      set: { month: `${subject.month}废${subject.number}`, kwh: 0, feeFen: 0, savedKwh: null, savedFen: null },
    }),
  }),
}))

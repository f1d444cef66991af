/** 排水巡检: routes, pump houses, stand-by power and rivers, one procedure; what is wrong is mended, handed to the municipal crew or to its owner. */
import { municipalWanted } from '#catalogue/facts.ts'
import {
  choice,
  date,
  dayText,
  integer,
  type Job,
  list,
  longText,
  many,
  money,
  number,
  parameterOf,
  photos,
  procedure,
  ref,
  rows,
  say,
  text,
} from '#kernel'
import { notSelf, openBySystem, why } from './shared.ts'
import { beatKinds, riverLevels } from './words.ts'

const line = {
  item: text('项目', { maxLength: 30 }),
  result: choice('结果', { ok: '正常', mended: '当场处理', bad: '有问题' }),
  note: text('情况', { maxLength: 120 }).optional(),
} as const
const given = {
  beat: ref('对象', 'drainage.beat'),
  name: text('对象', { maxLength: 80 }),
  kind: choice('类别', beatKinds),
  level: choice('河长级别', riverLevels).optional(),
  items: list('应查项目'),
  reason: choice('缘由', { due: '到期', rain: '降雨' }),
  rain: ref('降雨', 'drainage.rain').optional(),
  dueOn: date('应完成'),
} as const
export const round = procedure('drainage.round', {
  zh: '排水巡检',
  menu: '排水巡检',
  title: 'name',
  numbering: { prefix: 'PX', per: 'day', digits: 4 },
  leadingClock: 'fix',
  help: '到期与降雨自动派单;泵房记运行小时、液位、电量,备用电源试验须带载;河湖问题转权属单位,其余自修或转市政维修。',
  fields: {
    ...given,
    name: given.name.searchable(),
    lines: rows('检查', line).optional(),
    bad: integer('问题', { unit: '处' }).optional(),
    mended: integer('当场处理', { unit: '处' }).optional(),
    problems: text('问题', { maxLength: 300 }).optional(),
    hours: number('运行', { unit: '小时' }).optional(),
    kwh: number('用电', { unit: '度' }).optional(),
    levelM: number('液位', { unit: '米' }).optional(),
    costFen: money('维护费用').optional(),
    loadMinutes: integer('带载试验', { unit: '分钟' }).optional(),
    doneOn: date('完成日期').optional(),
    isLate: choice('逾期', { yes: '是', no: '否' }).optional(),
    owner: text('转交单位', { maxLength: 80 }).optional(),
    answer: longText('处理结果', { maxLength: 300 }).optional(),
  },
  clocks: { fix: { zh: '整改', limit: { value: 5, unit: 'natural_day' }, basis: '本局排水设施养护管理办法(示例)' } },
  statuses: {
    planned: { zh: '待巡检', duty: 'drainage.run', taskZh: '排水设施待巡检' },
    good: { zh: '正常', kind: 'final' },
    found: { zh: '待整改', duty: 'drainage.run', taskZh: '排水问题待整改' },
    mending: { zh: '市政维修中', duty: 'drainage.verify', taskZh: '排水问题市政维修中' },
    handed: { zh: '已转办', duty: 'drainage.manage', taskZh: '河湖问题待权属单位回复' },
    fixed: { zh: '待复核', duty: 'drainage.verify', taskZh: '排水问题待复核' },
    closed: { zh: '已销号', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({ zh: '派巡检', from: 'new', to: 'planned', by: 'system', form: given }),
  look: action({
    zh: '巡检',
    from: 'planned',
    to: ({ input }) => (input.lines.some((l) => l.result === 'bad') ? 'found' : 'good'),
    by: 'drainage.run',
    tone: 'primary',
    form: {
      lines: rows('检查', line, { eachOf: 'items' }),
      hours: number('运行', { unit: '小时', min: 0 }).optional().help('泵房填写'),
      kwh: number('用电', { unit: '度', min: 0 }).optional(),
      levelM: number('液位', { unit: '米' }).optional(),
      costFen: money('维护费用').optional(),
      loadMinutes: integer('带载试验', { unit: '分钟', min: 0 }).optional().help('备用电源填写'),
      photos: photos(1),
    },
    check: ({ input, subject }) => {
      const missing = subject.items.filter((i) => input.lines.filter((l) => l.item === i).length !== 1)
      const silent = input.lines.filter((l) => l.result !== 'ok' && !l.note).map((l) => l.item)
      return (
        why(missing.length > 0, `应查项目须各填一次:${missing.join('、')}`) ??
        why(silent.length > 0, `请写明情况:${silent.join('、')}`) ??
        why(subject.kind === 'pump' && (input.hours == null || input.levelM == null), '泵房须填运行小时与液位') ??
        why(subject.kind === 'standby' && !input.loadMinutes, '备用电源须带载试验')
      )
    },
    effects: ({ input: { photos: _, ...values }, subject, now }) => {
      const bad = values.lines.filter((l) => l.result === 'bad')
      const doneOn = dayText(now)
      return {
        set: {
          ...values,
          bad: bad.length,
          mended: values.lines.filter((l) => l.result === 'mended').length,
          problems:
            bad
              .map((l) => `${l.item}:${l.note}`)
              .join(';')
              .slice(0, 300) || null,
          doneOn,
          isLate: doneOn > subject.dueOn ? 'yes' : 'no',
        },
        clocks: bad.length > 0 ? [{ clock: 'fix', do: 'start' }] : [],
      }
    },
  }),
  fix: action({
    zh: '整改完成',
    from: 'found',
    to: 'fixed',
    by: 'drainage.run',
    tone: 'primary',
    form: { answer: longText('整改情况', { maxLength: 300 }), photos: photos(1) },
    effects: ({ input }) => ({ set: { answer: input.answer }, clocks: [{ clock: 'fix', do: 'stop' }] }),
  }),
  toMunicipal: action({
    zh: '转市政维修',
    from: 'found',
    to: 'mending',
    by: 'drainage.run',
    form: {
      work: choice('维修', { cover: '井盖', grate: '雨水箅子', dredge: '清淤' }),
      fault: choice('情形', { broken: '破损', lost: '丢失', blocked: '堵塞' }),
    },
    guard: ({ subject }) => why(subject.kind !== 'route', '只有排水设施巡查的问题转市政维修'),
    effects: ({ input, subject }) => ({
      facts: [
        say(municipalWanted, {
          sourceType: 'drainage.round',
          sourceId: subject.id,
          source: 'drainage',
          kind: input.work,
          fault: input.fault,
          place: subject.name,
          note: subject.problems ?? '',
          lon: subject.lon,
          lat: subject.lat,
          areaCode: subject.areaCode,
        }),
      ],
    }),
  }),
  noteMended: action({
    zh: '市政维修已办结',
    from: 'mending',
    to: 'closed',
    by: 'system',
    form: { answer: longText('维修结果', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: { answer: input.answer }, clocks: [{ clock: 'fix', do: 'stop' }] }),
  }),
  handTo: action({
    zh: '转权属单位',
    from: 'found',
    to: 'handed',
    by: 'drainage.manage',
    form: { owner: text('转交单位', { maxLength: 80 }) },
    guard: ({ subject }) => why(subject.kind !== 'river', '只有河湖问题转权属单位'),
    effects: ({ input }) => ({ set: { owner: input.owner } }),
  }),
  answered: action({
    zh: '登记回复',
    from: 'handed',
    to: 'fixed',
    by: 'drainage.manage',
    tone: 'primary',
    form: { answer: longText('处理结果', { maxLength: 300 }), photos: photos(1) },
    effects: ({ input }) => ({ set: { answer: input.answer }, clocks: [{ clock: 'fix', do: 'stop' }] }),
  }),
  check: action({
    zh: '复核',
    from: 'fixed',
    to: ({ input }) => (input.isOk === 'yes' ? 'closed' : 'found'),
    by: 'drainage.verify',
    tone: 'primary',
    form: { isOk: choice('结果', { yes: '销号', no: '不合格' }) },
    guard: ({ actor, past }) => notSelf(past, 'fix', actor, '整改人不能复核自己的整改'),
    effects: ({ input }) => ({ clocks: input.isOk === 'yes' ? [] : [{ clock: 'fix', do: 'start' }] }),
  }),
}))
export interface BeatRow {
  readonly id: string
  readonly name: string
  readonly kind: keyof typeof beatKinds
  readonly level: keyof typeof riverLevels | null
  readonly items: readonly string[]
  readonly everyDays: number | null
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
export const beatColumns =
  'b.id, b.name, b.kind, b.level, b.items, b.every_days as "everyDays", b.lon, b.lat, b.area_code as "areaCode"'
export const roundInput = (b: BeatRow, reason: 'due' | 'rain', dueOn: string, rain: string | null = null) => ({
  beat: b.id,
  name: b.name,
  kind: b.kind,
  level: b.level,
  items: b.items,
  reason,
  rain,
  dueOn,
})
/** Rounds that are due: so many days after the last, of each kind and level. */
export const roundJob: Job = {
  id: 'drainage.rounds',
  zh: '排水巡检派单',
  everyMinutes: 60,
  run: async (ctx) => {
    const today = dayText(ctx.now)
    const beats = await many<BeatRow & { last: string | null }>(
      ctx.tx,
      `select ${beatColumns}, (select max(r.done_on)::text from drainage.round r where r.beat = b.id) as last from drainage.beat b
       where b.retired_at is null and not exists (select 1 from drainage.round r where r.beat = b.id and r.status = 'planned') order by b.name`,
    )
    for (const b of beats) {
      const name = b.kind === 'river' ? (b.level ?? 'town') : b.kind
      const days = b.everyDays ?? parameterOf(ctx, `drainage.${name}-days`)
      const dueOn = b.last ? new Date(Date.parse(`${b.last}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) : today
      if (dueOn <= today) await openBySystem(ctx, round.id, roundInput(b, 'due', dueOn), `round:${b.id}:${dueOn}`, b)
    }
  },
}

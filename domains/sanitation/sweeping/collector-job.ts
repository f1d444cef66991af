/** 烟头收集器: emptied on its round, reported full, or asked for where people smoke and none hangs. */
import {
  addDays,
  choice,
  date,
  dayText,
  first,
  instant,
  integer,
  type Job,
  longText,
  many,
  one,
  photos,
  procedure,
  ref,
  say,
  text,
} from '#kernel'
import { clearAlarms, raiseAlarm } from '../alarm.ts'
import { rowMade, rowMarked } from '../facts.ts'
import { why } from '../shared.ts'

const kinds = { round: '定期清空', full: '满溢上报', damaged: '损坏上报', wanted: '申请增设' } as const
const form = {
  kind: choice('事项', kinds),
  collector: ref('收集器', 'sanitation.collector').optional().help('增设以外的必填'),
  place: text('位置', { maxLength: 80 }).optional().help('增设的填写;其余取自台账'),
  note: longText('情况', { maxLength: 300 }).optional(),
  photos: photos(0).optional(),
} as const
export const collectorJob = procedure('sanitation.collector-job', {
  zh: '烟头收集器清空、报满与增设',
  menu: '道路保洁',
  title: 'place',
  numbering: { prefix: 'YT', per: 'day', digits: 4 },
  fields: {
    ...form,
    place: text('位置', { maxLength: 80 }).searchable(),
    butts: integer('烟头', { unit: '克', min: 0 }).optional(),
    donePhotos: photos(0, '完成照片').optional(),
    doneAt: instant('完成时间').optional(),
    newCode: text('新编号', { maxLength: 30 }).optional(),
    street: text('商业街', { maxLength: 60 }).optional(),
    reason: longText('不予增设理由', { maxLength: 300 }).optional(),
  },
  clocks: { do: { zh: '处理', limit: { value: 24, unit: 'urgent_hour' }, basis: '本局环卫作业管理办法(示例)' } },
  statuses: {
    open: { zh: '待处理', duty: 'sanitation.work', taskZh: '烟头收集器待处理' },
    done: { zh: '已处理', kind: 'final' },
    refused: { zh: '不予增设', kind: 'final' },
  },
}).actions((action) => ({
  report: action({
    zh: '登记',
    from: 'new',
    to: 'open',
    by: 'sanitation.report',
    form,
    look: async ({ tx, input }) =>
      input.collector
        ? one<{ place: string; state: string; busy: string | null }>(
            tx,
            `select c.place, c.state, (select number from sanitation.collector_job j where j.collector = c.id and j.status = 'open' limit 1) as busy from sanitation.collector c where c.id = $1 and c.retired_at is null`,
            [input.collector],
          )
        : undefined,
    check: ({ input, found, subject }) =>
      first(
        why(input.kind !== 'wanted' && !found, '请选择收集器'),
        why(found?.state === 'removed', '该收集器已拆除'),
        why(input.kind === 'wanted' && (!input.place || subject.lon === null), '增设的请填写位置并在图上标出'),
        why(Boolean(found?.busy), `该收集器已有待处理单${found?.busy ?? ''}`),
      ),
    effects: ({ input, found, subject }) => ({
      set: { place: found?.place ?? input.place ?? '' },
      clocks: [{ clock: 'do', do: 'start' }],
      facts:
        input.collector && input.kind !== 'round'
          ? [
              say(rowMarked, {
                register: 'sanitation.collector',
                id: input.collector,
                values: { state: input.kind === 'full' ? 'full' : 'damaged' },
                reason: `上报${subject.number}`,
              }),
            ]
          : [],
    }),
  }),
  finish: action({
    zh: '清空(修复)完成',
    from: 'open',
    to: 'done',
    by: 'sanitation.work',
    tone: 'primary',
    form: { butts: integer('烟头', { unit: '克', min: 0 }), donePhotos: photos(1, '完成照片') },
    check: ({ subject }) => why(subject.kind === 'wanted', '增设的请用“安装”'),
    effects: ({ input, subject, now }) => ({
      set: { ...input, doneAt: now.toISOString() },
      clocks: [{ clock: 'do', do: 'stop' }],
      facts: subject.collector
        ? [
            say(rowMarked, {
              register: 'sanitation.collector',
              id: subject.collector,
              values: { state: 'ok', emptiedOn: dayText(now) },
              reason: `清空${subject.number}`,
            }),
          ]
        : [],
    }),
  }),
  install: action({
    zh: '安装',
    from: 'open',
    to: 'done',
    by: 'sanitation.work',
    tone: 'primary',
    help: '增设的登记新编号',
    form: {
      newCode: text('编号', { maxLength: 30 }),
      street: text('商业街(人流密集处)', { maxLength: 60 }),
      everyDays: integer('清空周期', { unit: '日', min: 1, max: 30 }),
      installedOn: date('安装日期'),
      donePhotos: photos(1, '完成照片'),
    },
    look: ({ tx, input }) =>
      one(tx, 'select 1 as n from sanitation.collector where code = $1 and retired_at is null', [input.newCode]),
    check: ({ input, subject, found, now }) =>
      first(
        why(subject.kind !== 'wanted', '只有增设的才安装'),
        why(Boolean(found), `编号${input.newCode}已在台账`),
        why(input.installedOn > dayText(now), '安装日期不能晚于今天'),
      ),
    effects: ({ input: { newCode, street, everyDays, installedOn, donePhotos }, subject, now }) => ({
      set: { newCode, street, donePhotos, doneAt: now.toISOString() },
      clocks: [{ clock: 'do', do: 'stop' }],
      facts: [
        say(rowMade, {
          register: 'sanitation.collector',
          key: 'code',
          values: { code: newCode, place: subject.place, street, everyDays, installedOn, emptiedOn: installedOn, state: 'ok' },
          lon: subject.lon,
          lat: subject.lat,
        }),
      ],
    }),
  }),
  refuse: action({
    zh: '不予增设',
    from: 'open',
    to: 'refused',
    by: 'sanitation.dispatch',
    form: { reason: longText('理由', { maxLength: 300 }) },
    check: ({ subject }) => why(subject.kind !== 'wanted', '只有增设申请可以不予'),
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'do', do: 'cancel' }] }),
  }),
}))
interface Late {
  readonly id: string
  readonly code: string
  readonly place: string
  readonly days: number
  readonly everyDays: number
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
const lateSql = `select id, code, place, ($1::date - coalesce(emptied_on, installed_on)) as days, every_days as "everyDays", lon, lat, area_code as "areaCode" from sanitation.collector
  where retired_at is null and state <> 'removed' and coalesce(emptied_on, installed_on) + every_days < $1::date`
export const collectorRound: Job = {
  id: 'sanitation.collector-round',
  zh: '烟头收集器清空到期检查',
  everyMinutes: 60,
  run: async (ctx) => {
    const late = await many<Late>(ctx.tx, lateSql, [dayText(ctx.now)])
    const keyOf = (c: Late): string => `collector ${c.id} ${addDays(dayText(ctx.now), -c.days)}`
    for (const c of late)
      await raiseAlarm(ctx, {
        kind: 'collector',
        key: keyOf(c),
        target: `${c.code} ${c.place}`,
        detail: `已${c.days}日未清空,周期${c.everyDays}日`,
        lon: c.lon,
        lat: c.lat,
        areaCode: c.areaCode,
      })
    await clearAlarms(ctx, 'collector', late.map(keyOf))
  },
}

/** 道路停车收费试点: a road, the day it began to charge, and what charging did to its turnover. */
import {
  choice,
  date,
  dayMs,
  dayText,
  first,
  integer,
  longText,
  number,
  one,
  procedure,
  ref,
  startOf,
  type Tx,
  text,
} from '#kernel'
import { notYet, why } from '../shared.ts'

const turnoverSql = `select count(*)::int as stays, (select count(*)::int from parking.berth b where b.lot = $1 and b.retired_at is null and b.vehicle = 'motor') as berths
  from parking."order" where lot = $1 and entered_at >= $2 and entered_at < $3 and status <> 'void'`
/** Stays per berth per day; null without berths or days. */
export const turnoverOf = async (tx: Tx, lot: string, from: Date, to: Date): Promise<number | null> => {
  const found = await one<{ stays: number; berths: number }>(tx, turnoverSql, [lot, from, to])
  const days = (to.getTime() - from.getTime()) / dayMs
  return !found || found.berths === 0 || days <= 0 ? null : Math.round((found.stays * 100) / found.berths / days) / 100
}
const planForm = {
  lot: ref('路段', 'parking.lot'),
  name: text('试点', { maxLength: 80 }).searchable(),
  before: number('收费前周转率', { min: 0, decimals: 2, unit: '次/泊位/日' }).help('收费前人工或视频调查所得'),
  surveyedOn: date('调查日期'),
  plan: longText('方案', { maxLength: 2000 }),
} as const
export const pilot = procedure('parking.pilot', {
  zh: '道路停车收费试点',
  menu: '停车收费',
  numbering: { prefix: 'SD', per: 'year', digits: 3 },
  title: 'name',
  fields: {
    ...planForm,
    startedOn: date('开始收费').optional(),
    after: number('收费后周转率', { min: 0, decimals: 2, unit: '次/泊位/日' }).optional(),
    changePercent: number('变化', { decimals: 2, unit: '%' }).optional(),
    days: integer('评估天数', { min: 0, unit: '日' }).optional(),
    conclusion: longText('评估结论', { maxLength: 1000 }).optional(),
  },
  statuses: {
    planned: { zh: '待启动', duty: 'parking.manage', taskZh: '收费试点待启动' },
    running: { zh: '试点中', duty: 'parking.manage', taskZh: '收费试点待评估' },
    kept: { zh: '转常态', kind: 'final' },
    stopped: { zh: '停止', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '制定方案',
    from: 'new',
    to: 'planned',
    by: 'parking.manage',
    form: planForm,
    look: ({ tx, input, subject }) =>
      one(tx, `select 1 from parking.pilot where lot = $1 and id <> $2 and status = any (array['planned', 'running'])`, [
        input.lot,
        subject.id,
      ]),
    check: ({ found }) => notYet(found !== undefined, '该路段已在试点'),
  }),
  start: action({
    zh: '开始收费',
    from: 'planned',
    to: 'running',
    by: 'parking.manage',
    tone: 'primary',
    form: { startedOn: date('开始收费') },
    look: async ({ tx, subject, input }) => ({
      lot: await one<{ isCharged: boolean }>(tx, 'select is_charged as "isCharged" from parking.lot where id = $1', [
        subject.lot,
      ]),
      tariff: await one(
        tx,
        `select 1 from parking.tariff t join parking.lot l on l.zone = t.zone and l.id = $1 where t.retired_at is null and t.valid_from <= $2::date and (t.valid_to is null or t.valid_to > $2::date)`,
        [subject.lot, input.startedOn],
      ),
    }),
    check: ({ found, input, subject }) =>
      first(
        notYet(!found.lot?.isCharged, '该路段还没有设为由平台计费'),
        notYet(!found.tariff, '该计费区域没有当日有效的收费标准'),
        why(input.startedOn < subject.surveyedOn, '开始收费不能早于调查'),
      ),
    effects: ({ input }) => ({ set: input }),
  }),
  assess: action({
    zh: '评估',
    from: 'running',
    by: 'parking.manage',
    tone: 'primary',
    form: {
      verdict: choice('结论', { kept: '转常态', stopped: '停止', running: '继续试点' }),
      conclusion: longText('评估结论', { maxLength: 1000 }),
    },
    look: async ({ tx, subject, now }) => {
      const from = startOf(subject.startedOn ?? dayText(now))
      const to = startOf(dayText(now))
      return {
        after: await turnoverOf(tx, subject.lot, from, to),
        days: Math.max(0, Math.round((to.getTime() - from.getTime()) / dayMs)),
      }
    },
    to: ({ input }) => input.verdict,
    check: ({ found }) => notYet(found.after === null || found.days < 1, '收费不足一日或路段没有泊位,还不能评估'),
    effects: ({ input, found, subject }) => ({
      set: {
        conclusion: input.conclusion,
        after: found.after,
        days: found.days,
        changePercent:
          subject.before > 0 && found.after !== null
            ? Math.round(((found.after - subject.before) * 10_000) / subject.before) / 100
            : null,
      },
    }),
  }),
}))

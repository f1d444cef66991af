/** 环卫投诉: a missed collection, noise at night, waste where a bin was taken away, a toilet; handled in time and told back to its case. */
import { caseWorkDone } from '#catalogue/facts.ts'
import { choice, instant, longText, one, photos, procedure, ref, say, text } from '#kernel'
import { alarmWanted } from '../facts.ts'
import { why } from '../shared.ts'

const kinds = {
  missed: '漏收漏扫',
  binRemoved: '撤桶后不便',
  noise: '夜间作业噪声',
  toilet: '公厕',
  odour: '转运站异味',
  other: '其他',
} as const
const form = {
  kind: choice('事项', kinds),
  source: choice('来源', { citizen: '市民来电', hotline: '12345', patrol: '巡查', case: '案件派遣' }),
  place: text('位置', { maxLength: 120 }),
  content: longText('内容', { maxLength: 500 }),
  road: ref('道路', 'grid.road').optional(),
  toilet: ref('公厕', 'sanitation.toilet').optional(),
  stop: ref('收集点', 'sanitation.stop').optional(),
  caseRef: ref('案件', 'cases.case').optional().help('由案件派遣的填写'),
  phone: text('电话', { maxLength: 20 }).personal('phone').optional(),
} as const
interface Noise {
  readonly name: string
  readonly n: number
  readonly isNight: boolean
}
/** The road, its complaints of noise in thirty days, and whether night groups are sent there. */
const noiseSql = `select r.name, (select count(*)::int from sanitation.complaint c where c.district = r.district and c.kind = 'noise' and c.road = r.id and c.created_at > $2::timestamptz - interval '30 days') as n,
    exists (select 1 from sanitation.road_plan p where p.district = r.district and p.road = r.id and p.retired_at is null and p.works @> '[{"work": "night"}]') as "isNight"
  from grid.road r where r.id = $1`
export const complaint = procedure('sanitation.complaint', {
  zh: '环卫投诉',
  menu: '数字环卫',
  title: 'place',
  numbering: { prefix: 'HT', per: 'day', digits: 4 },
  fields: {
    ...form,
    place: form.place.searchable(),
    result: longText('处理结果', { maxLength: 500 }).optional(),
    photos: photos(0).optional(),
    handledAt: instant('处理时间').optional(),
  },
  clocks: { handle: { zh: '处理', limit: { value: 24, unit: 'urgent_hour' }, basis: '本局环卫作业管理办法(示例)' } },
  statuses: {
    open: { zh: '待处理', duty: 'sanitation.work', taskZh: '环卫投诉待处理' },
    closed: { zh: '已处理', kind: 'final' },
  },
}).actions((action) => ({
  report: action({
    zh: '登记投诉',
    from: 'new',
    to: 'open',
    by: 'sanitation.report',
    form,
    look: async ({ tx, input, now }) =>
      input.kind === 'noise' && input.road ? one<Noise>(tx, noiseSql, [input.road, now]) : undefined,
    check: ({ input }) =>
      why(input.source === 'case' && !input.caseRef, '由案件派遣的请选择案件') ??
      why(input.kind === 'binRemoved' && !input.road, '撤桶的请选择道路') ??
      why(input.kind === 'noise' && !input.road, '夜间噪声的请选择道路') ??
      why(input.kind === 'missed' && !input.stop && !input.road, '漏收漏扫的请选择收集点或道路') ??
      why(input.kind === 'toilet' && !input.toilet, '请选择公厕'),
    effects: ({ found, subject, parameter }) => ({
      clocks: [{ clock: 'handle', do: 'start' }],
      // 夜间作业扰民: what keeps coming back from one road is the night's plan, not one driver.
      facts:
        found && found.n + 1 >= parameter('sanitation.noise-watch')
          ? [
              say(alarmWanted, {
                kind: 'noise',
                key: `noise ${subject.road}`,
                target: found.name,
                detail: `三十日内夜间作业噪声投诉${found.n + 1}件,${found.isNight ? '该路有夜间组团保洁,请调整时段' : '该路没有夜间保洁计划,请查作业车辆'}`,
                lon: subject.lon,
                lat: subject.lat,
                areaCode: subject.areaCode,
              }),
            ]
          : [],
    }),
  }),
  close: action({
    zh: '处理完毕',
    from: 'open',
    to: 'closed',
    by: 'sanitation.work',
    tone: 'primary',
    form: { result: longText('处理结果', { maxLength: 500 }), photos: photos(1) },
    effects: ({ input, subject, now }) => ({
      set: { ...input, handledAt: now.toISOString() },
      clocks: [{ clock: 'handle', do: 'stop' }],
      facts: subject.caseRef
        ? [
            say(caseWorkDone, {
              caseId: subject.caseRef,
              number: subject.number,
              result: input.result,
              photos: [...input.photos],
            }),
          ]
        : [],
    }),
  }),
}))

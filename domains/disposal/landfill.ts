/** 填埋场: closed to strangers, its wells, ponds, slopes, gas and odour looked at in time; handed over with a list and a date. */
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
  number,
  one,
  photos,
  procedure,
  ref,
  register,
  rows,
  text,
  type WorkContext,
} from '#kernel'
import { notYet, openBySystem, why } from './shared.ts'

const handLine = {
  item: text('移交事项', { maxLength: 60 }),
  count: integer('数量', { min: 0 }),
  isOk: choice('核对', { ok: '一致', short: '缺漏' }),
} as const
export const landfill = procedure('disposal.landfill', {
  zh: '生活垃圾填埋场',
  menu: '填埋场监管',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'TM', per: 'year', digits: 2 },
  fields: {
    name: text('填埋场', { maxLength: 80 }).unique().searchable(),
    operator: text('运营单位', { maxLength: 80 }).searchable(),
    areaMu: number('库区面积', { unit: '亩', min: 1 }),
    closedOn: date('封闭日期').optional(),
    cover: text('封场覆盖', { maxLength: 200 }).optional(),
    handover: rows('移交清单', handLine).optional(),
    nextOperator: text('接管单位', { maxLength: 80 }).optional(),
    handedOn: date('移交日期').optional(),
  },
  statuses: { running: { zh: '运行' }, closed: { zh: '已封闭' }, handed: { zh: '已移交', kind: 'final' } },
}).actions((action) => ({
  enter: action({
    zh: '登记',
    from: 'new',
    to: 'running',
    by: 'disposal.manage',
    form: {
      name: text('填埋场', { maxLength: 80 }),
      operator: text('运营单位', { maxLength: 80 }),
      areaMu: number('库区面积', { unit: '亩', min: 1 }),
    },
  }),
  close: action({
    zh: '库区封闭',
    from: 'running',
    to: 'closed',
    by: 'disposal.manage',
    tone: 'primary',
    form: { closedOn: date('封闭日期'), cover: text('封场覆盖', { maxLength: 200 }), photos: photos(1, '围挡、门禁照片') },
    check: ({ input, now }) => why(input.closedOn > dayText(now), '封闭日期不能晚于今天'),
    effects: ({ input }) => ({ set: { closedOn: input.closedOn, cover: input.cover } }),
  }),
  handOver: action({
    zh: '移交',
    from: 'closed',
    to: 'handed',
    by: 'disposal.manage',
    form: {
      handover: rows('移交清单', handLine),
      nextOperator: text('接管单位', { maxLength: 80 }),
      handedOn: date('移交日期'),
    },
    look: ({ tx, subject }) =>
      one<{ n: number }>(
        tx,
        `select count(*)::int as n from disposal.patrol where site = $1 and status = any(array['found', 'fixed'])`,
        [subject.id],
      ),
    check: ({ input, found }) => {
      const short = input.handover.filter((h) => h.isOk === 'short').map((h) => h.item)
      return first(
        why(input.handover.length === 0, '请逐项列出移交清单'),
        notYet(short.length > 0, `移交清单有缺漏:${short.join('、')}`),
        notYet((found?.n ?? 0) > 0, `还有${found?.n}件巡查问题未销号`),
      )
    },
    effects: ({ input }) => ({ set: input }),
  }),
}))

const pointKinds = {
  well: '地下水监测井',
  pond: '渗滤液调节池液位',
  gas: '填埋气',
  slope: '边坡位移',
  odour: '场界臭气',
} as const
export const point = register('disposal.point', {
  zh: '填埋场监测点',
  menu: '填埋场监管',
  geometry: 'Point',
  title: 'code',
  fields: {
    code: text('编号', { maxLength: 30 }).unique().searchable(),
    site: ref('填埋场', 'disposal.landfill'),
    kind: choice('类别', pointKinds),
    unit: text('单位', { maxLength: 12 }),
    most: number('预警上限'),
    basis: text('限值依据', { maxLength: 80 }),
  },
})
export const measurement = procedure('disposal.measurement', {
  zh: '填埋场监测',
  menu: '填埋场监管',
  title: 'code',
  numbering: { prefix: 'JC', per: 'year', digits: 5 },
  help: '每个监测点按间隔监测;超预警上限的须处置并复测,复测合格才销号。',
  fields: {
    point: ref('监测点', 'disposal.point'),
    code: text('监测点编号', { maxLength: 30 }).searchable(),
    kind: choice('类别', pointKinds),
    value: number('测值'),
    most: number('上限'),
    sampleNo: text('样品号', { maxLength: 40 }).optional(),
    measuredAt: instant('监测时间'),
    measure: longText('处置措施', { maxLength: 300 }).optional(),
    again: number('复测值').optional(),
  },
  statuses: {
    normal: { zh: '正常', kind: 'final' },
    over: { zh: '超限', duty: 'disposal.run', taskZh: '填埋场监测超限待处置' },
    handled: { zh: '待复测', duty: 'disposal.supervise', taskZh: '填埋场监测待复测' },
    closed: { zh: '复测合格', kind: 'final' },
  },
}).actions((action) => ({
  measure: action({
    zh: '监测',
    from: 'new',
    by: 'disposal.run',
    form: {
      point: ref('监测点', 'disposal.point'),
      value: number('测值'),
      sampleNo: text('样品号', { maxLength: 40 }).optional(),
      measuredAt: instant('监测时间'),
    },
    look: ({ tx, input }) =>
      one<{ code: string; kind: keyof typeof pointKinds; most: number }>(
        tx,
        'select code, kind, most::float8 as most from disposal.point where id = $1 and retired_at is null',
        [input.point],
      ),
    to: ({ input, found }) => (found && input.value > found.most ? 'over' : 'normal'),
    check: ({ input, found, now }) =>
      first(
        why(!found, '没有这个监测点'),
        why(new Date(input.measuredAt) > now, '监测时间不能晚于现在'),
        why(found?.kind === 'well' && !input.sampleNo, '地下水监测须填样品号'),
      ),
    effects: ({ found }) => ({ set: { code: found?.code ?? '', kind: found?.kind ?? 'well', most: found?.most ?? 0 } }),
  }),
  handle: action({
    zh: '处置',
    from: 'over',
    to: 'handled',
    by: 'disposal.run',
    tone: 'primary',
    form: { measure: longText('处置措施', { maxLength: 300 }), photos: photos(1) },
    effects: ({ input }) => ({ set: { measure: input.measure } }),
  }),
  again: action({
    zh: '复测',
    from: 'handled',
    to: ({ input, subject }) => (input.again > subject.most ? 'over' : 'closed'),
    by: 'disposal.supervise',
    tone: 'primary',
    form: { again: number('复测值') },
    effects: ({ input }) => ({ set: input }),
  }),
}))

/** What a patrol of a closed landfill looks at, each once. */
export const patrolItems = ['围挡与门禁', '无关人员', '监测井', '调节池液位', '雨污分流', '填埋气导排', '边坡', '臭气'] as const
const patrolLine = {
  item: text('项目', { maxLength: 20 }),
  result: choice('结果', { ok: '正常', bad: '有问题' }),
  note: text('情况', { maxLength: 120 }).optional(),
} as const
export const patrol = procedure('disposal.patrol', {
  zh: '填埋场封闭巡查',
  menu: '填埋场监管',
  title: 'name',
  numbering: { prefix: 'XC', per: 'year', digits: 4 },
  help: '到期未巡查的自动列出;有问题的整改,由另一人复核销号。',
  fields: {
    site: ref('填埋场', 'disposal.landfill'),
    name: text('填埋场', { maxLength: 80 }).searchable(),
    dueOn: date('应巡查'),
    lines: rows('巡查项目', patrolLine).optional(),
    doneOn: date('巡查日期').optional(),
    isLate: choice('逾期', { yes: '是', no: '否' }).optional(),
    problems: text('问题', { maxLength: 200 }).optional(),
    fix: longText('整改情况', { maxLength: 300 }).optional(),
  },
  clocks: { fix: { zh: '整改', limit: { value: 3, unit: 'natural_day' }, basis: '本局垃圾处置设施监管办法(示例)' } },
  statuses: {
    planned: { zh: '待巡查', duty: 'disposal.run', taskZh: '填埋场待巡查' },
    good: { zh: '正常', kind: 'final' },
    found: { zh: '待整改', duty: 'disposal.run', taskZh: '填埋场问题待整改' },
    fixed: { zh: '待复核', duty: 'disposal.supervise', taskZh: '填埋场整改待复核' },
    closed: { zh: '已销号', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '派巡查',
    from: 'new',
    to: 'planned',
    by: 'system',
    form: { site: ref('填埋场', 'disposal.landfill'), name: text('填埋场', { maxLength: 80 }), dueOn: date('应巡查') },
  }),
  look: action({
    zh: '巡查',
    from: 'planned',
    to: ({ input }) => (input.lines.some((l) => l.result === 'bad') ? 'found' : 'good'),
    by: 'disposal.run',
    tone: 'primary',
    form: { lines: rows('巡查项目', patrolLine, { eachOf: patrolItems }), photos: photos(1) },
    check: ({ input }) => {
      const missing = patrolItems.filter((p) => input.lines.filter((l) => l.item === p).length !== 1)
      const silent = input.lines.filter((l) => l.result === 'bad' && !l.note).map((l) => l.item)
      return first(
        why(missing.length > 0, `巡查项目须各填一次:${missing.join('、')}`),
        why(silent.length > 0, `请写明问题:${silent.join('、')}`),
      )
    },
    effects: ({ input, subject, now }) => {
      const bad = input.lines.filter((l) => l.result === 'bad').map((l) => l.item)
      const doneOn = dayText(now)
      return {
        set: { lines: input.lines, doneOn, isLate: doneOn > subject.dueOn ? 'yes' : 'no', problems: bad.join('、') || null },
        clocks: bad.length > 0 ? [{ clock: 'fix', do: 'start' }] : [],
      }
    },
  }),
  fix: action({
    zh: '整改完成',
    from: 'found',
    to: 'fixed',
    by: 'disposal.run',
    tone: 'primary',
    form: { fix: longText('整改情况', { maxLength: 300 }), photos: photos(1, '整改照片') },
    effects: ({ input }) => ({ set: { fix: input.fix }, clocks: [{ clock: 'fix', do: 'stop' }] }),
  }),
  close: action({
    zh: '复核',
    from: 'fixed',
    to: ({ input }) => (input.isOk === 'yes' ? 'closed' : 'found'),
    by: 'disposal.supervise',
    tone: 'primary',
    form: { isOk: choice('结果', { yes: '合格', no: '不合格' }) },
    guard: ({ actor, past }) =>
      notYet(
        past.some((p) => p.action === 'fix' && p.actorId !== null && p.actorId === actor.id),
        '整改人不能复核自己的整改',
      ),
    effects: ({ input }) => ({ clocks: input.isOk === 'yes' ? [] : [{ clock: 'fix', do: 'start' }] }),
  }),
}))
interface Due {
  readonly id: string
  readonly name: string
  readonly since: string
  readonly areaCode: string | null
}
const dueSql = `select l.id, l.name, coalesce(greatest(l.closed_on, max(p.due_on)), l.closed_on)::text as since, l.area_code as "areaCode" from disposal.landfill l
  left join disposal.patrol p on p.district = l.district and p.site = l.id where l.status = 'closed' group by l.district, l.id`
export const planPatrols = async (ctx: WorkContext): Promise<void> => {
  const every = ctx.kernel.parameters.value(ctx.district, 'disposal.patrol-days', dayText(ctx.now))
  for (const l of await many<Due>(ctx.tx, dueSql)) {
    // The next is due one interval after the last, and never earlier than today: one closed long ago is not owed the years before it was entered.
    const today = dayText(ctx.now)
    const next = addDays(l.since, every)
    if (addDays(today, 1) < next) continue
    const dueOn = next < today ? today : next
    const input = { site: l.id, name: l.name, dueOn }
    await openBySystem(ctx, 'disposal.patrol', input, `patrol ${l.id} ${dueOn}`, l.areaCode)
  }
}
export const patrolJob: Job = { id: 'disposal.patrol', zh: '填埋场派巡查', everyMinutes: 360, run: planPatrols }

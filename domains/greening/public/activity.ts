/** 园林活动: flower shows, lessons, volunteer planting, the mobile garden centre, guided visits: capacity, bookings, and who came on site and online, counted apart. */
import {
  addMonths,
  choice,
  date,
  dayText,
  files,
  first,
  instant,
  integer,
  money,
  number,
  one,
  procedure,
  ref,
  register,
  say,
  text,
} from '#kernel'
import { dutyDone } from '../facts.ts'
import { notYet, why } from '../shared.ts'
import { activityKinds, activityModes, tiers } from '../words.ts'

export const base = register('greening.base', {
  zh: '义务植树基地与展馆',
  menu: '绿化宣传',
  geometry: 'Point',
  title: 'name',
  fields: {
    name: text('名称', { maxLength: 80 }).unique().searchable(),
    kind: choice('类别', { base: '义务植树基地', grove: '纪念林', hall: '主题展览馆' }),
    tier: choice('级别', tiers),
    builtOn: date('建成日期'),
    capacity: integer('可容', { unit: '人(株)', min: 1 }),
    manager: text('管理单位', { maxLength: 80 }),
    openHours: text('开放时间', { maxLength: 40 }).optional(),
  },
})
const form = {
  kind: choice('类别', activityKinds),
  name: text('名称', { maxLength: 80 }),
  park: ref('公园', 'greening.park').optional(),
  base: ref('基地(展馆)', 'greening.base').optional(),
  venue: text('地点', { maxLength: 80 }),
  mode: choice('方式', activityModes),
  startsAt: instant('开始'),
  endsAt: instant('结束'),
  capacity: integer('现场容量', { unit: '人', min: 0 }),
  organiser: text('主办', { maxLength: 60 }),
  partner: text('共建单位(讲师)', { maxLength: 60 }).optional(),
  permit: text('场地许可', { maxLength: 60 }).optional(),
  safety: files(0, '安全预案').optional(),
} as const
export const activity = procedure('greening.activity', {
  zh: '园林活动',
  menu: '绿化宣传',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'HD', per: 'year', digits: 4 },
  help: '花事活动现场容量100人以上须有场地许可和安全预案才能开放预约;现场、线上人次分开计。',
  fields: {
    ...form,
    name: form.name.searchable(),
    month: text('月份', { maxLength: 7 }).optional(),
    onSite: integer('现场', { unit: '人次' }).optional(),
    online: integer('线上(云)', { unit: '人次' }).optional(),
    materials: integer('发放物料', { unit: '份' }).optional(),
    planted: integer('植树', { unit: '株' }).optional(),
    onlineFen: money('线上尽责捐资').optional(),
    heldOn: date('举办日期').optional(),
    survivalBy: date('应查成活').optional(),
    survived: integer('成活', { unit: '株' }).optional(),
    survival: number('成活率', { unit: '%' }).optional(),
  },
  statuses: {
    planned: { zh: '筹备', duty: 'greening.manage', taskZh: '园林活动待开放' },
    open: { zh: '可预约', duty: 'greening.manage', taskZh: '园林活动待登记到场' },
    growing: { zh: '待查成活', duty: 'greening.check', taskZh: '义务植树待查成活' },
    held: { zh: '已举办', kind: 'final' },
    cancelled: { zh: '已取消', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '安排活动',
    from: 'new',
    to: 'planned',
    by: 'greening.manage',
    form,
    look: ({ tx, input }) =>
      one<{ kind: string; capacity: number }>(
        tx,
        'select kind, capacity from greening.base where id = $1::uuid and retired_at is null',
        [input.base ?? null],
      ),
    check: ({ input, found, now }) =>
      first(
        why(new Date(input.endsAt) <= new Date(input.startsAt), '结束须晚于开始'),
        why(new Date(input.startsAt) <= now, '活动应在以后'),
        why(input.mode !== 'online' && input.capacity === 0, '现场活动须填容量'),
        why(['flower', 'science', 'patriot', 'sport'].includes(input.kind) && !input.park, '请选择公园'),
        why(['planting', 'hall'].includes(input.kind) && !input.base, '请选择基地(展馆)'),
        why(input.kind === 'hall' && found?.kind !== 'hall', '请选择展览馆'),
        notYet(Boolean(found) && input.capacity > (found?.capacity ?? 0), `最多${found?.capacity}人(株)`),
      ),
    effects: ({ input }) => ({ set: { month: dayText(new Date(input.startsAt)).slice(0, 7) } }),
  }),
  open: action({
    zh: '开放预约',
    from: 'planned',
    to: 'open',
    by: 'greening.manage',
    tone: 'primary',
    guard: ({ subject }) =>
      notYet(
        subject.kind === 'flower' && subject.capacity >= 100 && (!subject.permit || (subject.safety ?? []).length === 0),
        '100人以上的花事活动须有场地许可和安全预案',
      ),
  }),
  complete: action({
    zh: '补许可与预案',
    from: 'planned',
    to: 'same',
    by: 'greening.manage',
    form: { permit: text('场地许可', { maxLength: 60 }), safety: files(1, '安全预案') },
    effects: ({ input }) => ({ set: input }),
  }),
  hold: action({
    zh: '登记举办',
    from: 'open',
    to: ({ input }) => (input.planted ? 'growing' : 'held'),
    by: 'greening.manage',
    tone: 'primary',
    form: {
      onSite: integer('现场', { unit: '人次', min: 0 }),
      online: integer('线上', { unit: '人次', min: 0 }),
      materials: integer('发放物料', { unit: '份', min: 0 }),
      planted: integer('植树', { unit: '株', min: 0 }).optional(),
      onlineFen: money('线上尽责捐资', { min: 0 }).optional(),
    },
    check: ({ input, subject, now }) =>
      first(
        notYet(now < new Date(subject.startsAt), '还没有开始'),
        why(subject.mode === 'online' && input.onSite > 0, '线上活动没有现场人次'),
        why(subject.mode === 'site' && input.online > 0, '现场活动没有线上人次'),
        why(input.onSite > subject.capacity, '现场人次超过容量'),
        why(subject.kind === 'planting' && !input.planted && !input.onlineFen, '义务植树须填植树株数或捐资'),
      ),
    effects: ({ input, subject, now, parameter }) => {
      const on = dayText(new Date(subject.startsAt))
      const duty = subject.kind === 'planting'
      const told = (form: string, trees: number, people: number) =>
        say(dutyDone, {
          key: `${subject.number}:${form}`,
          name: subject.name,
          phone: '',
          form,
          trees,
          people,
          on,
          activity: subject.id,
          areaCode: subject.areaCode,
        })
      const each = parameter('greening.duty-trees')
      const cloud = Math.floor((input.onlineFen ?? 0) / parameter('greening.online-fen'))
      return {
        set: { ...input, heldOn: on, ...(duty && input.planted ? { survivalBy: addMonths(dayText(now), 12) } : {}) },
        facts: duty
          ? [
              ...(input.planted ? [told('site', input.planted, Math.min(input.onSite, Math.floor(input.planted / each)))] : []),
              ...(cloud > 0 ? [told('online', cloud, Math.min(input.online, Math.floor(cloud / each)))] : []),
            ]
          : [],
      }
    },
  }),
  survive: action({
    zh: '查成活',
    from: 'growing',
    to: 'held',
    by: 'greening.check',
    form: { survived: integer('成活', { unit: '株', min: 0 }) },
    guard: ({ subject, now }) => notYet(dayText(now) < (subject.survivalBy ?? ''), `满一年(${subject.survivalBy})才查成活`),
    check: ({ input, subject }) => why(input.survived > (subject.planted ?? 0), '成活不能多于植树'),
    effects: ({ input, subject }) => ({
      set: { ...input, survival: Math.round((input.survived * 10_000) / (subject.planted ?? 1)) / 100 },
    }),
  }),
  cancel: action({
    zh: '取消活动',
    from: ['planned', 'open'],
    to: 'cancelled',
    by: 'greening.manage',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 200 }) },
  }),
}))

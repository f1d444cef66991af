/** 环卫设施报修: stations, toilets, rest places, vehicles, collectors; one procedure, its thing out of use until it is put right. */
import {
  choice,
  first,
  flag,
  hourMs,
  instant,
  longText,
  money,
  number,
  one,
  photos,
  procedure,
  ref,
  round,
  say,
  text,
} from '#kernel'
import { rowMarked } from '../facts.ts'
import { notYet, why } from '../shared.ts'

const kinds = { station: '转运站、处理厂', toilet: '公厕', rest: '环卫休息场所', vehicle: '环卫车辆' } as const
const form = {
  kind: choice('设施', kinds),
  station: ref('转运站', 'sanitation.station').optional(),
  toilet: ref('公厕', 'sanitation.toilet').optional(),
  rest: ref('休息场所', 'sanitation.rest-place').optional(),
  vehicle: ref('车辆', 'sanitation.vehicle').optional(),
  fault: text('故障', { maxLength: 200 }),
  isStopped: flag('影响使用').help('停用至修复'),
  photos: photos(0).optional(),
} as const
type Kind = keyof typeof kinds
const idOf = (r: { readonly kind: Kind } & { readonly [K in Kind]?: string | null | undefined }): string | null =>
  r[r.kind] ?? null
const registerOf: Readonly<Record<Kind, { register: string; table: string; title: string; stopped: string; running: string }>> = {
  station: { register: 'sanitation.station', table: 'station', title: 'name', stopped: 'upkeep', running: 'running' },
  toilet: { register: 'sanitation.toilet', table: 'toilet', title: 'name', stopped: '', running: '' },
  rest: { register: 'sanitation.rest-place', table: 'rest_place', title: 'name', stopped: 'upkeep', running: 'open' },
  vehicle: { register: 'sanitation.vehicle', table: 'vehicle', title: 'plate', stopped: 'repair', running: 'inService' },
}
const marked = (kind: Kind, id: string | null, isRunning: boolean, number: string) => {
  const { register, stopped, running } = registerOf[kind]
  // A toilet is closed by a suspension that was approved, not by a repair.
  return id && stopped
    ? [say(rowMarked, { register, id, values: { state: isRunning ? running : stopped }, reason: `报修${number}` })]
    : []
}
export const repair = procedure('sanitation.repair', {
  zh: '环卫设施维修',
  menu: '环卫设施',
  title: 'name',
  numbering: { prefix: 'HX', per: 'day', digits: 4 },
  fields: {
    ...form,
    name: text('名称', { maxLength: 80 }).searchable(),
    parts: text('更换材料', { maxLength: 200 }).optional(),
    costFen: money('费用').optional(),
    donePhotos: photos(0, '修复照片').optional(),
    fixedAt: instant('修复时间').optional(),
    repairHours: number('用时', { unit: '小时' }).optional(),
    repairDueAt: instant('维修期限').optional(),
    opinion: longText('验收意见', { maxLength: 300 }).optional(),
  },
  mirror: { repair: { dueAt: 'repairDueAt' } },
  clocks: { repair: { zh: '维修', limit: { value: 24, unit: 'urgent_hour' }, basis: '本局环卫设施维护办法(示例)' } },
  statuses: {
    reported: { zh: '待维修', duty: 'sanitation.work', taskZh: '环卫设施待维修' },
    fixed: { zh: '待验收', duty: 'sanitation.inspect', taskZh: '环卫设施维修待验收' },
    closed: { zh: '已修复', kind: 'final' },
  },
}).actions((action) => ({
  report: action({
    zh: '报修',
    from: 'new',
    to: 'reported',
    by: 'sanitation.report',
    form,
    look: async ({ tx, input }) => {
      const { table, title } = registerOf[input.kind]
      const id = idOf(input)
      return id
        ? one<{ name: string; busy: string | null }>(
            tx,
            `select ${title} as name, (select number from sanitation.repair x where x.${input.kind} = t.id and x.status <> 'closed' and x.fault = $2 limit 1) as busy from sanitation.${table} t where t.id = $1 and t.retired_at is null`,
            [id, input.fault],
          )
        : undefined
    },
    check: ({ input, found }) =>
      first(why(!found, `请选择${kinds[input.kind]}`), notYet(Boolean(found?.busy), `已有同样的维修单${found?.busy ?? ''}`)),
    effects: ({ input, found, subject }) => ({
      set: { name: found?.name ?? '' },
      clocks: [{ clock: 'repair', do: 'start' }],
      facts: input.isStopped ? marked(input.kind, idOf(input), false, subject.number) : [],
    }),
  }),
  fix: action({
    zh: '修复',
    from: 'reported',
    to: 'fixed',
    by: 'sanitation.work',
    tone: 'primary',
    form: { donePhotos: photos(1, '修复照片'), parts: text('更换材料', { maxLength: 200 }).optional(), costFen: money('费用') },
    effects: ({ input, subject, now }) => ({
      set: { ...input, fixedAt: now.toISOString(), repairHours: round((now.getTime() - subject.createdAt.getTime()) / hourMs) },
      clocks: [{ clock: 'repair', do: 'stop' }],
    }),
  }),
  sendBack: action({
    zh: '验收不通过',
    from: 'fixed',
    to: 'reported',
    by: 'sanitation.inspect',
    tone: 'danger',
    form: { opinion: longText('意见', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: { ...input, fixedAt: null, repairHours: null }, clocks: [{ clock: 'repair', do: 'start' }] }),
  }),
  close: action({
    zh: '验收通过',
    from: 'fixed',
    to: 'closed',
    by: 'sanitation.inspect',
    tone: 'primary',
    guard: ({ actor, past }) =>
      notYet(
        past.some((p) => p.action === 'fix' && p.actorId !== null && p.actorId === actor.id),
        '维修人不能验收自己的维修',
      ),
    effects: ({ subject }) => ({
      facts: subject.isStopped ? marked(subject.kind, idOf(subject), true, subject.number) : [],
    }),
  }),
}))

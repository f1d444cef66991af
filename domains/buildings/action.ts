/** 拆违行动: organised by the bureau or supported for others; staff, machinery, safety plan; 组织 and 配合 are counted apart. */
import {
  choice,
  date,
  dayText,
  files,
  first,
  integer,
  many,
  number,
  photos,
  procedure,
  ref,
  round,
  rows,
  say,
  text,
} from '#kernel'
import { actionFinished } from './facts.ts'
import { notYet, why } from './shared.ts'
import { roles, ways } from './words.ts'

const form = {
  name: text('行动', { maxLength: 100 }),
  role: choice('本局角色', roles),
  organiser: text('组织单位', { maxLength: 80 }),
  plannedOn: date('计划日期'),
  place: text('地点', { maxLength: 120 }),
  staff: integer('出动', { unit: '人次', min: 1 }),
  machinery: text('机械', { maxLength: 120 }),
  safetyPlan: files(1, '安全预案'),
} as const
const line = {
  building: ref('在册违建', 'buildings.building').optional(),
  place: text('位置', { maxLength: 120 }),
  way: choice('方式', ways),
  areaM2: number('拆除面积', { unit: '㎡', min: 0.01 }),
} as const
interface Known {
  readonly id: string
  readonly number: string
  readonly status: string
  readonly areaM2: number
}
const removable = ['stopped', 'ordered', 'announced', 'forced']
const refuseLine = (l: { readonly building?: string | null; readonly way: string; readonly areaM2: number }, known?: Known) =>
  l.building
    ? first(
        why(!known, '清单里有未立档的违建'),
        notYet(!removable.includes(known?.status ?? ''), `${known?.number}尚未限期拆除或已拆除`),
        notYet(l.way === 'forced' && known?.status !== 'forced', `${known?.number}没有强制拆除决定`),
        why(l.areaM2 < (known?.areaM2 ?? 0), `${known?.number}违建${known?.areaM2}㎡,拆除面积不能少于它`),
      )
    : undefined
export const demolition = procedure('buildings.action', {
  zh: '拆违行动',
  menu: '违法建设',
  title: 'name',
  numbering: { prefix: 'CW', per: 'year', digits: 4 },
  help: '组织与配合分别计次、计面积;完成时清单里的在册违建转入待验收。',
  fields: {
    ...form,
    name: form.name.searchable(),
    lines: rows('拆除清单', line).optional(),
    doneOn: date('实施日期').optional(),
    pieces: integer('拆除', { unit: '处' }).optional(),
    areaM2: number('拆除面积', { unit: '㎡' }).optional(),
    hours: number('用时', { unit: '小时' }).optional(),
    photos: photos(0, '现场照片').optional(),
    reason: text('取消原因', { maxLength: 200 }).optional(),
  },
  statuses: {
    planned: { zh: '待批准', duty: 'buildings.approve', taskZh: '拆违行动待批准' },
    approved: { zh: '待实施', duty: 'buildings.plan', taskZh: '拆违行动待实施' },
    done: { zh: '已实施', kind: 'final' },
    cancelled: { zh: '已取消', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '制定方案',
    from: 'new',
    to: 'planned',
    by: 'buildings.plan',
    form,
  }),
  approve: action({ zh: '批准方案', from: 'planned', to: 'approved', by: 'buildings.approve', tone: 'primary' }),
  finish: action({
    zh: '登记实施结果',
    from: 'approved',
    to: 'done',
    by: 'buildings.plan',
    tone: 'primary',
    form: {
      doneOn: date('实施日期'),
      staff: integer('实到', { unit: '人次', min: 1 }),
      hours: number('用时', { unit: '小时', min: 0.5 }),
      lines: rows('拆除清单', line),
      photos: photos(1, '现场照片'),
    },
    look: ({ tx, input }) =>
      many<Known>(tx, 'select id, number, status, area_m2::float8 as "areaM2" from buildings.building where id = any ($1)', [
        input.lines.flatMap((l) => (l.building ? [l.building] : [])),
      ]),
    check: ({ input, found, now }) =>
      first(
        why(input.lines.length === 0, '请填写拆除清单'),
        why(input.doneOn > dayText(now), '实施日期不能晚于今天'),
        ...input.lines.map((l) =>
          refuseLine(
            l,
            found.find((k) => k.id === l.building),
          ),
        ),
      ),
    effects: ({ input, subject }) => ({
      set: {
        ...input,
        lines: input.lines.map((l) => ({ ...l, building: l.building ?? null })),
        pieces: input.lines.length,
        areaM2: round(input.lines.reduce((n, l) => n + l.areaM2, 0)),
      },
      facts: [
        say(actionFinished, {
          actionId: subject.id,
          number: subject.number,
          doneOn: input.doneOn,
          photos: [...input.photos],
          lines: input.lines.flatMap((l) => (l.building ? [{ building: l.building, removedM2: l.areaM2, way: l.way }] : [])),
        }),
      ],
    }),
  }),
  cancel: action({
    zh: '取消',
    from: ['planned', 'approved'],
    to: 'cancelled',
    by: 'buildings.plan',
    form: { reason: text('原因', { maxLength: 200 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))

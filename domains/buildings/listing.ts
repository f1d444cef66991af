/** 挂牌督办 (周周督办): listed by a criterion, supervised every week, a missed week warns, delisted with proof by somebody else. */
import { choice, dayMs, dayText, files, first, flag, integer, longText, one, photos, procedure, ref, rows, text } from '#kernel'
import { nextWeek, notYet, weekOf, why } from './shared.ts'
import { criteria } from './words.ts'

const form = {
  building: ref('违法建设', 'buildings.building'),
  criterion: choice('挂牌理由', criteria),
  reason: longText('情况', { maxLength: 1000 }),
  leader: text('督办领导', { maxLength: 40 }),
} as const
const entry = { week: text('周(周一)', { maxLength: 10 }), content: text('督办情况', { maxLength: 500 }) } as const
/** The first week that is due is the first whole one. */
const firstEnd = (now: Date): Date => new Date(nextWeek(now).getTime() + 7 * dayMs)
const others = (past: readonly { readonly action: string; readonly actorId: string | null }[], by: string, me: string | null) =>
  notYet(past.findLast((p) => p.action === by)?.actorId === me, '不能批准自己提出的')
export const listing = procedure('buildings.listing', {
  zh: '违建挂牌督办',
  menu: '违法建设',
  title: 'address',
  numbering: { prefix: 'GP', per: 'year', digits: 3 },
  help: '挂牌后每周至少督办一次,漏一周即预警;拆除销号后凭证明材料、经批准摘牌。',
  fields: {
    ...form,
    address: text('位置', { maxLength: 120 }).optional().searchable(),
    entries: rows('督办记录', entry).optional(),
    supervisions: integer('督办', { unit: '次' }).optional(),
    lastWeek: text('最近督办周', { maxLength: 10 }).optional(),
    weeksDue: integer('应督办', { unit: '周' }).optional(),
    weeksDone: integer('已督办', { unit: '周' }).optional(),
    missed: integer('漏督办', { unit: '周' }).optional(),
    isWarned: flag('预警').optional(),
    proof: files(0, '摘牌证明').optional(),
    photos: photos(0, '现场照片').optional(),
    opinion: text('意见', { maxLength: 300 }).optional(),
  },
  statuses: {
    proposed: { zh: '待批准挂牌', duty: 'buildings.approve', taskZh: '待批准挂牌督办' },
    listed: { zh: '挂牌督办中', duty: 'buildings.plan', taskZh: '挂牌违建本周待督办' },
    delisting: { zh: '待批准摘牌', duty: 'buildings.approve', taskZh: '待批准摘牌' },
    delisted: { zh: '已摘牌', kind: 'final' },
    dropped: { zh: '不挂牌', kind: 'final' },
  },
}).actions((action) => ({
  propose: action({
    zh: '提请挂牌',
    from: 'new',
    to: 'proposed',
    by: 'buildings.plan',
    form,
    look: ({ tx, input }) =>
      one<{ address: string; status: string; areaCode: string | null; isListed: boolean }>(
        tx,
        `select b.address, b.status, b.area_code as "areaCode", exists (select 1 from buildings.listing l where l.building = b.id
           and l.status = any (array['proposed', 'listed', 'delisting'])) as "isListed" from buildings.building b where b.id = $1`,
        [input.building],
      ),
    check: ({ found }) =>
      first(
        why(!found, '没有这处违法建设'),
        notYet(['closed', 'unfounded'].includes(found?.status ?? ''), '已销号的不挂牌'),
        notYet(found?.isListed ?? false, '已在挂牌'),
      ),
    effects: ({ found, subject }) => ({
      set: { address: found?.address ?? null, areaCode: found?.areaCode ?? subject.areaCode },
    }),
  }),
  approve: action({
    zh: '批准挂牌',
    from: 'proposed',
    to: 'listed',
    by: 'buildings.approve',
    tone: 'primary',
    guard: ({ past, actor }) => others(past, 'propose', actor.id),
    effects: ({ now }) => ({
      set: { entries: [], supervisions: 0, weeksDue: 0, weeksDone: 0, missed: 0, isWarned: false },
      timers: [{ name: 'week', at: firstEnd(now), action: 'closeWeek' }],
    }),
  }),
  drop: action({
    zh: '不挂牌',
    from: 'proposed',
    to: 'dropped',
    by: 'buildings.approve',
    form: { opinion: text('理由', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  supervise: action({
    zh: '登记本周督办',
    from: ['listed', 'delisting'],
    to: 'same',
    by: 'buildings.plan',
    tone: 'primary',
    form: { content: text('督办情况', { maxLength: 500 }), photos: photos(1, '现场照片') },
    effects: ({ input, subject, now }) => ({
      set: {
        entries: [...(subject.entries ?? []), { week: weekOf(now), content: input.content }],
        photos: input.photos,
        supervisions: (subject.supervisions ?? 0) + 1,
        lastWeek: weekOf(now),
        isWarned: false,
      },
    }),
  }),
  closeWeek: action({
    zh: '周结',
    from: ['listed', 'delisting'],
    to: 'same',
    by: 'system',
    effects: ({ subject, now, past }) => {
      const isDone = (subject.entries ?? []).some((e) => e.week === weekOf(new Date(now.getTime() - dayMs)))
      const personId = past.find((p) => p.action === 'propose')?.actorId
      return {
        set: {
          weeksDue: (subject.weeksDue ?? 0) + 1,
          weeksDone: (subject.weeksDone ?? 0) + (isDone ? 1 : 0),
          missed: (subject.missed ?? 0) + (isDone ? 0 : 1),
          isWarned: !isDone,
        },
        timers: [{ name: 'week', at: nextWeek(now), action: 'closeWeek' }],
        notify: !isDone && personId ? [{ personId, zh: `挂牌违建${subject.number}上周没有督办(${dayText(now)})` }] : [],
      }
    },
  }),
  askDelist: action({
    zh: '申请摘牌',
    from: 'listed',
    to: 'delisting',
    by: 'buildings.plan',
    form: { proof: files(1, '拆除、验收证明'), opinion: text('说明', { maxLength: 300 }) },
    look: ({ tx, subject }) =>
      one<{ status: string }>(tx, 'select status from buildings.building where id = $1', [subject.building]),
    check: ({ found }) => notYet(found?.status !== 'closed', '违法建设尚未销号,不能摘牌'),
    effects: ({ input }) => ({ set: input }),
  }),
  delist: action({
    zh: '批准摘牌',
    from: 'delisting',
    to: 'delisted',
    by: 'buildings.approve',
    tone: 'primary',
    guard: ({ past, actor }) => others(past, 'askDelist', actor.id),
    effects: () => ({ set: { isWarned: false }, timers: [{ name: 'week', at: null, action: 'closeWeek' }] }),
  }),
  keep: action({
    zh: '不同意摘牌',
    from: 'delisting',
    to: 'listed',
    by: 'buildings.approve',
    form: { opinion: text('理由', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))

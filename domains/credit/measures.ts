/** 红黑名单、联合惩戒 only with a legal basis and an approval; 违建联合惩戒 locks a property at the registry. */
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { choice, date, fact, files, instant, longText, one, procedure, raw, ref, refuse, say, text } from '#kernel'
import { trades } from './contract.ts'

interface Basis {
  readonly name: string
  readonly basis: string
  readonly sure: string
}
const readBasis = async (tx: Transaction<unknown>, id: string): Promise<Basis | undefined> =>
  (await raw<Basis>(tx, 'select name, basis, sure from credit.measure where id = $1 and retired_at is null', [id])).rows[0]
const refuseBasis = (b: Basis | undefined) =>
  !b
    ? refuse('credit.basis', { why: '没有选择清单内的措施' })
    : b.sure === 'verified' || b.sure === 'secondary'
      ? undefined
      : refuse('credit.basis', { why: `“${b.name}”的依据尚未核对` })
/** The file of a subject shows the lists it is on. */
export const listChanged = fact(
  'credit.list-changed',
  '名单变动',
  z.object({ trade: z.string(), code: z.string(), list: z.enum(['red', 'black']), isOn: z.boolean() }),
)
const listed = ({ trade, code, list }: { trade: string; code: string; list: 'red' | 'black' }, isOn: boolean) =>
  say(listChanged, { trade, code, list, isOn })
export const listEntry = procedure('credit.list-entry', {
  zh: '红黑名单与惩戒',
  menu: '信用惩戒',
  title: 'name',
  help: '列入须有严重失信信息、清单内依据,告知当事人并由负责人批准;履行修复后移出。',
  numbering: { prefix: 'MD', per: 'year', digits: 4 },
  fields: {
    trade: choice('行业', trades),
    code: text('主体代码', { maxLength: 18 }).searchable().personal('idNumber'),
    name: text('主体', { maxLength: 100 }).optional().searchable(),
    list: choice('名单', { red: '红名单', black: '严重失信名单' }),
    measure: ref('惩戒、激励措施', 'credit.measure').optional(),
    measureName: text('措施', { maxLength: 100 }).optional(),
    basis: text('依据', { maxLength: 200 }).optional(),
    reason: longText('事由', { maxLength: 1000 }),
    defence: longText('陈述申辩', { maxLength: 2000 }).optional(),
    notice: files(0, '告知书').optional(),
    listedAt: instant('列入时间').optional(),
    removedAt: instant('移出时间').optional(),
    removeReason: text('移出理由', { maxLength: 300 }).optional(),
  },
  statuses: {
    proposed: { zh: '已告知待批', duty: 'credit.approve', taskZh: '待批准名单列入' },
    listed: { zh: '在列', duty: 'credit.review', taskZh: '名单管理' },
    removed: { zh: '已移出', kind: 'final' },
    dropped: { zh: '不列入', kind: 'final' },
  },
}).actions((action) => ({
  propose: action({
    zh: '提出并告知',
    from: 'new',
    to: 'proposed',
    by: 'credit.review',
    form: {
      trade: choice('行业', trades),
      code: text('主体代码', { maxLength: 18 }),
      list: choice('名单', { red: '红名单', black: '严重失信名单' }),
      measure: ref('惩戒、激励措施', 'credit.measure').optional(),
      reason: longText('事由', { maxLength: 1000 }),
      notice: files(1, '告知书'),
    },
    look: async (ctx) => ({
      basis: ctx.input.measure ? await readBasis(ctx.tx, ctx.input.measure) : undefined,
      who: (
        await raw<{ name: string; score: number; graves: number }>(
          ctx.tx,
          `select s.name, coalesce(s.score, 0)::float8 as score, (select count(*)::int from credit.event e where e.trade = s.trade and e.code = s.code and e.severity = 'serious' and e.points < 0
             and e.status = any (array['effective', 'objected', 'repairing'])) as graves from credit.subject s where s.trade = $1 and s.code = $2 and s.retired_at is null`,
          [ctx.input.trade, ctx.input.code],
        )
      ).rows[0],
    }),
    check: ({ found, input, parameter }) => {
      if (!found.who) return refuse('kernel.not-found', { what: '信用主体' })
      if (input.list === 'red')
        return found.who.score < parameter('credit.red-score')
          ? refuse('credit.before', { why: `信用分${found.who.score},不足${parameter('credit.red-score')}分` })
          : undefined
      return found.who.graves === 0 ? refuse('credit.basis', { why: '没有有效的严重失信信息' }) : refuseBasis(found.basis)
    },
    effects: ({ found }) => ({
      set: { name: found.who?.name ?? null, measureName: found.basis?.name ?? null, basis: found.basis?.basis ?? null },
    }),
  }),
  defend: action({
    zh: '登记陈述申辩',
    from: 'proposed',
    to: 'same',
    by: 'credit.collect',
    form: { defence: longText('陈述申辩', { maxLength: 2000 }) },
    effects: ({ input }) => ({ set: { defence: input.defence } }),
  }),
  approve: action({
    zh: '批准列入',
    from: 'proposed',
    to: 'listed',
    by: 'credit.approve',
    tone: 'primary',
    guard: ({ past, actor }) =>
      past[0]?.actorId === actor.id ? refuse('credit.same-person', { role: '批准人', other: '提出人' }) : undefined,
    effects: ({ now, subject }) => ({ set: { listedAt: now.toISOString() }, facts: [listed(subject, true)] }),
  }),
  drop: action({
    zh: '不列入',
    from: 'proposed',
    to: 'dropped',
    by: 'credit.approve',
    form: { removeReason: text('理由', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  remove: action({
    zh: '移出名单,解除措施',
    from: 'listed',
    to: 'removed',
    by: 'credit.approve',
    form: { removeReason: text('理由', { maxLength: 300 }) },
    look: async (ctx) =>
      (
        await raw<{ n: number }>(
          ctx.tx,
          `select count(*)::int as n from credit.event where trade = $1 and code = $2 and severity = 'serious' and points < 0 and status = any (array['effective', 'objected', 'repairing'])`,
          [ctx.subject.trade, ctx.subject.code],
        )
      ).rows[0]?.n ?? 0,
    check: ({ found, subject }) =>
      subject.list === 'black' && found > 0
        ? refuse('credit.before', { why: `还有${found}条严重失信信息未修复、未到期` })
        : undefined,
    effects: ({ input, now, subject }) => ({
      set: { removeReason: input.removeReason, removedAt: now.toISOString() },
      facts: [listed(subject, false)],
    }),
  }),
}))

export const lockKinds = { transfer: '限制转让', mortgage: '限制抵押登记', trade: '限制交易过户' } as const
export const lock = procedure('credit.lock', {
  zh: '违建联合惩戒(房产限制)',
  menu: '信用惩戒',
  title: 'property',
  help: '经批准函告不动产登记机构限制;对方回复;改正后函告解除。',
  numbering: { prefix: 'LC', per: 'year', digits: 4 },
  leadingClock: 'reply',
  mirror: { reply: { dueAt: 'replyDueAt', stoppedAt: 'repliedAt' } },
  fields: {
    building: ref('违法建设', 'grid.illegal-building'),
    property: text('不动产单元号、坐落', { maxLength: 120 }).searchable(),
    owner: text('权利人', { maxLength: 100 }).personal('name'),
    measure: ref('措施依据', 'credit.measure'),
    kind: choice('限制', lockKinds),
    basis: text('依据', { maxLength: 200 }).optional(),
    decision: text('责令改正、限期拆除文书号', { maxLength: 80 }),
    papers: files(1, '文书'),
    registry: text('登记机构', { maxLength: 80 }),
    reply: longText('登记机构回复', { maxLength: 1000 }).optional(),
    replyDueAt: instant('回复期限').optional(),
    repliedAt: instant('回复时间').optional(),
    lockedOn: date('限制起').optional(),
    releasedOn: date('解除日期').optional(),
    releaseReason: text('解除理由', { maxLength: 300 }).optional(),
    releasedAt: instant('解除时间').optional(),
  },
  clocks: { reply: { zh: '登记机构回复', basis: '违建联合惩戒协作备忘录(示例)' } },
  statuses: {
    proposed: { zh: '待批准', duty: 'credit.approve', taskZh: '待批准房产限制' },
    notified: { zh: '已函告登记机构', duty: 'credit.review', taskZh: '待登记机构回复' },
    locked: { zh: '已限制', duty: 'credit.review', taskZh: '已限制的房产' },
    releasing: { zh: '已函告解除', duty: 'credit.review', taskZh: '待登记机构解除' },
    released: { zh: '已解除', kind: 'final' },
    refused: { zh: '未予限制', kind: 'final' },
  },
}).actions((action) => ({
  propose: action({
    zh: '提请限制',
    from: 'new',
    to: 'proposed',
    by: 'credit.review',
    form: {
      building: ref('违法建设', 'grid.illegal-building'),
      property: text('不动产单元号、坐落', { maxLength: 120 }),
      owner: text('权利人', { maxLength: 100 }).personal('name'),
      measure: ref('措施依据', 'credit.measure'),
      kind: choice('限制', lockKinds),
      decision: text('责令改正、限期拆除文书号', { maxLength: 80 }),
      papers: files(1, '文书'),
      registry: text('登记机构', { maxLength: 80 }),
    },
    look: async (ctx) => ({
      basis: await readBasis(ctx.tx, ctx.input.measure),
      state: await stateOf(ctx.tx, ctx.input.building),
      same: await one<{ number: string }>(
        ctx.tx,
        'select number from credit.lock where building = $1 and kind = $2 and closed_at is null limit 1',
        [ctx.input.building, ctx.input.kind],
      ),
    }),
    check: ({ found }) =>
      found.state !== 'ordered'
        ? refuse('credit.before', { why: '只对已责令限期拆除而未拆除的违法建设提请限制' })
        : found.same
          ? refuse('credit.before', { why: `${found.same.number}已对这处房产作同样限制` })
          : refuseBasis(found.basis),
    effects: ({ found }) => ({ set: { basis: found.basis?.basis ?? null } }),
  }),
  notify: action({
    zh: '批准并函告登记机构',
    from: 'proposed',
    to: 'notified',
    by: 'credit.approve',
    tone: 'primary',
    guard: ({ past, actor }) =>
      past[0]?.actorId === actor.id ? refuse('credit.same-person', { role: '批准人', other: '提请人' }) : undefined,
    effects: ({ subject, parameter }) => ({
      clocks: [{ clock: 'reply', do: 'start', limit: { value: parameter('credit.registry-days'), unit: 'work_day' } }],
      messages: [
        {
          channel: 'mail',
          recipient: subject.registry,
          body: `请对${subject.property}${lockKinds[subject.kind]}(${subject.decision})`,
        },
      ],
    }),
  }),
  reject: action({
    zh: '不予限制',
    from: ['proposed', 'notified'],
    to: 'refused',
    by: 'credit.approve',
    form: { reply: longText('理由', { maxLength: 1000 }) },
    effects: ({ input }) => ({ set: { reply: input.reply }, clocks: [{ clock: 'reply', do: 'stop' }] }),
  }),
  confirm: action({
    zh: '登记机构回复已限制',
    from: 'notified',
    to: 'locked',
    by: 'credit.review',
    form: { reply: longText('回复', { maxLength: 1000 }), lockedOn: date('限制起'), papers: files(1, '回执') },
    effects: ({ input }) => ({ set: { reply: input.reply, lockedOn: input.lockedOn }, clocks: [{ clock: 'reply', do: 'stop' }] }),
  }),
  askRelease: action({
    zh: '改正后函告解除',
    from: 'locked',
    to: 'releasing',
    by: 'credit.review',
    form: { releaseReason: text('理由', { maxLength: 300 }) },
    look: async (ctx) => stateOf(ctx.tx, ctx.subject.building),
    check: ({ found }) =>
      found === 'removed' || found === 'legalised' ? undefined : refuse('credit.before', { why: '违法建设尚未拆除或补办手续' }),
    effects: ({ input, subject }) => ({
      set: { releaseReason: input.releaseReason },
      messages: [{ channel: 'mail', recipient: subject.registry, body: `请解除${subject.property}的${lockKinds[subject.kind]}` }],
    }),
  }),
  release: action({
    zh: '登记机构回复已解除',
    from: 'releasing',
    to: 'released',
    by: 'credit.review',
    tone: 'primary',
    form: { releasedOn: date('解除日期'), papers: files(1, '回执') },
    effects: ({ input, now }) => ({ set: { releasedOn: input.releasedOn, releasedAt: now.toISOString() } }),
  }),
}))
const stateOf = async (tx: Transaction<unknown>, id: string): Promise<string | undefined> =>
  (await raw<{ state: string }>(tx, 'select state from grid.illegal_building where id = $1 and retired_at is null', [id])).rows[0]
    ?.state

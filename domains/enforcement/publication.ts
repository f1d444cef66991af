/**
 * 行政执法公示 (行政处罚法第48条;国办发〔2018〕118号) and 负面曝光: drafted, masked, approved by somebody else, published, and withdrawn within
 * three working days where the decision falls. What was withdrawn or corrected stays on record.
 */
import { z } from 'zod'
import { choice, fact, instant, integer, longText, money, photos, procedure, raw, ref, refuse, say, text } from '#kernel'
import { publishedOf } from '#kernel/files/publish.ts'
import { basisOf } from './deadlines.ts'
import { first } from './penalty/shared.ts'

export const publicationKinds = {
  penalty: '行政处罚决定',
  exposure: '负面曝光',
  basis: '执法主体、依据、权限(事前)',
  check: '执法检查结果',
} as const
/** A natural person by surname only; an organization in full (第48条 leaves out what is personal). */
export const publicName = (name: string, kind: string): string => (kind === 'person' ? `${name.slice(0, 1)}某` : name)

interface Told {
  readonly name: string
  readonly kind: string
  readonly code: string
  readonly phone: string | null
  readonly lawText: string | null
  readonly status: string
  readonly fineFen: number | null
  readonly topic: string
  readonly handler: string | null
}
const findTold = async (tx: Parameters<typeof raw>[0], penalty: string | null | undefined): Promise<Told | undefined> => {
  if (!penalty) return undefined
  const { rows } = await raw<Told>(
    tx,
    `select y.name, y.kind, y.code, y.phone, p.law_text as "lawText", p.status, p.fine_fen as "fineFen", p.topic, p.handler
     from enforcement.penalty p join enforcement.party y on y.id = p.party where p.id = $1`,
    [penalty],
  )
  return rows[0]
}
const decided = ['decided', 'served', 'urged', 'court', 'fulfilled', 'closed', 'archived']
/** Whatever identifies a person must not be in the text. */
const leak = (words: string, told: Told | undefined) => {
  if (!told) return undefined
  const known = [...(told.kind === 'person' ? [told.name, told.code] : []), told.phone]
  const found = known.find((k) => typeof k === 'string' && k.length > 1 && words.includes(k))
  const number = /(?<!\d)\d{17}[\dXx](?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)/.exec(words)?.[0]
  return found || number
    ? refuse('enforcement.publish', { why: `文中仍有个人信息“${(found ?? number ?? '').slice(0, 3)}…”,请脱敏` })
    : undefined
}
/** What is already drafted or published of the same case and kind. */
const findTwin = async (
  tx: Parameters<typeof raw>[0],
  penalty: string | null | undefined,
  kind: string,
): Promise<string | undefined> => {
  const { rows } = await raw<{ number: string }>(
    tx,
    `select number from enforcement.publication where penalty = $1 and kind = $2 and status = any (array['drafted', 'published', 'withdrawing']) limit 1`,
    [penalty ?? null, kind],
  )
  return rows[0]?.number
}
const draftForm = {
  kind: choice('种类', publicationKinds),
  penalty: ref('案件', 'enforcement.penalty').optional(),
  title: text('标题', { maxLength: 200 }).searchable(),
  body: longText('内容', { maxLength: 8000 }).optional(),
  photos: photos(0, '配图').optional().help('车牌、人脸遮挡并审看后才能公示;原图不外传'),
} as const
/** Pictures that a publication wants to show. */
export const picturesWanted = fact('enforcement.pictures-wanted', '公示配图待遮挡', z.object({ ids: z.array(z.string()) }))
export const publicationProcedure = procedure('enforcement.publication', {
  zh: '执法公示与曝光',
  menu: '执法监督',
  numbering: { prefix: 'GS', per: 'year', digits: 5 },
  title: 'title',
  leadingClock: 'publish',
  mirror: { publish: { dueAt: 'publishDueAt' }, withdraw: { dueAt: 'withdrawDueAt', stoppedAt: 'withdrawnAt' } },
  fields: {
    ...draftForm,
    partyShown: text('公开的当事人', { maxLength: 80 }).optional(),
    topic: text('领域', { maxLength: 40 }).optional(),
    fineFen: money('罚款').optional(),
    publishedAt: instant('公示时间').optional(),
    publishDueAt: instant('公示期限').optional(),
    withdrawDueAt: instant('撤回期限').optional(),
    withdrawnAt: instant('撤回时间').optional(),
    reason: text('不公开、撤回、更正理由', { maxLength: 500 }).optional(),
    correctionCount: integer('更正次数', { min: 0 }),
  },
  clocks: {
    publish: { zh: '公示', basis: `行政处罚法第48条;${basisOf('X01')}`, byDay: 'plain' },
    withdraw: { zh: '撤回', limit: { value: 3, unit: 'work_day' }, basis: basisOf('P14'), byDay: 'plain' },
  },
  statuses: {
    drafted: { zh: '待审批公示', duty: 'enforcement.publish', taskZh: '待公示' },
    published: { zh: '已公示' },
    withdrawing: { zh: '待撤回', duty: 'enforcement.publish', taskZh: '三日内撤回' },
    withdrawn: { zh: '已撤回', kind: 'final' },
    exempt: { zh: '不予公开', kind: 'final' },
  },
}).actions((action) => ({
  draft: action({
    zh: '拟稿',
    from: 'new',
    to: 'drafted',
    by: 'enforcement.handle',
    form: draftForm,
    look: async (ctx) => ({
      told: await findTold(ctx.tx, ctx.input.penalty),
      twin: await findTwin(ctx.tx, ctx.input.penalty, ctx.input.kind),
    }),
    check: ({ input, found: { told: found, twin } }) =>
      first(
        twin
          ? refuse('enforcement.publish', { why: `本案已有${publicationKinds[input.kind]}${twin},请在那一份上修改、更正` })
          : undefined,
        input.kind !== 'basis' && input.kind !== 'check' && !found
          ? refuse('enforcement.field', { why: '请选择案件' })
          : undefined,
        input.kind === 'exposure' && found && !decided.includes(found.status)
          ? refuse('enforcement.publish', { why: '只能曝光已经作出处罚决定的违法行为' })
          : undefined,
      ),
    effects: ({ input, found: { told: found }, parameter }) => ({
      set: {
        partyShown: found ? publicName(found.name, found.kind) : null,
        topic: found?.topic ?? null,
        fineFen: found?.fineFen ?? null,
        correctionCount: 0,
      },
      clocks: [
        {
          clock: 'publish',
          do: 'start',
          limit: {
            value: parameter(input.kind === 'penalty' ? 'enforcement.publish-days' : 'enforcement.publish-other-days'),
            unit: 'work_day',
          },
        },
      ],
      facts: (input.photos ?? []).length > 0 ? [say(picturesWanted, { ids: [...(input.photos ?? [])] })] : [],
    }),
  }),
  edit: action({
    zh: '修改、脱敏',
    from: 'drafted',
    to: 'same',
    by: 'enforcement.handle',
    form: { title: text('标题', { maxLength: 200 }), body: longText('内容', { maxLength: 8000 }) },
    effects: ({ input }) => ({ set: { title: input.title, body: input.body } }),
  }),
  publish: action({
    zh: '批准并公示',
    from: 'drafted',
    to: 'published',
    by: 'enforcement.publish',
    tone: 'primary',
    basis: '行政处罚法第48条、第50条',
    // A draft that a decision made by itself has no author; whoever wrote or changed a text does not approve it.
    guard: ({ past, actor, subject }) =>
      actor.id !== null &&
      past.some((p) => ((p.action === 'draft' && !subject.parentId) || p.action === 'edit') && p.actorId === actor.id)
        ? refuse('enforcement.same-person', { role: '批准人', other: '拟稿人' })
        : undefined,
    look: async (ctx) => ({
      told: await findTold(ctx.tx, ctx.subject.penalty),
      shown: await publishedOf(ctx.tx, ctx.subject.photos ?? []),
    }),
    check: ({ found: { told, shown }, subject, actor }) =>
      first(
        told && told.handler === actor.id
          ? refuse('enforcement.own-case', { role: '批准公示', article: '行政处罚法第48条' })
          : undefined,
        leak(`${subject.title}${subject.body ?? ''}`, told),
        !told && subject.kind === 'penalty' ? refuse('enforcement.field', { why: '没有对应的案件' }) : undefined,
        shown.length < (subject.photos ?? []).length
          ? refuse('enforcement.publish', { why: '配图还没有遮挡车牌、人脸并审看(待公开的图片)' })
          : undefined,
      ),
    effects: ({ now, found: { told } }) => ({
      set: { publishedAt: now.toISOString(), fineFen: told?.fineFen ?? null, topic: told?.topic ?? null },
      clocks: [{ clock: 'publish', do: 'stop' }],
    }),
  }),
  exempt: action({
    zh: '认定不予公开',
    from: 'drafted',
    to: 'exempt',
    by: 'enforcement.publish',
    basis: '行政处罚法第48条:具有一定社会影响的行政处罚决定应当依法公开;第50条:国家秘密、商业秘密、个人隐私',
    form: { reason: text('理由', { maxLength: 500 }) },
    effects: ({ input }) => ({ set: { reason: input.reason }, clocks: [{ clock: 'publish', do: 'stop' }] }),
  }),
  correct: action({
    zh: '更正',
    from: 'published',
    to: 'same',
    by: 'enforcement.publish',
    form: {
      title: text('标题', { maxLength: 200 }),
      body: longText('内容', { maxLength: 8000 }),
      reason: text('更正理由', { maxLength: 500 }),
    },
    look: (ctx) => findTold(ctx.tx, ctx.subject.penalty),
    check: ({ input, found }) => leak(`${input.title}${input.body}`, found),
    effects: ({ input, subject }) => ({
      set: { title: input.title, body: input.body, reason: input.reason, correctionCount: subject.correctionCount + 1 },
    }),
  }),
  mustWithdraw: action({
    zh: '决定被变更、撤销、确认违法',
    from: ['drafted', 'published'],
    to: 'withdrawing',
    by: 'system',
    basis: '行政处罚法第48条第二款',
    effects: () => ({
      clocks: [
        { clock: 'publish', do: 'stop' },
        { clock: 'withdraw', do: 'start' },
      ],
    }),
  }),
  withdraw: action({
    zh: '撤回并公开说明理由',
    from: ['published', 'withdrawing'],
    to: 'withdrawn',
    by: 'enforcement.publish',
    tone: 'danger',
    basis: '行政处罚法第48条第二款:三日内撤回并公开说明理由',
    form: { reason: text('公开说明的理由', { maxLength: 500 }) },
    effects: ({ input, now }) => ({
      set: { reason: input.reason, withdrawnAt: now.toISOString() },
      clocks: [{ clock: 'withdraw', do: 'stop' }],
    }),
  }),
}))

/**
 * 证据 (行政处罚法第46条) and 执法全过程记录 (第47条). A piece of evidence names the stored original by its hash and counts only after somebody
 * other than the handlers has verified it; a record of a step is kept at least its months, as evidence as long as the volume.
 */
import {
  addMonths,
  choice,
  date,
  dayOf,
  dayText,
  files,
  flag,
  instant,
  longText,
  procedure,
  raw,
  ref,
  refuse,
  text,
} from '#kernel'
import { recordSteps } from './contract.ts'
import { findOfficers, refuseUncertified } from './officers.ts'
import { first } from './penalty/shared.ts'

export const evidenceKinds = {
  photo: '照片',
  video: '视频',
  audio: '录音',
  scan: '书证扫描',
  item: '物证照片',
  testimony: '陈述、证人证言',
  report: '鉴定意见、勘验笔录',
} as const
export const origins = { onSite: '现场采集', device: '固定设备', remote: '远程采集', submitted: '当事人提交' } as const
const hash = { maxLength: 64, pattern: { source: '^[0-9a-f]{64}$', zh: '哈希应为64位小写十六进制(SHA-256)' } }
const evidenceForm = {
  penalty: ref('案件', 'enforcement.penalty'),
  kind: choice('种类', evidenceKinds),
  origin: choice('来源', origins),
  file: files(1, '原始文件'),
  sha256: text('原始文件哈希', hash),
  device: text('采集设备', { maxLength: 80 }),
  takenAt: instant('采集时间'),
  place: text('采集地点', { maxLength: 200 }),
  proves: longText('证明内容', { maxLength: 1000 }).searchable(),
} as const
interface CasePeople {
  readonly handler: string | null
  readonly coHandler: string | null
  readonly status: string
}
export const evidenceProcedure = procedure('enforcement.evidence', {
  zh: '证据',
  menu: '执法办案',
  numbering: { prefix: 'ZJ', per: 'year', digits: 6 },
  title: 'proves',
  fields: { ...evidenceForm, rejectReason: text('不采信理由', { maxLength: 300 }).optional() },
  statuses: {
    collected: { zh: '待核验', duty: 'enforcement.verify', taskZh: '待核验证据' },
    verified: { zh: '已核验', kind: 'final' },
    rejected: { zh: '不采信', kind: 'final' },
  },
}).actions((action) => ({
  collect: action({
    zh: '提取证据',
    from: 'new',
    to: 'collected',
    by: 'enforcement.handle',
    basis: '行政处罚法第46条、第55条',
    form: { ...evidenceForm, sha256: evidenceForm.sha256.optional().help('不填的,按上传的原始文件计算') },
    look: async (ctx) => {
      const { rows: cases } = await raw<CasePeople>(
        ctx.tx,
        'select handler, co_handler as "coHandler", status from enforcement.penalty where id = $1',
        [ctx.input.penalty],
      )
      const { rows: stored } = await raw<{ sha256: string }>(
        ctx.tx,
        'select sha256 from kernel.file where id = any($1::uuid[]) and ($2::text is null or sha256 = $2 or served_sha256 = $2) order by id',
        [ctx.input.file, ctx.input.sha256 ?? null],
      )
      const day = dayOf(ctx.kernel, ctx.subject.district, ctx.now)
      const people = [cases[0]?.handler, cases[0]?.coHandler]
      return { subject: cases[0], stored: stored[0], day, officers: await findOfficers(ctx.tx, people, day) }
    },
    check: ({ found, actor, input, now }) =>
      first(
        found.subject ? undefined : refuse('kernel.not-found', { what: '案件' }),
        found.subject && ![found.subject.handler, found.subject.coHandler].includes(actor.id)
          ? refuse('enforcement.not-handler', { who: '主办、协办人' })
          : undefined,
        found.subject?.status === 'investigating' ? undefined : refuse('enforcement.field', { why: '案件不在调查取证阶段' }),
        refuseUncertified(found.officers, found.day),
        found.stored ? undefined : refuse('enforcement.file'),
        new Date(input.takenAt) > now ? refuse('enforcement.field', { why: '采集时间不能晚于现在' }) : undefined,
      ),
    effects: ({ input, found }) => ({ set: { sha256: input.sha256 ?? found.stored?.sha256 ?? '' } }),
  }),
  carry: action({
    zh: '转入非现场采集记录',
    from: 'new',
    to: 'verified',
    by: 'system',
    basis: '行政处罚法第41条第二款:非现场记录已经人工审核',
    form: evidenceForm,
  }),
  verify: action({
    zh: '核验属实',
    from: 'collected',
    to: 'verified',
    by: 'enforcement.verify',
    tone: 'primary',
    basis: '行政处罚法第46条:证据须经查证属实',
    look: (ctx) => findCasePeople(ctx.tx, ctx.subject.penalty),
    check: ({ found, actor }) => ownCase(found, actor.id),
  }),
  reject: action({
    zh: '不采信',
    from: 'collected',
    to: 'rejected',
    by: 'enforcement.verify',
    tone: 'danger',
    basis: '行政处罚法第46条:以非法手段取得的证据不得作为认定事实的根据',
    form: { reason: text('理由', { maxLength: 300 }) },
    look: (ctx) => findCasePeople(ctx.tx, ctx.subject.penalty),
    check: ({ found, actor }) => ownCase(found, actor.id),
    effects: ({ input }) => ({ set: { rejectReason: input.reason } }),
  }),
}))
const findCasePeople = async (tx: Parameters<typeof raw>[0], id: string): Promise<CasePeople | undefined> => {
  const { rows } = await raw<CasePeople>(
    tx,
    'select handler, co_handler as "coHandler", status from enforcement.penalty where id = $1',
    [id],
  )
  return rows[0]
}
const ownCase = (found: CasePeople | undefined, actorId: string | null) =>
  actorId !== null && (found?.handler === actorId || found?.coHandler === actorId)
    ? refuse('enforcement.own-case', { role: '核验', article: '行政处罚法第46条' })
    : undefined

export const processRecord = procedure('enforcement.process-record', {
  zh: '全过程记录',
  menu: '执法办案',
  numbering: { prefix: 'JL', per: 'year', digits: 6 },
  title: 'step',
  help: '文字记录与音视频记录;缺少清单所列记录的,案件不能进入下一步。',
  fields: {
    penalty: ref('案件', 'enforcement.penalty'),
    step: choice('环节', recordSteps),
    words: longText('文字记录', { maxLength: 4000 }).optional().searchable(),
    media: files(0, '音视频').optional().help('录音或录像(mp4、m4a、mp3),照片不算'),
    recorder: text('记录仪编号', { maxLength: 60 }).optional(),
    isEvidence: flag('作为证据').optional(),
    keepUntilOn: date('最短保存至').optional(),
  },
  statuses: {
    kept: { zh: '保存中' },
    disposed: { zh: '已销毁', kind: 'final' },
  },
}).actions((action) => ({
  record: action({
    zh: '记录',
    from: 'new',
    to: 'kept',
    by: 'enforcement.handle',
    basis: '行政处罚法第47条',
    form: {
      penalty: ref('案件', 'enforcement.penalty'),
      step: choice('环节', recordSteps),
      words: longText('文字记录', { maxLength: 4000 }).optional(),
      media: files(0, '音视频').optional().help('录音或录像(mp4、m4a、mp3),照片不算'),
      recorder: text('记录仪编号', { maxLength: 60 }).optional(),
      isEvidence: flag('作为证据').optional(),
    },
    look: (ctx) => findCasePeople(ctx.tx, ctx.input.penalty),
    check: ({ input, found, actor }) =>
      first(
        found ? undefined : refuse('kernel.not-found', { what: '案件' }),
        actor.kind === 'person' && found && ![found.handler, found.coHandler].includes(actor.id)
          ? refuse('enforcement.not-handler', { who: '主办、协办人' })
          : undefined,
        !input.words && (input.media ?? []).length === 0
          ? refuse('enforcement.field', { why: '请填写文字记录或上传音视频' })
          : undefined,
      ),
    effects: ({ parameter, now }) => ({
      set: {
        keepUntilOn: addMonths(dayText(now), parameter('enforcement.record-months')),
      },
    }),
  }),
  markEvidence: action({
    zh: '作为证据随案卷保存',
    from: 'kept',
    to: 'same',
    by: 'enforcement.handle',
    effects: () => ({ set: { isEvidence: true } }),
  }),
  dispose: action({
    zh: '到期销毁',
    from: 'kept',
    to: 'disposed',
    by: 'enforcement.archive',
    tone: 'danger',
    form: { reason: text('审批意见', { maxLength: 300 }) },
    guard: ({ subject, now }) =>
      subject.isEvidence
        ? refuse('enforcement.keep', { day: '案卷保管期满', why: ':作为证据的记录与案卷同期' })
        : subject.keepUntilOn && now < new Date(`${subject.keepUntilOn}T00:00:00+08:00`)
          ? refuse('enforcement.keep', { day: subject.keepUntilOn, why: '' })
          : undefined,
    look: (ctx) => findCasePeople(ctx.tx, ctx.subject.penalty),
    check: ({ found }) =>
      found && ['closed', 'archived', 'not_filed', 'not_punished', 'terminated', 'revoked', 'transferred'].includes(found.status)
        ? undefined
        : refuse('enforcement.keep', { day: '案件办结', why: '' }),
  }),
}))

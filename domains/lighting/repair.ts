/** 照明维修: one job for several lamps, a pit, a scene or the remote device itself; what was dark is closed by a picture taken at night. */
import { caseWorkDone } from '#catalogue/facts.ts'
import {
  choice,
  first,
  instant,
  integer,
  longText,
  many,
  one,
  photos,
  procedure,
  ref,
  rows,
  say,
  type Tx,
  text,
  unit,
} from '#kernel'
import { lampsMarked, pitMarked } from './facts.ts'
import { notAtNight, notYet, why } from './shared.ts'
import { lampKinds, pitKinds, type RepairKind, repairKinds, repairSources } from './words.ts'

const lampLine = { code: text('灯号', { maxLength: 30 }), note: text('情况', { maxLength: 100 }).optional() } as const
const form = {
  kind: choice('故障', repairKinds),
  source: choice('来源', repairSources),
  place: text('位置', { maxLength: 120 }),
  note: text('情况', { maxLength: 300 }).optional(),
  lamps: rows('故障灯', lampLine).optional().help('有灯不亮、灯具破损时逐盏填写灯号,可一单多盏'),
  cabinet: ref('控制柜', 'lighting.cabinet').optional(),
  pit: ref('工作井', 'lighting.pit').optional(),
  scene: ref('景观点位', 'lighting.scene').optional(),
  caseRef: ref('案件', 'cases.case').optional().help('由案件派遣的填写'),
  phone: text('报修人电话', { maxLength: 20 }).personal('phone').optional(),
  scenePhotos: photos(0, '现场照片').optional(),
} as const
interface Report {
  readonly kind: RepairKind
  readonly source: string
  readonly lamps?: readonly { readonly code: string }[] | null | undefined
  readonly cabinet?: string | null | undefined
  readonly pit?: string | null | undefined
  readonly scene?: string | null | undefined
  readonly caseRef?: string | null | undefined
}
const codesOf = (r: { readonly lamps?: readonly { readonly code: string }[] | null | undefined }): readonly string[] =>
  (r.lamps ?? []).map((l) => l.code)
/** Lamps nobody knows, and lamps or things already under repair. */
const lookAt = async (tx: Tx, r: Report) => {
  const codes = codesOf(r)
  const known = await many<{ code: string }>(tx, 'select code from lighting.lamp where code = any($1) and retired_at is null', [
    codes,
  ])
  const busy = await one<{ number: string; code: string | null }>(
    tx,
    `select r.number, l.code from lighting.repair r left join lateral jsonb_to_recordset(coalesce(r.lamps, '[]')) as l(code text) on true
     where r.status <> all (array['closed', 'dropped']) and (l.code = any($1) or r.pit = $2::uuid or (r.scene = $3::uuid and r.kind = $4) or ($1 = '{}' and r.cabinet = $5::uuid and r.kind = $4)) limit 1`,
    [codes, r.pit ?? null, r.scene ?? null, r.kind, r.cabinet ?? null],
  )
  return { unknown: codes.filter((c) => !known.some((k) => k.code === c)), busy }
}
const faultOf = (r: Report, found: Awaited<ReturnType<typeof lookAt>>) => {
  const codes = codesOf(r)
  const isLamps = lampKinds.includes(r.kind)
  return first(
    why(isLamps && codes.length === 0 && !r.cabinet, '请逐盏填写灯号;整柜不亮的填控制柜'),
    why(new Set(codes).size < codes.length, '同一盏灯填了两次'),
    why(pitKinds.includes(r.kind) && !r.pit, '请选择工作井'),
    why((r.kind === 'remote' || r.kind === 'daylit') && !r.cabinet, '请选择控制柜'),
    why(r.kind === 'landscape' && !r.scene, '请选择景观点位'),
    why(r.source === 'case' && !r.caseRef, '由案件派遣的请选择案件'),
    why(found.unknown.length > 0, `台账里没有:${found.unknown.join('、')}`),
    notYet(Boolean(found.busy), `${found.busy?.code ?? '该处'}已在维修单${found.busy?.number ?? ''}中`),
  )
}
export const repair = procedure('lighting.repair', {
  zh: '照明维修',
  menu: '道路照明',
  title: 'place',
  numbering: { prefix: 'ZX', per: 'day', digits: 4 },
  help: '一单可修多盏,每盏每修一次计一盏次;有灯不亮须有夜间照片才能办结;远程监控设备自身维修单独计次。',
  leadingClock: 'repair',
  mirror: { repair: { dueAt: 'repairDueAt' } },
  fields: {
    ...form,
    place: form.place.searchable(),
    crew: unit('维修单位').optional(),
    parts: text('更换材料', { maxLength: 200 }).optional(),
    sets: integer('修补', { unit: '套', min: 0 }).optional().help('工作井维修的套数'),
    lampCount: integer('维修', { unit: '盏次', min: 0 }).optional(),
    donePhotos: photos(0, '修复照片').optional(),
    takenAt: instant('修复照片拍摄时间').optional(),
    fixedAt: instant('修复时间').optional(),
    repairDueAt: instant('维修期限').optional(),
    reason: longText('退回(不予维修)原因', { maxLength: 500 }).optional(),
  },
  clocks: { repair: { zh: '维修', limit: { value: 24, unit: 'urgent_hour' }, basis: '本局照明设施维护办法(示例)' } },
  statuses: {
    reported: { zh: '已报修', duty: 'lighting.dispatch', taskZh: '照明报修待派工' },
    assigned: { zh: '已派工', duty: 'lighting.repair', taskZh: '照明待维修', ofUnit: true },
    fixed: { zh: '待复核', duty: 'lighting.verify', taskZh: '照明维修待复核' },
    closed: { zh: '已办结', kind: 'final' },
    dropped: { zh: '不予维修', kind: 'final' },
  },
}).actions((action) => ({
  report: action({
    zh: '报修',
    from: 'new',
    to: 'reported',
    by: 'lighting.report',
    form,
    look: ({ tx, input }) => lookAt(tx, input),
    check: ({ input, found }) => faultOf(input, found),
    effects: ({ input, subject }) => ({
      clocks: [{ clock: 'repair', do: 'start' }],
      facts: [
        ...(codesOf(input).length > 0
          ? [
              say(lampsMarked, {
                codes: [...codesOf(input)],
                state: 'fault',
                condition: input.kind === 'damage' ? 'damaged' : 'intact',
                repairId: subject.id,
                number: subject.number,
                kind: input.kind,
                isRepaired: false,
              }),
            ]
          : []),
        ...(input.pit
          ? [say(pitMarked, { pit: input.pit, state: input.kind === 'theft' ? 'stolen' : 'damaged', number: subject.number })]
          : []),
      ],
    }),
  }),
  assign: action({
    zh: '派工',
    from: 'reported',
    to: 'assigned',
    by: 'lighting.dispatch',
    tone: 'primary',
    isBulk: true,
    form: { crew: unit('维修单位') },
    effects: ({ input }) => ({ set: { crew: input.crew }, assign: { unitId: input.crew } }),
  }),
  fix: action({
    zh: '修复',
    from: 'assigned',
    to: 'fixed',
    by: 'lighting.repair',
    tone: 'primary',
    help: '有灯不亮的,照片须夜间拍摄',
    form: {
      donePhotos: photos(1, '修复照片'),
      takenAt: instant('照片拍摄时间'),
      parts: text('更换材料', { maxLength: 200 }).optional(),
      sets: integer('修补', { unit: '套', min: 1 }).optional().help('工作井维修时填写'),
    },
    check: ({ input, subject, now }) =>
      first(
        why(new Date(input.takenAt) > now, '拍摄时间不能晚于现在'),
        why(new Date(input.takenAt) < subject.createdAt, '照片应在报修之后拍摄'),
        subject.kind === 'dark' || subject.kind === 'landscape' ? notAtNight(input.takenAt) : undefined,
        why(pitKinds.includes(subject.kind) && !input.sets, '请填写修补套数'),
      ),
    effects: ({ input, subject, now }) => ({
      set: { ...input, lampCount: codesOf(subject).length, fixedAt: now.toISOString() },
      clocks: [{ clock: 'repair', do: 'stop' }],
    }),
  }),
  sendBack: action({
    zh: '复核不通过,退回重修',
    from: 'fixed',
    to: 'assigned',
    by: 'lighting.verify',
    tone: 'danger',
    form: { reason: longText('原因', { maxLength: 500 }) },
    effects: ({ input, subject }) => ({
      set: { reason: input.reason, lampCount: null, fixedAt: null },
      clocks: [{ clock: 'repair', do: 'start' }],
      ...(subject.crew ? { assign: { unitId: subject.crew } } : {}),
    }),
  }),
  close: action({
    zh: '复核通过,办结',
    from: 'fixed',
    to: 'closed',
    by: 'lighting.verify',
    tone: 'primary',
    guard: ({ actor, past }) =>
      why(
        past.some((p) => p.action === 'fix' && p.actorId !== null && p.actorId === actor.id),
        '修复人不能复核自己的维修',
      ),
    effects: ({ subject }) => ({
      facts: [
        ...(codesOf(subject).length > 0
          ? [
              say(lampsMarked, {
                codes: [...codesOf(subject)],
                state: 'lit',
                condition: 'intact',
                repairId: subject.id,
                number: subject.number,
                kind: subject.kind,
                isRepaired: true,
              }),
            ]
          : []),
        ...(subject.pit ? [say(pitMarked, { pit: subject.pit, state: 'intact', number: subject.number })] : []),
        ...(subject.caseRef
          ? [
              say(caseWorkDone, {
                caseId: subject.caseRef,
                number: subject.number,
                result: `已修复${subject.lampCount ?? 0}盏${subject.parts ? `,更换${subject.parts}` : ''}`,
                photos: [...(subject.donePhotos ?? [])],
              }),
            ]
          : []),
      ],
    }),
  }),
  drop: action({
    zh: '不予维修',
    from: ['reported', 'assigned'],
    to: 'dropped',
    by: 'lighting.verify',
    tone: 'danger',
    help: '误报、非本单位设施;灯恢复为正常',
    form: { reason: longText('原因', { maxLength: 500 }) },
    effects: ({ input, subject }) => ({
      set: { reason: input.reason },
      clocks: [{ clock: 'repair', do: 'cancel' }],
      facts:
        codesOf(subject).length > 0
          ? [
              say(lampsMarked, {
                codes: [...codesOf(subject)],
                state: 'lit',
                condition: 'intact',
                repairId: subject.id,
                number: subject.number,
                kind: subject.kind,
                isRepaired: false,
              }),
            ]
          : [],
    }),
  }),
}))

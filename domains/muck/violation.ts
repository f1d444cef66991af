/** 违法查处: four classes, proved by two pictures, judged by another, handed to the enforcement by fact; points for firm and truck. */
import { penaltyWanted } from '#catalogue/facts.ts'
import { choice, dayText, first, instant, integer, longText, money, one, photos, procedure, ref, say, text } from '#kernel'
import { pointsGiven } from './facts.ts'
import { notYet, why } from './shared.ts'
import { violationKinds } from './words.ts'

const form = {
  kind: choice('违法情形', violationKinds),
  plate: text('号牌', { maxLength: 10 }),
  haulerCode: text('企业信用代码', { maxLength: 18 }).optional().help('已准入车辆可不填'),
  haulerName: text('企业(车主)', { maxLength: 100 }).optional(),
  site: ref('工地', 'muck.site').optional(),
  happenedAt: instant('发生时间'),
  address: text('地点', { maxLength: 150 }),
  description: text('情况', { maxLength: 300 }),
  source: choice('来源', { patrol: '巡查', alarm: '平台告警', report: '举报', joint: '联合执法' }),
  alarm: ref('告警', 'muck.alarm').optional(),
} as const
interface Owner {
  readonly code: string
  readonly name: string
}
const ownerSql = `select hauler_code as code, hauler_name as name from muck.truck where plate = $1 and retired_at is null`
interface Scale {
  readonly lawCode: string
  readonly companyPoints: number
  readonly truckPoints: number
  readonly law: string | null
  readonly minFen: number | null
  readonly maxFen: number | null
}
/** The scale of the day of the deed, with the law then in force. */
const scaleSql = `select s.law_code as "lawCode", s.company_points as "companyPoints", s.truck_points as "truckPoints",
    l.law || '第' || l.article || '条:' || l.penalty as law, l.org_min_fen as "minFen", l.org_max_fen as "maxFen"
  from muck.scale s left join enforcement.law l on l.code = s.law_code and l.retired_at is null and l.valid_from <= $2::date and (l.valid_to is null or l.valid_to > $2::date)
  where s.kind = $1 and s.retired_at is null and s.valid_from <= $2::date and (s.valid_to is null or s.valid_to > $2::date)
  order by s.valid_from desc, l.valid_from desc limit 1`
const reason = { reason: longText('说明', { maxLength: 500 }) } as const
const open = ['handed', 'filed'] as const

export const violation = procedure('muck.violation', {
  zh: '渣土违法查处',
  menu: '渣土查处',
  title: 'description',
  numbering: { prefix: 'ZW', per: 'year', digits: 5 },
  help: '发现 → 取证(两张以上照片)→ 他人审核认定、记分并移送处罚 → 处罚结果自动回写;轻微的责令改正。',
  fields: {
    ...form,
    plate: form.plate.searchable(),
    description: form.description.searchable(),
    evidence: photos(0, '证据照片').optional(),
    facts: longText('查明事实', { maxLength: 1000 }).optional(),
    lawCode: text('违法行为', { maxLength: 12 }).optional(),
    lawText: text('处罚依据', { maxLength: 300 }).optional(),
    minFen: money('法定最低').optional(),
    maxFen: money('法定最高').optional(),
    companyPoints: integer('企业记分', { unit: '分' }).optional(),
    truckPoints: integer('车辆记分', { unit: '分' }).optional(),
    opinion: longText('审核意见', { maxLength: 500 }).optional(),
    penaltyId: ref('处罚案件', 'enforcement.penalty').optional(),
    penaltyNumber: text('处罚案号', { maxLength: 40 }).optional(),
    fineFen: money('罚款').optional(),
    filedAt: instant('立案源时间').optional(),
    decidedAt: instant('处罚决定时间').optional(),
    reason: reason.reason.optional(),
  },
  statuses: {
    found: { zh: '待取证', duty: 'muck.inspect', taskZh: '渣土违法待取证' },
    proved: { zh: '待审核', duty: 'muck.review', taskZh: '渣土违法待审核' },
    handed: { zh: '已移送', stage: 1 },
    filed: { zh: '处罚办理中', stage: 2 },
    fined: { zh: '已处罚', kind: 'final' },
    corrected: { zh: '责令改正', kind: 'final' },
    dropped: { zh: '不予处理', kind: 'final' },
  },
}).actions((action) => ({
  report: action({
    zh: '登记违法',
    from: 'new',
    to: 'found',
    by: 'muck.inspect',
    form,
    look: ({ tx, input }) => one<Owner>(tx, ownerSql, [input.plate]),
    check: ({ input, now, found }) =>
      first(
        why(new Date(input.happenedAt) > now, '发生时间不能晚于现在'),
        why(!found && !input.haulerName, '车辆不在名录,请填写企业(车主)'),
      ),
    effects: ({ input, found }) => ({
      set: { haulerCode: input.haulerCode ?? found?.code ?? null, haulerName: input.haulerName ?? found?.name ?? null },
    }),
  }),
  fromAlarm: action({ zh: '由告警转来', from: 'new', to: 'found', by: 'system', form }),
  prove: action({
    zh: '取证',
    from: 'found',
    to: 'proved',
    by: 'muck.inspect',
    tone: 'primary',
    form: { evidence: photos(2, '证据照片'), facts: longText('查明事实', { maxLength: 1000 }) },
    check: ({ input }) => why(new Set(input.evidence).size < 2, '须有两张不同的照片'),
    effects: ({ input }) => ({ set: input }),
  }),
  confirm: action({
    zh: '认定,记分并移送处罚',
    from: 'proved',
    to: 'handed',
    by: 'muck.review',
    tone: 'primary',
    form: { opinion: longText('审核意见', { maxLength: 500 }) },
    guard: ({ past, actor }) =>
      notYet(
        past.some((p) => p.action === 'prove' && p.actorId !== null && p.actorId === actor.id),
        '取证人不能审核自己的取证',
      ),
    look: ({ tx, subject }) => one<Scale>(tx, scaleSql, [subject.kind, dayText(new Date(subject.happenedAt))]),
    check: ({ found, subject }) =>
      first(
        notYet(!found, `没有当日有效的“${violationKinds[subject.kind]}”情形与记分`),
        notYet(!found?.law, '当日没有有效的处罚依据'),
      ),
    effects: ({ found, input, subject }) => {
      const on = dayText(new Date(subject.happenedAt))
      const holder = subject.haulerName ?? `${subject.plate}车主`
      return {
        set: {
          opinion: input.opinion,
          lawCode: found?.lawCode ?? null,
          lawText: found?.law?.slice(0, 300) ?? null,
          minFen: found?.minFen ?? null,
          maxFen: found?.maxFen ?? null,
          companyPoints: found?.companyPoints ?? 0,
          truckPoints: found?.truckPoints ?? 0,
        },
        facts: [
          say(penaltyWanted, {
            sourceType: 'muck.violation',
            sourceId: subject.id,
            topic: 'muck',
            lawCode: found?.lawCode ?? '',
            partyName: holder,
            partyCode: subject.haulerCode ?? subject.plate,
            partyKind: subject.haulerCode ? 'org' : 'person',
            happenedOn: on,
            address: subject.address,
            description: `${subject.plate}${violationKinds[subject.kind]}:${subject.description}(${subject.number})`,
            lon: subject.lon,
            lat: subject.lat,
            areaCode: subject.areaCode,
          }),
          say(pointsGiven, {
            violation: subject.id,
            number: subject.number,
            kind: violationKinds[subject.kind],
            plate: subject.plate,
            haulerCode: subject.haulerCode ?? '',
            haulerName: holder,
            truckPoints: found?.truckPoints ?? 0,
            companyPoints: found?.companyPoints ?? 0,
            happenedOn: on,
          }),
        ],
      }
    },
  }),
  correct: action({
    zh: '责令改正',
    from: 'proved',
    to: 'corrected',
    by: 'muck.review',
    form: reason,
    effects: ({ input }) => ({ set: input }),
  }),
  drop: action({
    zh: '不予处理',
    from: ['found', 'proved', 'filed'],
    to: 'dropped',
    by: 'muck.review',
    tone: 'danger',
    form: reason,
    effects: ({ input }) => ({ set: input }),
  }),
  noteCase: action({
    zh: '处罚已立案源',
    from: 'handed',
    to: 'filed',
    by: 'system',
    form: { penaltyId: ref('处罚案件', 'enforcement.penalty'), penaltyNumber: text('处罚案号', { maxLength: 40 }) },
    effects: ({ input, now }) => ({ set: { ...input, filedAt: now.toISOString() } }),
  }),
  noteDecided: action({
    zh: '处罚已决定',
    from: open,
    to: 'fined',
    by: 'system',
    form: { fineFen: money('罚款') },
    effects: ({ input, now }) => ({ set: { ...input, decidedAt: now.toISOString() } }),
  }),
}))

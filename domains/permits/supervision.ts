/** 事前事中事后监管: tasks that follow an approval into construction and use; 燃气经营许可再核查. */
import { choice, date, dayText, flag, instant, integer, longText, one, photos, procedure, ref, refuse, say, text } from '#kernel'
import { kindNames } from './contract.ts'
import { addDays, endOfDay } from './days.ts'
import { conditionsLost, findingMade } from './facts.ts'
import { first, wrong } from './kinds/kind.ts'

const planForm = {
  phase: choice('阶段', { construction: '事中(施工、作业)', use: '事后(使用、经营)', removal: '许可终止后拆除' }),
  content: text('检查内容', { maxLength: 200 }).searchable(),
  application: ref('对应审批', 'permits.application'),
  applicationNumber: text('审批编号', { maxLength: 40 }).searchable(),
  kind: choice('种类', kindNames),
  holder: text('监管对象', { maxLength: 100 }).searchable(),
  holderCode: text('代码', { maxLength: 18 }).personal('idNumber'),
  address: text('地点', { maxLength: 200 }).searchable(),
  dueOn: date('应查日期'),
} as const
export const supervision = procedure('permits.supervision', {
  zh: '事中事后监管',
  menu: '审批监管',
  title: 'content',
  help: '审批后自动排出施工、使用阶段的检查;发现的问题记回原审批的证照。',
  numbering: { prefix: 'JG', per: 'year', digits: 5 },
  leadingClock: 'visit',
  mirror: { visit: { dueAt: 'visitDueAt', stoppedAt: 'visitedAt' }, fix: { dueAt: 'fixDueAt', stoppedAt: 'fixedAt' } },
  fields: {
    ...planForm,
    result: choice('结果', { fine: '合格', problem: '发现问题' }).optional(),
    problems: integer('问题数', { unit: '个', min: 0 }).optional(),
    note: longText('检查情况', { maxLength: 2000 }).optional(),
    photos: photos(0, '检查照片').optional(),
    fixNote: longText('整改情况', { maxLength: 2000 }).optional(),
    visitDueAt: instant('应查时间').optional(),
    visitedAt: instant('检查时间').optional(),
    fixDueAt: instant('整改期限').optional(),
    fixedAt: instant('整改完成').optional(),
  },
  clocks: {
    visit: { zh: '检查', limit: { value: 30, unit: 'natural_day' } },
    fix: { zh: '整改', basis: '本局事中事后监管办法(示例)', byDay: 'plain' },
  },
  statuses: {
    planned: { zh: '待检查', duty: 'permits.inspect', taskZh: '待检查的许可对象' },
    rectifying: { zh: '整改中', duty: 'permits.inspect', taskZh: '待复查的许可对象' },
    done: { zh: '已办结', kind: 'final' },
    dropped: { zh: '许可已终止,不再检查', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '安排检查',
    from: 'new',
    to: 'planned',
    by: 'permits.inspect',
    form: planForm,
    effects: ({ input }) => ({
      clocks: [{ clock: 'visit', do: 'start', dueAt: endOfDay(input.dueOn) }],
    }),
  }),
  check: action({
    zh: '登记检查',
    from: 'planned',
    to: ({ input }) => (input.result === 'fine' ? 'done' : 'rectifying'),
    by: 'permits.inspect',
    tone: 'primary',
    form: {
      result: choice('结果', { fine: '合格', problem: '发现问题' }),
      problems: integer('问题数', { unit: '个', min: 0 }),
      note: longText('检查情况', { maxLength: 2000 }),
      photos: photos(1, '检查照片'),
    },
    check: ({ input }) =>
      (input.result === 'problem') === input.problems > 0 ? undefined : wrong('合格的问题数为0,发现问题的至少1个'),
    effects: ({ input, subject, parameter }) => ({
      set: { result: input.result, problems: input.problems, note: input.note, photos: input.photos },
      clocks: [
        { clock: 'visit', do: 'stop' },
        ...(input.problems > 0
          ? [
              {
                clock: 'fix' as const,
                do: 'start' as const,
                limit: { value: parameter('permits.rectify-days'), unit: 'work_day' as const },
              },
            ]
          : []),
      ],
      facts: input.problems > 0 ? [say(findingMade, { application: subject.application, count: input.problems })] : [],
    }),
  }),
  recheck: action({
    zh: '复查整改',
    from: 'rectifying',
    to: ({ input }) => (input.isFixed ? 'done' : 'rectifying'),
    by: 'permits.inspect',
    tone: 'primary',
    form: { isFixed: flag('已整改到位'), note: longText('复查情况', { maxLength: 2000 }), photos: photos(1, '复查照片') },
    effects: ({ input }) => ({
      set: { fixNote: input.note },
      clocks: input.isFixed ? [{ clock: 'fix', do: 'stop' }] : [],
    }),
  }),
  drop: action({
    zh: '许可已终止,不再检查',
    from: 'planned',
    to: 'dropped',
    by: 'system',
    effects: () => ({ clocks: [{ clock: 'visit', do: 'stop' }] }),
  }),
}))

const gasConditions = {
  hasSite: flag('经营场所符合条件'),
  hasStaff: flag('从业人员持证'),
  hasEmergency: flag('应急预案与抢险'),
  hasStorage: flag('储存设施合格'),
} as const
const conditionZh = { hasSite: '经营场所', hasStaff: '从业人员', hasEmergency: '应急抢险', hasStorage: '储存设施' } as const
type Conditions = { readonly [K in keyof typeof conditionZh]: boolean | null }
const unmet = (c: Conditions): readonly string[] =>
  (Object.keys(conditionZh) as (keyof typeof conditionZh)[]).filter((k) => !c[k]).map((k) => conditionZh[k])
export const gasRecheck = procedure('permits.gas-recheck', {
  zh: '燃气经营许可再核查',
  menu: '审批监管',
  title: 'holder',
  help: '逐户按许可条件再核查:通过、限期整改(到期再访)、注销。',
  numbering: { prefix: 'RH', per: 'year', digits: 4 },
  leadingClock: 'revisit',
  mirror: { revisit: { dueAt: 'revisitDueAt', stoppedAt: 'revisitedAt' } },
  fields: {
    batch: text('批次', { maxLength: 40 }).searchable(),
    holder: text('经营者', { maxLength: 100 }).searchable(),
    holderCode: text('统一社会信用代码', { maxLength: 18 }),
    licence: text('许可证号', { maxLength: 60 }).searchable(),
    certificate: ref('证照', 'permits.certificate').optional(),
    hasSite: gasConditions.hasSite.optional(),
    hasStaff: gasConditions.hasStaff.optional(),
    hasEmergency: gasConditions.hasEmergency.optional(),
    hasStorage: gasConditions.hasStorage.optional(),
    result: choice('结果', { pass: '通过', rectify: '限期整改', cancel: '注销' }).optional(),
    firstResult: choice('首次结果', { pass: '通过', rectify: '限期整改', cancel: '注销' }).optional(),
    note: longText('核查情况', { maxLength: 2000 }).optional(),
    revisitOn: date('再访日期').optional(),
    revisits: integer('再访次数', { min: 0 }),
    checkedAt: instant('核查时间').optional(),
    revisitDueAt: instant('再访期限').optional(),
    revisitedAt: instant('再访时间').optional(),
  },
  uniqueTogether: [['batch', 'licence']],
  clocks: { revisit: { zh: '整改再访', limit: { value: 30, unit: 'natural_day' }, basis: '本局再核查方案(示例)' } },
  statuses: {
    planned: { zh: '待核查', duty: 'permits.inspect', taskZh: '待再核查燃气经营者' },
    rectifying: { zh: '限期整改', duty: 'permits.inspect', taskZh: '待再访燃气经营者' },
    passed: { zh: '通过', kind: 'final' },
    cancelling: { zh: '待注销', duty: 'permits.decide', taskZh: '待批准注销燃气许可' },
    cancelled: { zh: '已注销', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '列入再核查',
    from: 'new',
    to: 'planned',
    by: 'permits.inspect',
    form: {
      batch: text('批次', { maxLength: 40 }),
      certificate: ref('本局颁发的证照', 'permits.certificate').optional(),
      holder: text('经营者', { maxLength: 100 }).optional().help('其他机关颁发的许可填写以下三项'),
      holderCode: text('统一社会信用代码', { maxLength: 18 }).optional(),
      licence: text('许可证号', { maxLength: 60 }).optional(),
    },
    look: ({ tx, input }) =>
      one<{ number: string; holder: string; holderCode: string }>(
        tx,
        `select number, holder, holder_code as "holderCode" from permits.certificate where id = $1 and kind = 'gas' and status = 'valid'`,
        [input.certificate ?? null],
      ),
    check: ({ input, found }) =>
      first(
        input.certificate && !found ? wrong('请选择有效的燃气经营许可证') : undefined,
        input.certificate || (input.holder && input.holderCode && input.licence)
          ? undefined
          : wrong('请选择证照,或填写经营者、代码和许可证号'),
      ),
    effects: ({ found, input }) => ({
      set: {
        revisits: 0,
        holder: found?.holder ?? input.holder ?? '',
        holderCode: found?.holderCode ?? input.holderCode ?? '',
        licence: found?.number ?? input.licence ?? '',
      },
    }),
  }),
  check: action({
    zh: '核查、再访',
    from: ['planned', 'rectifying'],
    to: ({ input }) => (({ pass: 'passed', rectify: 'rectifying', cancel: 'cancelling' }) as const)[input.result],
    by: 'permits.inspect',
    tone: 'primary',
    form: {
      ...gasConditions,
      result: choice('结果', { pass: '通过', rectify: '限期整改', cancel: '注销' }),
      note: longText('核查情况', { maxLength: 2000 }),
      photos: photos(1, '核查照片'),
      revisitOn: date('再访日期').optional(),
    },
    guard: ({ subject, now }) =>
      subject.status === 'rectifying' && subject.revisitOn && dayText(now) < subject.revisitOn
        ? refuse('permits.before', { why: `整改期限至${subject.revisitOn},到期再访` })
        : undefined,
    check: ({ input, now, parameter }) => {
      const missing = unmet(input)
      const latest = addDays(dayText(now), parameter('permits.revisit-days'))
      return first(
        input.result === 'pass' && missing.length > 0 ? wrong(`${missing.join('、')}不符合,不能判为通过`) : undefined,
        input.result !== 'pass' && missing.length === 0 ? wrong('四项条件都符合的应判为通过') : undefined,
        input.result === 'rectify' && !input.revisitOn ? wrong('限期整改须定再访日期') : undefined,
        input.result === 'rectify' && input.revisitOn && (input.revisitOn <= dayText(now) || input.revisitOn > latest)
          ? wrong(`再访日期应在明天至${latest}之间`)
          : undefined,
      )
    },
    effects: ({ input, subject, now }) => ({
      set: {
        hasSite: input.hasSite,
        hasStaff: input.hasStaff,
        hasEmergency: input.hasEmergency,
        hasStorage: input.hasStorage,
        result: input.result,
        firstResult: subject.firstResult ?? input.result,
        note: input.note,
        checkedAt: now.toISOString(),
        revisitOn: input.result === 'rectify' ? (input.revisitOn ?? null) : null,
        revisits: subject.revisits + (subject.status === 'rectifying' ? 1 : 0),
      },
      clocks: [
        { clock: 'revisit', do: 'stop' },
        ...(input.result === 'rectify' && input.revisitOn
          ? [{ clock: 'revisit' as const, do: 'start' as const, dueAt: endOfDay(input.revisitOn) }]
          : []),
      ],
    }),
  }),
  approveCancel: action({
    zh: '批准注销',
    from: 'cancelling',
    to: 'cancelled',
    by: 'permits.decide',
    tone: 'danger',
    basis: '城镇燃气管理条例;行政许可法第69条、第70条',
    guard: ({ past, actor }) =>
      past.findLast((p) => p.action === 'check')?.actorId === actor.id
        ? refuse('permits.same-person', { role: '批准人', other: '核查人' })
        : undefined,
    form: { note: text('批准意见', { maxLength: 250 }) },
    effects: ({ input, subject }) => ({
      set: { note: input.note },
      facts: subject.certificate
        ? [
            say(conditionsLost, {
              certificate: subject.certificate,
              reason: `再核查${subject.number}不符合经营条件:${input.note}`,
            }),
          ]
        : [],
    }),
  }),
}))

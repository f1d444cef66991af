/** 安全检查闭环: ONE check by a checklist, in any mode; what fails becomes a problem with an order, put right with a photo, seen again by another; grave ones go to the leader by a numbered letter. */
import {
  choice,
  date,
  dayText,
  endOf,
  first,
  integer,
  list,
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
import { checked, problemClosed, stateChanged } from './facts.ts'
import { classes, gravities, notYet, unitOfPerson, why } from './shared.ts'

export const modes = {
  routine: '日常检查',
  surprise: '突击抽查',
  patrol: '巡查',
  leader: '领导带队',
  special: '专项检查',
  census: '拉网普查',
} as const
const checkForm = {
  enterprise: ref('企业(场所)', 'safety.enterprise'),
  mode: choice('方式', modes),
  class: choice('检查表', classes),
  programme: ref('所属专项整治', 'safety.programme').optional(),
  lesson: ref('所属事故教训排查', 'safety.lesson').optional().help('填写后按教训的检查项逐项检查'),
} as const
const resultLine = {
  item: text('检查项', { maxLength: 140 }),
  result: choice('结果', { ok: '合格', bad: '不合格', na: '不适用' }),
  what: text('问题', { maxLength: 200 }).optional(),
  level: choice('等级', gravities).optional(),
  dueOn: date('整改期限').optional(),
} as const
interface Item {
  readonly code: string
  readonly item: string
  readonly isGrave: boolean
}
const labelOf = (i: Item): string => `${i.code} ${i.item}`.slice(0, 140)
const itemsSql = `select code, item, is_grave as "isGrave" from safety.checklist where class = $1 and retired_at is null order by code`
const enterpriseSql =
  'select name, unit, state, to_jsonb(classes) as classes from safety.enterprise where id = $1 and retired_at is null'
const look = async (
  tx: Tx,
  input: { readonly enterprise: string; readonly class: string; readonly lesson?: string | null | undefined },
) => ({
  enterprise: await one<{ name: string; unit: string; state: string; classes: string[] }>(tx, enterpriseSql, [input.enterprise]),
  items: await many<Item>(tx, itemsSql, [input.class]),
  lesson: input.lesson
    ? await one<{ items: string[]; status: string }>(tx, 'select items, status from safety.lesson where id = $1', [input.lesson])
    : undefined,
})
export const check = procedure('safety.check', {
  zh: '安全检查',
  menu: '安全检查',
  title: 'name',
  numbering: { prefix: 'AJ', per: 'year', digits: 5 },
  help: '选企业与检查表,逐项登记;不合格的即下整改指令,全部复查合格后检查闭环。',
  fields: {
    ...checkForm,
    name: text('企业', { maxLength: 100 }).searchable(),
    unit: unit('监管单位'),
    items: list('检查项'),
    graves: list('重大项'),
    results: rows('检查结果', resultLine),
    total: integer('检查项数', { unit: '项' }),
    problems: integer('发现问题', { unit: '起' }),
    checkedOn: date('检查日期').optional(),
    comment: longText('检查意见', { maxLength: 500 }).optional(),
  },
  statuses: {
    going: { zh: '检查中', duty: 'safety.check', taskZh: '安全检查待登记' },
    fixing: { zh: '整改中' },
    closed: { zh: '已闭环', kind: 'final' },
    dropped: { zh: '取消', kind: 'final' },
  },
}).actions((action) => ({
  start: action({
    zh: '开始检查',
    from: 'new',
    to: 'going',
    by: 'safety.check',
    form: checkForm,
    look: ({ tx, input }) => look(tx, input),
    check: ({ found, input }) =>
      first(
        why(!found.enterprise, '没有这家企业'),
        notYet(found.enterprise?.state === 'closed', '企业已关闭'),
        why(Boolean(found.enterprise) && !found.enterprise?.classes.includes(input.class), `该企业不涉及${classes[input.class]}`),
        notYet(!input.lesson && found.items.length === 0, `${classes[input.class]}没有检查表`),
        notYet(Boolean(input.lesson) && found.lesson?.status !== 'on', '该事故教训排查不在进行中'),
      ),
    effects: ({ found, input, actor }) => ({
      set: {
        name: found.enterprise?.name ?? '',
        unit: found.enterprise?.unit ?? '',
        unitId: found.enterprise?.unit ?? null,
        items: input.lesson ? (found.lesson?.items ?? []) : found.items.map(labelOf),
        graves: input.lesson ? [] : found.items.filter((i) => i.isGrave).map(labelOf),
        results: [],
        total: 0,
        problems: 0,
      },
      assign: actor.id ? { personId: actor.id } : {},
    }),
  }),
  record: action({
    zh: '登记结果',
    from: 'going',
    to: ({ input }) => (input.results.some((r) => r.result === 'bad') ? 'fixing' : 'closed'),
    by: 'safety.check',
    tone: 'primary',
    form: {
      results: rows('检查结果', resultLine, { eachOf: 'items' }),
      comment: longText('检查意见', { maxLength: 500 }),
      photos: photos(1, '现场照片'),
    },
    check: ({ input, subject, now }) => {
      const left = subject.items.filter((i) => !input.results.some((r) => r.item === i))
      const bad = input.results.filter((r) => r.result === 'bad')
      const bare = bad.find((r) => !r.what || !r.level || !r.dueOn || r.dueOn < dayText(now))
      const light = bad.find((r) => subject.graves.includes(r.item) && r.level !== 'major')
      return first(
        why(left.length > 0, `还有检查项没有结果:${left.join('、')}`.slice(0, 300)),
        why(Boolean(bare), `“${bare?.item ?? ''}”不合格,须写明问题、等级和今天以后的期限`),
        why(Boolean(light), `“${light?.item ?? ''}”不合格即为重大隐患`),
      )
    },
    effects: ({ input, subject, now }) => {
      const bad = input.results.filter((r) => r.result === 'bad')
      return {
        set: {
          results: input.results,
          comment: input.comment,
          total: input.results.filter((r) => r.result !== 'na').length,
          problems: bad.length,
          checkedOn: dayText(now),
        },
        facts: [
          say(checked, {
            enterprise: subject.enterprise,
            lesson: subject.lesson,
            note: `${subject.number}:${input.comment}`.slice(0, 200),
          }),
        ],
        spawn: bad.map((r) => ({
          procedure: 'safety.problem',
          input: {
            source: subject.lesson ? 'lesson' : 'check',
            sourceId: subject.lesson ?? subject.id,
            checkId: subject.id,
            enterprise: subject.enterprise,
            class: subject.class,
            unit: subject.unit,
            what: r.what,
            level: r.level,
            dueOn: r.dueOn,
          },
        })),
      }
    },
  }),
  finish: action({ zh: '全部销号', from: 'fixing', to: 'closed', by: 'system' }),
  drop: action({
    zh: '取消检查',
    from: 'going',
    to: 'dropped',
    by: 'safety.check',
    form: { comment: text('原因', { maxLength: 200 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))

export const sources = {
  check: '安全检查',
  visit: '领导走访',
  self: '企业自查',
  survey: '风险排查',
  lesson: '事故教训排查',
  report: '群众举报',
} as const
const problemForm = {
  source: choice('来源', sources),
  enterprise: ref('企业(场所)', 'safety.enterprise'),
  class: choice('类别', classes).optional(),
  what: text('隐患', { maxLength: 200 }),
  level: choice('等级', gravities),
  unit: unit('整改督促单位'),
  dueOn: date('整改期限'),
  sourceId: text('来源编号', { maxLength: 40, isGiven: true }).optional(),
  checkId: text('所属检查', { maxLength: 40, isGiven: true }).optional(),
} as const
const ordered = (subject: { readonly unit: string; readonly what: string }, dueOn: string, number: string) => ({
  assign: { unitId: subject.unit },
  clocks: [{ clock: 'fix' as const, do: 'start' as const, dueAt: endOf(dueOn) }],
  timers: [{ name: 'fix', at: endOf(dueOn), action: 'pass' }],
  notify: [{ unitId: subject.unit, zh: `安全隐患整改指令${number}:${subject.what}`.slice(0, 120) }],
})
export const problem = procedure('safety.problem', {
  zh: '安全隐患治理',
  menu: '安全检查',
  title: 'what',
  numbering: { prefix: 'YH', per: 'year', digits: 5 },
  help: '台账、清单、逐项整改、复查、销号:整改须附照片,由另一人复查;重大隐患由领导发函挂牌,可责令停产,复查后由领导销号。',
  fields: {
    ...problemForm,
    what: problemForm.what.searchable(),
    name: text('企业', { maxLength: 100 }).searchable(),
    foundOn: date('发现日期'),
    letter: text('挂牌督办函号', { maxLength: 40 }).optional(),
    isSuspended: choice('责令停产停业', { yes: '是', no: '否' }).optional(),
    fix: longText('整改情况', { maxLength: 500 }).optional(),
    isOverdue: choice('逾期', { yes: '是', no: '否' }),
    backs: integer('复查不合格', { unit: '次' }),
    extensions: integer('延期', { unit: '次' }),
    closedOn: date('销号日期').optional(),
    isInTime: choice('按期整改', { yes: '是', no: '否' }).optional(),
  },
  clocks: { fix: { zh: '整改', limit: { value: 15, unit: 'natural_day' }, basis: '生产安全事故隐患排查治理制度' } },
  statuses: {
    grave: { zh: '重大待挂牌', duty: 'safety.lead', taskZh: '重大隐患待挂牌督办' },
    ordered: { zh: '整改中', duty: 'safety.carry', taskZh: '安全隐患待整改', ofUnit: true },
    fixed: { zh: '待复查', duty: 'safety.check', taskZh: '安全隐患待复查' },
    lifting: { zh: '重大待销号', duty: 'safety.lead', taskZh: '重大隐患待领导销号' },
    closed: { zh: '已闭环', kind: 'final' },
  },
}).actions((action) => ({
  find: action({
    zh: '登记隐患',
    from: 'new',
    look: ({ tx, input }) =>
      one<{ name: string; area: string | null }>(
        tx,
        'select e.name, u.area_code as area from safety.enterprise e left join kernel.unit u on u.district = e.district and u.id = $2 where e.id = $1',
        [input.enterprise, input.unit],
      ),
    to: ({ input }) => (input.level === 'major' ? 'grave' : 'ordered'),
    by: 'safety.check',
    form: problemForm,
    check: ({ input, found, now }) => first(why(!found, '没有这家企业'), why(input.dueOn < dayText(now), '整改期限不能早于今天')),
    effects: ({ input, found, now, subject }) => ({
      ...(input.level === 'general' ? ordered(input, input.dueOn, subject.number) : {}),
      set: {
        name: found?.name ?? '',
        foundOn: dayText(now),
        isOverdue: 'no',
        backs: 0,
        extensions: 0,
        unitId: input.unit,
        areaCode: subject.areaCode ?? found?.area ?? null,
      },
    }),
  }),
  hang: action({
    zh: '挂牌督办',
    from: 'grave',
    to: 'ordered',
    by: 'safety.lead',
    tone: 'primary',
    form: {
      letter: text('督办函号', { maxLength: 40, pattern: { source: '〔\\d{4}〕\\d+号$', zh: '函号写成 湖安督〔2026〕1号' } }),
      isSuspended: choice('责令停产停业整改', { yes: '是', no: '否' }),
      dueOn: date('整改期限'),
    },
    look: ({ tx, input, subject }) =>
      one<{ number: string }>(tx, 'select number from safety.problem where letter = $1 and id <> $2', [input.letter, subject.id]),
    check: ({ input, found, now }) =>
      first(why(input.dueOn < dayText(now), '整改期限不能早于今天'), why(Boolean(found), `函号已用于${found?.number ?? ''}`)),
    effects: ({ input, subject }) => ({
      ...ordered(subject, input.dueOn, input.letter),
      set: input,
      facts:
        input.isSuspended === 'yes'
          ? [say(stateChanged, { enterprise: subject.enterprise, state: 'suspended', reason: `${input.letter}责令停产` })]
          : [],
    }),
  }),
  pass: action({
    zh: '整改逾期',
    from: ['ordered', 'fixed'],
    to: 'same',
    by: 'system',
    effects: ({ subject }) =>
      subject.status === 'fixed'
        ? {}
        : { set: { isOverdue: 'yes' }, notify: [{ unitId: subject.unit, zh: `安全隐患整改逾期:${subject.what}`.slice(0, 120) }] },
  }),
  extend: action({
    zh: '批准延期',
    from: 'ordered',
    to: 'same',
    by: 'safety.lead',
    form: { dueOn: date('新期限'), reason: text('理由', { maxLength: 200 }) },
    check: ({ input, subject }) =>
      first(why(input.dueOn <= subject.dueOn, '新期限应晚于原期限'), notYet(subject.extensions > 0, '只能延期一次')),
    effects: ({ input, subject }) => ({
      set: { dueOn: input.dueOn, extensions: subject.extensions + 1 },
      clocks: [{ clock: 'fix', do: 'start', dueAt: endOf(input.dueOn) }],
      timers: [{ name: 'fix', at: endOf(input.dueOn), action: 'pass' }],
    }),
  }),
  fix: action({
    zh: '报整改',
    from: 'ordered',
    to: 'fixed',
    by: 'safety.carry',
    tone: 'primary',
    form: { fix: longText('整改情况', { maxLength: 500 }), photos: photos(1, '整改后照片') },
    look: ({ tx, actor }) => unitOfPerson(tx, actor.id),
    check: ({ found, subject }) => notYet(found !== subject.unit, '不是本单位督促整改的隐患'),
    effects: ({ input, now, subject }) => ({ set: { fix: input.fix, isInTime: dayText(now) <= subject.dueOn ? 'yes' : 'no' } }),
  }),
  recheck: action({
    zh: '复查',
    from: 'fixed',
    to: ({ input, subject }) => (input.isOk === 'no' ? 'ordered' : subject.level === 'major' ? 'lifting' : 'closed'),
    by: 'safety.check',
    tone: 'primary',
    form: {
      isOk: choice('复查', { yes: '合格', no: '不合格' }),
      said: text('复查情况', { maxLength: 200 }),
      photos: photos(1, '复查照片'),
    },
    guard: ({ actor, past }) =>
      notYet(
        past.some((p) => p.action === 'fix' && p.actorId === actor.id),
        '报整改的人不能复查',
      ),
    effects: ({ input, subject, now }) => {
      if (input.isOk === 'no') return { set: { backs: subject.backs + 1 }, assign: { unitId: subject.unit } }
      return subject.level === 'major' ? {} : closed(subject, now)
    },
  }),
  lift: action({
    zh: '摘牌销号',
    from: 'lifting',
    to: 'closed',
    by: 'safety.lead',
    tone: 'primary',
    effects: ({ subject, now }) => {
      const done = closed(subject, now)
      return {
        ...done,
        facts: [
          ...done.facts,
          ...(subject.isSuspended === 'yes'
            ? [
                say(stateChanged, {
                  enterprise: subject.enterprise,
                  state: 'open',
                  reason: `${subject.letter ?? ''}整改合格复产`,
                }),
              ]
            : []),
        ],
      }
    },
  }),
}))
interface Closing {
  readonly source: string
  readonly sourceId: string | null
  readonly checkId: string | null
}
function closed(subject: Closing, now: Date) {
  return {
    set: { closedOn: dayText(now) },
    clocks: [{ clock: 'fix', do: 'stop' as const }],
    timers: [{ name: 'fix', at: null, action: 'pass' }],
    facts: [say(problemClosed, { source: subject.source, sourceId: subject.checkId ?? subject.sourceId ?? '' })],
  }
}

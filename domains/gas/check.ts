/** 燃气安全检查: homes, shops, companies, networks and stations; who was not let in comes again, each hazard found is ordered to be put right. */
import { penaltyWanted } from '#catalogue/facts.ts'
import {
  addDays,
  choice,
  date,
  dayText,
  endOf,
  files,
  first,
  flag,
  integer,
  longText,
  one,
  photos,
  procedure,
  ref,
  rows,
  say,
  text,
} from '#kernel'
import { hazardsFound } from './facts.ts'
import { levels, notSelf, notYet, why } from './shared.ts'

export const targetKinds = {
  resident: '居民用户',
  shop: '商业用户',
  enterprise: '燃气企业',
  network: '管网',
  station: '场站',
} as const
export const sources = { own: '自查', province: '省级交办', holiday: '节前检查', campaign: '专项排查' } as const
export const hazardItems = {
  hose: '连接软管',
  valve: '切断阀、自闭阀',
  alarm: '报警装置',
  stove: '灶具无熄火保护',
  vent: '通风、排烟',
  cylinder: '气瓶存放',
  line: '管道占压、锈蚀',
  third: '第三方施工',
  manage: '管理制度',
} as const
const results = { entered: '已检查', refused: '拒检', absent: '到访不遇' } as const
const hazardLine = {
  item: choice('隐患', hazardItems),
  level: choice('等级', levels),
  note: text('情况', { maxLength: 120 }),
} as const
const visit = {
  result: choice('结果', results),
  hazards: rows('隐患', hazardLine).optional(),
  photos: photos(1),
} as const
const form = {
  target: text('检查对象', { maxLength: 100 }),
  targetKind: choice('对象类别', targetKinds),
  user: ref('燃气用户', 'sensing.gas-user').optional().help('居民、商业用户填写'),
  partyCode: text('统一社会信用代码', { maxLength: 18 }).optional().help('商业用户、企业、场站填写'),
  source: choice('来源', sources),
  campaign: text('专项(批次)', { maxLength: 60 }).optional(),
  checkedOn: date('检查日期'),
} as const
type Visit = { readonly result: keyof typeof results; readonly hazards?: readonly { readonly item: string }[] | null | undefined }
const visitFault = (input: Visit) =>
  first(
    why(input.result !== 'entered' && (input.hazards ?? []).length > 0, '未入内检查不能填隐患'),
    why(new Set((input.hazards ?? []).map((h) => h.item)).size < (input.hazards ?? []).length, '同类隐患填了两次'),
  )
export const check = procedure('gas.check', {
  zh: '燃气安全检查',
  menu: '燃气安全',
  title: 'target',
  numbering: { prefix: 'RJ', per: 'day', digits: 4 },
  help: '拒检、到访不遇的再访,满次数(参数)后张贴告知书、抄告社区;发现的隐患逐项立隐患单。',
  fields: {
    ...form,
    target: form.target.searchable(),
    result: choice('结果', results),
    hazards: rows('隐患', hazardLine).optional(),
    found: integer('隐患', { unit: '处' }),
    visits: integer('到访', { unit: '次' }),
    notice: text('告知书编号', { maxLength: 60 }).optional(),
  },
  statuses: {
    again: { zh: '待再访', duty: 'gas.run', taskZh: '燃气检查待再访' },
    done: { zh: '已检查', kind: 'final' },
    posted: { zh: '已张贴', kind: 'final' },
  },
}).actions((action) => ({
  check: action({
    zh: '检查',
    from: 'new',
    to: ({ input }) => (input.result === 'entered' ? 'done' : 'again'),
    by: 'gas.run',
    form: { ...form, ...visit },
    check: ({ input, now }) =>
      first(
        why(input.checkedOn > dayText(now), '检查日期不能晚于今天'),
        why(['resident', 'shop'].includes(input.targetKind) && !input.user, '请选择燃气用户'),
        why(['shop', 'enterprise', 'station'].includes(input.targetKind) && !input.partyCode, '请填统一社会信用代码'),
        visitFault(input),
      ),
    effects: ({ input, subject }) => ({
      set: { hazards: input.hazards ?? [], found: (input.hazards ?? []).length, visits: 1 },
      facts: (input.hazards ?? []).length > 0 ? [foundIn({ ...subject, ...input }, input.hazards ?? [])] : [],
    }),
  }),
  revisit: action({
    zh: '再访',
    from: 'again',
    to: ({ input }) => (input.result === 'entered' ? 'done' : 'again'),
    by: 'gas.run',
    tone: 'primary',
    form: visit,
    check: ({ input }) => visitFault(input),
    effects: ({ input, subject, now }) => ({
      set: {
        result: input.result,
        hazards: input.hazards ?? [],
        found: (input.hazards ?? []).length,
        visits: subject.visits + 1,
        checkedOn: dayText(now),
      },
      facts: (input.hazards ?? []).length > 0 ? [foundIn(subject, input.hazards ?? [])] : [],
    }),
  }),
  post: action({
    zh: '张贴告知、抄告社区',
    from: 'again',
    to: 'posted',
    by: 'gas.run',
    form: { notice: text('告知书编号', { maxLength: 60 }), photos: photos(1) },
    look: async ({ kernel, subject, now }) => ({ least: kernel.parameters.value(subject.district, 'gas.visits', dayText(now)) }),
    check: ({ subject, found }) => notYet(subject.visits < found.least, `到访${subject.visits}次,满${found.least}次后张贴`),
    effects: ({ input }) => ({ set: { notice: input.notice } }),
  }),
}))
interface Checked {
  readonly id: string
  readonly number: string
  readonly target: string
  readonly targetKind: string
  readonly partyCode?: string | null | undefined
  readonly source: string
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
const foundIn = (s: Checked, hazards: readonly { readonly item: string; readonly level: string; readonly note: string }[]) =>
  say(hazardsFound, {
    check: s.id,
    number: s.number,
    target: s.target,
    targetKind: s.targetKind,
    partyCode: s.partyCode ?? null,
    source: s.source,
    hazards: hazards.map(({ item, level, note }) => ({ item, level, note })),
    lon: s.lon,
    lat: s.lat,
    areaCode: s.areaCode,
  })

const hazardForm = {
  check: ref('检查', 'gas.check'),
  target: text('对象', { maxLength: 100 }),
  targetKind: choice('对象类别', targetKinds),
  partyCode: text('统一社会信用代码', { maxLength: 18 }).optional(),
  source: choice('来源', sources),
  item: choice('隐患', hazardItems),
  level: choice('等级', levels),
  note: text('情况', { maxLength: 120 }),
} as const
export const hazard = procedure('gas.hazard', {
  zh: '燃气隐患',
  menu: '燃气安全',
  title: 'target',
  numbering: { prefix: 'RY', per: 'year', digits: 5 },
  leadingClock: 'fix',
  help: '重大隐患当场停气;一般隐患逾期不改的停气;整改由另一人复查,合格才恢复供气;一年内同类再犯的单位移送处罚。',
  fields: {
    ...hazardForm,
    target: hazardForm.target.searchable(),
    isRepeat: flag('屡改屡犯'),
    dueOn: date('整改期限'),
    order: text('整改通知书', { maxLength: 60 }).optional(),
    stoppedOn: date('停气日期').optional(),
    restoredOn: date('恢复供气').optional(),
    fixedOn: date('整改日期').optional(),
    fixNote: longText('整改情况', { maxLength: 300 }).optional(),
    penaltyNumber: text('处罚案件', { maxLength: 40 }).optional(),
  },
  clocks: { fix: { zh: '整改', limit: { value: 15, unit: 'natural_day' }, basis: '参数:一般、重大隐患整改' } },
  statuses: {
    danger: { zh: '待停气', duty: 'gas.run', taskZh: '重大燃气隐患立即停气' },
    ordered: { zh: '待整改', duty: 'gas.run', taskZh: '燃气隐患待整改' },
    stopped: { zh: '已停气', duty: 'gas.run', taskZh: '停气用户待整改' },
    fixed: { zh: '待复查', duty: 'gas.verify', taskZh: '燃气隐患待复查' },
    closed: { zh: '已销号', kind: 'final' },
  },
}).actions((action) => ({
  order: action({
    zh: '立隐患单',
    from: 'new',
    by: 'system',
    form: hazardForm,
    look: async ({ tx, kernel, subject, input, now }) => {
      const today = dayText(now)
      const days = kernel.parameters.value(subject.district, 'gas.repeat-days', today)
      const last = await one<{ number: string }>(
        tx,
        `select number from gas.hazard where target = $1 and target_kind = $2 and item = $3 and status = 'closed' and fixed_on >= $4::date limit 1`,
        [input.target, input.targetKind, input.item, addDays(today, -days)],
      )
      return { last: last?.number ?? null }
    },
    to: ({ input }) => (input.level === 'major' ? 'danger' : 'ordered'),
    effects: ({ input, found, subject, now, parameter }) => {
      const dueOn = addDays(dayText(now), parameter(`gas.fix-days-${input.level}`))
      const isPunished = found.last !== null && Boolean(input.partyCode)
      return {
        set: { isRepeat: found.last !== null, dueOn },
        clocks: [{ clock: 'fix', do: 'start', dueAt: endOf(dueOn) }],
        facts: isPunished
          ? [
              say(penaltyWanted, {
                sourceType: 'gas.hazard',
                sourceId: subject.id,
                topic: 'gas',
                lawCode: 'V15',
                partyName: input.target,
                partyCode: input.partyCode ?? '',
                partyKind: 'org',
                happenedOn: dayText(now),
                address: input.target,
                description: `${input.target}:${hazardItems[input.item]}(${input.note}),前次隐患单${found.last}整改后再犯`,
                lon: subject.lon,
                lat: subject.lat,
                areaCode: subject.areaCode,
              }),
            ]
          : [],
      }
    },
  }),
  noteCase: action({
    zh: '处罚已立案',
    from: ['danger', 'ordered', 'stopped', 'fixed', 'closed'],
    to: 'same',
    by: 'system',
    form: { penaltyNumber: text('处罚案件', { maxLength: 40 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  stop: action({
    zh: '停止供气',
    from: ['danger', 'ordered'],
    to: 'stopped',
    by: 'gas.run',
    tone: 'danger',
    form: { photos: photos(1, '停气照片') },
    guard: ({ subject, now }) =>
      notYet(subject.level === 'general' && dayText(now) <= subject.dueOn, `一般隐患${subject.dueOn}前整改,逾期不改再停气`),
    effects: ({ now }) => ({ set: { stoppedOn: dayText(now) } }),
  }),
  fix: action({
    zh: '报整改',
    from: ['ordered', 'stopped'],
    to: 'fixed',
    by: 'gas.run',
    tone: 'primary',
    form: { fixNote: longText('整改情况', { maxLength: 300 }), photos: photos(1, '整改后') },
    effects: ({ input, now }) => ({
      set: { fixNote: input.fixNote, fixedOn: dayText(now) },
      clocks: [{ clock: 'fix', do: 'stop' }],
    }),
  }),
  recheck: action({
    zh: '复查',
    from: 'fixed',
    to: ({ input, subject }) => {
      if (input.isOk === 'yes') return 'closed'
      return subject.stoppedOn ? 'stopped' : 'ordered'
    },
    by: 'gas.verify',
    tone: 'primary',
    form: { isOk: choice('结果', { yes: '合格(停气的恢复供气)', no: '不合格' }), papers: files(1, '复查意见书') },
    guard: ({ actor, past }) => notSelf(past, 'fix', actor, '整改人不能复查自己的整改'),
    effects: ({ input, subject, now }) =>
      input.isOk === 'yes'
        ? { set: { restoredOn: subject.stoppedOn ? dayText(now) : null } }
        : { set: { fixedOn: null }, clocks: [{ clock: 'fix', do: 'start' }] },
  }),
}))

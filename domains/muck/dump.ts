/** 消纳场: safety checks that may stop it, and the plan by which it is closed, covered and greened. */
import { choice, date, first, integer, longText, money, number, one, photos, procedure, ref, rows, say, text } from '#kernel'
import { dumpMarked } from './facts.ts'
import { notYet, why } from './shared.ts'

const checkForm = {
  dump: ref('消纳场', 'muck.dump'),
  checkedOn: date('检查日期'),
  checkers: text('检查人', { maxLength: 80 }),
  items: rows('检查项', {
    item: text('项目', { maxLength: 60 }),
    result: choice('结果', { ok: '合格', bad: '隐患', grave: '重大隐患' }),
    note: text('说明', { maxLength: 120 }).optional(),
  }).help('如 堆体坡度、排水、挡坝、监控、消防'),
  photos: photos(1, '现场照片'),
} as const
export const dumpCheck = procedure('muck.dump-check', {
  zh: '消纳场安全检查',
  menu: '消纳与资源化',
  title: 'checkers',
  numbering: { prefix: 'XA', per: 'year', digits: 4 },
  help: '有重大隐患即暂停受纳,整改复查合格后恢复。',
  leadingClock: 'rectify',
  fields: {
    ...checkForm,
    bad: integer('隐患', { unit: '处' }).optional(),
    grave: integer('重大隐患', { unit: '处' }).optional(),
    donePhotos: photos(0, '整改照片').optional(),
    result: longText('整改情况', { maxLength: 500 }).optional(),
    closedOn: date('复查日期').optional(),
  },
  clocks: { rectify: { zh: '隐患整改', limit: { value: 7, unit: 'natural_day' }, basis: '本局消纳场安全检查办法(示例)' } },
  statuses: {
    passed: { zh: '合格', kind: 'final' },
    rectifying: { zh: '整改中', duty: 'muck.manage', taskZh: '消纳场隐患整改待复查' },
    closed: { zh: '整改合格', kind: 'final' },
  },
}).actions((action) => ({
  check: action({
    zh: '登记检查',
    from: 'new',
    to: ({ input }) => (input.items.some((i) => i.result !== 'ok') ? 'rectifying' : 'passed'),
    by: 'muck.manage',
    form: checkForm,
    check: ({ input }) =>
      first(
        why(input.items.length === 0, '请填写检查项'),
        why(
          input.items.some((i) => i.result !== 'ok' && !i.note),
          '隐患请写明',
        ),
      ),
    effects: ({ input, parameter }) => {
      const grave = input.items.filter((i) => i.result === 'grave').length
      const bad = input.items.filter((i) => i.result === 'bad').length
      const limit = { value: parameter('muck.dump-check-days'), unit: 'natural_day' as const }
      return {
        set: { bad, grave },
        clocks: bad + grave > 0 ? [{ clock: 'rectify', do: 'start', limit }] : [],
        facts: grave > 0 ? [say(dumpMarked, { dump: input.dump, state: 'stopped', reason: '安全检查发现重大隐患' })] : [],
      }
    },
  }),
  recheck: action({
    zh: '复查合格',
    from: 'rectifying',
    to: 'closed',
    by: 'muck.manage',
    tone: 'primary',
    form: {
      donePhotos: photos(1, '整改照片'),
      result: longText('整改情况', { maxLength: 500 }),
      closedOn: date('复查日期'),
    },
    check: ({ input, subject }) => why(input.closedOn < subject.checkedOn, '复查不能早于检查'),
    effects: ({ input, subject }) => ({
      set: input,
      clocks: [{ clock: 'rectify', do: 'stop' }],
      facts:
        (subject.grave ?? 0) > 0 ? [say(dumpMarked, { dump: subject.dump, state: 'open', reason: '重大隐患整改复查合格' })] : [],
    }),
  }),
}))
const planForm = {
  dump: ref('消纳场', 'muck.dump'),
  dumpName: text('名称', { maxLength: 100 }),
  stopOn: date('计划停止受纳'),
  coverM: number('覆土厚度', { unit: 'm', min: 0.1 }),
  greenM2: number('复绿面积', { unit: '㎡', min: 1 }),
  costFen: money('封场投资', { min: 1 }),
  plan: longText('封场方案', { maxLength: 2000 }),
} as const
export const dumpClosing = procedure('muck.dump-closing', {
  zh: '消纳场封场',
  menu: '消纳与资源化',
  title: 'dumpName',
  numbering: { prefix: 'FC', per: 'year', digits: 3 },
  help: '方案批准 → 停止受纳 → 覆土 → 复绿验收;达到方案厚度、面积才能验收。',
  fields: {
    ...planForm,
    dumpName: planForm.dumpName.searchable(),
    opinion: longText('批准意见', { maxLength: 500 }).optional(),
    leftM3: number('停止时余量', { unit: 'm³' }).optional(),
    coveredM: number('实际覆土', { unit: 'm' }).optional(),
    greenedM2: number('实际复绿', { unit: '㎡' }).optional(),
    acceptedOn: date('验收日期').optional(),
    photos: photos(0, '验收照片').optional(),
  },
  statuses: {
    drafted: { zh: '方案待批', duty: 'muck.review', taskZh: '消纳场封场方案待批' },
    approved: { zh: '待停止受纳', duty: 'muck.manage', taskZh: '消纳场待停止受纳' },
    stopped: { zh: '覆土中', duty: 'muck.manage', taskZh: '消纳场封场覆土' },
    covered: { zh: '待复绿验收', duty: 'muck.manage', taskZh: '消纳场待复绿验收' },
    done: { zh: '已封场', kind: 'final' },
    refused: { zh: '方案退回', kind: 'final' },
  },
}).actions((action) => ({
  draft: action({ zh: '编制封场方案', from: 'new', to: 'drafted', by: 'muck.manage', form: planForm }),
  approve: action({
    zh: '批准',
    from: 'drafted',
    to: 'approved',
    by: 'muck.review',
    tone: 'primary',
    form: { opinion: longText('意见', { maxLength: 500 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  refuse: action({
    zh: '退回',
    from: 'drafted',
    to: 'refused',
    by: 'muck.review',
    form: { opinion: longText('意见', { maxLength: 500 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  stop: action({
    zh: '停止受纳',
    from: 'approved',
    to: 'stopped',
    by: 'muck.manage',
    look: ({ tx, subject }) =>
      one<{ left: number }>(tx, 'select left_m3::float8 as left from muck.dump_now where id = $1', [subject.dump]),
    effects: ({ subject, found }) => ({
      set: { leftM3: found?.left ?? null },
      facts: [say(dumpMarked, { dump: subject.dump, state: 'closed', reason: `封场${subject.number}` })],
    }),
  }),
  cover: action({
    zh: '覆土完成',
    from: 'stopped',
    to: 'covered',
    by: 'muck.manage',
    form: { coveredM: number('实际覆土', { unit: 'm', min: 0 }) },
    check: ({ input, subject }) => notYet(input.coveredM < subject.coverM, `覆土不足方案的${subject.coverM}m`),
    effects: ({ input }) => ({ set: input }),
  }),
  accept: action({
    zh: '复绿验收',
    from: 'covered',
    to: 'done',
    by: 'muck.manage',
    tone: 'primary',
    form: {
      greenedM2: number('实际复绿', { unit: '㎡', min: 0 }),
      acceptedOn: date('验收日期'),
      photos: photos(1, '验收照片'),
    },
    check: ({ input, subject }) => notYet(input.greenedM2 < subject.greenM2, `复绿不足方案的${subject.greenM2}㎡`),
    effects: ({ input }) => ({ set: input }),
  }),
}))

/** 内部管理制度: editions with valid days; every employee reads and signs himself, and who has not is named. */
import {
  addDays,
  choice,
  date,
  dayText,
  endOf,
  first,
  instant,
  integer,
  longText,
  one,
  person,
  procedure,
  ref,
  say,
  text,
  unit,
} from '#kernel'
import { editionOut } from './facts.ts'
import { holders, notYet, why } from './shared.ts'

const form = {
  name: text('制度', { maxLength: 120 }),
  class: choice('类别', { work: '工作制度', people: '人事考勤', money: '财务资产', conduct: '作风纪律', safety: '安全保密' }),
  unit: unit('制定科室'),
  prior: ref('上一版次(修订时填)', 'training.rule').optional(),
  body: longText('正文', { maxLength: 20_000 }),
} as const
export const rule = procedure('training.rule', {
  zh: '内部管理制度',
  menu: '制度与绩效',
  title: 'name',
  numbering: { prefix: 'ZD', per: 'year', digits: 3 },
  help: '正文全文可检索;施行即通知每名职工阅签,未阅签的点名;修订后旧版次自动废止,须重新阅签;有效期满失效。',
  fields: {
    ...form,
    name: form.name.searchable(),
    body: form.body.searchable(),
    edition: integer('版次'),
    paper: text('文号', { maxLength: 60 }).optional(),
    fromOn: date('施行日期').optional(),
    toOn: date('有效期至').optional(),
    readers: integer('应阅签', { unit: '人' }),
    endReason: text('废止原因', { maxLength: 120 }).optional(),
  },
  statuses: {
    draft: { zh: '草案', duty: 'training.lead', taskZh: '内部制度待审签' },
    on: { zh: '施行中' },
    repealed: { zh: '已废止', kind: 'final' },
    expired: { zh: '已失效', kind: 'final' },
    dropped: { zh: '未通过', kind: 'final' },
  },
}).actions((action) => ({
  draft: action({
    zh: '起草',
    from: 'new',
    to: 'draft',
    by: 'training.manage',
    form,
    look: async ({ tx, input }) => ({
      prior: input.prior
        ? await one<{ edition: number; status: string }>(tx, 'select edition, status from training.rule where id = $1', [
            input.prior,
          ])
        : undefined,
      same: await one<{ number: string }>(tx, `select number from training.rule where name = $1 and status = 'on'`, [input.name]),
      drafted: await one<{ number: string }>(tx, `select number from training.rule where name = $1 and status = 'draft'`, [
        input.name,
      ]),
      // A draft that was not approved was never an edition; a rule that ended may be made anew, and its editions go on.
      last: await one<{ edition: number }>(
        tx,
        `select coalesce(max(edition), 0)::int as edition from training.rule where name = $1 and status in ('on', 'repealed', 'expired')`,
        [input.name],
      ),
    }),
    check: ({ input, found }) =>
      first(
        why(Boolean(input.prior) && found.prior?.status !== 'on', '上一版次未在施行'),
        notYet(!input.prior && Boolean(found.same), `已有同名制度${found.same?.number ?? ''},修订请填上一版次`),
        notYet(Boolean(found.drafted), `同名草案${found.drafted?.number ?? ''}还在审签,不能再起草`),
      ),
    effects: ({ input, found }) => ({
      set: {
        unitId: input.unit,
        edition: Math.max(found.prior?.edition ?? 0, found.last?.edition ?? 0) + 1,
        readers: 0,
      },
    }),
  }),
  issue: action({
    zh: '审签施行',
    from: 'draft',
    to: 'on',
    by: 'training.lead',
    tone: 'primary',
    form: { paper: text('文号', { maxLength: 60 }), fromOn: date('施行日期'), toOn: date('有效期至') },
    look: ({ tx, now }) => holders(tx, 'training.learn', dayText(now)),
    check: ({ input, now }) =>
      first(why(input.toOn <= input.fromOn, '有效期应晚于施行日期'), why(input.toOn <= dayText(now), '有效期已过')),
    effects: ({ input, subject, found, now, parameter }) => ({
      // What is in force belongs to no area: whoever must sign it can read it, wherever they work.
      set: { ...input, readers: found.length, areaCode: null },
      timers: [{ name: 'end', at: endOf(input.toOn), action: 'expire' }],
      facts: subject.prior ? [say(editionOut, { id: subject.id, prior: subject.prior })] : [],
      spawn: found.map((p) => ({
        procedure: 'training.reading',
        input: {
          rule: subject.id,
          title: `${subject.name}(第${subject.edition}版)`,
          person: p.id,
          name: p.name,
          dueOn: addDays(dayText(now), parameter('training.sign-days')),
        },
      })),
    }),
  }),
  drop: action({
    zh: '不通过',
    from: 'draft',
    to: 'dropped',
    by: 'training.lead',
    form: { reason: text('理由', { maxLength: 300 }) },
  }),
  expire: action({
    zh: '有效期满',
    from: 'on',
    to: 'expired',
    by: 'system',
    effects: () => ({ set: { endReason: '有效期满' } }),
  }),
  replace: action({
    zh: '被新版次替代',
    from: 'on',
    to: 'repealed',
    by: 'system',
    effects: ({ subject }) => ({
      set: { endReason: `由第${subject.edition + 1}版替代` },
      timers: [{ name: 'end', at: null, action: 'expire' }],
    }),
  }),
  repeal: action({
    zh: '废止',
    from: 'on',
    to: 'repealed',
    by: 'training.lead',
    form: { reason: text('原因', { maxLength: 100 }) },
    effects: ({ input }) => ({ set: { endReason: input.reason }, timers: [{ name: 'end', at: null, action: 'expire' }] }),
  }),
}))
const readForm = {
  rule: ref('制度', 'training.rule'),
  title: text('制度', { maxLength: 140 }),
  person: person('职工'),
  name: text('姓名', { maxLength: 40 }),
  dueOn: date('阅签期限'),
} as const
export const reading = procedure('training.reading', {
  zh: '制度阅签',
  menu: '制度与绩效',
  title: 'title',
  numbering: { prefix: 'YQ', per: 'year', digits: 6 },
  uniqueTogether: [['rule', 'person']],
  fields: { ...readForm, name: readForm.name.searchable(), signedAt: instant('阅签').optional() },
  clocks: { sign: { zh: '阅签', limit: { value: 10, unit: 'natural_day' } } },
  statuses: {
    open: { zh: '待阅签', duty: 'training.learn', taskZh: '内部制度待阅签' },
    signed: { zh: '已阅签', kind: 'final' },
    void: { zh: '已作废', kind: 'final' },
  },
}).actions((action) => ({
  give: action({
    zh: '送阅',
    from: 'new',
    to: 'open',
    by: 'system',
    form: readForm,
    effects: ({ input }) => ({
      set: { areaCode: null },
      assign: { personId: input.person },
      clocks: [{ clock: 'sign', do: 'start', dueAt: endOf(input.dueOn) }],
    }),
  }),
  sign: action({
    zh: '已读并签字',
    from: 'open',
    to: 'signed',
    by: 'training.learn',
    tone: 'primary',
    guard: ({ actor, subject }) => notYet(actor.id !== subject.person, '由本人阅签'),
    effects: ({ now }) => ({ set: { signedAt: now.toISOString() }, clocks: [{ clock: 'sign', do: 'stop' }] }),
  }),
  cancel: action({
    zh: '作废',
    from: 'open',
    to: 'void',
    by: 'system',
    effects: () => ({ clocks: [{ clock: 'sign', do: 'cancel' }] }),
  }),
}))

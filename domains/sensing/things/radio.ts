/** 对讲机: issued to a person, returned or lost; its place is the live row of its device; a group call goes to every radio of the group. */
import {
  choice,
  count,
  date,
  type Indicator,
  indicator,
  money,
  person,
  procedure,
  ref,
  register,
  text,
  unit,
  value,
} from '#kernel'
import { dayAt, first, many, one, why } from './shared.ts'

export const radio = register('sensing.radio', {
  zh: '对讲机',
  menu: '智能装备',
  title: 'number',
  fields: {
    number: text('机号', { maxLength: 40 }).unique().searchable(),
    device: ref('定位设备', 'sensing.device').help('实时位置见“设备现状”与地图'),
    group: text('通话组', { maxLength: 40 }).searchable(),
    unit: unit('配发单位').optional(),
    boughtOn: date('购置日期').optional(),
  },
})
const form = { radio: ref('对讲机', 'sensing.radio'), holder: person('领用人') } as const
export const radioIssue = procedure('sensing.radio-issue', {
  zh: '对讲机领用',
  menu: '智能装备',
  title: 'radioNumber',
  numbering: { prefix: 'DJ', per: 'year', digits: 4 },
  fields: {
    ...form,
    radioNumber: text('机号', { maxLength: 40 }).searchable(),
    returnedOn: date('归还日期').optional(),
    state: choice('归还状态', { fine: '完好', broken: '损坏' }).optional(),
    lostAt: text('遗失经过', { maxLength: 300 }).optional(),
    paidFen: money('赔偿').optional(),
  },
  statuses: {
    issued: { zh: '使用中' },
    returned: { zh: '已归还', kind: 'final' },
    lost: { zh: '已遗失', kind: 'final' },
  },
}).actions((action) => ({
  issue: action({
    zh: '发放',
    from: 'new',
    to: 'issued',
    by: 'sensing.duty',
    form,
    look: async ({ tx, input }) => ({
      radio: await one<{ number: string }>(tx, 'select number from sensing.radio where id = $1 and retired_at is null', [
        input.radio,
      ]),
      held: await one<{ status: string }>(
        tx,
        `select status from sensing.radio_issue where radio = $1 and status = any (array['issued', 'lost']) limit 1`,
        [input.radio],
      ),
    }),
    check: ({ found }) =>
      first(
        why(!found.radio, '没有这台对讲机'),
        why(found.held?.status === 'issued', '该机已发放,尚未归还'),
        why(found.held?.status === 'lost', '该机已遗失'),
      ),
    effects: ({ found, input }) => ({
      set: { radioNumber: found.radio?.number ?? '' },
      notify: [{ personId: input.holder, zh: `领用对讲机${found.radio?.number ?? ''}` }],
    }),
  }),
  giveBack: action({
    zh: '归还',
    from: 'issued',
    to: 'returned',
    by: 'sensing.duty',
    tone: 'primary',
    form: { state: choice('状态', { fine: '完好', broken: '损坏' }) },
    effects: ({ input, now }) => ({ set: { state: input.state, returnedOn: dayAt(now) } }),
  }),
  lose: action({
    zh: '报失',
    from: 'issued',
    to: 'lost',
    by: 'sensing.duty',
    tone: 'danger',
    form: { lostAt: text('遗失经过', { maxLength: 300 }), paidFen: money('赔偿').optional() },
    effects: ({ input }) => ({ set: input }),
  }),
}))
const callForm = { group: text('通话组', { maxLength: 40 }).searchable(), words: text('呼叫内容', { maxLength: 200 }) } as const
export const groupCall = procedure('sensing.group-call', {
  zh: '对讲机组呼',
  menu: '智能装备',
  title: 'words',
  numbering: { prefix: 'HJ', per: 'day', digits: 3 },
  help: '向通话组内使用中的每台对讲机下发文字(语音播报);在线即达,应答见“终端指令”',
  fields: { ...callForm, radios: text('台数', { maxLength: 10 }) },
  statuses: { called: { zh: '已呼叫', kind: 'final' } },
}).actions((action) => ({
  call: action({
    zh: '组呼',
    from: 'new',
    to: 'called',
    by: 'sensing.duty',
    form: callForm,
    look: ({ tx, input }) =>
      many<{ device: string }>(
        tx,
        `select r.device from sensing.radio r where r.group_ = $1 and r.retired_at is null and exists (select 1 from sensing.radio_issue i where i.radio = r.id and i.status = 'issued')`,
        [input.group],
      ),
    check: ({ found, input }) => why(found.length === 0, `通话组${input.group}没有使用中的对讲机`),
    effects: ({ found, input }) => ({
      set: { radios: String(found.length) },
      spawn: found.map(({ device }) => ({
        procedure: 'sensing.command',
        action: 'ask',
        input: { device, kind: 'text', content: input.words },
      })),
    }),
  }),
}))
export const radioIndicators: readonly Indicator[] = [
  indicator('sensing.radios-issued', {
    zh: '派发对讲机',
    unit: '台',
    decimals: 0,
    definition: '期内发放的对讲机',
    of: value(count(radioIssue, { at: 'createdAt' })),
  }),
  indicator('sensing.radios-held', {
    zh: '使用中对讲机',
    unit: '台',
    decimals: 0,
    definition: '现在发放在外的',
    of: value(count(radioIssue, { where: { status: 'issued' } })),
  }),
  indicator('sensing.radios-lost', {
    zh: '遗失对讲机',
    unit: '台',
    decimals: 0,
    definition: '期内报失办结的对讲机',
    of: value(count(radioIssue, { at: 'closedAt', where: { status: 'lost' } })),
  }),
]

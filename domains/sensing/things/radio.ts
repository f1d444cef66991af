/** 对讲机: issued to a person, returned or lost; its place is the live row of its device; a group call goes to every radio of the group. */
import {
  choice,
  count,
  date,
  dayText,
  files,
  first,
  type Indicator,
  indicator,
  integer,
  many,
  money,
  one,
  person,
  procedure,
  ref,
  register,
  type Tx,
  text,
  unit,
  value,
} from '#kernel'
import { why } from './shared.ts'

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
    effects: ({ input, now }) => ({ set: { state: input.state, returnedOn: dayText(now) } }),
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
const mineSql = `select i.radio_number as "radio" from sensing.radio_issue i join sensing.radio r on r.district = i.district and r.id = i.radio
  where i.status = 'issued' and i.holder = $1 and r.group_ = $2 and r.retired_at is null order by r.number limit 1`
/** What a browser records is MP4, with or without the brand of sound. */
const soundSql = `select 1 as n from kernel.file where id = $1 and (mime like 'audio/%' or mime = 'video/mp4')`
const sounds = (tx: Tx, voice: readonly string[]) => one<{ n: number }>(tx, soundSql, [voice[0] ?? null])
const talkForm = {
  group: text('通话组', { maxLength: 40 }).searchable(),
  seconds: integer('时长', { unit: '秒', min: 1, max: 120 }),
  voice: files(1, '语音'),
} as const
/** What is said into a group by somebody who holds one of its radios, or by the desk on duty; heard at once by whoever listens, kept for play-back. */
export const talk = procedure('sensing.talk', {
  zh: '对讲通话',
  menu: '智能装备',
  title: 'group',
  numbering: { prefix: 'TH', per: 'day', digits: 5 },
  help: '按住说话,组内收听的人立即听到;语音留存可回放。领用该组对讲机的人和值班席可以讲话。',
  fields: { ...talkForm, radioNumber: text('机号', { maxLength: 40 }).optional(), speaker: person('讲话人').optional() },
  statuses: { said: { zh: '已送达', kind: 'final' } },
}).actions((action) => ({
  say: action({
    zh: '讲话',
    from: 'new',
    to: 'said',
    by: 'sensing.talk',
    form: talkForm,
    look: async ({ tx, input, actor }) => ({
      mine: await one<{ radio: string }>(tx, mineSql, [actor.id, input.group]),
      sound: await sounds(tx, input.voice),
    }),
    check: ({ found, input }) =>
      first(why(!found.mine, `没有领用${input.group}的对讲机,不能在组内讲话`), why(!found.sound, '不是语音文件')),
    effects: ({ found, actor }) => ({ set: { radioNumber: found.mine?.radio ?? null, speaker: actor.id } }),
  }),
  call: action({
    zh: '值班席讲话',
    from: 'new',
    to: 'said',
    by: 'sensing.duty',
    form: talkForm,
    look: async ({ tx, input }) => ({
      group: await one<{ n: number }>(tx, 'select 1 as n from sensing.radio where group_ = $1 and retired_at is null limit 1', [
        input.group,
      ]),
      sound: await sounds(tx, input.voice),
    }),
    check: ({ found, input }) => first(why(!found.group, `没有通话组${input.group}`), why(!found.sound, '不是语音文件')),
    effects: ({ actor }) => ({ set: { radioNumber: '值班席', speaker: actor.id } }),
  }),
}))
export const radioIndicators: readonly Indicator[] = [
  indicator('sensing.talks', {
    zh: '对讲通话',
    unit: '次',
    decimals: 0,
    definition: '期内组内送达的语音次数',
    by: ['group'],
    of: value(count(talk, { at: 'createdAt' })),
  }),
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

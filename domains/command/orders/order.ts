/** 三级指挥调度: ONE order between the desks of city, district and street: signed for by its clock, passed down, passed up with a reason, done jointly, answered, judged. */
import {
  choice,
  first,
  instant,
  integer,
  longText,
  number,
  one,
  photos,
  procedure,
  ref,
  round,
  rows,
  say,
  type Tx,
  text,
  unit,
} from '#kernel'
import { ended } from '../facts.ts'
import { clockText, later, minutesBetween, notYet, why } from '../shared.ts'
import { type Desk, deskById, deskOfPerson, steps, stepsDown } from './desk.ts'

const urgencies = { normal: '一般', urgent: '紧急' } as const
const form = {
  title: text('指令', { maxLength: 100 }),
  content: longText('内容与要求', { maxLength: 1000 }),
  urgency: choice('缓急', urgencies),
  desk: ref('下达或上报给', 'command.desk').help('只能逐级:市↔区、区↔街道(镇)'),
  hours: number('办结时限', { unit: '小时', min: 0.5, max: 720 }),
} as const
const jointLine = {
  unit: unit('联合单位'),
  what: text('任务', { maxLength: 200 }),
  minutes: integer('时限', { unit: '分钟', min: 1, max: 43_200 }),
}
const pathLine = {
  at: text('时间', { maxLength: 20 }),
  how: text('流转', { maxLength: 20 }),
  from: text('自', { maxLength: 60 }),
  to: text('至', { maxLength: 60 }),
  said: text('说明', { maxLength: 300 }),
} as const
interface Move {
  readonly own: Desk | undefined
  readonly to: Desk | undefined
}
const moveOf = async (tx: Tx, actor: string | null, to: string): Promise<Move> => ({
  own: await deskOfPerson(tx, actor),
  to: await deskById(tx, to),
})
const lineOf = (now: Date, how: string, { own, to }: Move, said: string) => ({
  at: clockText(now),
  how,
  from: own?.name ?? '',
  to: to?.name ?? '',
  said: said.slice(0, 300),
})
/** Staff of a centre act for no unit of their own: their task is that of whoever holds the verb; a street's is its unit's. */
const taskOf = (level: string | undefined, unitId: string | null | undefined) => (level === 'street' && unitId ? { unitId } : {})
/** What putting an order before a desk changes: whose it is, in which area, by when it is signed for. */
const given = (to: Desk | undefined, now: Date, title: string) => {
  const receiveBy = later(now, to?.minutes ?? 30)
  return {
    set: {
      desk: to?.id ?? '',
      deskName: to?.name ?? '',
      level: to?.level ?? ('district' as const),
      unitId: to?.unit ?? null,
      sentAt: now.toISOString(),
      receivedAt: null,
      receiptMinutes: null,
    },
    assign: taskOf(to?.level, to?.unit),
    notify: to ? [{ unitId: to.unit, zh: `指令待签收:${title}`.slice(0, 120) }] : [],
    clocks: [{ clock: 'receive' as const, do: 'start' as const, dueAt: receiveBy }],
    timers: [{ name: 'receive', at: receiveBy, action: 'miss' }],
  }
}
const atDesk = (own: Desk | undefined, subject: { readonly desk: string; readonly deskName: string }) =>
  notYet(own?.id !== subject.desk, `指令在${subject.deskName},由该席位办理`)
const openSql = `select count(*)::int as n from command.task where source_type = 'command.order' and source_id = $1 and closed_at is null`
export const order = procedure('command.order', {
  zh: '三级指挥指令',
  menu: '三级指挥',
  title: 'title',
  leadingClock: 'finish',
  numbering: { prefix: 'ZL', per: 'day', digits: 3 },
  help: '市、区、街同看一张指令:按席位时限签收,可逐级下转、说明理由后上转、请单位联合处置,反馈后由下达席位评价。',
  fields: {
    ...form,
    title: form.title.searchable(),
    fromDesk: ref('下达席位', 'command.desk'),
    fromUnit: unit('下达单位'),
    fromLevel: choice('下达层级', steps),
    deskName: text('现在席位', { maxLength: 60 }),
    level: choice('现在层级', steps),
    path: rows('流转', pathLine),
    downs: integer('下转', { unit: '次' }),
    ups: integer('上转', { unit: '次' }),
    joints: integer('联合单位', { unit: '家' }),
    sentAt: instant('送达'),
    receivedAt: instant('签收').optional(),
    receiptMinutes: integer('签收用时', { unit: '分钟' }).optional(),
    lateReceipts: integer('逾时签收', { unit: '次' }),
    finishBy: instant('办结期限'),
    result: longText('办理结果', { maxLength: 1000 }).optional(),
    doneAt: instant('反馈').optional(),
    usedHours: number('办理用时', { unit: '小时', decimals: 2 }).optional(),
    isLate: choice('超时办理', { yes: '是', no: '否' }).optional(),
    score: integer('评价', { unit: '分', min: 1, max: 5 }).optional(),
    comment: longText('评价意见', { maxLength: 300 }).optional(),
    backs: integer('退回重办', { unit: '次' }),
  },
  clocks: {
    receive: { zh: '签收', limit: { value: 30, unit: 'urgent_hour' }, basis: '本局应急值守与处置管理办法(示例)' },
    finish: { zh: '办结', limit: { value: 1, unit: 'natural_day' }, basis: '指令要求' },
  },
  statuses: {
    sent: { zh: '待签收', duty: 'command.order', taskZh: '指令待签收' },
    doing: { zh: '办理中', duty: 'command.order', taskZh: '指令办理中' },
    answered: { zh: '待评价', duty: 'command.order', taskZh: '指令已反馈,待评价' },
    closed: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  issue: action({
    zh: '下达、上报',
    from: 'new',
    to: 'sent',
    by: 'command.order',
    form: { ...form, joint: rows('同时请单位联合处置', jointLine).optional() },
    look: ({ tx, input, actor }) => moveOf(tx, actor.id, input.desk),
    check: ({ found }) =>
      first(
        notYet(!found.own, '本单位没有登记指挥值班席'),
        why(!found.to, '没有这个席位'),
        why(
          Boolean(found.own && found.to) && Math.abs(stepsDown(found.own as Desk, found.to as Desk)) !== 1,
          '应逐级下达或上报,不能越级',
        ),
      ),
    effects: ({ input, found, now, subject }) => {
      const next = given(found.to, now, input.title)
      const finishBy = later(now, Math.round(input.hours * 60))
      return {
        ...next,
        set: {
          ...next.set,
          fromDesk: found.own?.id ?? '',
          fromUnit: found.own?.unit ?? '',
          fromLevel: found.own?.level ?? 'district',
          path: [
            lineOf(now, found.own && found.to && stepsDown(found.own, found.to) > 0 ? '下达' : '上报', found, input.content),
          ],
          ...{ downs: 0, ups: 0, joints: input.joint?.length ?? 0, lateReceipts: 0, backs: 0 },
          finishBy: finishBy.toISOString(),
          ...(subject.lon === null ? { areaCode: found.to?.area ?? null } : {}),
        },
        clocks: [...next.clocks, { clock: 'finish', do: 'start', dueAt: finishBy }],
        spawn: jointTasks(subject.id, input.title, input.joint ?? []),
      }
    },
  }),
  miss: action({
    zh: '逾时未签收',
    from: 'sent',
    to: 'same',
    by: 'system',
    effects: ({ subject }) => ({
      set: { lateReceipts: subject.lateReceipts + 1 },
      notify: [{ unitId: subject.fromUnit, zh: `${subject.deskName}逾时未签收:${subject.title}`.slice(0, 120) }],
    }),
  }),
  receive: action({
    zh: '签收',
    from: 'sent',
    to: 'doing',
    by: 'command.order',
    tone: 'primary',
    look: ({ tx, actor }) => deskOfPerson(tx, actor.id),
    check: ({ found, subject }) => atDesk(found, subject),
    effects: ({ subject, now }) => ({
      set: { receivedAt: now.toISOString(), receiptMinutes: minutesBetween(subject.sentAt, now) },
      assign: taskOf(subject.level, subject.unitId),
      clocks: [{ clock: 'receive', do: 'stop' }],
      timers: [{ name: 'receive', at: null, action: 'miss' }],
    }),
  }),
  down: action({
    zh: '下转',
    from: 'doing',
    to: 'sent',
    by: 'command.order',
    form: { desk: ref('下转给', 'command.desk'), said: text('交办要求', { maxLength: 300 }) },
    look: ({ tx, input, actor }) => moveOf(tx, actor.id, input.desk),
    check: ({ found, subject }) =>
      first(
        atDesk(found.own, subject),
        why(!found.to || !found.own || stepsDown(found.own, found.to) !== 1, '只能下转给下一级席位'),
      ),
    effects: ({ subject, found, input, now }) => {
      const next = given(found.to, now, subject.title)
      return {
        ...next,
        set: {
          ...next.set,
          downs: subject.downs + 1,
          path: [...subject.path, lineOf(now, '下转', found, input.said)],
          ...(subject.lon === null ? { areaCode: found.to?.area ?? subject.areaCode } : {}),
        },
      }
    },
  }),
  up: action({
    zh: '上转',
    from: 'doing',
    to: 'sent',
    by: 'command.order',
    tone: 'danger',
    form: {
      desk: ref('上转给', 'command.desk'),
      reason: text('本级不能处置的理由', { maxLength: 300 }).help('写明权限、力量或辖区上为何不能处置,至少五个字'),
    },
    look: ({ tx, input, actor }) => moveOf(tx, actor.id, input.desk),
    check: ({ found, subject, input }) =>
      first(
        atDesk(found.own, subject),
        why(!found.to || !found.own || stepsDown(found.own, found.to) !== -1, '只能上转给上一级席位'),
        why(input.reason.length < 5, '请写明上转理由'),
      ),
    effects: ({ subject, found, input, now }) => {
      const next = given(found.to, now, subject.title)
      return {
        ...next,
        set: { ...next.set, ups: subject.ups + 1, path: [...subject.path, lineOf(now, '上转', found, input.reason)] },
      }
    },
  }),
  join: action({
    zh: '请单位联合处置',
    from: 'doing',
    to: 'same',
    by: 'command.order',
    form: { joint: rows('联合单位', jointLine) },
    look: ({ tx, actor }) => deskOfPerson(tx, actor.id),
    check: ({ found, subject, input }) =>
      first(atDesk(found, subject), why(input.joint.length === 0, '请列出联合单位'), why(repeats(input.joint), '单位不能重复')),
    effects: ({ subject, input }) => ({
      set: { joints: subject.joints + input.joint.length },
      spawn: jointTasks(subject.id, subject.title, input.joint),
    }),
  }),
  log: action({
    zh: '联合单位进展',
    from: ['sent', 'doing', 'answered'],
    to: 'same',
    by: 'system',
    form: { said: text('进展', { maxLength: 200 }) },
    effects: ({ subject, input, now }) => ({
      set: { path: [...subject.path, { at: clockText(now), how: '联合', from: '', to: '', said: input.said }] },
    }),
  }),
  answer: action({
    zh: '反馈办结',
    from: 'doing',
    to: 'answered',
    by: 'command.order',
    tone: 'primary',
    form: { result: longText('办理结果', { maxLength: 1000 }), photos: photos(1, '现场照片') },
    look: async ({ tx, actor, subject }) => ({
      own: await deskOfPerson(tx, actor.id),
      open: (await one<{ n: number }>(tx, openSql, [subject.id]))?.n ?? 0,
    }),
    check: ({ found, subject }) =>
      first(atDesk(found.own, subject), notYet(found.open > 0, `还有${found.open}家联合单位没有办完`)),
    effects: ({ input, subject, now, found }) => ({
      set: {
        result: input.result,
        doneAt: now.toISOString(),
        usedHours: round((now.getTime() - subject.createdAt.getTime()) / 3_600_000),
        isLate: now > new Date(subject.finishBy) ? 'yes' : 'no',
        path: [...subject.path, lineOf(now, '反馈', { own: found.own, to: undefined }, input.result)],
      },
      assign: taskOf(subject.fromLevel, subject.fromUnit),
      clocks: [{ clock: 'finish', do: 'stop' }],
      notify: [{ unitId: subject.fromUnit, zh: `指令已反馈,请评价:${subject.title}`.slice(0, 120) }],
    }),
  }),
  judge: action({
    zh: '评价',
    from: 'answered',
    look: ({ tx, actor }) => deskOfPerson(tx, actor.id),
    to: ({ input }) => (input.isOk === 'yes' ? 'closed' : 'doing'),
    by: 'command.order',
    tone: 'primary',
    form: {
      isOk: choice('结果', { yes: '办结', no: '退回重办' }),
      score: integer('评价', { unit: '分', min: 1, max: 5 }),
      comment: longText('意见', { maxLength: 300 }).optional(),
    },
    check: ({ found, subject, input }) =>
      first(
        notYet(found?.id !== subject.fromDesk, '由下达席位评价'),
        why(input.isOk === 'no' && !input.comment, '退回重办须写明意见'),
      ),
    effects: ({ input, subject }) =>
      input.isOk === 'yes'
        ? {
            set: { score: input.score, comment: input.comment },
            facts: [say(ended, { sourceType: 'command.order', sourceId: subject.id })],
          }
        : {
            set: { backs: subject.backs + 1, comment: input.comment, isLate: null, doneAt: null },
            assign: taskOf(subject.level, subject.unitId),
            clocks: [{ clock: 'finish', do: 'start', dueAt: new Date(subject.finishBy) }],
          },
  }),
}))
interface Joint {
  readonly unit: string
  readonly what: string
  readonly minutes: number
}
const repeats = (joint: readonly Joint[]): boolean => new Set(joint.map((j) => j.unit)).size !== joint.length
function jointTasks(id: string, title: string, joint: readonly Joint[]) {
  const source = { sourceType: 'command.order', sourceId: id, sourceName: title.slice(0, 120), kind: 'order' }
  return joint.map((j) => ({ procedure: 'command.task', input: { ...source, ...j } }))
}

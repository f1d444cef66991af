/** 违停必拍、占道必罚: two pictures with time between them and the sign in sight, reviewed by another, told to the driver, handed to enforcement. */

import { penaltyWanted } from '#catalogue/facts.ts'
import { choice, code, dayText, first, instant, integer, list, longText, photos, procedure, say, text } from '#kernel'
import { platePattern } from '../contract.ts'
import { lotsNear } from '../guide/availability.ts'
import { minuteMs, notYet, why } from '../shared.ts'

const foundForm = {
  plate: text('号牌', { maxLength: 10, pattern: platePattern }).personal('plate').searchable(),
  address: text('地点', { maxLength: 200 }).searchable(),
  kind: choice('情形', { sidewalk: '占用人行道', lane: '占用非机动车道', fire: '占用消防通道', road: '占道停放' }),
  foundBy: choice('发现方式', { patrol: '巡查', video: '视频', report: '市民举报' }),
} as const
const proofForm = {
  firstPhoto: photos(1, '第一次取证'),
  firstAt: instant('第一次时刻'),
  secondPhoto: photos(1, '第二次取证'),
  secondAt: instant('第二次时刻'),
  signPhoto: photos(1, '禁停标志、标线').help('须能看清禁停标志或标线'),
} as const
const reason = text('理由', { maxLength: 300 })
export const violation = procedure('parking.violation', {
  zh: '违停查处',
  menu: '违停治理',
  numbering: { prefix: 'WT', per: 'day', digits: 5 },
  title: 'address',
  leadingClock: 'review',
  mirror: { review: { dueAt: 'reviewDueAt' } },
  help: '发现即须取证(必拍);认定占道的须作出处罚决定(必罚)',
  fields: {
    ...foundForm,
    firstPhoto: photos(0, '第一次取证').optional(),
    firstAt: instant('第一次时刻').optional(),
    secondPhoto: photos(0, '第二次取证').optional(),
    secondAt: instant('第二次时刻').optional(),
    signPhoto: photos(0, '禁停标志、标线').optional(),
    gapMinutes: integer('间隔', { unit: '分钟', min: 0 }).optional(),
    finder: text('取证人', { maxLength: 60 }).optional(),
    shotAt: instant('取证完成').optional(),
    reviewDueAt: instant('审核期限').optional(),
    lawCode: code('违法行为', 'enforcement.law.code', { maxLength: 12 }).optional(),
    opinion: longText('审核意见', { maxLength: 500 }).optional(),
    confirmedAt: instant('认定时刻').optional(),
    notice: text('告知书编号', { maxLength: 60 }).optional(),
    noticedAt: instant('告知时刻').optional(),
    nearby: list('周边停车场').optional(),
    penaltyNumber: text('处罚案号', { maxLength: 40 }).optional(),
    penaltyId: text('处罚案件', { maxLength: 40, isGiven: true }).optional(),
    decidedAt: instant('处罚决定').optional(),
    endReason: text('说明', { maxLength: 300 }).optional(),
  },
  clocks: { review: { zh: '审核', limit: { value: 1, unit: 'natural_day' }, basis: '违停取证规范(示例)' } },
  statuses: {
    found: { zh: '待取证', duty: 'parking.catch', taskZh: '违停待取证' },
    shot: { zh: '待审核', duty: 'parking.review', taskZh: '违停取证待审核' },
    confirmed: { zh: '待告知', duty: 'parking.catch', taskZh: '违停待告知' },
    noticed: { zh: '待移送处罚', duty: 'parking.review', taskZh: '违停待移送' },
    handed: { zh: '处罚中' },
    penalised: { zh: '已处罚', kind: 'final' },
    dismissed: { zh: '不予认定', kind: 'final' },
    gone: { zh: '取证前驶离', kind: 'final' },
  },
}).actions((action) => ({
  find: action({
    zh: '发现违停',
    from: 'new',
    to: 'found',
    by: 'parking.catch',
    form: foundForm,
    look: ({ tx, kernel, subject, now }) =>
      subject.lon === null || subject.lat === null
        ? Promise.resolve([])
        : lotsNear(
            tx,
            now,
            kernel.parameters.value(subject.district, 'parking.stale-minutes', dayText(now)),
            { lon: subject.lon, lat: subject.lat },
            kernel.parameters.value(subject.district, 'parking.near-metres', dayText(now)),
          ),
    check: ({ subject }) => why(subject.lon === null, '请在图上标出位置'),
    effects: ({ found, actor }) => ({
      set: {
        finder: actor.name,
        nearby: found
          .slice(0, 3)
          .map(
            (l) =>
              `${l.name} ${l.metres}米 ${l.free === null ? '余位不明' : `余${l.free}位`}${l.priceText ? ` ${l.priceText}` : ''}`,
          ),
      },
    }),
  }),
  shoot: action({
    zh: '取证',
    from: ['found', 'shot'],
    to: 'shot',
    by: 'parking.catch',
    tone: 'primary',
    form: proofForm,
    check: ({ input, now, parameter }) => {
      const gap = new Date(input.secondAt).getTime() - new Date(input.firstAt).getTime()
      return first(
        why(new Date(input.secondAt) > now, '取证时刻不能晚于现在'),
        why(gap < parameter('parking.photo-gap') * minuteMs, `两次取证间隔不足${parameter('parking.photo-gap')}分钟`),
        why(
          input.firstPhoto.some((p) => input.secondPhoto.includes(p)),
          '两次取证不能用同一张照片',
        ),
      )
    },
    effects: ({ input, now, actor }) => ({
      set: {
        ...input,
        finder: actor.name,
        gapMinutes: Math.floor((new Date(input.secondAt).getTime() - new Date(input.firstAt).getTime()) / minuteMs),
        shotAt: now.toISOString(),
      },
      clocks: [{ clock: 'review', do: 'start', limit: { value: 1, unit: 'natural_day' } }],
    }),
  }),
  leave: action({
    zh: '取证前驶离',
    from: 'found',
    to: 'gone',
    by: 'parking.catch',
    form: { endReason: reason },
    effects: ({ input }) => ({ set: input }),
  }),
  confirm: action({
    zh: '认定占道',
    from: 'shot',
    to: 'confirmed',
    by: 'parking.review',
    tone: 'primary',
    form: {
      lawCode: code('违法行为', 'enforcement.law.code', { maxLength: 12 }),
      opinion: longText('审核意见', { maxLength: 500 }),
    },
    check: ({ past, actor }) =>
      notYet(
        past.some((p) => p.action === 'shoot' && p.actorId === actor.id),
        '取证人不能审核自己的取证',
      ),
    effects: ({ input, now }) => ({
      set: { ...input, confirmedAt: now.toISOString() },
      clocks: [{ clock: 'review', do: 'stop' }],
    }),
  }),
  sendBack: action({
    zh: '退回重新取证',
    from: 'shot',
    to: 'found',
    by: 'parking.review',
    form: { opinion: longText('审核意见', { maxLength: 500 }) },
    effects: ({ input }) => ({ set: { ...input, shotAt: null }, clocks: [{ clock: 'review', do: 'stop' }] }),
  }),
  dismiss: action({
    zh: '不予认定',
    from: 'shot',
    to: 'dismissed',
    by: 'parking.review',
    tone: 'danger',
    form: { endReason: reason },
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'review', do: 'stop' }] }),
  }),
  notice: action({
    zh: '张贴告知书',
    from: 'confirmed',
    to: 'noticed',
    by: 'parking.catch',
    tone: 'primary',
    form: { notice: text('告知书编号', { maxLength: 60 }), noticePhoto: photos(1, '张贴照片') },
    effects: ({ input, now }) => ({ set: { notice: input.notice, noticedAt: now.toISOString() } }),
  }),
  handOver: action({
    zh: '移送处罚',
    from: 'noticed',
    to: 'handed',
    by: 'parking.review',
    tone: 'primary',
    effects: ({ subject }) => ({
      facts: [
        say(penaltyWanted, {
          sourceType: 'parking.violation',
          sourceId: subject.id,
          topic: 'road',
          lawCode: subject.lawCode ?? '',
          partyName: `${subject.plate}车主`,
          partyCode: subject.plate,
          happenedOn: dayText(new Date(subject.firstAt ?? subject.createdAt)),
          address: subject.address,
          description: `${subject.plate}违法停放:${subject.address},两次取证间隔${subject.gapMinutes ?? 0}分钟(${subject.number})`,
          lon: subject.lon,
          lat: subject.lat,
          areaCode: subject.areaCode,
        }),
      ],
    }),
  }),
  noteCase: action({
    zh: '处罚立案',
    from: 'handed',
    to: 'same',
    by: 'system',
    form: { penaltyId: text('处罚案件', { maxLength: 40 }), penaltyNumber: text('处罚案号', { maxLength: 40 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  noteDecided: action({
    zh: '处罚已决定',
    from: 'handed',
    to: 'penalised',
    by: 'system',
    effects: ({ now }) => ({ set: { decidedAt: now.toISOString() } }),
  }),
}))

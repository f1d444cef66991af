/** 环卫市场化: a round from its scope to the hand-over, each stage with what it needs, then the months of the contract. */
import {
  addDays,
  choice,
  date,
  dayText,
  endOf,
  files,
  first,
  integer,
  longText,
  number,
  procedure,
  repeated,
  rows,
  say,
  startOf,
  text,
} from '#kernel'
import { alarmWanted } from '../facts.ts'
import { notYet, why } from '../shared.ts'

const form = {
  name: text('项目', { maxLength: 100 }),
  round: integer('轮次', { min: 1, max: 50 }),
  scope: longText('服务范围', { maxLength: 800 }),
  areaM2: number('保洁面积', { unit: '㎡', min: 1 }),
  years: number('年限', { unit: '年', min: 0.5, max: 15 }),
  yearWan: number('年费用测算', { unit: '万元', min: 1 }),
} as const
const handed = {
  thing: text('交接事项', { maxLength: 80 }),
  count: integer('数量', { min: 0 }),
  isOk: choice('情况', { ok: '相符', short: '短缺' }),
  note: text('说明', { maxLength: 120 }).optional(),
} as const
const expert = {
  name: text('姓名', { maxLength: 40 }),
  from: text('单位', { maxLength: 80 }),
  vote: choice('意见', { yes: '同意', no: '不同意' }),
  note: text('具体意见', { maxLength: 200 }).optional(),
} as const
export const tender = procedure('sanitation.tender', {
  zh: '环卫市场化招标与接管',
  menu: '市场化运营',
  title: 'name',
  numbering: { prefix: 'ZB', per: 'year', digits: 3 },
  help: '测算 → 专家评审 → 公告 → 中标 → 交接 → 履约;评审专家五人以上单数,公告至开标不少于二十日。',
  fields: {
    ...form,
    name: form.name.searchable(),
    panel: rows('评审专家', expert).optional(),
    experts: integer('评审专家', { unit: '人' }).optional(),
    review: longText('评审意见', { maxLength: 500 }).optional(),
    noticeOn: date('公告日期').optional(),
    openOn: date('开标日期').optional(),
    winner: text('中标单位', { maxLength: 80 }).optional(),
    bidWan: number('中标年费', { unit: '万元' }).optional(),
    contract: text('合同号', { maxLength: 60 }).optional(),
    fromOn: date('服务起').optional(),
    toOn: date('服务止').optional(),
    papers: files(0, '文件').optional(),
    handover: rows('交接清单', handed).optional(),
    takenOn: date('接管日期').optional(),
    reason: longText('原因', { maxLength: 300 }).optional(),
  },
  statuses: {
    drafted: { zh: '待专家评审', duty: 'sanitation.manage', taskZh: '环卫招标待评审' },
    reviewed: { zh: '待公告', duty: 'sanitation.manage', taskZh: '环卫招标待公告' },
    noticed: { zh: '公告中待定标', duty: 'sanitation.manage', taskZh: '环卫招标待定标' },
    awarded: { zh: '已中标待接管', duty: 'sanitation.manage', taskZh: '环卫作业待交接' },
    performing: { zh: '履约中' },
    expired: { zh: '到期待评价', duty: 'sanitation.manage', taskZh: '环卫合同到期待履约评价' },
    ended: { zh: '已到期', kind: 'final' },
    failed: { zh: '流标', kind: 'final' },
  },
}).actions((action) => ({
  draft: action({ zh: '测算立项', from: 'new', to: 'drafted', by: 'sanitation.manage', form }),
  review: action({
    zh: '专家评审',
    from: 'drafted',
    to: 'reviewed',
    by: 'sanitation.manage',
    tone: 'primary',
    form: {
      panel: rows('评审专家', expert),
      review: longText('评审意见', { maxLength: 500 }),
      papers: files(1, '评审文件'),
    },
    check: ({ input, parameter }) => {
      const n = input.panel.length
      const agreed = input.panel.filter((e) => e.vote === 'yes').length
      return first(
        why(
          n < parameter('sanitation.award-quorum') || n % 2 === 0,
          `评审专家应为${parameter('sanitation.award-quorum')}人以上单数`,
        ),
        why(Boolean(repeated(input.panel.map((e) => e.name))), '专家重复'),
        notYet(agreed * 2 <= n, `${n}名专家只有${agreed}名同意,请修改测算后再评`),
      )
    },
    effects: ({ input }) => ({ set: { ...input, experts: input.panel.length } }),
  }),
  notice: action({
    zh: '发布公告',
    from: 'reviewed',
    to: 'noticed',
    by: 'sanitation.manage',
    tone: 'primary',
    form: { noticeOn: date('公告日期'), openOn: date('开标日期') },
    check: ({ input, parameter }) =>
      why(
        input.openOn < addDays(input.noticeOn, parameter('sanitation.notice-days')),
        `公告至开标不少于${parameter('sanitation.notice-days')}日`,
      ),
    effects: ({ input }) => ({ set: input }),
  }),
  award: action({
    zh: '定标签约',
    from: 'noticed',
    to: 'awarded',
    by: 'sanitation.approve',
    tone: 'primary',
    form: {
      winner: text('中标单位', { maxLength: 80 }),
      bidWan: number('中标年费', { unit: '万元', min: 1 }),
      contract: text('合同号', { maxLength: 60 }),
      fromOn: date('服务起'),
      toOn: date('服务止'),
      papers: files(1, '中标通知书、合同'),
    },
    check: ({ input, subject, now }) =>
      first(
        notYet(dayText(now) < (subject.openOn ?? ''), `${subject.openOn}开标`),
        why(input.bidWan > subject.yearWan, '中标价高于测算'),
        why(input.toOn <= input.fromOn, '服务止应晚于起'),
      ),
    effects: ({ input }) => ({ set: input }),
  }),
  fail: action({
    zh: '流标',
    from: ['reviewed', 'noticed'],
    to: 'failed',
    by: 'sanitation.approve',
    tone: 'danger',
    form: { reason: longText('原因', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  takeOver: action({
    zh: '交接接管',
    from: 'awarded',
    to: 'performing',
    by: 'sanitation.manage',
    tone: 'primary',
    help: '人员、车辆、设施逐项交接;有短缺的先补齐',
    form: { handover: rows('交接清单', handed), takenOn: date('接管日期'), papers: files(1, '交接书') },
    check: ({ input, subject }) =>
      first(
        why(input.handover.length === 0, '请填写交接清单'),
        notYet(
          input.handover.some((h) => h.isOk === 'short'),
          `有短缺:${input.handover
            .filter((h) => h.isOk === 'short')
            .map((h) => h.thing)
            .join('、')}`,
        ),
        why(input.takenOn < (subject.fromOn ?? ''), '接管不能早于服务起'),
      ),
    effects: ({ input, subject, parameter }) => {
      const toOn = subject.toOn ?? input.takenOn
      return {
        set: input,
        timers: [
          { name: 'remind', at: startOf(addDays(toOn, -parameter('sanitation.tender-remind'))), action: 'remind' },
          { name: 'expire', at: endOf(toOn), action: 'expire' },
        ],
      }
    },
  }),
  remind: action({
    zh: '到期前提醒续招',
    from: 'performing',
    to: 'same',
    by: 'system',
    effects: ({ subject }) => ({
      facts: [
        say(alarmWanted, {
          kind: 'contract',
          key: `contract ${subject.id}`,
          target: subject.name,
          detail: `${subject.winner ?? ''}的合同${subject.contract ?? ''}至${subject.toOn ?? ''},请安排下一轮招标`,
        }),
      ],
    }),
  }),
  expire: action({ zh: '合同期满', from: 'performing', to: 'expired', by: 'system' }),
  end: action({
    zh: '履约评价,结束合同',
    from: ['performing', 'expired'],
    to: 'ended',
    by: 'sanitation.manage',
    form: { reason: longText('履约评价', { maxLength: 300 }) },
    guard: ({ subject, now }) => notYet(dayText(now) <= (subject.toOn ?? ''), `合同至${subject.toOn}`),
    effects: ({ input }) => ({ set: input }),
  }),
}))

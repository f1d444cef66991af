/** 公厕开放联盟: a unit's own toilet is opened to all by agreement; its subsidy is the year's, its complaints stand beside it, and it may leave. */
import { choice, date, dayText, files, first, longText, money, one, photos, procedure, round, rows, say, text } from '#kernel'
import { rowMade, rowMarked } from '../facts.ts'
import { why } from '../shared.ts'
import { hours, squats, takenSql } from './project.ts'

const joinForm = {
  name: text('单位', { maxLength: 80 }),
  code: text('编号', { maxLength: 30 }),
  trade: choice('性质', { gov: '机关事业', shop: '商业服务', bank: '银行', gas: '加油站', hotel: '宾馆饭店', other: '其他' }),
  town: text('街道(镇)', { maxLength: 40 }),
  address: text('地址', { maxLength: 120 }),
  contact: text('联系人', { maxLength: 50 }).personal('name'),
  phone: text('电话', { maxLength: 20 }).personal('phone'),
  ...squats,
  ...hours,
} as const
const payment = { on: date('日期'), fen: money('金额') } as const
interface Payment {
  readonly on: string
  readonly fen: number
}
/** What was paid in the year of a day. */
export const paidInYear = (payments: readonly Payment[] | null | undefined, on: string): number =>
  (payments ?? []).filter((p) => p.on.slice(0, 4) === on.slice(0, 4)).reduce((n, p) => n + p.fen, 0)
export const alliance = procedure('sanitation.alliance', {
  zh: '公厕开放联盟',
  menu: '公厕',
  title: 'name',
  numbering: { prefix: 'LM', per: 'year', digits: 4 },
  help: '社会单位厕所对外开放:签协议、挂标识后上图;补助按年度标准发放。检查、投诉、评价见“联盟单位年度情况”,屡被投诉的请其退出。',
  fields: {
    ...joinForm,
    name: joinForm.name.searchable(),
    agreement: files(0, '开放协议').optional(),
    sign: photos(0, '门口标识').optional(),
    joinedOn: date('加入日期').optional(),
    yearFen: money('年补助').optional(),
    payments: rows('补助发放', payment).optional(),
    paidFen: money('累计补助').optional(),
    leftOn: date('退出日期').optional(),
    reason: longText('退出原因', { maxLength: 300 }).optional(),
  },
  uniqueTogether: [['code']],
  statuses: {
    applied: { zh: '待签约', duty: 'sanitation.manage', taskZh: '公厕联盟待签约' },
    open: { zh: '开放中' },
    left: { zh: '已退出', kind: 'final' },
    refused: { zh: '不符合', kind: 'final' },
  },
}).actions((action) => ({
  apply: action({
    zh: '申请加入',
    from: 'new',
    to: 'applied',
    by: 'sanitation.report',
    form: joinForm,
    look: ({ tx, input }) => one<{ name: string }>(tx, takenSql, [input.code]),
    check: ({ input, found, subject }) =>
      first(
        why(subject.lon === null, '请在图上标出厕所位置,市民地图按此显示'),
        why(Boolean(found), `编号${input.code}已是${found?.name}的`),
      ),
  }),
  join: action({
    zh: '签约挂牌',
    from: 'applied',
    to: 'open',
    by: 'sanitation.manage',
    tone: 'primary',
    form: { agreement: files(1, '开放协议'), sign: photos(1, '门口标识'), joinedOn: date('加入日期'), yearFen: money('年补助') },
    look: ({ tx, subject }) => one<{ name: string }>(tx, takenSql, [subject.code]),
    check: ({ input, subject, found, now }) =>
      first(
        why(input.joinedOn > dayText(now), '日期不能晚于今天'),
        why(Boolean(found), `编号${subject.code}已是${found?.name}的`),
      ),
    effects: ({ input, subject: s }) => ({
      set: { ...input, paidFen: 0 },
      facts: [
        say(rowMade, {
          register: 'sanitation.toilet',
          key: 'code',
          values: {
            code: s.code,
            name: s.name,
            kind: 'alliance',
            area: 'urban',
            town: s.town,
            address: s.address,
            aGrade: 'none',
            cityGrade: 'none',
            menSquats: s.menSquats,
            menUrinals: s.menUrinals,
            womenSquats: s.womenSquats,
            thirdRooms: s.thirdRooms,
            isAccessible: s.isAccessible,
            openFrom: s.openFrom,
            openTo: s.openTo,
            keeper: s.contact,
            operator: s.name,
            state: 'open',
            buildKind: 'new',
            joinedOn: input.joinedOn,
          },
          lon: s.lon,
          lat: s.lat,
        }),
      ],
    }),
  }),
  refuse: action({
    zh: '不符合条件',
    from: 'applied',
    to: 'refused',
    by: 'sanitation.manage',
    form: { reason: longText('理由', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  pay: action({
    zh: '发放补助',
    from: 'open',
    to: 'same',
    by: 'sanitation.manage',
    form: { fen: money('金额', { min: 1 }), on: date('日期') },
    check: ({ input, subject, now }) => {
      const [paid, year] = [paidInYear(subject.payments, input.on), input.on.slice(0, 4)]
      return first(
        why(input.on > dayText(now) || input.on < (subject.joinedOn ?? ''), '日期应在加入之后、今天之前'),
        why(paid + input.fen > (subject.yearFen ?? 0), `超过年补助标准:${year}年已发${round(paid / 100)}元`),
      )
    },
    effects: ({ input, subject }) => ({
      set: {
        payments: [...(subject.payments ?? []), { on: input.on, fen: input.fen }],
        paidFen: (subject.paidFen ?? 0) + input.fen,
      },
    }),
  }),
  leave: action({
    zh: '退出',
    from: 'open',
    to: 'left',
    by: 'sanitation.manage',
    tone: 'danger',
    form: { leftOn: date('退出日期'), reason: longText('原因', { maxLength: 300 }) },
    look: ({ tx, subject }) =>
      one<{ id: string }>(tx, 'select id from sanitation.toilet where code = $1 and retired_at is null', [subject.code]),
    check: ({ input, subject, now }) =>
      why(input.leftOn > dayText(now) || input.leftOn < (subject.joinedOn ?? ''), '日期应在加入之后、今天之前'),
    effects: ({ input, found }) => ({
      set: input,
      facts: found
        ? [
            say(rowMarked, {
              register: 'sanitation.toilet',
              id: found.id,
              values: { state: 'closed', notice: '已退出开放联盟' },
              reason: '退出联盟',
            }),
          ]
        : [],
    }),
  }),
}))

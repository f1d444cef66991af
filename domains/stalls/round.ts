/** 摊位统一分配: the seal of the seed is published with the notice, the seed itself at the draw; losers wait in the drawn order. */
import {
  addDays,
  choice,
  date,
  dayText,
  endOf,
  first,
  flag,
  instant,
  integer,
  list,
  many,
  one,
  photos,
  procedure,
  ref,
  repeated,
  say,
  text,
} from '#kernel'
import { drawOrder, sealOf } from './draw.ts'
import { drawn, seatTaken } from './facts.ts'
import { notYet, why } from './shared.ts'

const form = {
  site: ref('摊区夜市', 'stalls.site'),
  name: text('名称', { maxLength: 80 }),
  method: choice('办法', { draw: '公开抽签', queue: '报名先后' }),
  stalls: list('摊位号'),
  conditions: text('条件', { maxLength: 500 }),
  closesOn: date('报名截止'),
  seal: text('种子封条(SHA-256)', { maxLength: 64, pattern: { source: '^[0-9a-f]{64}$', zh: '封条应为64位十六进制' } }),
} as const
interface Entry {
  readonly id: string
  readonly number: string
}
export const round = procedure('stalls.round', {
  zh: '摊位分配',
  menu: '摊位分配',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'FP', per: 'year', digits: 3 },
  help: '公告时公布种子的封条,抽签时当众公布种子;顺序=种子与报名号的散列,人人可复算。未中的按顺序候补。',
  uniqueTogether: [['name']],
  fields: {
    ...form,
    name: form.name.searchable(),
    seed: text('种子', { maxLength: 100 }).optional(),
    drawnOrder: list('抽签顺序(报名号)').optional(),
    drawnAt: instant('抽签时间').optional(),
    witnesses: list('见证人').optional(),
    winners: integer('中签', { unit: '人' }).optional(),
    waiting: integer('候补', { unit: '人' }).optional(),
  },
  statuses: {
    open: { zh: '报名中', duty: 'stalls.manage', taskZh: '摊位待抽签' },
    drawn: { zh: '已分配' },
    closed: { zh: '已结束', kind: 'final' },
  },
}).actions((action) => ({
  announce: action({
    zh: '公告报名',
    from: 'new',
    to: 'open',
    by: 'stalls.manage',
    form,
    look: async ({ tx, input }) => ({
      site: await one<{ stalls: number }>(tx, `select stalls from stalls.site where id = $1 and status <> 'closed'`, [
        input.site,
      ]),
      held: await many<{ stall: number }>(tx, `select stall from stalls.tenure where site = $1 and status in ('held', 'shut')`, [
        input.site,
      ]),
    }),
    check: ({ input, found, now }) => {
      const bad = input.stalls.find((s) => !/^\d+$/.test(s) || Number(s) < 1 || Number(s) > (found.site?.stalls ?? 0))
      const taken = input.stalls.find((s) => found.held.some((h) => h.stall === Number(s)))
      return first(
        why(!found.site, '没有这个摊区'),
        why(input.closesOn < dayText(now), '截止不能早于今天'),
        why(input.stalls.length === 0 || Boolean(repeated(input.stalls)), '摊位号不能为空或重复'),
        why(bad !== undefined, `没有${bad}号摊位`),
        notYet(taken !== undefined, `${taken}号摊位在用`),
      )
    },
  }),
  draw: action({
    zh: '当众抽签(按先后分配)',
    from: 'open',
    to: 'drawn',
    by: 'stalls.manage',
    tone: 'primary',
    form: { seed: text('种子', { maxLength: 100 }), witnesses: list('见证人'), photos: photos(1, '现场照片') },
    look: ({ tx, subject }) =>
      many<Entry>(tx, `select id, number from stalls.applicant where round = $1 and status = 'eligible' order by number`, [
        subject.id,
      ]),
    check: ({ subject, input, found, now }) =>
      first(
        notYet(now < endOf(subject.closesOn), '报名还没有截止'),
        why(sealOf(input.seed) !== subject.seal, '种子与公告的封条不符'),
        why(input.witnesses.length < 2, '须有两名以上见证人'),
        notYet(found.length === 0, '没有合格的报名'),
      ),
    effects: ({ subject, input, found, now }) => {
      const numbers = found.map((e) => e.number)
      const order = subject.method === 'draw' ? drawOrder(input.seed, numbers) : numbers
      const ids = new Map(found.map((e) => [e.number, e.id]))
      const idOf = (n: string) => ids.get(n) ?? ''
      const seats = order
        .slice(0, subject.stalls.length)
        .map((n, i) => ({ applicant: idOf(n), stall: Number(subject.stalls[i]) }))
      const waiting = order.slice(subject.stalls.length).map((n, i) => ({ applicant: idOf(n), place: i + 1 }))
      return {
        set: {
          seed: input.seed,
          witnesses: input.witnesses,
          drawnOrder: order,
          drawnAt: now.toISOString(),
          winners: seats.length,
          waiting: waiting.length,
        },
        facts: [say(drawn, { round: subject.id, site: subject.site, seats, waiting })],
      }
    },
  }),
  close: action({
    zh: '结束',
    from: 'drawn',
    to: 'closed',
    by: 'stalls.manage',
    look: ({ tx, subject }) =>
      one<{ n: number }>(
        tx,
        `select count(*)::int as n from stalls.applicant where round = $1 and status in ('won', 'appealed')`,
        [subject.id],
      ),
    check: ({ found }) => notYet((found?.n ?? 0) > 0, `还有${found?.n}人待确认或申诉未答复`),
  }),
}))
const applyForm = {
  round: ref('摊位分配', 'stalls.round'),
  name: text('姓名', { maxLength: 40 }),
  idCode: text('身份证号', { maxLength: 18, pattern: { source: '^\\d{17}[0-9X]$', zh: '身份证号应为18位' } }).personal(
    'idNumber',
  ),
  phone: text('手机', { maxLength: 11, pattern: { source: '^1\\d{10}$', zh: '手机号应为11位' } }).personal('phone'),
  goods: text('经营内容', { maxLength: 80 }),
  isHealthy: flag('健康证有效'),
} as const
export const applicant = procedure('stalls.applicant', {
  zh: '摊位报名',
  menu: '摊位分配',
  title: 'name',
  numbering: { prefix: 'BM', per: 'year', digits: 5 },
  help: '一人一摊:已有摊位或已报名的不能再报。资格合格的参加抽签;中签五日内确认,逾期视为放弃,由候补递补。',
  uniqueTogether: [['round', 'idCode']],
  fields: {
    ...applyForm,
    name: applyForm.name.searchable(),
    stall: integer('摊位号').optional(),
    waitingNo: integer('候补第').optional(),
    confirmBy: date('确认期限').optional(),
    refusal: text('不合格(放弃)原因', { maxLength: 200 }).optional(),
    appeal: text('申诉', { maxLength: 300 }).optional(),
    answer: text('答复', { maxLength: 300 }).optional(),
  },
  statuses: {
    applied: { zh: '待审查', duty: 'stalls.manage', taskZh: '摊位报名待审查' },
    eligible: { zh: '合格' },
    refused: { zh: '不合格' },
    appealed: { zh: '申诉中', duty: 'stalls.manage', taskZh: '摊位申诉待答复' },
    won: { zh: '待确认' },
    waiting: { zh: '候补' },
    held: { zh: '已确认', kind: 'final' },
    lapsed: { zh: '放弃', kind: 'final' },
  },
}).actions((action) => ({
  apply: action({
    zh: '报名',
    from: 'new',
    to: 'applied',
    by: 'stalls.town',
    form: applyForm,
    look: ({ tx, input }) =>
      one<{ closesOn: string; held: number }>(
        tx,
        `select closes_on::text as "closesOn", (select count(*)::int from stalls.tenure where id_code = $2 and status in ('held', 'shut')) as held from stalls.round where id = $1 and status = 'open'`,
        [input.round, input.idCode],
      ),
    check: ({ found, now }) =>
      first(
        why(!found, '没有在报名'),
        notYet(dayText(now) > (found?.closesOn ?? ''), '报名已截止'),
        notYet((found?.held ?? 0) > 0, '一人一摊:已有摊位'),
      ),
  }),
  admit: action({
    zh: '资格合格',
    from: 'applied',
    to: 'eligible',
    by: 'stalls.manage',
    tone: 'primary',
    isBulk: true,
    guard: ({ subject }) => notYet(!subject.isHealthy, '健康证无效'),
  }),
  refuse: action({
    zh: '不合格',
    from: 'applied',
    to: 'refused',
    by: 'stalls.manage',
    tone: 'danger',
    form: { refusal: text('原因', { maxLength: 200 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  appeal: action({
    zh: '申诉',
    from: ['refused', 'waiting'],
    to: 'appealed',
    by: 'stalls.town',
    form: { appeal: text('申诉', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  answer: action({
    zh: '答复申诉',
    from: 'appealed',
    by: 'stalls.manage',
    tone: 'primary',
    form: { isUpheld: flag('申诉成立'), answer: text('答复', { maxLength: 300 }) },
    to: ({ input, subject }) => (subject.waitingNo ? 'waiting' : input.isUpheld ? 'eligible' : 'refused'),
    effects: ({ input }) => ({ set: { answer: input.answer } }),
  }),
  win: action({
    zh: '中签(递补)',
    from: ['eligible', 'waiting'],
    to: 'won',
    by: 'system',
    form: { stall: integer('摊位号') },
    effects: ({ input, subject, now }) => {
      const confirmBy = addDays(dayText(now), 5)
      return {
        set: { stall: input.stall, confirmBy },
        timers: [{ name: 'confirm', at: endOf(confirmBy), action: 'forfeit' }],
        messages: [
          {
            channel: 'sms',
            recipient: subject.phone,
            body: `【夜市】${subject.name}:您分得${input.stall}号摊位,请于${confirmBy}前确认。`,
          },
        ],
      }
    },
  }),
  wait: action({
    zh: '候补',
    from: 'eligible',
    to: 'waiting',
    by: 'system',
    form: { waitingNo: integer('候补第') },
    effects: ({ input }) => ({ set: input }),
  }),
  confirm: action({
    zh: '确认摊位',
    from: 'won',
    to: 'held',
    by: 'stalls.town',
    tone: 'primary',
    look: ({ tx, subject }) => one<{ site: string }>(tx, 'select site from stalls.round where id = $1', [subject.round]),
    effects: ({ subject, found }) => ({
      timers: [{ name: 'confirm', at: null, action: 'forfeit' }],
      facts: [
        say(seatTaken, {
          applicant: subject.id,
          round: subject.round,
          site: found?.site ?? '',
          stall: subject.stall ?? 0,
          name: subject.name,
          idCode: subject.idCode,
          phone: subject.phone,
          goods: subject.goods,
        }),
      ],
    }),
  }),
  forfeit: action({
    zh: '逾期未确认,放弃',
    from: 'won',
    to: 'lapsed',
    by: 'system',
    effects: () => ({ set: { refusal: '逾期未确认' } }),
  }),
}))

/** 非机动车: places to paint, towed bikes claimed, and the campaign against two- and three-wheelers. */
import { choice, date, dayText, first, integer, list, many, money, number, one, procedure, ref, rows, say, text } from '#kernel'
import { linePainted, towClaimed } from './facts.ts'
import { notYet, why } from './shared.ts'
import { directions } from './words.ts'

const placeForm = {
  road: text('路段', { maxLength: 100 }),
  estimateM: number('可划长度', { unit: '米', min: 1 }),
  foundBy: text('来源', { maxLength: 80 }),
  note: text('说明', { maxLength: 200 }).optional(),
} as const
export const linePlan = procedure('bikes.line-plan', {
  zh: '挖掘停车资源(待划线点位)',
  menu: '非机动车停放',
  title: 'road',
  numbering: { prefix: 'HX', per: 'year', digits: 4 },
  help: '列入清单 → 现场核定 → 施划登记长度、容量、方向;施划后进入停车线台账。',
  fields: {
    ...placeForm,
    road: placeForm.road.searchable(),
    plannedOn: date('计划施划').optional(),
    lengthM: number('实划长度', { unit: '米' }).optional(),
    capacity: integer('可停', { unit: '辆' }).optional(),
    direction: choice('停放方向', directions).optional(),
    paintedOn: date('施划日期').optional(),
    reason: text('不可划原因', { maxLength: 200 }).optional(),
  },
  statuses: {
    listed: { zh: '待核定', duty: 'bikes.manage', taskZh: '划线点位待核定' },
    approved: { zh: '待施划', duty: 'bikes.manage', taskZh: '停车线待施划' },
    painted: { zh: '已施划', kind: 'final' },
    refused: { zh: '不可划', kind: 'final' },
  },
}).actions((action) => ({
  list: action({ zh: '列入清单', from: 'new', to: 'listed', by: 'bikes.report', form: placeForm }),
  approve: action({
    zh: '核定可划',
    from: 'listed',
    to: 'approved',
    by: 'bikes.manage',
    tone: 'primary',
    form: { plannedOn: date('计划施划') },
    effects: ({ input }) => ({ set: input }),
  }),
  refuse: action({
    zh: '不可划',
    from: 'listed',
    to: 'refused',
    by: 'bikes.manage',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 200 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  paint: action({
    zh: '登记施划',
    from: 'approved',
    to: 'painted',
    by: 'bikes.manage',
    tone: 'primary',
    form: {
      lengthM: number('实划长度', { unit: '米', min: 0.5 }),
      capacity: integer('可停', { unit: '辆', min: 1 }),
      direction: choice('停放方向', directions),
      paintedOn: date('施划日期'),
    },
    check: ({ input }) => why(input.capacity > input.lengthM * 4, '容量与长度不符(每米不超过4辆)'),
    effects: ({ input, subject }) => ({
      set: input,
      facts: [say(linePainted, { planId: subject.id, road: subject.road, ...input, lon: subject.lon, lat: subject.lat })],
    }),
  }),
}))
const claimForm = {
  plate: text('车牌(车架、车身)号', { maxLength: 30 }),
  outcome: choice('处理', { claimed: '车主领回', operator: '企业领回', disposed: '无主处置' }),
  owner: text('领取人', { maxLength: 60 }).personal('name').optional(),
  idNumber: text('证件号', { maxLength: 20 }).personal('idNumber').optional(),
  feeFen: money('收费').optional(),
  note: text('说明', { maxLength: 200 }).optional(),
} as const
export const towClaim = procedure('bikes.tow-claim', {
  zh: '拖移车辆认领',
  menu: '非机动车停放',
  title: 'plate',
  numbering: { prefix: 'RL', per: 'year', digits: 6 },
  help: '按车号找到在场车辆;无主处置须拖移满三个月。',
  fields: {
    ...claimForm,
    plate: claimForm.plate.searchable(),
    towed: ref('拖移记录', 'bikes.towed').optional(),
    doneOn: date('日期').optional(),
  },
  statuses: { done: { zh: '已办', kind: 'final' } },
}).actions((action) => ({
  claim: action({
    zh: '办理认领(处置)',
    from: 'new',
    to: 'done',
    by: 'bikes.claim',
    form: claimForm,
    look: ({ tx, input }) =>
      one<{ id: string; at: Date; kind: string; operator: string | null }>(
        tx,
        `select id, towed_at as at, kind, operator from bikes.towed where plate = $1 and state = 'held' and retired_at is null order by towed_at desc limit 1`,
        [input.plate],
      ),
    check: ({ input, found, now }) =>
      first(
        notYet(!found, `没有在场待领的${input.plate}`),
        why(input.outcome === 'claimed' && !(input.owner && input.idNumber), '车主领回须登记领取人与证件号'),
        why(input.outcome === 'operator' && found?.kind !== 'shared', '只有共享自行车由企业领回'),
        notYet(
          input.outcome === 'disposed' && found !== undefined && now.getTime() - found.at.getTime() < 90 * 86_400_000,
          '拖移未满三个月,不能作无主处置',
        ),
      ),
    effects: ({ input, found, subject, now }) => ({
      set: { towed: found?.id ?? null, doneOn: dayText(now) },
      facts: found
        ? [say(towClaimed, { towed: found.id, state: input.outcome, feeFen: input.feeFen ?? 0, number: subject.number })]
        : [],
    }),
  }),
}))
const campaignForm = {
  name: text('行动', { maxLength: 100 }),
  lead: text('牵头', { maxLength: 80 }),
  partners: list('参与部门'),
  startOn: date('开始日期'),
  endOn: date('结束日期'),
  target: integer('三轮车目标存量', { unit: '辆', min: 0 }),
} as const
interface Stock {
  readonly on: string
  readonly n: number
}
const stockSql = `select to_char(counted_on, 'YYYY-MM-DD') as on, sum(in_use)::int as n from bikes.stock where kind = 'three' and counted_on >= $1::date group by 1 order by 1`
export const campaign = procedure('bikes.campaign', {
  zh: '二、三轮车专项整治',
  menu: '非机动车停放',
  title: 'name',
  numbering: { prefix: 'ZZ', per: 'year', digits: 3 },
  help: '政府牵头、部门联合;各期存量来自“二、三轮车存量”,降到目标才能结束。',
  fields: {
    ...campaignForm,
    name: campaignForm.name.searchable(),
    baseline: integer('起始存量', { unit: '辆' }).optional(),
    latest: integer('最近存量', { unit: '辆' }).optional(),
    latestOn: date('最近统计').optional(),
    reduced: integer('减少', { unit: '辆' }).optional(),
    rounds: rows('联合执法', {
      on: date('日期'),
      who: text('参加部门', { maxLength: 100 }),
      handled: integer('查处', { unit: '辆', min: 0 }),
    }).optional(),
    handled: integer('累计查处', { unit: '辆' }).optional(),
  },
  statuses: { running: { zh: '进行中', duty: 'bikes.manage', taskZh: '专项整治进行中' }, done: { zh: '已结束', kind: 'final' } },
}).actions((action) => ({
  start: action({
    zh: '启动',
    from: 'new',
    to: 'running',
    by: 'bikes.manage',
    form: campaignForm,
    check: ({ input }) =>
      first(why(input.endOn < input.startOn, '结束不能早于开始'), why(input.partners.length < 2, '联合整治至少两个部门参加')),
    effects: () => ({ set: { rounds: [], handled: 0 } }),
  }),
  joint: action({
    zh: '登记联合执法',
    from: 'running',
    to: 'same',
    by: 'bikes.manage',
    form: { on: date('日期'), who: text('参加部门', { maxLength: 100 }), handled: integer('查处', { unit: '辆', min: 0 }) },
    check: ({ input, subject }) => why(input.on < subject.startOn, '日期早于行动开始'),
    effects: ({ input, subject }) => ({
      set: { rounds: [...(subject.rounds ?? []), input], handled: (subject.handled ?? 0) + input.handled },
    }),
  }),
  count: action({
    zh: '核对存量',
    from: 'running',
    to: 'same',
    by: 'bikes.manage',
    look: ({ tx, subject }) => many<Stock>(tx, stockSql, [subject.startOn]),
    check: ({ found }) => notYet(found.length === 0, '开始以来还没有三轮车存量统计'),
    effects: ({ found }) => {
      const baseline = found[0]?.n ?? 0
      const last = found.at(-1)
      return { set: { baseline, latest: last?.n ?? null, latestOn: last?.on ?? null, reduced: baseline - (last?.n ?? 0) } }
    },
  }),
  finish: action({
    zh: '结束',
    from: 'running',
    to: 'done',
    by: 'bikes.manage',
    tone: 'primary',
    guard: ({ subject }) =>
      notYet(
        subject.latest === null || subject.latest > subject.target,
        subject.latest === null ? '还没有核对存量' : `三轮车存量${subject.latest}辆,目标${subject.target}辆`,
      ),
  }),
}))

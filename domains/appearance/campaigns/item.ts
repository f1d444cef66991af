/** 专项问题: the list item of every campaign; and the street check by the campaign's own list. */
import { penaltyWanted } from '#catalogue/facts.ts'
import {
  addDays,
  area,
  choice,
  date,
  dayText,
  didBefore,
  endOf,
  first,
  flag,
  instant,
  integer,
  number,
  one,
  percentOf,
  photos,
  procedure,
  ref,
  repeated,
  rows,
  say,
  streetOf,
  text,
  unit,
} from '#kernel'
import { itemsFound } from '../facts.ts'
import { notYet, why } from '../shared.ts'
import type { CampaignItem } from './campaign.ts'

const form = {
  campaign: ref('专项行动', 'appearance.campaign'),
  code: text('任务项编号', { maxLength: 12 }),
  what: text('问题', { maxLength: 200 }),
  place: text('地点', { maxLength: 120 }),
  quantity: number('数量', { min: 0.01 }),
  photos: photos(1, '整治前照片'),
} as const
interface Campaign {
  readonly items: readonly CampaignItem[]
  readonly toOn: string
}
export const item = procedure('appearance.item', {
  zh: '专项行动问题清单',
  menu: '专项整治',
  title: 'what',
  numbering: { prefix: 'XW', per: 'day', digits: 4 },
  leadingClock: 'fix',
  mirror: { fix: { dueAt: 'fixDueAt', stoppedAt: 'doneAt' } },
  help: '排查 → 派单 → 整治(前后照片、数量)→ 复核 → 销号;到期未销号的列入协调清单;拒不整改的转处罚。',
  fields: {
    ...form,
    what: form.what.searchable(),
    group: text('组', { maxLength: 20 }).optional(),
    itemName: text('任务项', { maxLength: 80 }).optional(),
    measure: text('数量单位', { maxLength: 10 }).optional(),
    town: area('街道(镇)').optional(),
    team: unit('责任单位').optional(),
    dueOn: date('期限').optional(),
    doneQuantity: number('完成数量').optional(),
    afterPhotos: photos(0, '整治后照片').optional(),
    doneNote: text('整治情况', { maxLength: 300 }).optional(),
    doneOn: date('完成日期').optional(),
    returns: integer('复核退回', { unit: '次' }).optional(),
    isStuck: flag('在协调清单').optional(),
    coordination: text('协调意见', { maxLength: 300 }).optional(),
    isSample: flag('示范样板').optional(),
    closedOn: date('销号日期').optional(),
    fixDueAt: instant('期限止').optional(),
    doneAt: instant('完成时间').optional(),
  },
  clocks: { fix: { zh: '整治', limit: { value: 15, unit: 'natural_day' }, basis: '专项行动方案(示例)' } },
  statuses: {
    surveyed: { zh: '已排查', duty: 'appearance.town', taskZh: '专项问题待派单' },
    assigned: { zh: '整治中', duty: 'appearance.work', taskZh: '专项问题待整治' },
    done: { zh: '待复核', duty: 'appearance.check', taskZh: '专项问题待复核' },
    closed: { zh: '已销号', kind: 'final' },
    penalised: { zh: '转处罚', kind: 'final' },
  },
}).actions((action) => ({
  survey: action({
    zh: '登记排查',
    from: 'new',
    to: 'surveyed',
    by: 'appearance.check',
    form,
    look: ({ tx, input }) =>
      one<Campaign>(tx, `select items, to_on::text as "toOn" from appearance.campaign where id = $1 and status = 'running'`, [
        input.campaign,
      ]),
    check: ({ input, found, subject }) =>
      first(
        why(!found, '行动没有在进行'),
        why(
          !found?.items.some((i) => i.code === input.code),
          `行动里没有这一项;可填:${(found?.items ?? [])
            .map((i) => `${i.code}${i.name}`)
            .join('、')
            .slice(0, 300)}`,
        ),
        why(streetOf(subject.areaCode) === null, '请在图上标出位置或选择街道:清单按街道销号'),
      ),
    effects: ({ input, found, subject, now, parameter }) => {
      const of = found?.items.find((i) => i.code === input.code)
      const dueOn = addDays(dayText(now), parameter('appearance.item-days'))
      return {
        set: {
          group: of?.group ?? null,
          itemName: of?.name ?? null,
          measure: of?.unit ?? null,
          town: streetOf(subject.areaCode),
          dueOn,
          returns: 0,
          isStuck: false,
          isSample: false,
        },
        clocks: [{ clock: 'fix', do: 'start', dueAt: endOf(dueOn) }],
        timers: [{ name: 'due', at: endOf(dueOn), action: 'stick' }],
      }
    },
  }),
  assign: action({
    zh: '派单',
    from: 'surveyed',
    to: 'assigned',
    by: 'appearance.town',
    tone: 'primary',
    isBulk: true,
    form: { team: unit('责任单位') },
    effects: ({ input }) => ({ set: { team: input.team, unitId: input.team }, assign: { unitId: input.team } }),
  }),
  finish: action({
    zh: '整治完成',
    from: 'assigned',
    to: 'done',
    by: 'appearance.work',
    tone: 'primary',
    form: {
      doneQuantity: number('完成数量', { min: 0.01 }),
      doneNote: text('整治情况', { maxLength: 300 }),
      afterPhotos: photos(1, '整治后照片'),
    },
    effects: ({ input, now }) => ({ set: { ...input, doneOn: dayText(now) }, clocks: [{ clock: 'fix', do: 'stop' }] }),
  }),
  sendBack: action({
    zh: '复核不合格',
    from: 'done',
    to: 'assigned',
    by: 'appearance.check',
    tone: 'danger',
    form: { doneNote: text('不合格之处', { maxLength: 300 }), dueOn: date('重新期限') },
    check: ({ input, now }) => why(input.dueOn < dayText(now), '期限不能早于今天'),
    effects: ({ input, subject }) => ({
      set: { ...input, returns: (subject.returns ?? 0) + 1 },
      clocks: [{ clock: 'fix', do: 'start', dueAt: endOf(input.dueOn) }],
      timers: [{ name: 'due', at: endOf(input.dueOn), action: 'stick' }],
    }),
  }),
  close: action({
    zh: '复核合格,销号',
    from: 'done',
    to: 'closed',
    by: 'appearance.check',
    tone: 'primary',
    form: { isSample: flag('列为示范样板') },
    guard: ({ actor, past }) => notYet(didBefore(past, 'finish', actor), '整治人不能复核自己的整治'),
    check: ({ subject }) =>
      notYet(
        Number(subject.doneQuantity ?? 0) < Number(subject.quantity),
        `完成${Number(subject.doneQuantity ?? 0)},少于排查${Number(subject.quantity)}`,
      ),
    effects: ({ input, now }) => ({
      set: { isSample: input.isSample, closedOn: dayText(now), isStuck: false },
      timers: [{ name: 'due', at: null, action: 'stick' }],
    }),
  }),
  stick: action({
    zh: '到期未销号,列入协调清单',
    from: ['surveyed', 'assigned', 'done'],
    to: 'same',
    by: 'system',
    effects: () => ({ set: { isStuck: true } }),
  }),
  coordinate: action({
    zh: '协调',
    from: ['surveyed', 'assigned'],
    to: 'same',
    by: 'appearance.manage',
    form: { coordination: text('协调意见', { maxLength: 300 }), dueOn: date('新期限') },
    guard: ({ subject }) => notYet(!subject.isStuck, '不在协调清单'),
    check: ({ input, now }) => why(input.dueOn < dayText(now), '期限不能早于今天'),
    effects: ({ input }) => ({
      set: input,
      clocks: [{ clock: 'fix', do: 'start', dueAt: endOf(input.dueOn) }],
      timers: [{ name: 'due', at: endOf(input.dueOn), action: 'stick' }],
    }),
  }),
  penalise: action({
    zh: '转处罚',
    from: ['surveyed', 'assigned'],
    to: 'penalised',
    by: 'appearance.check',
    tone: 'danger',
    form: {
      lawCode: choice('违法行为', { V01: '乱张贴、涂写等', V02: '违规广告、堆物搭建、店外经营', F01: '不履行责任区义务' }),
      party: text('当事人', { maxLength: 80 }),
      partyCode: text('证照(证件)号', { maxLength: 40 }),
      note: text('情况', { maxLength: 300 }),
    },
    effects: ({ input, subject, now }) => ({
      clocks: [{ clock: 'fix', do: 'cancel' }],
      timers: [{ name: 'due', at: null, action: 'stick' }],
      facts: [
        say(penaltyWanted, {
          sourceType: 'appearance.item',
          sourceId: subject.id,
          topic: input.lawCode === 'V01' ? 'posting' : input.lawCode === 'V02' ? 'occupation' : 'frontage',
          lawCode: input.lawCode,
          partyName: input.party,
          partyCode: input.partyCode,
          partyKind: 'org',
          happenedOn: dayText(now),
          address: subject.place,
          description: `${subject.what};${input.note}`,
          lon: subject.lon,
          lat: subject.lat,
          areaCode: subject.areaCode,
        }),
      ],
    }),
  }),
}))
const line = {
  code: text('编号', { maxLength: 12 }),
  isOk: flag('达标'),
  note: text('问题', { maxLength: 200 }).optional(),
} as const
const checkForm = {
  campaign: ref('专项行动', 'appearance.campaign'),
  town: area('街道(镇)').optional().help('不选为所在位置的街道'),
  checkedOn: date('日期'),
  lines: rows('逐项检查', line),
  photos: photos(1, '检查照片'),
} as const
export const streetCheck = procedure('appearance.street-check', {
  zh: '专项标准督查街道',
  menu: '专项整治',
  title: 'checkedOn',
  numbering: { prefix: 'DC', per: 'day', digits: 3 },
  help: '按行动的全部任务项逐项检查一个街道;得分为达标项占比,不达标的逐条进入问题清单。',
  fields: {
    ...checkForm,
    score: number('得分', { unit: '分' }).optional(),
    bad: integer('不达标', { unit: '项' }).optional(),
  },
  statuses: { done: { zh: '已督查' }, void: { zh: '作废', kind: 'final' } },
}).actions((action) => ({
  check: action({
    zh: '登记督查',
    from: 'new',
    to: 'done',
    by: 'appearance.manage',
    form: checkForm,
    look: ({ tx, input }) =>
      one<Campaign>(tx, `select items, to_on::text as "toOn" from appearance.campaign where id = $1 and status = 'running'`, [
        input.campaign,
      ]),
    check: ({ input, found, subject, now }) => {
      const missing = found?.items.find((i) => !input.lines.some((l) => l.code === i.code))
      return first(
        why(!found, '行动没有在进行'),
        why(streetOf(input.town ?? subject.areaCode) === null, '请选择被督查的街道(镇)'),
        why(input.checkedOn > dayText(now), '日期不能晚于今天'),
        why(Boolean(missing), `缺“${missing?.name}”一项`),
        why(input.lines.length !== found?.items.length || Boolean(repeated(input.lines.map((l) => l.code))), '项目多余或重复'),
        why(
          input.lines.some((l) => !l.isOk && !l.note),
          '不达标的须写明问题',
        ),
      )
    },
    effects: ({ input, subject, found }) => {
      const bad = input.lines.filter((l) => !l.isOk)
      const town = streetOf(input.town ?? subject.areaCode)
      // A check written down elsewhere stands in the street that was checked, and so do its problems.
      const isThere = town !== null && streetOf(subject.areaCode) === town
      const at = isThere
        ? { lon: subject.lon, lat: subject.lat, areaCode: subject.areaCode }
        : { lon: null, lat: null, areaCode: town }
      return {
        set: {
          town,
          ...at,
          bad: bad.length,
          score: percentOf(input.lines.length - bad.length, input.lines.length) ?? 0,
        },
        facts: [
          say(itemsFound, {
            campaign: input.campaign,
            sourceId: subject.id,
            photos: [...input.photos],
            items: bad.map((l) => ({
              code: l.code,
              what: l.note ?? '',
              place: found?.items.find((i) => i.code === l.code)?.name ?? '',
            })),
            ...at,
          }),
        ],
      }
    },
  }),
  discard: action({
    zh: '作废',
    from: 'done',
    to: 'void',
    by: 'appearance.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 200 }) },
  }),
}))

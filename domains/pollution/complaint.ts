/** 油烟噪音投诉: complaint → visit with a measured value against its limit → order → re-measured → closed; three rates, each with its own numerator. */
import { penaltyWanted } from '#catalogue/facts.ts'
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
  number,
  one,
  photos,
  procedure,
  ref,
  say,
  text,
} from '#kernel'
import { isNight, kinds, lawOf, limitName, zones } from './limits.ts'
import { notYet, why } from './shared.ts'

const form = {
  kind: choice('类型', kinds),
  source: choice('来源', { petition: '信访', hotline: '12345', whistle: '社区吹哨', mass: '来电来访', patrol: '巡查发现' }),
  shop: ref('商户', 'grid.shop').optional(),
  site: ref('工地', 'pollution.site').optional(),
  subjectName: text('被投诉单位(路段)', { maxLength: 80 }),
  address: text('地址', { maxLength: 120 }),
  happenedAt: instant('发生时间'),
  what: text('诉求', { maxLength: 300 }),
  phone: text('投诉人电话', { maxLength: 11 }).personal('phone').optional(),
  plates: list('车牌(夜间运输)').optional(),
} as const
const measuring = {
  zone: choice('声环境功能区', zones).optional(),
  value: number('测量值(油烟 mg/m³,噪声 dB(A))', { min: 0 }),
  measuredAt: instant('测量时间'),
  instrument: text('仪器编号', { maxLength: 60 }),
  photos: photos(1, '测量照片'),
} as const
/** Whether the trucks named had a muck permit that day: told beside the plates. */
const permitted = `select plate from permits.truck where plate = any($1::text[]) and retired_at is null`
export const complaint = procedure('pollution.complaint', {
  zh: '油烟噪音投诉',
  menu: '油烟噪音',
  title: 'subjectName',
  numbering: { prefix: 'YZ', per: 'day', digits: 4 },
  leadingClock: 'fix',
  mirror: { fix: { dueAt: 'fixDueAt' } },
  help: '受理 → 现场测量(超标责令、达标说明)→ 复测 → 办结回复 → 满意度。复测仍超标移送处罚。夜间运输须记车牌。',
  fields: {
    ...form,
    subjectName: form.subjectName.searchable(),
    isNight: flag('夜间').optional(),
    earlier: integer('此前投诉', { unit: '次' }).optional(),
    unpermitted: list('未列入准运的车牌').optional(),
    zone: measuring.zone,
    value: number('测量值').optional(),
    limitValue: number('限值').optional(),
    isOver: flag('超标').optional(),
    instrument: text('仪器编号', { maxLength: 60 }).optional(),
    order: text('责令内容', { maxLength: 300 }).optional(),
    dueOn: date('改正期限').optional(),
    revalue: number('复测值').optional(),
    isHandled: flag('已处理').optional(),
    isReplied: flag('已回复').optional(),
    repliedOn: date('回复日期').optional(),
    reply: text('回复', { maxLength: 300 }).optional(),
    isReplyLate: flag('逾期回复').optional(),
    satisfaction: choice('满意度', {
      satisfied: '满意',
      basic: '基本满意',
      dissatisfied: '不满意',
      unreached: '未联系上',
    }).optional(),
    isSatisfied: flag('满意(含基本满意)').optional(),
    isSurveyed: flag('已回访').optional(),
    fixDueAt: instant('期限').optional(),
  },
  clocks: { fix: { zh: '责令改正', limit: { value: 15, unit: 'natural_day' }, basis: '行政处罚法第28条' } },
  statuses: {
    received: { zh: '待测量', duty: 'pollution.check', taskZh: '油烟噪音投诉待测量' },
    ordered: { zh: '责令改正', duty: 'pollution.check', taskZh: '油烟噪音待复测' },
    handled: { zh: '待回复', duty: 'pollution.town', taskZh: '油烟噪音投诉待回复' },
    penalised: { zh: '已移送', duty: 'pollution.town', taskZh: '油烟噪音投诉待回复' },
    replied: { zh: '待回访', duty: 'pollution.town', taskZh: '油烟噪音投诉待回访' },
    closed: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  receive: action({
    zh: '受理',
    from: 'new',
    to: 'received',
    by: 'pollution.town',
    form,
    look: async ({ tx, input }) => ({
      earlier: await one<{ n: number }>(
        tx,
        'select count(*)::int as n from pollution.complaint where subject_name = $1 and address = $2',
        [input.subjectName, input.address],
      ),
      known: (await many<{ plate: string }>(tx, permitted, [[...(input.plates ?? [])]])).map((p) => p.plate),
    }),
    check: ({ input, now }) => {
      const at = new Date(input.happenedAt)
      return first(
        why(at > now, '时间不能晚于现在'),
        why(input.kind === 'transport' && !input.plates?.length, '夜间运输须记车牌'),
        why(input.kind === 'transport' && !isNight(at), '夜间运输指22时至次日6时'),
        why(input.kind === 'construction' && !input.site, '施工噪声须选工地'),
        why(input.kind === 'fume' && !input.shop, '油烟须选商户'),
      )
    },
    effects: ({ input, found }) => ({
      set: {
        isNight: isNight(new Date(input.happenedAt)),
        earlier: found.earlier?.n ?? 0,
        unpermitted: (input.plates ?? []).filter((p) => !found.known.includes(p)),
        isHandled: false,
        isReplied: false,
        isSurveyed: false,
        isSatisfied: false,
      },
    }),
  }),
  measure: action({
    zh: '现场测量',
    from: 'received',
    by: 'pollution.check',
    tone: 'primary',
    form: { ...measuring, order: text('责令内容(超标时)', { maxLength: 300 }).optional() },
    to: ({ input, subject, parameter }) =>
      input.value > parameter(limitName(subject.kind, input.zone ?? null, isNight(new Date(input.measuredAt))))
        ? 'ordered'
        : 'handled',
    check: ({ input, subject, now, parameter }) => {
      const at = new Date(input.measuredAt)
      const isOver = input.value > parameter(limitName(subject.kind, input.zone ?? null, isNight(at)))
      return first(
        why(at > now, '时间不能晚于现在'),
        why(['noise', 'transport'].includes(subject.kind) && !input.zone, '须填声环境功能区'),
        why(isOver && !input.order, '超标须责令改正'),
        notYet(Boolean(subject.isNight) && subject.kind !== 'fume' && !isNight(at), '夜间的投诉须夜间测量'),
      )
    },
    effects: ({ input, subject, now, parameter }) => {
      const limitValue = parameter(limitName(subject.kind, input.zone ?? null, isNight(new Date(input.measuredAt))))
      const isOver = input.value > limitValue
      const dueOn = addDays(dayText(now), parameter('pollution.order-days'))
      return {
        set: {
          zone: input.zone ?? null,
          value: input.value,
          instrument: input.instrument,
          limitValue,
          isOver,
          order: input.order ?? null,
          isHandled: !isOver,
          ...(isOver ? { dueOn } : {}),
        },
        clocks: isOver ? [{ clock: 'fix', do: 'start', dueAt: endOf(dueOn) }] : [],
      }
    },
  }),
  remeasure: action({
    zh: '复测',
    from: 'ordered',
    by: 'pollution.check',
    tone: 'primary',
    form: {
      value: number('复测值', { min: 0 }),
      photos: photos(1, '复测照片'),
      note: text('情况', { maxLength: 300 }),
      partyCode: text('当事人证照号', { maxLength: 40 }).optional(),
    },
    to: ({ input, subject }) => (input.value > Number(subject.limitValue) ? 'penalised' : 'handled'),
    check: ({ input, subject }) =>
      why(input.value > Number(subject.limitValue) && !input.partyCode, '复测仍超标,移送处罚须填当事人证照号'),
    effects: ({ input, subject, now }) => ({
      set: { revalue: input.value, isHandled: true },
      clocks: [{ clock: 'fix', do: 'stop' }],
      facts:
        input.value > Number(subject.limitValue)
          ? [
              say(penaltyWanted, {
                sourceType: 'pollution.complaint',
                sourceId: subject.id,
                ...lawOf[subject.kind],
                partyName: subject.subjectName,
                partyCode: input.partyCode ?? '',
                partyKind: 'org',
                happenedOn: dayText(now),
                address: subject.address,
                description: `${kinds[subject.kind]}复测${input.value},限值${Number(subject.limitValue)};${input.note}`,
                lon: subject.lon,
                lat: subject.lat,
                areaCode: subject.areaCode,
              }),
            ]
          : [],
    }),
  }),
  reply: action({
    zh: '回复投诉人',
    from: ['handled', 'penalised'],
    to: 'replied',
    by: 'pollution.town',
    tone: 'primary',
    form: { reply: text('回复', { maxLength: 300 }) },
    effects: ({ input, subject, now, parameter }) => ({
      set: {
        reply: input.reply,
        isReplied: true,
        repliedOn: dayText(now),
        isReplyLate: dayText(now) > addDays(dayText(subject.createdAt), parameter('pollution.reply-days')),
      },
      messages: subject.phone
        ? [
            {
              channel: 'sms',
              recipient: subject.phone,
              body: `您反映的${subject.subjectName}${kinds[subject.kind]}问题:${input.reply}`,
            },
          ]
        : [],
    }),
  }),
  survey: action({
    zh: '回访',
    from: 'replied',
    to: 'closed',
    by: 'pollution.town',
    form: {
      satisfaction: choice('满意度', { satisfied: '满意', basic: '基本满意', dissatisfied: '不满意', unreached: '未联系上' }),
    },
    effects: ({ input }) => ({
      set: {
        satisfaction: input.satisfaction,
        isSurveyed: input.satisfaction !== 'unreached',
        isSatisfied: ['satisfied', 'basic'].includes(input.satisfaction),
      },
    }),
  }),
}))
const stainForm = {
  kind: choice('部位', { wall: '墙面', road: '路面' }),
  shop: ref('责任商户', 'grid.shop').optional(),
  owner: text('责任人', { maxLength: 80 }),
  address: text('具体位置', { maxLength: 120 }),
  areaM2: number('面积', { unit: '㎡', min: 0.1 }),
  dueOn: date('清洗期限'),
  photos: photos(1, '油污照片'),
} as const
export const stain = procedure('pollution.stain', {
  zh: '油污墙面路面整改',
  menu: '油烟噪音',
  title: 'address',
  numbering: { prefix: 'YW', per: 'day', digits: 3 },
  leadingClock: 'wash',
  mirror: { wash: { dueAt: 'washDueAt', stoppedAt: 'washedAt' } },
  fields: {
    ...stainForm,
    address: stainForm.address.searchable(),
    washedOn: date('清洗日期').optional(),
    afterPhotos: photos(0, '清洗后照片').optional(),
    returns: integer('复查不合格', { unit: '次' }).optional(),
    closedOn: date('整改完成').optional(),
    washDueAt: instant('期限').optional(),
    washedAt: instant('清洗时间').optional(),
  },
  clocks: { wash: { zh: '清洗', limit: { value: 3, unit: 'natural_day' }, basis: '城市市容和环境卫生管理条例' } },
  statuses: {
    ordered: { zh: '责令清洗', duty: 'pollution.town', taskZh: '油污待清洗' },
    washed: { zh: '待复查', duty: 'pollution.check', taskZh: '油污待复查' },
    closed: { zh: '已整改', kind: 'final' },
  },
}).actions((action) => ({
  order: action({
    zh: '责令清洗',
    from: 'new',
    to: 'ordered',
    by: 'pollution.check',
    form: stainForm,
    check: ({ input, now }) => why(input.dueOn < dayText(now), '期限不能早于今天'),
    effects: ({ input }) => ({ set: { returns: 0 }, clocks: [{ clock: 'wash', do: 'start', dueAt: endOf(input.dueOn) }] }),
  }),
  wash: action({
    zh: '已清洗',
    from: 'ordered',
    to: 'washed',
    by: 'pollution.town',
    tone: 'primary',
    form: { washedOn: date('清洗日期'), afterPhotos: photos(1, '清洗后照片') },
    check: ({ input, now }) => why(input.washedOn > dayText(now), '日期不能晚于今天'),
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'wash', do: 'stop' }] }),
  }),
  sendBack: action({
    zh: '复查不合格',
    from: 'washed',
    to: 'ordered',
    by: 'pollution.check',
    tone: 'danger',
    form: { dueOn: date('重新期限'), note: text('情况', { maxLength: 200 }) },
    effects: ({ input, subject }) => ({
      set: { dueOn: input.dueOn, returns: (subject.returns ?? 0) + 1 },
      clocks: [{ clock: 'wash', do: 'start', dueAt: endOf(input.dueOn) }],
    }),
  }),
  close: action({
    zh: '复查合格',
    from: 'washed',
    to: 'closed',
    by: 'pollution.check',
    tone: 'primary',
    effects: ({ now }) => ({ set: { closedOn: dayText(now) } }),
  }),
}))

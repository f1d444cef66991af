/** 工业垃圾混装检查: the load is opened at the gate; what does not belong is refused, traced to its route and producer, and answered for. */
import { penaltyWanted } from '#catalogue/facts.ts'
import {
  choice,
  choices,
  code,
  date,
  dayText,
  first,
  longText,
  money,
  number,
  one,
  photos,
  procedure,
  ref,
  say,
  text,
} from '#kernel'
import { ticketRefused } from '../facts.ts'
import { notYet, why } from '../shared.ts'

const mixed = {
  industrial: '工业固废',
  building: '建筑垃圾',
  hazardous: '危险废物',
  medical: '医疗废物',
  food: '餐厨废弃物',
  other: '其他',
} as const
const form = {
  station: ref('站(厂)', 'sanitation.station'),
  plate: text('号牌', { maxLength: 10 }),
  ticket: ref('磅单', 'sanitation.ticket').optional(),
  result: choice('结果', { clean: '未混装', mixed: '混装' }),
  kinds: choices('混入', mixed).optional(),
  percent: number('混入比例', { unit: '%', min: 0, max: 100 }).optional(),
  photos: photos(1),
  note: longText('情况', { maxLength: 300 }).optional(),
} as const
export const mixCheck = procedure('sanitation.mix-check', {
  zh: '工业垃圾混装检查',
  menu: '转运处理',
  title: 'plate',
  numbering: { prefix: 'HZ', per: 'day', digits: 4 },
  help: '进站(厂)开箱检查;混装的拒收、磅单作废,溯源到线路和产生单位,移送执法或按合同扣款。',
  fields: {
    ...form,
    plate: form.plate.searchable(),
    stationName: text('站(厂)', { maxLength: 80 }),
    route: text('收运线路', { maxLength: 60 }).optional(),
    operator: text('作业单位', { maxLength: 80 }).optional(),
    producer: text('产生单位', { maxLength: 100 }).optional(),
    producerCode: text('统一社会信用代码', { maxLength: 18 }).optional(),
    lawCode: text('违法行为', { maxLength: 12 }).optional(),
    penaltyNumber: text('处罚案号', { maxLength: 40 }).optional(),
    cutFen: money('合同扣款').optional(),
    closedOn: date('结案日期').optional(),
    opinion: longText('结论', { maxLength: 300 }).optional(),
  },
  statuses: {
    clean: { zh: '未混装', kind: 'final' },
    refused: { zh: '已拒收待溯源', duty: 'sanitation.inspect', taskZh: '混装垃圾待溯源' },
    traced: { zh: '已溯源待处理', duty: 'sanitation.dispatch', taskZh: '混装垃圾待处理' },
    handed: { zh: '已移送执法' },
    cut: { zh: '已按合同扣款', kind: 'final' },
    filed: { zh: '已立案', kind: 'final' },
    untraced: { zh: '无法溯源', kind: 'final' },
  },
}).actions((action) => ({
  check: action({
    zh: '开箱检查',
    from: 'new',
    by: 'sanitation.inspect',
    form,
    look: async ({ tx, input }) => ({
      station: await one<{ name: string }>(tx, 'select name from sanitation.station where id = $1 and retired_at is null', [
        input.station,
      ]),
      vehicle: await one<{ operator: string }>(
        tx,
        'select operator from sanitation.vehicle where plate = $1 and retired_at is null',
        [input.plate],
      ),
      ticket: input.ticket
        ? await one<{ plate: string; status: string; route: string | null }>(
            tx,
            'select plate, status, route from sanitation.ticket where id = $1',
            [input.ticket],
          )
        : undefined,
    }),
    to: ({ input }) => (input.result === 'mixed' ? 'refused' : 'clean'),
    check: ({ input, found }) =>
      first(
        why(!found.station, '没有这个站(厂)'),
        why(input.result === 'mixed' && (input.kinds ?? []).length === 0, '请选择混入了什么'),
        why(input.result === 'mixed' && !input.percent, '请填写混入比例'),
        why(Boolean(input.ticket) && found.ticket?.plate !== input.plate, '磅单不是这辆车的'),
        why(Boolean(input.ticket) && found.ticket?.status === 'void', '磅单已作废'),
      ),
    effects: ({ input, found, subject }) => ({
      set: {
        stationName: found.station?.name ?? '',
        route: found.ticket?.route ?? null,
        operator: found.vehicle?.operator ?? null,
      },
      facts:
        input.result === 'mixed' && input.ticket
          ? [say(ticketRefused, { ticket: input.ticket, reason: `混装检查${subject.number}拒收` })]
          : [],
    }),
  }),
  trace: action({
    zh: '溯源',
    from: 'refused',
    to: 'traced',
    by: 'sanitation.inspect',
    tone: 'primary',
    form: {
      route: text('收运线路', { maxLength: 60 }),
      producer: text('产生单位', { maxLength: 100 }),
      producerCode: text('统一社会信用代码', { maxLength: 18 }),
      opinion: longText('依据', { maxLength: 300 }),
    },
    effects: ({ input }) => ({ set: input }),
  }),
  untrace: action({
    zh: '无法溯源',
    from: 'refused',
    to: 'untraced',
    by: 'sanitation.dispatch',
    form: { opinion: longText('已查过什么', { maxLength: 300 }) },
    effects: ({ input, now }) => ({ set: { ...input, closedOn: dayText(now) } }),
  }),
  hand: action({
    zh: '移送执法',
    from: 'traced',
    to: 'handed',
    by: 'sanitation.dispatch',
    tone: 'primary',
    form: { lawCode: code('违法行为', 'enforcement.law.code', { maxLength: 12 }) },
    effects: ({ input, subject }) => ({
      set: { lawCode: input.lawCode },
      facts: [
        say(penaltyWanted, {
          sourceType: 'sanitation.mix-check',
          sourceId: subject.id,
          topic: 'sorting',
          lawCode: input.lawCode,
          partyName: subject.producer ?? '',
          partyCode: subject.producerCode ?? '',
          partyKind: 'org',
          happenedOn: dayText(subject.createdAt),
          address: subject.stationName,
          description: `${subject.plate}装运${subject.producer}的垃圾混入${subject.percent}%,${subject.stationName}拒收(${subject.number})`,
          lon: subject.lon,
          lat: subject.lat,
          areaCode: subject.areaCode,
        }),
      ],
    }),
  }),
  cut: action({
    zh: '按合同扣款',
    from: 'traced',
    to: 'cut',
    by: 'sanitation.dispatch',
    help: '从该车作业单位下一次月度付费中扣除',
    form: { cutFen: money('扣款', { min: 1 }), opinion: longText('合同条款', { maxLength: 300 }) },
    guard: ({ subject }) => notYet(!subject.operator, '这辆车不在车辆台账,没有作业单位可扣'),
    effects: ({ input, now }) => ({ set: { ...input, closedOn: dayText(now) } }),
  }),
  noteCase: action({
    zh: '已立案',
    from: 'handed',
    to: 'filed',
    by: 'system',
    form: { penaltyNumber: text('处罚案号', { maxLength: 40 }) },
    effects: ({ input, now }) => ({ set: { ...input, closedOn: dayText(now) } }),
  }),
}))

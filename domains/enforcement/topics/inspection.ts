/**
 * 专项检查: the one shape of a check with exactly one outcome: 合格, 当场教育整改, 行政指导, 责令整改 or 立案. Checks are counted apart from
 * outcomes; each outcome but the first makes its own measure or case, so the counts of both sides add up.
 */
import {
  choice,
  code,
  dayOf,
  dayText,
  type Fields,
  longText,
  type Procedure,
  person,
  photos,
  procedure,
  type Refusal,
  ref,
  refuse,
  type Spawn,
  text,
} from '#kernel'
import { type Topic, topics } from '../contract.ts'
import { findOfficers, refuseUncertified } from '../officers.ts'
import { first, sayDeed } from '../penalty/shared.ts'

export const outcomes = {
  pass: '合格',
  educated: '当场教育整改',
  guided: '行政指导',
  ordered: '督促整改',
  filed: '立案查处',
} as const
const form = {
  party: ref('检查对象', 'enforcement.party'),
  coOfficer: person('协同检查人'),
  address: text('地点', { maxLength: 200 }).searchable(),
  outcome: choice('结果(只能一种)', outcomes),
  findings: longText('检查情况', { maxLength: 2000 }).searchable(),
  lawCode: code('违法行为', 'enforcement.law.code', { maxLength: 12 }).optional(),
  photos: photos(1, '检查照片'),
  campaign: ref('专项行动', 'enforcement.campaign').optional(),
} as const
const common = { ...form, recheck: longText('复查情况', { maxLength: 1000 }).optional() } as const
type Common = typeof common
type Input = Readonly<Record<string, unknown>>

export interface InspectionSpec<F extends Fields> {
  readonly zh: string
  readonly topic: Topic
  readonly prefix: string
  readonly help: string
  readonly fields: F
  readonly defaultLaw: string
  readonly refusal?: (input: Input) => Refusal | undefined
}
const consequence = (topic: Topic, defaultLaw: string, id: string, input: Input, now: Date): readonly Spawn[] => {
  const text = String(input.findings).slice(0, 1000)
  const lawCode = String(input.lawCode ?? defaultLaw)
  const shared = {
    topic,
    party: input.party,
    lawCode,
    basis: `${topics[topic]}专项检查`,
    content: text,
    address: input.address,
    campaign: input.campaign ?? null,
  }
  switch (input.outcome) {
    case 'educated':
      return [{ procedure: 'enforcement.measure', action: 'educate', input: { ...shared, outcome: '当场改正' } }]
    case 'guided':
      return [{ procedure: 'enforcement.measure', action: 'guide', input: { ...shared, outcome: '已指导' } }]
    case 'ordered':
      return [
        {
          procedure: 'enforcement.measure',
          action: 'order',
          input: { ...shared, coOfficer: input.coOfficer, limit: { value: 7, unit: 'natural_day' } },
        },
      ]
    case 'filed':
      return [
        {
          procedure: 'enforcement.penalty',
          input: {
            source: 'check',
            topic,
            party: input.party,
            lawCode,
            happenedOn: dayText(now),
            address: input.address,
            description: text,
            coHandler: input.coOfficer,
            campaign: input.campaign ?? null,
            sourceType: 'enforcement.check',
            sourceId: id,
          },
        },
      ]
    default:
      return []
  }
}
export const inspection = <F extends Fields>(id: string, given: InspectionSpec<F>): Procedure<Common & F, string> => {
  const spec = given as unknown as InspectionSpec<Fields>
  const made = procedure(id, {
    zh: spec.zh,
    menu: '专项执法',
    help: spec.help,
    numbering: { prefix: spec.prefix, per: 'year', digits: 5 },
    title: 'findings',
    fields: { ...spec.fields, ...common } as unknown as Common,
    statuses: {
      // The task is the order's own.
      open: { zh: '整改中' },
      done: { zh: '已办结', kind: 'final' },
    },
  }).actions((action) => ({
    check: action({
      zh: '登记检查',
      from: 'new',
      by: 'enforcement.handle',
      basis: '行政处罚法第42条、第55条;涉企行政检查须有计划或线索',
      form: { ...spec.fields, ...form },
      look: async (ctx) => {
        const day = dayOf(ctx.kernel, ctx.subject.district, ctx.now)
        return { day, officers: await findOfficers(ctx.tx, [ctx.actor.id, ctx.input.coOfficer], day) }
      },
      to: ({ input }) => (input.outcome === 'ordered' ? 'open' : 'done'),
      check: ({ found, input }) => first(refuseUncertified(found.officers, found.day), spec.refusal?.(input)),
      effects: ({ input, subject, actor, found, now }) => ({
        set: { unitId: found.officers.find((o) => o.id === actor.id)?.unitId ?? null, lawCode: input.lawCode ?? spec.defaultLaw },
        spawn: consequence(spec.topic, spec.defaultLaw, subject.id, input, now),
        facts: [
          sayDeed(
            id,
            {
              id: subject.id,
              areaCode: subject.areaCode,
              topic: spec.topic,
              campaign: input.campaign ?? null,
              unitId: found.officers.find((o) => o.id === actor.id)?.unitId ?? null,
            },
            actor,
            '专项检查',
            'manage',
          ),
        ],
      }),
    }),
    orderEnded: action({
      zh: '责令整改已复查',
      from: 'open',
      to: 'done',
      by: 'system',
      help: '在责令整改单上复查:改正的办结,拒不改正的由该单转案源。',
      form: { recheck: longText('复查情况', { maxLength: 1000 }) },
      effects: ({ input }) => ({ set: { recheck: input.recheck } }),
    }),
  }))
  return made as unknown as Procedure<Common & F, string>
}

export const foodWasteCheck = inspection('enforcement.food-waste-check', {
  zh: '餐厨废弃物检查',
  topic: 'foodWaste',
  prefix: 'CC',
  help: '检查餐饮单位和收运企业;检查次数与结果分开计数。',
  defaultLaw: 'K01',
  fields: {
    subjectKind: choice('对象', { restaurant: '餐饮单位', canteen: '单位食堂', collector: '收运企业' }),
    hasContract: choice('收运合同', { yes: '有', no: '无' }),
    volumeKg: text('当日产生、收运量', { maxLength: 40 }).optional(),
  },
  refusal: (input) =>
    input.hasContract === 'no' && input.outcome === 'pass'
      ? refuse('enforcement.field', { why: '没有收运合同的不能判为合格' })
      : undefined,
})
export const sortingLinks = { drop: '投放', collect: '收集', haul: '运输', treat: '处理' } as const
export const sortingCheck = inspection('enforcement.sorting-check', {
  zh: '以法促分检查',
  topic: 'sorting',
  prefix: 'FL',
  help: '投放、收集、运输、处理四个环节;教育劝阻、督促整改、立案、罚款分别计数。',
  defaultLaw: 'V21',
  fields: {
    link: choice('环节', sortingLinks),
    place: choice('场所', { compound: '居住小区', unit: '机关企事业', shop: '经营场所', vehicle: '收运车辆', plant: '处理设施' }),
  },
  refusal: (input) =>
    (input.link === 'haul') !== (input.place === 'vehicle') || (input.link === 'treat') !== (input.place === 'plant')
      ? refuse('enforcement.field', { why: '环节与场所不符:运输查车辆,处理查设施' })
      : undefined,
})

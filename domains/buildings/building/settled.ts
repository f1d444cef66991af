/** 计划、拆除、验收、补办、重新认定: how a building leaves the list. */
import { choice, date, dayMs, dayText, endOf, files, first, integer, number, one, photos, ref, say, text } from '#kernel'
import { buildingSettled } from '../facts.ts'
import { notYet, why } from '../shared.ts'
import { type restoreKinds, type settlements, ways } from '../words.ts'
import { everyStatus, type Make } from './definition.ts'
import { changed } from './enforced.ts'

interface Settling {
  readonly id: string
  readonly number: string
  readonly areaM2: number
  readonly baseCode: string | null
}
const settled = (subject: Settling, how: keyof typeof settlements, on: string) => ({
  set: {
    settlement: how,
    settledOn: on,
    settledM2: Number(subject.areaM2),
  },
  facts: [
    say(buildingSettled, { building: subject.id, number: subject.number, how, settledOn: on }),
    ...changed(
      subject.baseCode,
      how === 'demolished' ? { state: 'removed', removedOn: on } : { state: 'legalised' },
      subject.number,
    ),
  ],
})
const removing = (action: Make) => ({
  demolish: action({
    zh: '登记拆除',
    from: ['stopped', 'ordered', 'announced', 'forced'],
    to: 'removed',
    by: 'buildings.enforce',
    tone: 'primary',
    form: {
      way: choice('方式', ways),
      removedOn: date('拆除日期'),
      removedM2: number('拆除面积', { unit: '㎡', min: 0.01 }),
      afterPhotos: photos(1, '拆后照片'),
    },
    check: ({ input, subject, now }) =>
      first(
        notYet(input.way === 'forced' && subject.status !== 'forced', '没有强制拆除决定,不能强制拆除'),
        why(input.removedOn > dayText(now), '拆除日期不能晚于今天'),
        why(input.removedOn < dayText(subject.createdAt), '拆除日期早于发现日期'),
        why(input.removedM2 < Number(subject.areaM2), `拆除面积${input.removedM2}㎡少于违建面积${Number(subject.areaM2)}㎡`),
      ),
    effects: ({ input, clocks }) => ({
      set: input,
      clocks: clocks.some((c) => c.name === 'demolish') ? [{ clock: 'demolish', do: 'stop' }] : [],
    }),
  }),
  accept: action({
    zh: '验收销号',
    from: 'removed',
    to: 'closed',
    by: 'buildings.check',
    tone: 'primary',
    help: '耕地、绿地上的,验收时下达复垦复绿任务。',
    form: { photos: photos(1, '验收照片') },
    effects: ({ subject, now, parameter }) => ({
      ...settled(subject, 'demolished', subject.removedOn ?? dayText(now)),
      spawn:
        subject.land === 'farm' || subject.land === 'green'
          ? [
              {
                procedure: 'buildings.restoration',
                action: 'follow',
                input: {
                  building: subject.id,
                  site: subject.address,
                  kind: subject.land satisfies keyof typeof restoreKinds,
                  mu: Math.round((Number(subject.areaM2) / 666.6667) * 100) / 100,
                  owner: subject.owner ?? '待明确',
                  dueOn: dayText(new Date(now.getTime() + parameter('buildings.restore-days') * dayMs)),
                },
              },
            ]
          : [],
    }),
  }),
  sendBack: action({
    zh: '验收不合格',
    from: 'removed',
    to: 'ordered',
    by: 'buildings.check',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 300 }), dueOn: date('重新限定日期') },
    check: ({ input, now }) => why(input.dueOn <= dayText(now), '日期应在今天以后'),
    effects: ({ input }) => ({
      set: { ...input, way: null, removedOn: null, removedM2: null },
      clocks: [{ clock: 'demolish', do: 'start', dueAt: endOf(input.dueOn) }],
    }),
  }),
})
const stock = ['stock', 'planned'] as const
const planning = (action: Make) => ({
  plan: action({
    zh: '列入年度计划',
    from: stock,
    to: 'planned',
    by: 'buildings.plan',
    tone: 'primary',
    help: '同一街道的重点违建先排:还有重点未列入当年的,一般的不能列入。',
    form: { planYear: integer('计划年度', { min: 2000, max: 2100 }), obstacle: text('治理障碍', { maxLength: 200 }).optional() },
    look: ({ tx, subject, input }) =>
      one<{ n: number }>(
        tx,
        `select count(*)::int as n from buildings.building where street is not distinct from $1 and is_key and id <> $2
           and (status = 'stock' or (status = 'planned' and plan_year > $3))`,
        [subject.street, subject.id, input.planYear],
      ),
    check: ({ input, found, subject, now }) =>
      first(
        why(input.planYear < Number(dayText(now).slice(0, 4)), '计划年度不能早于今年'),
        notYet(!subject.isKey && (found?.n ?? 0) > 0, `本街道还有${found?.n}处重点违建未列入${input.planYear}年,重点先排`),
      ),
    effects: ({ input, subject }) => ({ set: { planYear: input.planYear, obstacle: input.obstacle ?? subject.obstacle } }),
  }),
  legalise: action({
    zh: '补办手续',
    from: stock,
    to: 'closed',
    by: 'buildings.approve',
    basis: '城乡规划法第64条:尚可采取改正措施消除影响的',
    form: { paperNo: text('规划许可文号', { maxLength: 80 }), papers: files(1, '许可') },
    effects: ({ input, subject, now }) => {
      const done = settled(subject, 'legalised', dayText(now))
      return { ...done, set: { ...done.set, ...input } }
    },
  }),
  reclassify: action({
    zh: '重新认定',
    from: stock,
    to: 'closed',
    by: 'buildings.approve',
    form: {
      paperNo: text('认定文号', { maxLength: 80 }),
      reason: text('理由', { maxLength: 300 }),
      papers: files(1, '认定材料'),
    },
    effects: ({ input, subject, now }) => {
      const done = settled(subject, 'reclassified', dayText(now))
      return { ...done, set: { ...done.set, ...input } }
    },
  }),
})
const stages = { opened: '已立案源', decided: '已决定', unpaid: '催告未缴', fulfilled: '已履行' } as const
const noted = (action: Make) => ({
  notePenalty: action({
    zh: '处罚进展',
    from: everyStatus,
    to: 'same',
    by: 'system',
    form: {
      penaltyId: ref('处罚案件', 'enforcement.penalty'),
      penaltyNo: text('案号', { maxLength: 60 }),
      penaltyState: choice('进展', stages),
    },
    effects: ({ input }) => ({ set: input }),
  }),
})
export const settledActions = (action: Make) => ({ ...removing(action), ...planning(action), ...noted(action) })

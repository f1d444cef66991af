/** 停工、限期拆除、公告、强制拆除: 城乡规划法第64条至第68条, 行政强制法第44条. */
import { objectChanged, penaltyWanted } from '#catalogue/facts.ts'
import { addMonths, choice, date, dayText, endOf, files, first, photos, say, text } from '#kernel'
import { notYet, why } from '../shared.ts'
import { articles } from '../words.ts'
import { type Make, place } from './definition.ts'

export const changed = (baseCode: string | null, values: Readonly<Record<string, unknown>>, number: string) =>
  baseCode
    ? [
        say(objectChanged, {
          register: 'grid.illegal-building',
          key: 'code',
          value: baseCode,
          values,
          reason: `违法建设${number}`,
        }),
      ]
    : []
const handing = (action: Make) => ({
  stop: action({
    zh: '送达停工通知',
    from: 'confirmed',
    to: 'stopped',
    by: 'buildings.enforce',
    tone: 'primary',
    basis: '城乡规划法第64条、第68条',
    help: '当事人明确、在城镇规划区内的,同时移送立案处罚。',
    form: {
      noticeNo: text('停工通知书号', { maxLength: 60 }),
      owner: place.owner,
      ownerCode: place.ownerCode,
      photos: photos(1, '送达照片'),
    },
    effects: ({ input, subject, now }) => {
      const owner = input.owner ?? subject.owner
      const isOurs = owner && subject.land !== 'village' && !subject.penaltyId
      return {
        set: { noticeNo: input.noticeNo, owner, ownerCode: input.ownerCode ?? subject.ownerCode, stoppedAt: now.toISOString() },
        clocks: [{ clock: 'stop', do: 'stop' }],
        facts: [
          ...(isOurs
            ? [
                say(penaltyWanted, {
                  sourceType: 'buildings.building',
                  sourceId: subject.id,
                  topic: 'building',
                  lawCode: 'V09',
                  partyName: owner,
                  partyCode: input.ownerCode ?? subject.ownerCode ?? subject.number,
                  happenedOn: dayText(subject.startedAt ? new Date(subject.startedAt) : subject.createdAt),
                  address: subject.address,
                  description: `违法建设${subject.number}:${subject.address},${Number(subject.areaM2)}㎡`,
                  lon: subject.lon,
                  lat: subject.lat,
                  areaCode: subject.areaCode,
                }),
              ]
            : []),
          ...changed(subject.baseCode, { state: 'stopped' }, subject.number),
        ],
      }
    },
  }),
  seal: action({
    zh: '查封施工现场(不停止建设)',
    from: 'stopped',
    to: 'same',
    by: 'buildings.approve',
    tone: 'danger',
    basis: '城乡规划法第68条',
    form: { agency: text('责成部门', { maxLength: 80 }), photos: photos(1, '现场照片'), papers: files(1, '查封决定') },
    effects: ({ input, now }) => ({ set: { agency: input.agency, papers: input.papers, sealedAt: now.toISOString() } }),
  }),
  order: action({
    zh: '责令限期拆除',
    from: ['stopped', 'stock', 'planned'],
    to: 'ordered',
    by: 'buildings.enforce',
    tone: 'primary',
    form: {
      article: choice('依据', articles),
      decisionNo: text('决定书号', { maxLength: 60 }),
      servedOn: date('送达日期'),
      dueOn: date('限拆日期'),
      papers: files(1, '决定书与送达回证'),
    },
    check: ({ input, subject, now }) =>
      first(
        why(input.dueOn <= dayText(now), '限拆日期应在今天以后'),
        why(input.servedOn > dayText(now), '送达日期不能晚于今天'),
        why((subject.land === 'village') !== (input.article === 'a65'), '乡、村庄规划区内适用第65条,其他适用第64条或第66条'),
      ),
    effects: ({ input, subject }) => ({
      set: input,
      clocks: [{ clock: 'demolish', do: 'start', dueAt: endOf(input.dueOn) }],
      facts: changed(subject.baseCode, { state: 'ordered' }, subject.number),
    }),
  }),
})
const forcing = (action: Make) => ({
  announce: action({
    zh: '公告限期自行拆除',
    from: 'ordered',
    to: 'announced',
    by: 'buildings.enforce',
    basis: '行政强制法第44条',
    form: {
      announceNo: text('公告号', { maxLength: 60 }),
      announcedOn: date('公告日期'),
      announceDueOn: date('公告期限'),
      photos: photos(1, '张贴照片'),
    },
    guard: ({ subject, now }) => notYet(dayText(now) <= (subject.dueOn ?? ''), `限拆日期${subject.dueOn}未过`),
    check: ({ input, now }) =>
      first(
        why(input.announceDueOn <= input.announcedOn, '公告期限应在公告日期以后'),
        why(input.announcedOn > dayText(now), '公告日期不能晚于今天'),
      ),
    effects: ({ input: { photos: _, ...set } }) => ({ set }),
  }),
  force: action({
    zh: '强制拆除决定',
    from: 'announced',
    to: 'forced',
    by: 'buildings.approve',
    tone: 'danger',
    basis: '行政强制法第44条、城乡规划法第68条',
    help: '公告期过、当事人不拆除,且复议诉讼期限届满或者复议诉讼已维持。',
    form: {
      forceNo: text('强制拆除决定书号', { maxLength: 60 }),
      agency: text('责成部门', { maxLength: 80 }),
      remedy: choice('复议诉讼', { expired: '期限届满未提起', upheld: '已维持' }),
      papers: files(1, '强制拆除决定(维持的附复议、裁判文书)'),
    },
    check: ({ input, subject, now, parameter }) => {
      const until = addMonths(subject.servedOn ?? '', parameter('buildings.appeal-months'))
      return first(
        notYet(dayText(now) <= (subject.announceDueOn ?? ''), `公告期限${subject.announceDueOn}未过`),
        notYet(input.remedy === 'expired' && dayText(now) <= until, `起诉期限至${until},期满未起诉方可强制拆除`),
      )
    },
    effects: ({ input: { remedy: _, ...set } }) => ({ set }),
  }),
})
export const enforcedActions = (action: Make) => ({ ...handing(action), ...forcing(action) })

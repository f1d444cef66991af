/** 绿化缺陷: five named ones and fallen or dead trees, with size and deadline; what needs planting waits out the frost. */
import { caseWorkDone } from '#catalogue/facts.ts'
import { addDays, choice, date, dayText, first, flag, number, one, photos, procedure, ref, say, startOf, text } from '#kernel'
import { notYet, why } from '../shared.ts'
import { type DefectKind, defectKinds, defectSources, plantedKinds } from '../words.ts'
import { plantableFrom } from './season.ts'

const form = {
  kind: choice('类别', defectKinds),
  source: choice('来源', defectSources),
  place: text('位置', { maxLength: 100 }),
  areaM2: number('面积', { unit: '㎡', min: 0 }).optional(),
  plants: number('株数', { unit: '株', min: 0 }).optional(),
  segment: ref('养护标段', 'greening.segment').optional(),
  road: ref('道路', 'grid.road').optional(),
  topic: ref('季度专项', 'greening.topic').optional(),
  caseRef: ref('案件', 'cases.case').optional().help('由案件派来的填写,整改复核后案件自动转核查'),
  sourceId: text('来源单', { maxLength: 60, isGiven: true }).optional(),
  note: text('情况', { maxLength: 200 }).optional(),
  photos: photos(0, '整改前照片').optional(),
} as const
const dueFor = (kind: string, from: string, parameter: (name: string) => number) =>
  addDays(from, parameter(kind === 'fallen' ? 'greening.fallen-days' : 'greening.defect-days'))
export const defect = procedure('greening.defect', {
  zh: '绿化缺陷整改',
  menu: '园林养护',
  title: 'place',
  numbering: { prefix: 'QX', per: 'day', digits: 4 },
  help: '缺株断档、黄土裸露、死树要靠栽植整改,冰冻期内发现的挂到适栽日再起算;倒伏一天内处置。',
  fields: {
    ...form,
    place: form.place.searchable(),
    foundOn: date('发现日期').optional(),
    plantFrom: date('适栽日').optional(),
    dueOn: date('整改期限').optional(),
    fixedNote: text('整改情况', { maxLength: 200 }).optional(),
    fixedPhotos: photos(0, '整改后照片').optional(),
    fixedOn: date('整改日期').optional(),
    closedOn: date('销号日期').optional(),
    isInTime: flag('按期').optional(),
  },
  statuses: {
    shelved: { zh: '待适栽季', duty: 'greening.manage', taskZh: '绿化缺陷待适栽季' },
    ordered: { zh: '待整改', duty: 'greening.work', taskZh: '绿化缺陷待整改' },
    fixed: { zh: '待复核', duty: 'greening.check', taskZh: '绿化缺陷待复核' },
    closed: { zh: '已销号', kind: 'final' },
    dropped: { zh: '不成立', kind: 'final' },
  },
}).actions((action) => ({
  report: action({
    zh: '登记缺陷',
    from: 'new',
    by: 'greening.report',
    form,
    look: ({ tx, input }) =>
      input.caseRef
        ? one(tx, `select 1 as n from greening.defect where case_ref = $1 and status <> all (array['closed', 'dropped'])`, [
            input.caseRef,
          ])
        : Promise.resolve(undefined),
    to: ({ input, now, parameter }) =>
      plantedKinds.includes(input.kind as DefectKind) &&
      plantableFrom(dayText(now), parameter('greening.frost-from'), parameter('greening.frost-to'))
        ? 'shelved'
        : 'ordered',
    check: ({ input, found }) =>
      first(
        why(['bare', 'weeds'].includes(input.kind) && !input.areaM2, '黄土裸露、杂草须填面积'),
        why(['gap', 'fallen', 'dead'].includes(input.kind) && !input.plants, '缺株、倒伏、死树须填株数'),
        why(input.source === 'case' && !input.caseRef, '由案件派来的请选择案件'),
        why(input.source === 'drive' && !(input.topic && input.road), '专项整治须选季度专项与道路'),
        notYet(Boolean(found), '这个案件已在整改'),
      ),
    effects: ({ input, now, parameter }) => {
      const today = dayText(now)
      const wait = plantedKinds.includes(input.kind as DefectKind)
        ? plantableFrom(today, parameter('greening.frost-from'), parameter('greening.frost-to'))
        : null
      return {
        set: { foundOn: today, plantFrom: wait, dueOn: dueFor(input.kind, wait ?? today, parameter) },
        timers: wait ? [{ name: 'season', at: startOf(wait), action: 'resume' as const }] : [],
      }
    },
  }),
  resume: action({ zh: '到适栽季', from: 'shelved', to: 'ordered', by: 'system' }),
  fix: action({
    zh: '整改完成',
    from: 'ordered',
    to: 'fixed',
    by: 'greening.work',
    tone: 'primary',
    form: { fixedNote: text('整改情况', { maxLength: 200 }), fixedPhotos: photos(1, '整改后照片') },
    effects: ({ input, subject, now }) => ({
      set: { ...input, fixedOn: dayText(now), isInTime: dayText(now) <= (subject.dueOn ?? dayText(now)) },
    }),
  }),
  sendBack: action({
    zh: '复核不合格',
    from: 'fixed',
    to: 'ordered',
    by: 'greening.check',
    tone: 'danger',
    form: { note: text('原因', { maxLength: 200 }) },
    effects: ({ input }) => ({ set: { note: input.note, fixedOn: null, isInTime: null } }),
  }),
  close: action({
    zh: '复核销号',
    from: 'fixed',
    to: 'closed',
    by: 'greening.check',
    tone: 'primary',
    effects: ({ subject, now }) => ({
      set: { closedOn: dayText(now) },
      facts: subject.caseRef
        ? [
            say(caseWorkDone, {
              caseId: subject.caseRef,
              number: subject.number,
              result: subject.fixedNote ?? '',
              photos: [...(subject.fixedPhotos ?? [])],
            }),
          ]
        : [],
    }),
  }),
  drop: action({
    zh: '不成立',
    from: ['ordered', 'shelved'],
    to: 'dropped',
    by: 'greening.check',
    tone: 'danger',
    form: { note: text('理由', { maxLength: 200 }) },
    effects: ({ input }) => ({ set: input, timers: [{ name: 'season', at: null, action: 'resume' as const }] }),
  }),
}))

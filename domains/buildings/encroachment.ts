/** 电力、燃气管线占压: found on a check of the line, ordered, removed, accepted; every one must go. */
import { choice, date, dayText, endOf, first, instant, one, photos, procedure, ref, rule, say, text } from '#kernel'
import { linePressed } from './facts.ts'
import { lineCheck } from './records.ts'
import { why } from './shared.ts'
import { lineKinds } from './words.ts'

const unknownPresser = '待查明'
export const pressedRule = rule('buildings.line-pressed', {
  zh: '排查发现占压即立案',
  on: lineCheck,
  when: (row) => row.result === 'pressed',
  then: (row) => [
    say(linePressed, {
      checkId: row.id,
      line: row.line,
      place: row.place ?? '管线检查点',
      presser: row.presser ?? unknownPresser,
      lon: row.lon,
      lat: row.lat,
      areaCode: row.areaCode,
    }),
  ],
  once: { per: (row) => `${row.line}/${row.presser ?? ''}`, withinHours: 24 },
  basis: '电力设施保护条例第15条、城镇燃气管理条例第33条',
})
const form = {
  line: ref('管线(检查点)', 'buildings.line'),
  place: text('占压位置', { maxLength: 120 }),
  presser: text('占压人', { maxLength: 80 }),
} as const
export const encroachment = procedure('buildings.encroachment', {
  zh: '管线占压整治',
  menu: '管线占压',
  title: 'place',
  numbering: { prefix: 'ZY', per: 'year', digits: 4 },
  mirror: { remove: { dueAt: 'removeDueAt' } },
  fields: {
    ...form,
    place: form.place.searchable(),
    kind: choice('管线', lineKinds).optional(),
    foundBy: ref('排查', 'buildings.line-check').optional(),
    orderNo: text('责令拆除文号', { maxLength: 60 }).optional(),
    dueOn: date('限期').optional(),
    removedOn: date('拆除日期').optional(),
    afterPhotos: photos(0, '拆后照片').optional(),
    ownerOpinion: text('管线单位意见', { maxLength: 200 }).optional(),
    removeDueAt: instant('期限止').optional(),
  },
  clocks: {
    remove: {
      zh: '拆除占压',
      limit: { value: 15, unit: 'natural_day' },
      basis: '电力设施保护条例第15条、城镇燃气管理条例第33条',
    },
  },
  statuses: {
    found: { zh: '待责令', duty: 'buildings.enforce', taskZh: '管线占压待责令拆除' },
    ordered: { zh: '限期拆除', duty: 'buildings.enforce', taskZh: '管线占压待拆除' },
    removed: { zh: '待管线单位确认', duty: 'buildings.check', taskZh: '占压拆除待确认' },
    closed: { zh: '已拆除', kind: 'final' },
  },
}).actions((action) => ({
  find: action({
    zh: '排查发现',
    from: 'new',
    to: 'found',
    by: 'system',
    form: { ...form, foundBy: ref('排查', 'buildings.line-check') },
    look: ({ tx, input }) =>
      one<{ kind: keyof typeof lineKinds }>(tx, 'select kind from buildings.line where id = $1', [input.line]),
    effects: ({ found }) => ({ set: { kind: found?.kind ?? null } }),
  }),
  order: action({
    zh: '责令拆除',
    from: 'found',
    to: 'ordered',
    by: 'buildings.enforce',
    tone: 'primary',
    form: {
      orderNo: text('文号', { maxLength: 60 }),
      dueOn: date('限期'),
      presser: text('占压人', { maxLength: 80 }).optional().help('排查时待查明的,在此填写'),
    },
    check: ({ input, subject, now }) =>
      first(
        why(input.dueOn <= dayText(now), '限期应在今天以后'),
        why((input.presser ?? subject.presser) === unknownPresser, '占压人尚未查明,请填写占压人'),
      ),
    effects: ({ input, subject }) => ({
      set: { ...input, presser: input.presser ?? subject.presser },
      clocks: [{ clock: 'remove', do: 'start', dueAt: endOf(input.dueOn) }],
    }),
  }),
  remove: action({
    zh: '登记拆除',
    from: 'ordered',
    to: 'removed',
    by: 'buildings.enforce',
    tone: 'primary',
    form: { removedOn: date('拆除日期'), afterPhotos: photos(1, '拆后照片') },
    check: ({ input, now }) => why(input.removedOn > dayText(now), '日期不能晚于今天'),
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'remove', do: 'stop' }] }),
  }),
  accept: action({
    zh: '管线单位确认',
    from: 'removed',
    to: 'closed',
    by: 'buildings.check',
    tone: 'primary',
    form: { ownerOpinion: text('管线单位意见', { maxLength: 200 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  // The unit of the line looks at it on the spot: what still presses goes back, by the day that was ordered.
  refuse: action({
    zh: '管线单位不认可',
    from: 'removed',
    to: 'ordered',
    by: 'buildings.check',
    tone: 'danger',
    form: { ownerOpinion: text('管线单位意见', { maxLength: 200 }) },
    effects: ({ input, subject }) => ({
      set: { ownerOpinion: input.ownerOpinion, removedOn: null },
      clocks: subject.dueOn ? [{ clock: 'remove', do: 'start', dueAt: endOf(subject.dueOn) }] : [],
    }),
  }),
}))

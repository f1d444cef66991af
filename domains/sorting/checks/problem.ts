/** 分类问题: the one way from a finding to its rectification, re-check and, where a responsible person will not, to a penalty. */
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
  one,
  photos,
  procedure,
  ref,
  say,
  text,
} from '#kernel'
import { facilityMoved } from '../facts.ts'
import { notYet, why } from '../shared.ts'
import { problemSources } from '../words.ts'

const form = {
  source: choice('来源', problemSources),
  place: ref('场所', 'sorting.place').optional(),
  facility: ref('设施', 'sorting.facility').optional(),
  what: text('问题', { maxLength: 200 }),
  owner: text('责任人(单位)', { maxLength: 80 }),
  dueOn: date('整改期限').optional().help('不填按整改期限参数'),
} as const
export const problem = procedure('sorting.problem', {
  zh: '分类问题',
  menu: '检查整改',
  title: 'what',
  numbering: { prefix: 'WT', per: 'day', digits: 4 },
  leadingClock: 'rectify',
  mirror: { rectify: { dueAt: 'rectifyDueAt', stoppedAt: 'fixedAt' } },
  help: '检查、督导、双组长会议、监督员、设施报修发现的问题都在这里:责令整改 → 复查;管理责任人屡次不改的移送处罚。',
  fields: {
    ...form,
    what: form.what.searchable(),
    sourceType: text('来自', { maxLength: 60 }).optional(),
    sourceId: text('来自编号', { maxLength: 60 }).optional(),
    fixedNote: text('整改情况', { maxLength: 300 }).optional(),
    fixedPhotos: photos(0, '整改后照片').optional(),
    fixedAt: instant('整改时间').optional(),
    rectifyDueAt: instant('期限').optional(),
    returns: integer('复查不合格', { unit: '次' }).optional(),
    isRectified: flag('已整改').optional(),
    closedOn: date('销号日期').optional(),
    penalty: text('移送处罚说明', { maxLength: 300 }).optional(),
  },
  clocks: { rectify: { zh: '整改', limit: { value: 7, unit: 'natural_day' }, basis: '本区生活垃圾分类工作考核办法(示例)' } },
  statuses: {
    ordered: { zh: '责令整改', duty: 'sorting.town', taskZh: '分类问题待整改' },
    fixed: { zh: '待复查', duty: 'sorting.check', taskZh: '分类问题待复查' },
    closed: { zh: '已销号', kind: 'final' },
    transferred: { zh: '已移送处罚', kind: 'final' },
  },
}).actions((action) => ({
  order: action({
    zh: '责令整改',
    from: 'new',
    to: 'ordered',
    by: 'sorting.check',
    form: {
      ...form,
      sourceType: text('来自', { maxLength: 60, isGiven: true }).optional(),
      sourceId: text('来自编号', { maxLength: 60, isGiven: true }).optional(),
    },
    look: async ({ tx, input }) =>
      input.place
        ? one<{ lon: number | null; lat: number | null; areaCode: string | null }>(
            tx,
            'select lon, lat, area_code as "areaCode" from sorting.place where id = $1',
            [input.place],
          )
        : undefined,
    check: ({ input, now }) =>
      first(
        why(Boolean(input.dueOn) && String(input.dueOn) < dayText(now), '整改期限不能早于今天'),
        why(input.source === 'facility' && !input.facility, '设施报修须选设施'),
      ),
    effects: ({ input, found, now, parameter }) => {
      const dueOn = input.dueOn ?? addDays(dayText(now), parameter('sorting.problem-days'))
      return {
        set: { dueOn, returns: 0, isRectified: false, ...(found?.areaCode ? found : {}) },
        clocks: [{ clock: 'rectify', do: 'start', dueAt: endOf(dueOn) }],
        facts: input.facility ? [say(facilityMoved, { facility: input.facility, state: 'broken', reason: input.what })] : [],
      }
    },
  }),
  fix: action({
    zh: '整改完成',
    from: 'ordered',
    to: 'fixed',
    by: 'sorting.town',
    tone: 'primary',
    form: { fixedNote: text('整改情况', { maxLength: 300 }), fixedPhotos: photos(1, '整改后照片') },
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'rectify', do: 'stop' }] }),
  }),
  sendBack: action({
    zh: '复查不合格',
    from: 'fixed',
    to: 'ordered',
    by: 'sorting.check',
    tone: 'danger',
    form: { fixedNote: text('不合格情况', { maxLength: 300 }), dueOn: date('重新期限') },
    check: ({ input, now }) => why(input.dueOn < dayText(now), '期限不能早于今天'),
    effects: ({ input, subject }) => ({
      set: { ...input, returns: (subject.returns ?? 0) + 1 },
      clocks: [{ clock: 'rectify', do: 'start', dueAt: endOf(input.dueOn) }],
    }),
  }),
  close: action({
    zh: '复查合格,销号',
    from: 'fixed',
    to: 'closed',
    by: 'sorting.check',
    tone: 'primary',
    guard: ({ actor, past }) =>
      notYet(
        past.some((p) => p.action === 'fix' && p.actorId !== null && p.actorId === actor.id),
        '整改人不能复查自己的整改',
      ),
    effects: ({ subject, now }) => ({
      set: { isRectified: true, closedOn: dayText(now) },
      facts: subject.facility
        ? [say(facilityMoved, { facility: subject.facility, state: 'good', reason: `销号${subject.number}` })]
        : [],
    }),
  }),
  transfer: action({
    zh: '移送处罚',
    from: ['ordered', 'fixed'],
    to: 'transferred',
    by: 'sorting.check',
    tone: 'danger',
    basis: '固体废物污染环境防治法第111条;生态环境法典',
    form: { penalty: text('不履行情况', { maxLength: 300 }) },
    look: ({ tx, subject }) =>
      one<{ keeper: string | null; code: string | null; name: string }>(
        tx,
        'select keeper, keeper_code as code, name from sorting.place where id = $1::uuid',
        [subject.place],
      ),
    check: ({ subject, found, parameter }) =>
      first(
        notYet(!found?.keeper, '该场所没有管理责任人'),
        notYet(
          (subject.returns ?? 0) < parameter('sorting.penalty-returns'),
          `复查不合格${subject.returns ?? 0}次,满${parameter('sorting.penalty-returns')}次才移送`,
        ),
      ),
    effects: ({ input, subject, found, now }) => ({
      set: input,
      clocks: [{ clock: 'rectify', do: 'cancel' }],
      facts: [
        say(penaltyWanted, {
          sourceType: 'sorting.problem',
          sourceId: subject.id,
          topic: 'sorting',
          lawCode: 'V21',
          partyName: found?.keeper ?? '',
          partyCode: found?.code ?? '',
          partyKind: 'org',
          happenedOn: dayText(now),
          address: found?.name ?? '',
          description: `${subject.what};${input.penalty}`.slice(0, 900),
          lon: subject.lon,
          lat: subject.lat,
          areaCode: subject.areaCode,
        }),
      ],
    }),
  }),
}))

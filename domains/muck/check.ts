/** 检查: sites, places, roads by 场次, trucks by 辆次, with separate outcomes; and polluting sources found and put right. */
import { penaltyWanted } from '#catalogue/facts.ts'
import {
  choice,
  code,
  date,
  dayText,
  first,
  flag,
  instant,
  integer,
  longText,
  number,
  photos,
  procedure,
  ref,
  register,
  say,
  text,
} from '#kernel'
import { notYet, why } from './shared.ts'
import { checkTargets, sourceKinds } from './words.ts'

const times = (zh: string) => integer(zh, { unit: '起', min: 0 })
export const check = register('muck.check', {
  zh: '渣土检查',
  menu: '渣土查处',
  title: 'object',
  help: '工地、场所、道路按场次,车辆按辆次;可逐条登记,也可用“导入”整批登记(检查号相同的只记一次)。',
  fields: {
    number: text('检查号', { maxLength: 40 }).unique().searchable(),
    target: choice('对象', checkTargets),
    object: text('名称(号牌)', { maxLength: 120 }).searchable(),
    checkedOn: date('检查日期'),
    times: integer('次数', { unit: '场次(辆次)', min: 1, max: 500 }),
    checkers: text('检查人', { maxLength: 80 }),
    problem: text('问题', { maxLength: 300 }).optional(),
    filed: times('立案'),
    rectified: times('责令整改'),
    talked: times('行政约谈'),
  },
  checks: {
    why: { sql: 'filed + rectified + talked = 0 or problem is not null', zh: '有处理结果的须写明问题' },
  },
})
const sourceForm = {
  place: text('位置', { maxLength: 120 }),
  kind: choice('类别', sourceKinds),
  site: ref('工地', 'muck.site').optional(),
  responsible: text('责任单位', { maxLength: 100 }),
  responsibleCode: text('统一社会信用代码', { maxLength: 18 }).optional(),
  cause: text('成因', { maxLength: 200 }).help('如 未硬化、无冲洗、装载过满'),
  hasWashArea: flag('有冲洗区'),
  foundPhotos: photos(1, '现场照片'),
} as const
export const source = procedure('muck.source', {
  zh: '渣土污染源头',
  menu: '渣土查处',
  title: 'place',
  numbering: { prefix: 'WY', per: 'year', digits: 4 },
  help: '发现源头 → 警告或移送处罚 → 限期建好冲洗区、清洗道路 → 复查销号。',
  leadingClock: 'clear',
  mirror: { clear: { dueAt: 'clearDueAt' } },
  fields: {
    ...sourceForm,
    place: sourceForm.place.searchable(),
    measure: choice('处理', { warned: '警告', fined: '移送处罚' }).optional(),
    dealtOn: date('处理日期').optional(),
    words: longText('处理意见', { maxLength: 500 }).optional(),
    lawCode: text('违法行为', { maxLength: 12 }).optional(),
    penaltyNumber: text('处罚案号', { maxLength: 40 }).optional(),
    washAreaM2: number('冲洗区', { unit: '㎡', min: 0 }).optional(),
    washVehicles: integer('冲洗、洒水车辆', { unit: '辆次', min: 0 }).optional(),
    cleanedM2: number('清洗路面', { unit: '㎡', min: 0 }).optional(),
    donePhotos: photos(0, '整改后照片').optional(),
    clearDueAt: instant('整改期限').optional(),
    clearedOn: date('销号日期').optional(),
  },
  clocks: { clear: { zh: '整改', limit: { value: 3, unit: 'natural_day' }, basis: '本局建筑垃圾运输处置监管办法(示例)' } },
  statuses: {
    found: { zh: '待处理', duty: 'muck.inspect', taskZh: '渣土污染源头待处理' },
    ordered: { zh: '整改中', duty: 'muck.inspect', taskZh: '渣土污染源头待复查' },
    cleared: { zh: '已销号', kind: 'final' },
  },
}).actions((action) => ({
  find: action({ zh: '发现源头', from: 'new', to: 'found', by: 'muck.inspect', form: sourceForm }),
  warn: action({
    zh: '警告并责令整改',
    from: 'found',
    to: 'ordered',
    by: 'muck.inspect',
    form: { words: longText('处理意见', { maxLength: 500 }) },
    effects: ({ input, now, parameter }) => ({
      set: { ...input, measure: 'warned', dealtOn: dayText(now) },
      clocks: [{ clock: 'clear', do: 'start', limit: { value: parameter('muck.source-days'), unit: 'natural_day' } }],
    }),
  }),
  fine: action({
    zh: '移送处罚并责令整改',
    from: 'found',
    to: 'ordered',
    by: 'muck.inspect',
    tone: 'danger',
    form: {
      lawCode: code('违法行为', 'enforcement.law.code', { maxLength: 12 }),
      words: longText('处理意见', { maxLength: 500 }),
    },
    check: ({ subject }) => why(!subject.responsibleCode, '移送处罚须有责任单位的统一社会信用代码'),
    effects: ({ input, subject, now, parameter }) => ({
      set: { ...input, measure: 'fined', dealtOn: dayText(now) },
      clocks: [{ clock: 'clear', do: 'start', limit: { value: parameter('muck.source-days'), unit: 'natural_day' } }],
      facts: [
        say(penaltyWanted, {
          sourceType: 'muck.source',
          sourceId: subject.id,
          topic: 'muck',
          lawCode: input.lawCode,
          partyName: subject.responsible,
          partyCode: subject.responsibleCode ?? '',
          partyKind: 'org',
          happenedOn: dayText(subject.createdAt),
          address: subject.place,
          description: `渣土污染源头:${subject.place},${subject.cause}(${subject.number})`,
          lon: subject.lon,
          lat: subject.lat,
          areaCode: subject.areaCode,
        }),
      ],
    }),
  }),
  noteCase: action({
    zh: '处罚已立案源',
    from: ['ordered', 'cleared'],
    to: 'same',
    by: 'system',
    form: { penaltyNumber: text('处罚案号', { maxLength: 40 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  clear: action({
    zh: '复查销号',
    from: 'ordered',
    to: 'cleared',
    by: 'muck.inspect',
    tone: 'primary',
    form: {
      washAreaM2: number('冲洗区', { unit: '㎡', min: 0 }),
      washVehicles: integer('冲洗、洒水车辆', { unit: '辆次', min: 0 }),
      cleanedM2: number('清洗路面', { unit: '㎡', min: 0 }),
      donePhotos: photos(1, '整改后照片'),
    },
    check: ({ input, subject }) =>
      first(
        notYet(subject.kind === 'gate' && input.washAreaM2 === 0, '工地出入口须有冲洗区才能销号'),
        why(input.washVehicles === 0 && input.cleanedM2 > 0, '请填写冲洗、洒水车辆'),
      ),
    effects: ({ input, now }) => ({ set: { ...input, clearedOn: dayText(now) }, clocks: [{ clock: 'clear', do: 'stop' }] }),
  }),
}))

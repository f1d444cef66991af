/** 处置终端设施 and the works that build them: design and load, milestones, and what is commissioned in a year. */
import {
  choice,
  date,
  dayText,
  endOf,
  first,
  flag,
  integer,
  money,
  number,
  one,
  percentOf,
  photos,
  procedure,
  ref,
  repeated,
  rows,
  text,
} from '#kernel'
import { notYet, why } from '../shared.ts'
import { plantStreams } from '../words.ts'

const form = {
  name: text('设施', { maxLength: 80 }),
  stream: choice('处理', plantStreams),
  designT: number('设计能力', { unit: '吨/日', min: 0.1 }),
  operator: text('运营单位', { maxLength: 80 }),
  commissionedOn: date('投运日期'),
} as const
export const plant = procedure('sorting.plant', {
  zh: '处置终端设施',
  menu: '收运处置',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'ZD', per: 'year', digits: 3 },
  uniqueTogether: [['name']],
  fields: {
    ...form,
    name: form.name.searchable(),
    upgradedOn: date('提标升级投运').optional(),
  },
  statuses: { running: { zh: '运行' }, stopped: { zh: '停运' }, closed: { zh: '关闭', kind: 'final' } },
}).actions((action) => ({
  enter: action({
    zh: '登记设施',
    from: 'new',
    to: 'running',
    by: 'sorting.manage',
    form,
    check: ({ input, now }) => why(input.commissionedOn > dayText(now), '投运日期不能晚于今天;在建的登记建设项目'),
  }),
  upgrade: action({
    zh: '提标升级',
    from: ['running', 'stopped'],
    to: 'running',
    by: 'sorting.manage',
    form: { designT: number('升级后能力', { unit: '吨/日', min: 0.1 }), upgradedOn: date('投运日期') },
    check: ({ input, subject, now }) =>
      why(input.upgradedOn > dayText(now) || input.upgradedOn < subject.commissionedOn, '升级投运应在原投运之后、今天之前'),
    effects: ({ input }) => ({ set: input }),
  }),
  stop: action({
    zh: '停运',
    from: 'running',
    to: 'stopped',
    by: 'sorting.collect',
    form: { reason: text('原因', { maxLength: 200 }) },
  }),
  resume: action({ zh: '恢复', from: 'stopped', to: 'running', by: 'sorting.collect' }),
  close: action({
    zh: '关闭',
    from: ['running', 'stopped'],
    to: 'closed',
    by: 'sorting.manage',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 200 }) },
  }),
}))
export const plantDay = procedure('sorting.plant-day', {
  zh: '终端设施日报',
  menu: '收运处置',
  title: 'dayOn',
  numbering: { prefix: 'RB', per: 'year', digits: 6 },
  help: '负荷率 = 进厂 ÷ 设计能力;超过预警线的标出。进厂与地磅磅单不一致的须说明。',
  fields: {
    plant: ref('设施', 'sorting.plant'),
    dayOn: date('日期'),
    intakeT: number('进厂', { unit: '吨', min: 0 }),
    treatedT: number('处理', { unit: '吨', min: 0 }),
    downHours: number('停机', { unit: '小时', min: 0, max: 24 }),
    note: text('说明', { maxLength: 300 }).optional(),
    designT: number('设计能力', { unit: '吨/日' }).optional(),
    weighedT: number('地磅', { unit: '吨' }).optional(),
    load: number('负荷率', { unit: '%' }).optional(),
    isOver: flag('超负荷').optional(),
  },
  statuses: { filed: { zh: '已填报' }, void: { zh: '作废', kind: 'final' } },
}).actions((action) => ({
  file: action({
    zh: '填报',
    from: 'new',
    to: 'filed',
    by: 'sorting.collect',
    form: {
      plant: ref('设施', 'sorting.plant'),
      dayOn: date('日期'),
      intakeT: number('进厂', { unit: '吨', min: 0 }),
      treatedT: number('处理', { unit: '吨', min: 0 }),
      downHours: number('停机', { unit: '小时', min: 0, max: 24 }),
      note: text('说明', { maxLength: 300 }).optional(),
    },
    look: ({ tx, input }) =>
      one<{ designT: number; status: string; commissionedOn: string; weighedT: number | null; known: string | null }>(
        tx,
        `select design_t::float8 as "designT", status, commissioned_on::text as "commissionedOn", (select d.number from sorting.plant_day d where d.plant = p.id and d.day_on = $2::date and d.status = 'filed' limit 1) as known, (select sum(i.kg)::float8 / 1000 from sorting.intake i where i.station = p.name and i.direction = 'in' and i.weighed_on = $2::date and i.retired_at is null) as "weighedT"
         from sorting.plant p where id = $1`,
        [input.plant, input.dayOn],
      ),
    check: ({ input, found, now }) =>
      first(
        why(input.dayOn > dayText(now), '日期不能晚于今天'),
        notYet(found?.status === 'closed', '设施已关闭'),
        notYet(Boolean(found?.known), `当日日报${found?.known ?? ''}已填报,有误的先作废再填`),
        why(input.dayOn < (found?.commissionedOn ?? ''), `设施${found?.commissionedOn}才投运`),
        why(
          found?.weighedT != null && Math.abs(found.weighedT - input.intakeT) > 0.01 && !input.note,
          `地磅${found?.weighedT}吨,与进厂不一致须说明`,
        ),
        why(input.downHours > 0 && !input.note, '停机须说明'),
      ),
    effects: ({ input, found, parameter }) => {
      const load = percentOf(input.intakeT, found?.designT ?? 0) ?? 0
      return {
        set: {
          designT: found?.designT ?? 0,
          weighedT: found?.weighedT ?? null,
          load,
          isOver: load > parameter('sorting.load-high'),
        },
      }
    },
  }),
  revise: action({
    zh: '随原日报更正',
    from: 'filed',
    to: 'same',
    by: 'system',
    form: {
      intakeT: number('进厂', { unit: '吨', min: 0 }),
      treatedT: number('处理', { unit: '吨', min: 0 }),
      downHours: number('停机', { unit: '小时', min: 0, max: 24 }),
    },
    effects: ({ input, subject, parameter }) => {
      const load = percentOf(input.intakeT, subject.designT ?? 0) ?? 0
      return { set: { ...input, load, isOver: load > parameter('sorting.load-high') } }
    },
  }),
  discard: action({
    zh: '作废',
    from: 'filed',
    to: 'void',
    by: 'sorting.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 200 }) },
  }),
}))
const milestone = { name: text('节点', { maxLength: 60 }), dueOn: date('计划完成') } as const
const projectForm = {
  name: text('项目', { maxLength: 100 }),
  kind: choice('类别', { centre: '再生资源分拣中心', terminal: '处置终端设施', upgrade: '提标升级', station: '分类中转站改造' }),
  stream: choice('处理', plantStreams),
  designT: number('新增能力', { unit: '吨/日', min: 0 }),
  investFen: money('投资'),
  milestones: rows('节点', milestone),
} as const
/** A node past its day is told, and the clock goes on to the next. */
const dueBy = (day: string | undefined) => (day ? [{ clock: 'next', do: 'start', dueAt: endOf(day) } as const] : [])
export const project = procedure('sorting.project', {
  zh: '分类处置设施建设项目',
  menu: '收运处置',
  title: 'name',
  numbering: { prefix: 'XM', per: 'year', digits: 3 },
  help: '节点按序完成;全部完成才能竣工投运,竣工计入当年新增能力。',
  fields: {
    ...projectForm,
    name: projectForm.name.searchable(),
    done: integer('已完成节点', { unit: '个' }).optional(),
    late: integer('其中逾期', { unit: '个' }).optional(),
    nextName: text('下一节点', { maxLength: 60 }).optional(),
    nextDueOn: date('下一节点期限').optional(),
    commissionedOn: date('投运日期').optional(),
    spentFen: money('完成投资').optional(),
    photos: photos(0, '现场照片').optional(),
  },
  clocks: { next: { zh: '下一节点', limit: { value: 90, unit: 'natural_day' }, basis: '立项时定的节点计划' } },
  statuses: {
    building: { zh: '建设中', duty: 'sorting.manage', taskZh: '分类设施项目建设中' },
    running: { zh: '已投运', kind: 'final' },
    stopped: { zh: '已终止', kind: 'final' },
  },
}).actions((action) => ({
  start: action({
    zh: '立项',
    from: 'new',
    to: 'building',
    by: 'sorting.manage',
    form: projectForm,
    check: ({ input }) =>
      first(
        why(input.milestones.length === 0, '请列出节点'),
        why(Boolean(repeated(input.milestones.map((m) => m.name))), '节点重复'),
        why(
          input.milestones.some((m, i) => i > 0 && m.dueOn < (input.milestones[i - 1]?.dueOn ?? '')),
          '节点应按计划完成的先后填写',
        ),
      ),
    effects: ({ input }) => ({
      clocks: dueBy(input.milestones[0]?.dueOn),
      set: { done: 0, late: 0, nextName: input.milestones[0]?.name ?? null, nextDueOn: input.milestones[0]?.dueOn ?? null },
    }),
  }),
  reach: action({
    zh: '下一节点完成',
    from: 'building',
    to: 'same',
    by: 'sorting.manage',
    tone: 'primary',
    form: { doneOn: date('完成日期'), photos: photos(1, '现场照片') },
    check: ({ input, subject, now }) =>
      first(notYet(!subject.nextName, '节点已全部完成'), why(input.doneOn > dayText(now), '日期不能晚于今天')),
    effects: ({ input, subject }) => {
      const done = (subject.done ?? 0) + 1
      const next = subject.milestones[done]
      return {
        set: {
          done,
          late: (subject.late ?? 0) + (subject.nextDueOn && input.doneOn > subject.nextDueOn ? 1 : 0),
          nextName: next?.name ?? null,
          nextDueOn: next?.dueOn ?? null,
          photos: input.photos,
        },
        clocks: [{ clock: 'next', do: 'stop' }, ...dueBy(next?.dueOn)],
      }
    },
  }),
  commission: action({
    zh: '竣工投运',
    from: 'building',
    to: 'running',
    by: 'sorting.manage',
    tone: 'primary',
    form: { commissionedOn: date('投运日期'), spentFen: money('完成投资') },
    guard: ({ subject }) => notYet(Boolean(subject.nextName), `节点“${subject.nextName}”还没有完成`),
    check: ({ input, now }) => why(input.commissionedOn > dayText(now), '日期不能晚于今天'),
    effects: ({ input }) => ({ set: input }),
  }),
  stop: action({
    zh: '终止',
    from: 'building',
    to: 'stopped',
    by: 'sorting.manage',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 200 }) },
  }),
}))

/** 燃气管道老化更新: old pipes, projects of many parts; progress by count and by money side by side, because they differ. */
import {
  choice,
  date,
  dayText,
  files,
  integer,
  list,
  number,
  percentOf,
  procedure,
  record,
  ref,
  register,
  rows,
  say,
  text,
} from '#kernel'
import { pipesRenewed } from './facts.ts'
import { notYet, why } from './shared.ts'

export const pipe = register('gas.pipe', {
  zh: '燃气管道',
  menu: '燃气管网',
  geometry: 'LineString',
  title: 'code',
  fields: {
    code: text('编号', { maxLength: 30 }).unique().searchable(),
    company: text('燃气企业', { maxLength: 80 }).searchable(),
    road: text('道路(小区)', { maxLength: 80 }).searchable(),
    kind: choice('类别', { main: '市政管道', yard: '庭院管道', riser: '立管' }),
    pressure: choice('压力级制', { low: '低压', medium: '中压', high: '次高压以上' }),
    material: choice('管材', { iron: '灰口铸铁', steel: '钢管', galvanized: '镀锌钢管', pe: 'PE管' }),
    lengthM: number('长度', { unit: '米', min: 0.1 }),
    builtOn: date('投用日期'),
    renewedOn: date('更新日期').optional(),
  },
})
const partLine = {
  name: text('子项目', { maxLength: 60 }),
  km: number('长度', { unit: '公里', min: 0 }),
  wan: number('投资', { unit: '万元', min: 0.01 }),
} as const
const doneLine = {
  name: text('子项目', { maxLength: 60 }),
  km: number('完成长度', { unit: '公里', min: 0 }),
  doneOn: date('完成日期'),
} as const
export const renewed = record('gas.renewed', {
  zh: '管道更新完成',
  menu: '燃气管网',
  title: 'name',
  fields: {
    project: ref('项目', 'gas.project'),
    name: text('子项目', { maxLength: 60 }),
    km: number('长度', { unit: '公里' }),
    wan: number('投资', { unit: '万元' }),
    doneOn: date('完成日期'),
  },
})
export const project = procedure('gas.project', {
  zh: '燃气管道更新改造',
  menu: '燃气管网',
  title: 'name',
  numbering: { prefix: 'RG', per: 'year', digits: 3 },
  uniqueTogether: [['name']],
  help: '进度同时给两个:按子项目个数、按投资;二者差别大时一并说明。',
  fields: {
    name: text('项目', { maxLength: 100 }).searchable(),
    company: text('实施企业', { maxLength: 80 }),
    parts: rows('子项目', partLine),
    dueOn: date('计划完工'),
    partCount: integer('子项目', { unit: '个' }),
    investWan: number('总投资', { unit: '万元' }),
    finished: rows('已完成', doneLine).optional(),
    doneCount: integer('已完成', { unit: '个' }),
    doneWan: number('已完成投资', { unit: '万元' }),
    countPercent: number('按个数', { unit: '%' }),
    weightPercent: number('按投资', { unit: '%' }),
    doneOn: date('完工日期').optional(),
    isLate: choice('是否逾期', { yes: '逾期', no: '按期' }).optional(),
  },
  statuses: {
    planned: { zh: '立项', duty: 'gas.manage', taskZh: '燃气更新改造待开工' },
    building: { zh: '施工', duty: 'gas.manage', taskZh: '燃气更新改造施工中' },
    done: { zh: '完工', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '立项',
    from: 'new',
    to: 'planned',
    by: 'gas.manage',
    form: {
      name: text('项目', { maxLength: 100 }),
      company: text('实施企业', { maxLength: 80 }),
      parts: rows('子项目', partLine),
      dueOn: date('计划完工'),
    },
    check: ({ input }) =>
      why(input.parts.length === 0, '请列出子项目') ??
      why(new Set(input.parts.map((p) => p.name)).size < input.parts.length, '子项目重名'),
    effects: ({ input }) => ({
      set: {
        partCount: input.parts.length,
        investWan: input.parts.reduce((n, p) => n + p.wan, 0),
        finished: [],
        doneCount: 0,
        doneWan: 0,
        countPercent: 0,
        weightPercent: 0,
      },
    }),
  }),
  begin: action({ zh: '开工', from: 'planned', to: 'building', by: 'gas.manage', tone: 'primary' }),
  finishPart: action({
    zh: '子项目完成',
    from: 'building',
    to: 'same',
    by: 'gas.manage',
    tone: 'primary',
    form: { ...doneLine, codes: list('更新的管道编号').optional().help('台账中的管道编号,记更新日期') },
    check: ({ input, subject, now }) =>
      why(!subject.parts.some((p) => p.name === input.name), '不是本项目的子项目') ??
      why(
        (subject.finished ?? []).some((f) => f.name === input.name),
        '该子项目已完成',
      ) ??
      why(input.doneOn > dayText(now), '完成日期不能晚于今天'),
    effects: ({ input: { codes, ...line }, subject }) => {
      const wan = subject.parts.find((p) => p.name === line.name)?.wan ?? 0
      const doneCount = subject.doneCount + 1
      const doneWan = subject.doneWan + wan
      return {
        set: {
          finished: [...(subject.finished ?? []), line],
          doneCount,
          doneWan,
          countPercent: percentOf(doneCount, subject.partCount) ?? 0,
          weightPercent: percentOf(doneWan, subject.investWan) ?? 0,
        },
        facts: [say(pipesRenewed, { project: subject.id, wan, codes: [...(codes ?? [])], ...line })],
      }
    },
  }),
  finish: action({
    zh: '完工验收',
    from: 'building',
    to: 'done',
    by: 'gas.verify',
    tone: 'primary',
    form: { doneOn: date('完工日期'), papers: files(1, '验收资料') },
    check: ({ input, subject, now }) =>
      why(input.doneOn > dayText(now), '完工日期不能晚于今天') ??
      notYet(subject.doneCount < subject.partCount, `${subject.partCount}个子项目完成${subject.doneCount}个`),
    effects: ({ input, subject }) => ({ set: { doneOn: input.doneOn, isLate: input.doneOn > subject.dueOn ? 'yes' : 'no' } }),
  }),
}))

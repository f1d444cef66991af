/** 高速公路出入口亮化节能双提升: brighter with fewer watts, both measured, and who answers for which side written down. */
import { date, files, first, instant, integer, longText, money, number, photos, procedure, text } from '#kernel'
import { notAtNight, notYet, why } from './shared.ts'

const form = {
  name: text('出入口', { maxLength: 80 }),
  motorway: text('高速公路', { maxLength: 60 }),
  owner: text('高速公路经营单位', { maxLength: 80 }),
  investFen: money('投资', { min: 1 }),
  lamps: integer('灯具', { unit: '盏', min: 1 }),
  luxBefore: number('改造前平均照度', { unit: 'lx', min: 0 }),
  wattBefore: number('改造前总功率', { unit: 'W', min: 1 }),
  dueOn: date('应完成日期'),
} as const
export const entrance = procedure('lighting.entrance', {
  zh: '高速出入口亮化节能',
  menu: '亮化工程',
  title: 'name',
  numbering: { prefix: 'GS', per: 'year', digits: 3 },
  help: '与高速公路经营单位划清养护边界后施工;改造后照度提高且功率下降才算“双提升”。',
  uniqueTogether: [['name']],
  fields: {
    ...form,
    name: form.name.searchable(),
    boundary: longText('养护责任边界', { maxLength: 1000 }).optional(),
    agreement: files(0, '双方确认书').optional(),
    agreedOn: date('确认日期').optional(),
    luxAfter: number('改造后平均照度', { unit: 'lx' }).optional(),
    wattAfter: number('改造后总功率', { unit: 'W' }).optional(),
    wattSaved: number('节约功率', { unit: 'W' }).optional(),
    luxGain: number('照度提高', { unit: 'lx' }).optional(),
    measuredAt: instant('测量时间').optional(),
    photos: photos(0, '夜间照片').optional(),
    doneOn: date('完成日期').optional(),
  },
  statuses: {
    planned: { zh: '待划定边界', duty: 'lighting.manage', taskZh: '出入口养护边界待确认' },
    building: { zh: '施工', duty: 'lighting.manage', taskZh: '出入口亮化待验收' },
    done: { zh: '已完成', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({ zh: '立项', from: 'new', to: 'planned', by: 'lighting.manage', form }),
  agree: action({
    zh: '边界确认,开工',
    from: 'planned',
    to: 'building',
    by: 'lighting.manage',
    tone: 'primary',
    form: {
      boundary: longText('养护责任边界', { maxLength: 1000 }),
      agreement: files(1, '双方确认书'),
      agreedOn: date('确认日期'),
    },
    effects: ({ input }) => ({ set: input }),
  }),
  finish: action({
    zh: '夜间测量验收',
    from: 'building',
    to: 'done',
    by: 'lighting.manage',
    tone: 'primary',
    form: {
      luxAfter: number('改造后平均照度', { unit: 'lx', min: 0 }),
      wattAfter: number('改造后总功率', { unit: 'W', min: 1 }),
      measuredAt: instant('测量时间'),
      photos: photos(1, '夜间照片'),
      doneOn: date('完成日期'),
    },
    check: ({ input, subject }) =>
      first(
        notAtNight(input.measuredAt),
        notYet(input.luxAfter <= subject.luxBefore, `照度没有提高(前${subject.luxBefore}lx)`),
        notYet(input.wattAfter >= subject.wattBefore, `功率没有下降(前${subject.wattBefore}W)`),
        why(input.doneOn < (subject.agreedOn ?? ''), '完成不能早于边界确认'),
      ),
    effects: ({ input, subject }) => ({
      set: {
        ...input,
        wattSaved: subject.wattBefore - input.wattAfter,
        luxGain: Math.round((input.luxAfter - subject.luxBefore) * 100) / 100,
      },
    }),
  }),
}))

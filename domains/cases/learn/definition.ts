/** 文本分类模型: what was learnt from the bureau's own cases, and how well it does on cases it had not seen. */
import { choice, date, indicator, integer, number, ratio, record, ref, register, sum, text } from '#kernel'

/** What is read off a description; the answer of the past is what the case ended with, after returns and corrections. */
export const purposes = { category: '类别', unit: '责任单位', urgency: '紧急程度' } as const
export type Purpose = keyof typeof purposes

export const textModel = register('cases.text-model', {
  zh: '文本分类模型',
  menu: '设置',
  title: 'name',
  help: '每天从本局已立案的案件学一次;学得不如在用的就不换。把握不足的不作答,由人判定。',
  fields: {
    name: text('模型', { maxLength: 80 }).unique().searchable(),
    purpose: choice('判什么', purposes),
    state: choice('状态', { current: '在用', spare: '备用', retired: '停用' }),
    trainedOn: date('训练日期'),
    samples: integer('学了', { unit: '件', min: 0 }),
    classes: integer('类数', { min: 0 }),
    macroF1: number('宏平均F1', { decimals: 4, min: 0, max: 1, help: '在没学过的案件上算;各类同等看待' }),
    accuracy: number('准确率', { unit: '%', decimals: 2, min: 0, max: 100 }),
    note: text('说明', { maxLength: 300 }).optional(),
  },
})
/** How the model in use did on the cases filed after it was trained. */
export const textCheck = record('cases.text-check', {
  zh: '分类模型核对',
  menu: '设置',
  fields: {
    model: ref('模型', 'cases.text-model'),
    purpose: choice('判什么', purposes),
    fromOn: date('案件立案自'),
    cases: integer('核对', { unit: '件', min: 0 }),
    right: integer('判对', { unit: '件', min: 0 }),
    sure: integer('有把握', { unit: '件', min: 0 }),
    sureRight: integer('有把握且判对', { unit: '件', min: 0 }),
  },
})
export const learnIndicators = [
  indicator('cases.text-right', {
    zh: '文本分类判对率',
    unit: '%',
    decimals: 1,
    by: ['purpose'],
    of: ratio(sum(textCheck, 'right', { at: 'at' }), sum(textCheck, 'cases', { at: 'at' })),
    definition: '期内核对的案件中,模型判定与最终立案一致的比例;逐月看是否走样',
  }),
  indicator('cases.text-sure-right', {
    zh: '有把握时判对率',
    unit: '%',
    decimals: 1,
    by: ['purpose'],
    of: ratio(sum(textCheck, 'sureRight', { at: 'at' }), sum(textCheck, 'sure', { at: 'at' })),
    definition: '模型说有把握的案件中判对的比例;应不低于95%',
  }),
] as const

/** 舆情监测: words and outlets watched, and what was seen. */
import { choice, flag, integer, record, ref, register, text } from '#kernel'

export const topics = {
  appearance: '市容环境',
  law: '执法',
  sanitation: '环卫垃圾',
  parking: '停车',
  vendor: '摊点',
  other: '其他',
} as const
export const tones = { good: '正面', plain: '中性', bad: '负面' } as const
export const keyword = register('opinion.keyword', {
  zh: '监测关键词',
  menu: '舆情',
  title: 'word',
  fields: {
    word: text('关键词', { maxLength: 30 }).unique().searchable(),
    topic: choice('主题', topics),
    isSensitive: flag('敏感词(出现即提示)').optional(),
  },
})
export const outlet = register('opinion.outlet', {
  zh: '监测媒体',
  menu: '舆情',
  title: 'name',
  fields: {
    name: text('媒体', { maxLength: 60 }).unique().searchable(),
    level: choice('级别', { central: '中央', province: '省级', city: '市级', county: '县级', network: '网络平台' }),
    reach: integer('影响力(1至5)', { min: 1, max: 5 }),
  },
})
export const mention = record('opinion.mention', {
  zh: '舆情监测信息',
  menu: '舆情',
  title: 'title',
  help: '人工或采集程序录入;标题、正文含关键词的计入该词',
  fields: {
    title: text('标题', { maxLength: 200 }).searchable(),
    outlet: ref('媒体', 'opinion.outlet'),
    url: text('链接', { maxLength: 300 }),
    content: text('摘要', { maxLength: 1000 }).optional(),
    tone: choice('倾向', tones),
  },
})

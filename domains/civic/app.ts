/** 微应用与服务入口: small pages the bureau switches on and off; each opening is counted. */
import { choice, flag, integer, record, ref, register, text } from '#kernel'

/** The eight doors of the platform a bureau named, and the small pages beside them. */
export const appKinds = {
  news: '微信发布',
  parking: '智慧停车',
  bikes: '公共自行车',
  volunteer: '志愿服务',
  consult: '查阅咨询',
  frontage: '门前三包',
  permits: '网上审批',
  credit: '信用管理',
  small: '微应用',
} as const
export const app = register('civic.app', {
  zh: '服务入口与微应用',
  menu: '公众服务',
  title: 'name',
  help: '市民首页的服务由这里决定:关掉的立即不显示;网址以 / 开头的是本平台页面,也可填 https 开头的外部网址。',
  fields: {
    code: text('编号', { maxLength: 30, pattern: { source: '^[a-z][a-z0-9-]*$', zh: '小写字母、数字与连字符' } })
      .unique()
      .searchable(),
    name: text('名称', { maxLength: 20 }).searchable(),
    kind: choice('类别', appKinds),
    target: text('网址', { maxLength: 200, pattern: { source: '^(/|https://)', zh: '以 / 或 https:// 开头' } }),
    icon: choice('图标', { map: '地图', list: '列表', question: '问答', camera: '相机', progress: '进度', phone: '电话' }),
    rank: integer('次序', { min: 1, max: 99 }),
    isOn: flag('开通'),
  },
  sort: { by: 'rank' },
})
export const appOpen = record('civic.app-open', {
  zh: '入口使用',
  menu: '公众服务',
  title: 'name',
  fields: { app: ref('入口', 'civic.app'), name: text('名称', { maxLength: 20 }), kind: choice('类别', appKinds) },
})

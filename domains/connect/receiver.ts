/** 推送订阅: who outside is told of which facts, at which address. The signing secret is kept apart and shown once. */
import { choices, flag, longText, register, text } from '#kernel'
import { shared } from './contract.ts'

export const receiver = register('connect.receiver', {
  zh: '推送订阅',
  menu: '对接',
  title: 'name',
  help: '登记后到“对接密钥”签发签名密钥;个人信息脱敏后推送。',
  fields: {
    name: text('接收方', { maxLength: 80 }).unique().searchable(),
    url: text('接收地址', {
      maxLength: 500,
      pattern: { source: '^https?://[^\\s@]+$', zh: '应为 https:// 开头的地址,不带账号密码' },
    }).help('须为 https;内网与本机地址默认不许,由参数“推送可达范围”放开'),
    events: choices('订阅事件', shared),
    isActive: flag('启用'),
    note: longText('说明', { maxLength: 500 }).optional(),
  },
})

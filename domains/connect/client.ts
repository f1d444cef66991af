/** 统一登录客户端: other systems of the city that let people in with our accounts (OpenID Connect). The secret is kept hashed and shown once. */
import { flag, list, longText, register, text } from '#kernel'

export const client = register('connect.client', {
  zh: '统一登录客户端',
  menu: '对接',
  title: 'name',
  help: '别的系统用本系统的账号登录(OpenID Connect 授权码加 PKCE)。登记后到“对接密钥”签发密钥;只在浏览器里运行的应用不发密钥。',
  fields: {
    clientId: text('客户端编号', { maxLength: 60, pattern: { source: '^[a-z][a-z0-9-]{2,59}$', zh: '用小写字母、数字、横线' } })
      .unique()
      .searchable(),
    name: text('系统名称', { maxLength: 80 }).searchable(),
    redirectUris: list('回调地址'),
    logoutUris: list('退出后地址').optional(),
    isFirstParty: flag('本局系统').help('本局系统不再询问本人是否同意'),
    isBrowser: flag('无密钥(浏览器应用)'),
    isActive: flag('启用'),
    note: longText('说明', { maxLength: 500 }).optional(),
  },
})

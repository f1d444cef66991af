/** 燃气“三件套”: alarm, self-closing valve and metal hose of each user, each with its life; what expires is replaced, coverage counted by class. */
import {
  choice,
  count,
  date,
  dayMs,
  dayText,
  defineParameters,
  editRow,
  type Indicator,
  indicator,
  type Job,
  listen,
  many,
  one,
  openIn,
  photos,
  procedure,
  ratio,
  ref,
  register,
  say,
  text,
  value,
} from '#kernel'
import { gasReplaced } from '../facts.ts'
import { why } from './shared.ts'

export const gasParameters = defineParameters([
  {
    name: 'sensing.gas-life-alarm',
    zh: '可燃气体报警装置使用年限',
    value: 5,
    unit: '年',
    source: 'GB 15322.2 家用可燃气体探测器(以产品标识为准)',
  },
  { name: 'sensing.gas-life-valve', zh: '自闭阀使用年限', value: 10, unit: '年', source: 'CJ/T 447 管道燃气自闭阀' },
  {
    name: 'sensing.gas-life-hose',
    zh: '专用软管使用年限',
    value: 10,
    unit: '年',
    source: 'CJ/T 197 燃气用具连接用不锈钢波纹软管',
  },
  { name: 'sensing.gas-notice-days', zh: '三件套到期提前更换', value: 30, unit: '天', source: '平台约定' },
] as const)
const classes = { resident: '居民', restaurant: '餐饮', business: '其他工商业', public: '学校医院等公建' } as const
export const parts = { alarm: '可燃气体报警装置', valve: '自闭阀', hose: '专用软管' } as const
export const gasUser = register('sensing.gas-user', {
  zh: '燃气用户',
  menu: '智能装备',
  geometry: 'Point',
  title: 'name',
  fields: {
    code: text('户号', { maxLength: 30 }).unique().searchable(),
    name: text('用户', { maxLength: 80 }).personal('name').searchable(),
    class: choice('类别', classes),
    address: text('地址', { maxLength: 200 }).personal('address').searchable(),
    phone: text('电话', { maxLength: 20 }).personal('phone').optional(),
  },
})
export const gasPart = register('sensing.gas-part', {
  zh: '燃气三件套',
  menu: '智能装备',
  title: 'kind',
  help: '到期日按安装日期与当时的使用年限参数;产品标识的年限更短时以标识为准,可改。',
  fields: {
    user: ref('用户', 'sensing.gas-user'),
    kind: choice('装置', parts),
    serial: text('产品编号', { maxLength: 40 }).optional().searchable(),
    installedOn: date('安装日期'),
    expiresOn: date('到期日'),
  },
  uniqueTogether: [['user', 'kind']],
  checks: { life: { sql: 'expires_on > installed_on', zh: '到期日应晚于安装日期' } },
})
const form = {
  part: ref('装置', 'sensing.gas-part'),
  user: ref('用户', 'sensing.gas-user'),
  kind: choice('装置', parts),
  expiresOn: date('原到期日'),
} as const
export const gasReplacement = procedure('sensing.gas-replacement', {
  zh: '三件套更换',
  menu: '智能装备',
  title: 'kind',
  numbering: { prefix: 'RG', per: 'year', digits: 6 },
  fields: {
    ...form,
    serial: text('新产品编号', { maxLength: 40 }).optional().searchable(),
    installedOn: date('更换日期').optional(),
    newExpiresOn: date('新到期日').optional(),
    photos: photos(0, '更换照片').optional(),
  },
  statuses: { due: { zh: '待更换', duty: 'sensing.handle', taskZh: '三件套待更换' }, replaced: { zh: '已更换', kind: 'final' } },
}).actions((action) => ({
  due: action({ zh: '到期', from: 'new', to: 'due', by: 'system', form }),
  replace: action({
    zh: '更换',
    from: 'due',
    to: 'replaced',
    by: 'sensing.handle',
    tone: 'primary',
    form: { serial: text('新产品编号', { maxLength: 40 }), installedOn: date('更换日期'), photos: photos(1, '更换照片') },
    check: ({ input, now }) => why(input.installedOn > dayText(now), '更换日期不能晚于今天'),
    effects: ({ subject, input, parameter }) => {
      const years = parameter(`sensing.gas-life-${subject.kind}`)
      const newExpiresOn = `${Number(input.installedOn.slice(0, 4)) + years}${input.installedOn.slice(4).replace('02-29', '02-28')}`
      return {
        set: { ...input, newExpiresOn },
        facts: [
          say(gasReplaced, {
            partId: subject.part,
            serial: input.serial,
            installedOn: input.installedOn,
            expiresOn: newExpiresOn,
          }),
        ],
      }
    },
  }),
}))
export const whenGasReplaced = listen(gasReplaced, async ({ partId, serial, installedOn, expiresOn }, ctx) => {
  await editRow(ctx, gasPart, partId, { serial, installedOn, expiresOn }, { reason: '三件套更换' })
})
export const gasJob: Job = {
  id: 'sensing.gas-due',
  zh: '三件套到期',
  everyMinutes: 60,
  run: async ({ tx, kernel, district, now, actor }) => {
    const days = kernel.parameters.value(district, 'sensing.gas-notice-days', dayText(now))
    const rows = await many<{ id: string; user: string; kind: string; expiresOn: string }>(
      tx,
      `select p.id, p.user_ as "user", p.kind, p.expires_on::text as "expiresOn" from sensing.gas_part p where p.retired_at is null and p.expires_on <= $1::date
         and not exists (select 1 from sensing.gas_replacement g where g.part = p.id and g.closed_at is null) order by p.expires_on limit 1000`,
      [dayText(new Date(now.getTime() + days * dayMs))],
    )
    for (const row of rows) {
      const user = await one<{ areaCode: string | null }>(
        tx,
        'select area_code as "areaCode" from sensing.gas_user where id = $1',
        [row.user],
      )
      const { id, ...rest } = row
      await openIn(tx, kernel, {
        procedure: 'sensing.gas-replacement',
        district,
        actor,
        input: { part: id, ...rest },
        areaCode: user?.areaCode ?? district,
        at: now,
      })
    }
  },
}
const has = (kind: string): string =>
  `exists (select 1 from sensing.gas_part p where p.user_ = r.id and p.kind = '${kind}' and p.retired_at is null and p.expires_on >= now()::date)`
export const gasIndicators: readonly Indicator[] = [
  indicator('sensing.gas-covered', {
    zh: '燃气三件套覆盖率',
    unit: '%',
    decimals: 2,
    definition: '报警装置、自闭阀、专用软管俱全且均未到期的用户 ÷ 燃气用户,可按类别分',
    of: ratio(count(gasUser, { and: `${has('alarm')} and ${has('valve')} and ${has('hose')}` }), count(gasUser)),
    by: ['class'],
  }),
  indicator('sensing.gas-expired', {
    zh: '已到期三件套',
    unit: '件',
    decimals: 0,
    definition: '到期未更换的装置',
    of: value(count(gasPart, { and: 'r.expires_on < now()::date' })),
    by: ['kind'],
  }),
  indicator('sensing.gas-replaced', {
    zh: '三件套更换数',
    unit: '件',
    decimals: 0,
    definition: '期内更换的装置',
    of: value(count(gasReplacement, { at: 'closedAt', where: { status: 'replaced' } })),
    by: ['kind'],
  }),
]

/** 数据归集、应用接入、共享交换、行业数据体系: what should arrive, what did, who asked for it, and what was never used. */
import {
  choice,
  date,
  dayText,
  didBefore,
  first,
  flag,
  type GuardContext,
  instant,
  integer,
  longText,
  many,
  number,
  one,
  procedure,
  record,
  ref,
  refuse,
  register,
  type Tx,
  text,
  unit,
} from '#kernel'

export const frequencies = { live: '实时', day: '每日', month: '每月', quarter: '每季', year: '每年' } as const
export const frequencyDays: Readonly<Record<keyof typeof frequencies, number>> = {
  live: 1,
  day: 2,
  month: 35,
  quarter: 100,
  year: 380,
}
/** 归集目录: an item counts as received while its last delivery is not older than its frequency allows. */
export const dataItem = register('grid.data-item', {
  zh: '政务数据目录',
  menu: '数据',
  fields: {
    name: text('数据项', { maxLength: 100 }).unique().searchable(),
    source: unit('来源单位'),
    frequency: choice('更新频率', frequencies),
    sector: choice('行业', {
      sanitation: '环卫',
      garden: '园林',
      municipal: '市政',
      drainage: '排水',
      muck: '渣土',
      shared: '公共',
    }),
    table: text('入库台账', { maxLength: 60 }).optional(),
    isOpen: flag('可共享'),
  },
})
export const delivery = record('grid.delivery', {
  zh: '数据归集记录',
  menu: '数据',
  title: 'note',
  fields: {
    item: ref('数据项', 'grid.data-item'),
    rows: integer('行数', { min: 0 }),
    badRows: integer('不合格行数', { min: 0 }),
    note: text('说明', { maxLength: 200 }),
  },
  refuses: async (row, { tx }) => {
    if (Number(row.badRows) > Number(row.rows)) return '不合格行数不能多于行数'
    const item = await one(tx, 'select 1 as n from grid.data_item where id = $1 and retired_at is null', [row.item])
    return item ? undefined : '数据项已不在目录中'
  },
})
export const application = register('grid.application', {
  zh: '应用系统接入',
  menu: '数据',
  fields: {
    name: text('应用', { maxLength: 100 }).unique().searchable(),
    owner: unit('建设单位'),
    interface: choice('接入方式', { sso: '单点登录', api: '接口', embed: '页面嵌入', exchange: '交换' }),
    isRequired: flag('应接'),
    state: choice('状态', { planned: '未接', testing: '联调', connected: '已接', stopped: '停用' }),
    connectedOn: date('接入日期').optional(),
  },
  checks: { connected: { sql: "state <> 'connected' or connected_on is not null", zh: '已接的须填接入日期' } },
  refuses: (row, { now }) => (row.connectedOn && String(row.connectedOn) > dayText(now) ? '接入日期不能晚于今天' : undefined),
})
const isRefused = (rule: string) => refuse('kernel.check', { rule })
/** Units for which somebody acts today; none for the bureau's own staff, who act for the whole. */
const unitsOf = async (tx: Tx, personId: string | null): Promise<readonly string[]> =>
  (
    await many<{ unit: string }>(
      tx,
      'select distinct unit_id as unit from kernel.appointment where person_id = $1::uuid and unit_id is not null and valid_to is null',
      [personId],
    )
  ).map((r) => r.unit)
const notOwn = ({ past, actor }: Pick<GuardContext<unknown>, 'past' | 'actor'>) =>
  didBefore(past, 'ask', actor) ? isRefused('申请人不能审批自己的申请') : undefined
/** 共享申请: request → approve → subscribe; every use is logged; what is never used is listed. */
export const sharing = procedure('grid.sharing', {
  zh: '数据共享申请',
  menu: '数据',
  numbering: { prefix: 'GX', per: 'year', digits: 4 },
  title: 'purpose',
  leadingClock: 'answer',
  fields: {
    item: ref('数据项', 'grid.data-item'),
    unit: unit('申请单位'),
    purpose: longText('用途', { maxLength: 1000 }).searchable(),
    until: date('使用至').optional(),
    approvedAt: instant('批准时间').optional(),
  },
  clocks: { answer: { zh: '答复', limit: { value: 10, unit: 'work_day' }, basis: '政务数据共享条例(2025)' } },
  statuses: {
    asked: { zh: '待审批', duty: 'grid.sharing.approve', taskZh: '待审批数据共享' },
    granted: { zh: '共享中' },
    ended: { zh: '已停止', kind: 'final' },
    refused: { zh: '不同意', kind: 'final' },
  },
}).actions((action) => ({
  ask: action({
    zh: '申请',
    from: 'new',
    to: 'asked',
    by: 'grid.sharing.ask',
    form: { item: ref('数据项', 'grid.data-item'), unit: unit('申请单位'), purpose: longText('用途', { maxLength: 1000 }) },
    look: async ({ tx, input, actor }) => ({
      item: await one<{ isOpen: boolean }>(
        tx,
        'select is_open as "isOpen" from grid.data_item where id = $1 and retired_at is null',
        [input.item],
      ),
      units: await unitsOf(tx, actor.id),
    }),
    check: ({ input, found }) =>
      first(
        found.units.length > 0 && !found.units.includes(input.unit) ? isRefused('只能为本单位申请') : undefined,
        found.item ? undefined : isRefused('目录里没有这个数据项'),
        found.item?.isOpen === false ? isRefused('该数据项不可共享') : undefined,
      ),
    effects: ({ input }) => ({ set: { unitId: input.unit }, clocks: [{ clock: 'answer', do: 'start' }] }),
  }),
  grant: action({
    zh: '同意',
    from: 'asked',
    to: 'granted',
    by: 'grid.sharing.approve',
    tone: 'primary',
    form: { until: date('使用至') },
    guard: notOwn,
    check: ({ input, now }) => (input.until < dayText(now) ? isRefused('使用期限不能早于今天') : undefined),
    effects: ({ subject, input, now }) => ({
      notify: [{ unitId: subject.unit, zh: `数据共享申请${subject.number}已同意,使用至${input.until}` }],
      set: { until: input.until, approvedAt: now.toISOString() },
      clocks: [{ clock: 'answer', do: 'stop' }],
      timers: [{ name: 'end', at: new Date(`${input.until}T23:59:59+08:00`), action: 'expire' }],
    }),
  }),
  refuse: action({
    zh: '不同意',
    from: 'asked',
    to: 'refused',
    by: 'grid.sharing.approve',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
    guard: notOwn,
    effects: ({ subject, input }) => ({
      clocks: [{ clock: 'answer', do: 'stop' }],
      notify: [{ unitId: subject.unit, zh: `数据共享申请${subject.number}未获同意:${input.reason}` }],
    }),
  }),
  expire: action({ zh: '到期停止', from: 'granted', to: 'ended', by: 'system' }),
  stop: action({
    zh: '停止共享',
    from: 'granted',
    to: 'ended',
    by: 'grid.sharing.approve',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
    effects: () => ({ timers: [{ name: 'end', at: null, action: 'expire' }] }),
  }),
}))
export const sharingUse = record('grid.sharing-use', {
  zh: '共享使用日志',
  menu: '数据',
  title: 'note',
  fields: { sharing: ref('共享', 'grid.sharing'), rows: integer('取用行数', { min: 0 }), note: text('用途', { maxLength: 200 }) },
  refuses: async (row, { tx, actor }) => {
    const sharing = await one<{ status: string; unit: string }>(tx, 'select status, unit from grid.sharing where id = $1', [
      row.sharing,
    ])
    if (sharing?.status !== 'granted') return '只有共享中的申请才能登记取用'
    const units = await unitsOf(tx, actor.id)
    return units.length > 0 && !units.includes(sharing.unit) ? '这是其他单位的共享' : undefined
  },
})
/** What a sector's data set should hold, so that completeness can be scored. */
export const sectorSet = register('grid.sector-set', {
  zh: '行业数据体系',
  menu: '数据',
  fields: {
    sector: choice('行业', {
      sanitation: '数字环卫',
      garden: '数字园林',
      municipal: '数字市政',
      drainage: '数字排水',
      muck: '数字渣土',
    }),
    objectType: text('对象类型', { maxLength: 60 }),
    register: text('台账标识', { maxLength: 60 }),
    categoryPrefix: text('类别前缀', { maxLength: 5 }).optional(),
    expected: integer('应有数量', { min: 0 }),
    updateDays: number('更新周期', { unit: '天', min: 1 }),
    duty: unit('更新责任单位'),
  },
  title: 'objectType',
  uniqueTogether: [['sector', 'objectType']],
})

/** 网格人员、试点、服务站. */
import type { Transaction } from 'kysely'
import {
  area,
  choice,
  date,
  dayText,
  flag,
  integer,
  list,
  longText,
  number,
  person,
  photos,
  procedure,
  raw,
  refuse,
  register,
  text,
} from '#kernel'

export const gridRoles = {
  chief: '网格长',
  officer: '执法队员',
  assistant: '协管员',
  collector: '采集员',
  community: '社区',
  property: '物业',
  cleaner: '保洁',
} as const
export const shifts = { day: '白班', late: '中班', night: '夜班', all: '全天' } as const
export const gridStaff = register('grid.staff', {
  zh: '网格人员',
  menu: '网格',
  title: 'name',
  help: '谁在哪个网格、哪个班次负责什么。',
  fields: {
    area: area('责任区域', { isToCell: true }),
    role: choice('角色', gridRoles),
    name: text('姓名', { maxLength: 50 }).searchable(),
    person: person('系统账号').optional(),
    establishment: choice('编制', { formal: '在编', auxiliary: '辅助' }),
    shift: choice('班次', shifts),
    phone: text('电话', { maxLength: 20 }).personal('phone').optional(),
    validFrom: date('起'),
    validTo: date('止(不含)').optional(),
  },
  uniqueTogether: [['area', 'role', 'name', 'shift', 'validFrom']],
  checks: { dates: { sql: 'valid_to is null or valid_to > valid_from', zh: '止日应晚于起日' } },
  refuses: (row, { kernel, district }) =>
    kernel.places.names(district).has(String(row.area)) ? undefined : '没有这个责任区域,请从列表中选择',
})
/** 网格化试点: switched on street by street, from a day; compared with the streets that are not in it. */
export const pilot = register('grid.pilot', {
  zh: '网格化试点',
  menu: '网格',
  fields: {
    name: text('方案', { maxLength: 80 }),
    street: area('试点镇街'),
    startsOn: date('启动日期'),
    endsOn: date('结束日期').optional(),
    rules: longText('试点规则', { maxLength: 4000 }),
  },
  uniqueTogether: [['name', 'street']],
})
export interface PilotComparison {
  readonly group: 'pilot' | 'other'
  readonly streets: number
  readonly cases: number
  readonly inTime: number
  readonly handled: number
}
/** Cases of pilot streets against the rest, since the pilot began. */
export const comparePilot = async (tx: Transaction<unknown>, name: string, until: Date): Promise<readonly PilotComparison[]> => {
  const { rows } = await raw<PilotComparison>(
    tx,
    `with p as (select street, starts_on from grid.pilot where name = $1 and retired_at is null),
       s as (select code, exists (select 1 from p where p.street = a.code) as is_pilot from kernel.area a where level = 'street' and valid_to is null)
     select case when s.is_pilot then 'pilot' else 'other' end as "group", count(distinct s.code)::int as streets, count(c.id)::int as cases,
       (count(*) filter (where c.handled_at <= c.handle_due_at))::int as "inTime", (count(*) filter (where c.handled_at is not null))::int as handled
     from s left join cases."case" c on left(c.area_code, 9) = s.code and c.created_at >= (select min(starts_on)::timestamp at time zone 'Asia/Shanghai' from p) and c.created_at <= $2
       and c.status <> all (array['cancelled', 'merged', 'not_accepted'])
     group by 1 order by 1 desc`,
    [name, until],
  )
  return rows
}

export const stationGrades = { standard: '达标', demo: '示范', cityDemo: '市级示范' } as const
export const stationItems = {
  place: '固定场所',
  sign: '标识统一',
  staff: '人员到位',
  duty: '值班制度',
  equipment: '设备齐全',
  ledger: '台账规范',
  service: '便民服务',
  response: '响应及时',
} as const
/** 城市管理服务站: application → inspection against the checklist → accepted with a grade; the rank of acceptance in the city is kept. */
export const station = procedure('grid.station', {
  zh: '城市管理服务站',
  menu: '网格',
  numbering: { prefix: 'F', per: 'year', digits: 3 },
  title: 'name',
  fields: {
    name: text('站名', { maxLength: 80 }).searchable(),
    street: area('所在镇街'),
    grade: choice('申报等级', stationGrades),
    communities: list('服务社区'),
    passed: list('通过项').optional(),
    score: number('得分', { min: 0, max: 100 }).optional(),
    photos: photos(0).optional(),
    acceptedOn: date('验收日期').optional(),
    rank: integer('全市验收序位', { min: 1 }).optional(),
  },
  statuses: {
    applied: { zh: '已申报', duty: 'grid.station.inspect', taskZh: '待验收服务站' },
    inspected: { zh: '已检查', duty: 'grid.station.inspect', taskZh: '待定级服务站' },
    accepted: { zh: '已验收', kind: 'final' },
    failed: { zh: '未通过', kind: 'final' },
  },
}).actions((action) => ({
  apply: action({
    zh: '申报',
    from: 'new',
    to: 'applied',
    by: 'grid.station.apply',
    form: {
      name: text('站名', { maxLength: 80 }),
      street: area('所在镇街'),
      grade: choice('申报等级', stationGrades),
      communities: list('服务社区'),
    },
  }),
  inspect: action({
    zh: '对照清单检查',
    from: 'applied',
    to: 'inspected',
    by: 'grid.station.inspect',
    tone: 'primary',
    form: { passed: list('通过项'), photos: photos(1, '检查照片') },
    check: ({ input }) =>
      Array.isArray(input.passed) && input.passed.every((p) => p in stationItems)
        ? undefined
        : refuse('kernel.check', { rule: `通过项只能取自清单:${Object.values(stationItems).join('、')}` }),
    effects: ({ input }) => ({
      set: {
        passed: input.passed,
        photos: input.photos,
        score: Math.round((new Set(input.passed).size / Object.keys(stationItems).length) * 10_000) / 100,
      },
    }),
  }),
  accept: action({
    zh: '验收定级',
    from: 'inspected',
    to: 'accepted',
    by: 'grid.station.inspect',
    tone: 'primary',
    form: { rank: integer('全市验收序位', { min: 1 }).optional() },
    guard: ({ subject, parameter }) => {
      const least = parameter(`grid.station-${subject.grade}`)
      return (subject.score ?? 0) < least
        ? refuse('kernel.check', { rule: `${stationGrades[subject.grade]}须达${least}分,现${subject.score ?? 0}分` })
        : undefined
    },
    effects: ({ input, now }) => ({
      set: { rank: input.rank ?? null, acceptedOn: dayText(now) },
    }),
  }),
  fail: action({
    zh: '不通过',
    from: 'inspected',
    to: 'failed',
    by: 'grid.station.inspect',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
  }),
}))
export const isFormal = flag('在编')

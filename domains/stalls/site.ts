/** 摊区、夜市、集市: one register of places where people may sell, with its distance from schools kept. */
import {
  area,
  areaShape,
  choice,
  date,
  dayText,
  first,
  flag,
  integer,
  money,
  number,
  one,
  procedure,
  ref,
  say,
  type Tx,
  text,
} from '#kernel'
import { schoolDrawn } from './facts.ts'
import { notYet, why } from './shared.ts'

export const siteKinds = {
  temp: '临时摊区',
  divert: '疏导性夜市',
  feature: '特色夜市',
  farm: '农贸市场',
  fair: '集贸市场',
} as const
const hour = (zh: string) => text(zh, { maxLength: 5, pattern: { source: '^([01]\\d|2[0-4]):[0-5]\\d$', zh: '时刻如 18:00' } })
const form = {
  name: text('名称', { maxLength: 80 }),
  kind: choice('类别', siteKinds),
  community: area('所在社区').optional(),
  shape: areaShape('范围'),
  operator: text('运营(管理)单位', { maxLength: 80 }),
  stalls: integer('摊位', { unit: '个', min: 1, max: 2000 }),
  areaM2: number('面积', { unit: '㎡', min: 1 }),
  fromHour: hour('营业自'),
  toHour: hour('营业至'),
  rentFen: money('每月摊位费'),
  cleaner: text('垃圾清扫责任', { maxLength: 80 }),
  isPowered: flag('统一供电'),
} as const
interface Near {
  readonly school: string
  readonly name: string
  readonly metres: number
}
/** The nearest school boundary and how far it is, in whole tenths of a metre; nothing where no school is drawn. */
export const nearestSchool = (tx: Tx, shape: unknown): Promise<Near | undefined> =>
  one<Near>(
    tx,
    `select id as school, name, round(st_distance(st_setsrid(st_geomfromgeojson(shape::text), 4326)::geography, st_setsrid(st_geomfromgeojson($1::text), 4326)::geography)::numeric, 1)::float8 as metres
     from stalls.school where status = 'drawn' order by 3 limit 1`,
    [JSON.stringify(shape)],
  )
export const school = procedure('stalls.school', {
  zh: '校园边界',
  menu: '摊区设置',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'XY', per: 'year', digits: 4 },
  help: '画出校园边界即复核全部临时摊区的距离。',
  uniqueTogether: [['name']],
  fields: {
    name: text('学校', { maxLength: 80 }).searchable(),
    keyPoint: ref('重点点位', 'grid.key-point').optional(),
    shape: areaShape('校园边界'),
  },
  statuses: { drawn: { zh: '已画' }, off: { zh: '撤销', kind: 'final' } },
}).actions((action) => ({
  draw: action({
    zh: '画校园边界',
    from: 'new',
    to: 'drawn',
    by: 'stalls.manage',
    form: {
      name: text('学校', { maxLength: 80 }),
      keyPoint: ref('重点点位', 'grid.key-point').optional(),
      shape: areaShape('校园边界'),
    },
    effects: ({ subject }) => ({ facts: [say(schoolDrawn, { school: subject.id })] }),
  }),
  off: action({
    zh: '撤销',
    from: 'drawn',
    to: 'off',
    by: 'stalls.manage',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 200 }) },
  }),
}))
const isNear = (kind: string, near: Near | undefined, limit: number): boolean =>
  kind === 'temp' && near !== undefined && near.metres <= limit
export const site = procedure('stalls.site', {
  zh: '摊区夜市',
  menu: '摊区设置',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'TQ', per: 'year', digits: 4 },
  help: '临时摊区须距校园50米以外,一校周边至多一处,一个社区一至两处;重大隐患未销的不能开放。',
  uniqueTogether: [['name']],
  fields: {
    ...form,
    name: form.name.searchable(),
    school: ref('最近学校', 'stalls.school').optional(),
    schoolM: number('距校园', { unit: 'm' }).optional(),
    isTooNear: flag('距校园不足').optional(),
    openedOn: date('开放日期').optional(),
    closedOn: date('关闭日期').optional(),
    reason: text('停业(关闭)原因', { maxLength: 200 }).optional(),
  },
  statuses: {
    planned: { zh: '筹备' },
    open: { zh: '开放' },
    suspended: { zh: '停业整改', duty: 'stalls.manage', taskZh: '摊区停业整改' },
    closed: { zh: '已关闭', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '设置摊区夜市',
    from: 'new',
    to: 'planned',
    by: 'stalls.manage',
    form,
    look: async ({ tx, input, kernel, subject, now }) => {
      const near = await nearestSchool(tx, input.shape)
      const count = await one<{ community: number; school: number }>(
        tx,
        `select (count(*) filter (where community = $1))::int as community, (count(*) filter (where school = $2::uuid and school_m < $3))::int as school from stalls.site where kind = 'temp' and status <> 'closed'`,
        [
          input.community ?? null,
          near?.school ?? null,
          kernel.parameters.value(subject.district, 'stalls.school-around', dayText(now)),
        ],
      )
      return { near, community: count?.community ?? 0, school: count?.school ?? 0 }
    },
    check: ({ input, found, parameter }) =>
      input.kind !== 'temp'
        ? undefined
        : first(
            why(!input.community, '临时摊区须填所在社区'),
            notYet(
              isNear(input.kind, found.near, parameter('stalls.school-metres')),
              `距${found.near?.name}${found.near?.metres}m,须大于${parameter('stalls.school-metres')}m`,
            ),
            notYet(found.community >= parameter('stalls.per-community'), `这个社区已有${found.community}个临时摊区`),
            notYet(
              found.school > 0 && (found.near?.metres ?? 9999) < parameter('stalls.school-around'),
              `${found.near?.name}周边已有临时摊区`,
            ),
          ),
    effects: ({ found }) => ({
      set: { school: found.near?.school ?? null, schoolM: found.near?.metres ?? null, isTooNear: false },
    }),
  }),
  open: action({
    zh: '开放',
    from: 'planned',
    to: 'open',
    by: 'stalls.manage',
    tone: 'primary',
    form: { openedOn: date('开放日期') },
    look: ({ tx, subject }) =>
      one<{ checks: number; serious: number }>(
        tx,
        `select (select count(*)::int from stalls.safety where site = $1 and status <> 'void') as checks, (select count(*)::int from stalls.hazard where site = $1 and is_serious and closed_at is null) as serious`,
        [subject.id],
      ),
    check: ({ subject, found, input, now }) =>
      first(
        why(input.openedOn > dayText(now), '日期不能晚于今天'),
        notYet(Boolean(subject.isTooNear), '距校园不足'),
        notYet(['divert', 'feature'].includes(subject.kind) && (found?.checks ?? 0) === 0, '夜市须先经联合安全检查'),
        notYet((found?.serious ?? 0) > 0, `还有${found?.serious}个重大隐患`),
      ),
    effects: ({ input }) => ({ set: input }),
  }),
  suspend: action({
    zh: '停业整改',
    from: ['open', 'planned'],
    to: 'suspended',
    by: 'system',
    form: { reason: text('原因', { maxLength: 200 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  resume: action({
    zh: '恢复开放',
    from: 'suspended',
    to: 'open',
    by: 'stalls.manage',
    tone: 'primary',
    look: ({ tx, subject }) =>
      one<{ serious: number }>(
        tx,
        'select count(*)::int as serious from stalls.hazard where site = $1 and is_serious and closed_at is null',
        [subject.id],
      ),
    check: ({ subject, found }) =>
      first(
        notYet((found?.serious ?? 0) > 0, `还有${found?.serious}个重大隐患`),
        notYet(Boolean(subject.isTooNear), '距校园不足'),
      ),
    effects: ({ subject, now }) => ({ set: { reason: null, openedOn: subject.openedOn ?? dayText(now) } }),
  }),
  remeasure: action({
    zh: '复核校园距离',
    from: ['planned', 'open', 'suspended'],
    to: 'same',
    by: 'system',
    form: { school: ref('学校', 'stalls.school'), schoolM: number('距校园'), isTooNear: flag('距校园不足') },
    effects: ({ input }) => ({ set: input }),
  }),
  close: action({
    zh: '关闭',
    from: ['planned', 'open', 'suspended'],
    to: 'closed',
    by: 'stalls.manage',
    tone: 'danger',
    form: { closedOn: date('关闭日期'), reason: text('原因', { maxLength: 200 }) },
    look: ({ tx, subject }) =>
      one<{ n: number }>(tx, `select count(*)::int as n from stalls.tenure where site = $1 and status in ('held', 'shut')`, [
        subject.id,
      ]),
    check: ({ found }) => notYet((found?.n ?? 0) > 0, `还有${found?.n}个摊位在用`),
    effects: ({ input }) => ({ set: input }),
  }),
}))
export const fairClasses = { order: '经营秩序', hygiene: '环境卫生', waste: '垃圾收运', perimeter: '周边摊点' } as const

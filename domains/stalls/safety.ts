/** 夜市安全联合检查与市场检查: police, fire, gas, food and power look at one list; a serious hazard shuts the stall or the market. */
import { problemFound } from '#catalogue/facts.ts'
import {
  choice,
  date,
  dayText,
  endOf,
  first,
  flag,
  instant,
  integer,
  number,
  one,
  percentOf,
  photos,
  procedure,
  ref,
  repeated,
  rows,
  say,
  text,
} from '#kernel'
import { hazardsFound } from './facts.ts'
import { notYet, why } from './shared.ts'
import { fairClasses } from './site.ts'

export const agencies = { police: '公安', fire: '消防', gas: '燃气', food: '食品', power: '用电' } as const
const needed: readonly string[] = ['police', 'fire', 'gas']
const line = {
  agency: choice('部门', agencies),
  item: text('检查内容', { maxLength: 100 }),
  isOk: flag('合格'),
  isSerious: flag('重大隐患'),
  stall: integer('摊位号', { min: 1 }).optional(),
  dueOn: date('整改期限').optional(),
} as const
const form = {
  site: ref('摊区夜市', 'stalls.site'),
  checkedOn: date('日期'),
  lines: rows('联合检查清单', line),
  photos: photos(1, '检查照片'),
} as const
export const safety = procedure('stalls.safety', {
  zh: '夜市安全联合检查',
  menu: '安全检查',
  title: 'checkedOn',
  numbering: { prefix: 'LJ', per: 'day', digits: 3 },
  help: '公安、消防、燃气须都到;不写摊位号的重大隐患使整个夜市停业整改,写摊位号的关停该摊位。',
  fields: { ...form, bad: integer('隐患', { unit: '个' }).optional(), serious: integer('重大隐患', { unit: '个' }).optional() },
  statuses: { clean: { zh: '合格' }, found: { zh: '有隐患' }, void: { zh: '作废', kind: 'final' } },
}).actions((action) => ({
  check: action({
    zh: '登记联合检查',
    from: 'new',
    by: 'stalls.check',
    form,
    to: ({ input }) => (input.lines.every((l) => l.isOk) ? 'clean' : 'found'),
    check: ({ input, now }) =>
      first(
        why(input.checkedOn > dayText(now), '日期不能晚于今天'),
        why(
          needed.some((a) => !input.lines.some((l) => l.agency === a)),
          '公安、消防、燃气须都有检查内容',
        ),
        why(
          input.lines.some((l) => !l.isOk && !l.dueOn),
          '隐患须填整改期限',
        ),
        why(
          input.lines.some((l) => l.isOk && l.isSerious),
          '合格的不是重大隐患',
        ),
      ),
    effects: ({ input, subject }) => {
      const bad = input.lines.filter((l) => !l.isOk)
      return {
        set: { bad: bad.length, serious: bad.filter((l) => l.isSerious).length },
        facts: [
          say(hazardsFound, {
            check: subject.id,
            site: input.site,
            items: bad.map((l, i) => ({
              key: String(i),
              agency: l.agency,
              what: l.item,
              stall: l.stall ?? null,
              isSerious: l.isSerious,
              dueOn: l.dueOn ?? input.checkedOn,
            })),
            lon: subject.lon,
            lat: subject.lat,
            areaCode: subject.areaCode,
          }),
        ],
      }
    },
  }),
  discard: action({
    zh: '作废',
    from: ['clean', 'found'],
    to: 'void',
    by: 'stalls.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 200 }) },
  }),
}))
const hazardForm = {
  site: ref('摊区夜市', 'stalls.site'),
  check: ref('联合检查', 'stalls.safety'),
  agency: choice('部门', agencies),
  what: text('隐患', { maxLength: 200 }),
  stall: integer('摊位号').optional(),
  isSerious: flag('重大隐患'),
  dueOn: date('整改期限'),
} as const
export const hazard = procedure('stalls.hazard', {
  zh: '夜市安全隐患',
  menu: '安全检查',
  title: 'what',
  numbering: { prefix: 'YH', per: 'day', digits: 3 },
  leadingClock: 'fix',
  mirror: { fix: { dueAt: 'fixDueAt', stoppedAt: 'fixedAt' } },
  fields: {
    ...hazardForm,
    fixNote: text('整改情况', { maxLength: 300 }).optional(),
    fixPhotos: photos(0, '整改照片').optional(),
    returns: integer('复查不合格', { unit: '次' }).optional(),
    fixDueAt: instant('期限').optional(),
    fixedAt: instant('整改时间').optional(),
  },
  clocks: { fix: { zh: '隐患整改', limit: { value: 3, unit: 'natural_day' }, basis: '夜市安全联合管理办法(示例)' } },
  statuses: {
    open: { zh: '整改中', duty: 'stalls.town', taskZh: '夜市隐患待整改' },
    fixed: { zh: '待复查', duty: 'stalls.check', taskZh: '夜市隐患待复查' },
    closed: { zh: '已销号', kind: 'final' },
  },
}).actions((action) => ({
  find: action({
    zh: '登记隐患',
    from: 'new',
    to: 'open',
    by: 'stalls.check',
    form: hazardForm,
    effects: ({ input }) => ({ set: { returns: 0 }, clocks: [{ clock: 'fix', do: 'start', dueAt: endOf(input.dueOn) }] }),
  }),
  fix: action({
    zh: '整改完成',
    from: 'open',
    to: 'fixed',
    by: 'stalls.town',
    tone: 'primary',
    form: { fixNote: text('整改情况', { maxLength: 300 }), fixPhotos: photos(1, '整改照片') },
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'fix', do: 'stop' }] }),
  }),
  sendBack: action({
    zh: '复查不合格',
    from: 'fixed',
    to: 'open',
    by: 'stalls.check',
    tone: 'danger',
    form: { fixNote: text('不合格之处', { maxLength: 300 }), dueOn: date('重新期限') },
    effects: ({ input, subject }) => ({
      set: { ...input, returns: (subject.returns ?? 0) + 1 },
      clocks: [{ clock: 'fix', do: 'start', dueAt: endOf(input.dueOn) }],
    }),
  }),
  close: action({
    zh: '复查合格,销号',
    from: 'fixed',
    to: 'closed',
    by: 'stalls.check',
    tone: 'primary',
    guard: ({ actor, past }) =>
      notYet(
        past.some((p) => p.action === 'fix' && p.actorId !== null && p.actorId === actor.id),
        '整改人不能复查自己的整改',
      ),
  }),
}))
const fairLine = {
  class: choice('类别', fairClasses),
  item: text('检查内容', { maxLength: 100 }),
  points: number('满分', { unit: '分', min: 1 }),
  got: number('得分', { unit: '分', min: 0 }),
} as const
const fairForm = {
  site: ref('市场', 'stalls.site'),
  month: text('月份', { maxLength: 7, pattern: { source: '^\\d{4}-\\d{2}$', zh: '月份如 2026-03' } }),
  checkedOn: date('日期'),
  lines: rows('检查', fairLine),
  photos: photos(1, '检查照片'),
} as const
type FairLine = { readonly class: string; readonly item: string; readonly points: number; readonly got: number }
const fairFault = (lines: readonly FairLine[]) =>
  first(
    why(new Set(lines.map((l) => l.class)).size < Object.keys(fairClasses).length, '四类都要检查'),
    why(
      lines.some((l) => l.got > l.points),
      '得分不能高于满分',
    ),
    why(Boolean(repeated(lines.map((l) => l.item))), '检查内容重复'),
  )
const scoreOf = (lines: readonly FairLine[]): number =>
  percentOf(
    lines.reduce((n, l) => n + l.got, 0),
    lines.reduce((n, l) => n + l.points, 0),
  ) ?? 0
export const fairCheck = procedure('stalls.fair-check', {
  zh: '农(集)贸市场检查',
  menu: '安全检查',
  title: 'month',
  numbering: { prefix: 'SC', per: 'day', digits: 3 },
  help: '经营秩序、环境卫生、垃圾收运、周边摊点四类都要有;得分=各项得分÷满分,按月排名公布。',
  uniqueTogether: [['site', 'month']],
  fields: {
    ...fairForm,
    score: number('得分', { unit: '分' }).optional(),
    isPassed: flag('合格').optional(),
    publishedOn: date('公布日期').optional(),
  },
  statuses: { scored: { zh: '已评分' }, published: { zh: '已公布', kind: 'final' } },
}).actions((action) => ({
  check: action({
    zh: '登记市场检查',
    from: 'new',
    to: 'scored',
    by: 'stalls.check',
    form: fairForm,
    look: ({ tx, input }) =>
      one<{ name: string; lon: number | null; lat: number | null; areaCode: string | null }>(
        tx,
        `select name, lon, lat, area_code as "areaCode" from stalls.site where id = $1 and kind in ('farm', 'fair') and status <> 'closed'`,
        [input.site],
      ),
    check: ({ input, found, now }) =>
      first(
        why(!found, '不是农(集)贸市场'),
        why(input.checkedOn > dayText(now) || !input.checkedOn.startsWith(input.month), '日期应在本月且不晚于今天'),
        fairFault(input.lines),
      ),
    effects: ({ input, found, subject, parameter }) => {
      const score = scoreOf(input.lines)
      const isPassed = score >= parameter('stalls.pass-score')
      const { lon, lat, areaCode } = found?.areaCode ? found : subject
      const lost = input.lines.filter((l) => l.got < l.points)
      return {
        set: { score, isPassed, lon, lat, areaCode },
        // A market that fails has something to put right: its lost points go into the loop of cases.
        facts: isPassed
          ? []
          : [
              say(problemFound, {
                source: 'inspection',
                sourceType: 'stalls.fair-check',
                sourceId: subject.id,
                description:
                  `${found?.name ?? ''}${input.month}检查${score}分,不合格:${lost.map((l) => `${l.item}扣${l.points - l.got}分`).join('、')}`.slice(
                    0,
                    900,
                  ),
                categoryKind: null,
                category: null,
                address: found?.name ?? null,
                lon,
                lat,
                areaCode,
                photos: [...input.photos],
                isUrgent: false,
                mergeKey: `stalls.fair-check:${input.site}`,
              }),
            ],
      }
    },
  }),
  amend: action({
    zh: '更正评分',
    from: 'scored',
    to: 'same',
    by: 'stalls.check',
    help: '公布之前可更正;原分留在时间线',
    form: { lines: rows('检查', fairLine), reason: text('更正原因', { maxLength: 200 }) },
    check: ({ input }) => fairFault(input.lines),
    effects: ({ input, parameter }) => {
      const score = scoreOf(input.lines)
      return { set: { lines: input.lines, score, isPassed: score >= parameter('stalls.pass-score') } }
    },
  }),
  publish: action({
    zh: '公布',
    from: 'scored',
    to: 'published',
    by: 'stalls.manage',
    tone: 'primary',
    isBulk: true,
    effects: ({ now }) => ({ set: { publishedOn: dayText(now) } }),
  }),
}))

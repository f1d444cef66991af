/** What is measured or graded on the spot, and what others say of us: dust, flyers, grades, honours, outer results, ranks among peers. */
import {
  area,
  choice,
  date,
  dayText,
  first,
  flag,
  instant,
  integer,
  longText,
  number,
  one,
  photos,
  procedure,
  record,
  register,
  text,
} from '#kernel'
import { gradedObjects, resultGrades, roadClasses } from './contract.ts'
import { notYet, why } from './shared.ts'

export const dustLimit = register('evaluation.dust-limit', {
  zh: '道路尘量限值',
  menu: '检查考评',
  title: 'basis',
  isDated: true,
  uniqueTogether: [['roadClass', 'validFrom']],
  checks: { positive: { sql: 'limit_ > 0', zh: '限值应大于零' } },
  fields: {
    roadClass: choice('道路等级', roadClasses),
    limit: number('限值', { min: 0, unit: '毫克/立方米' }),
    validFrom: date('自'),
    validTo: date('至(不含)').optional(),
    basis: text('依据', { maxLength: 200 }).searchable(),
  },
})
const dustForm = {
  road: text('路段', { maxLength: 100 }),
  street: area('街道(镇)'),
  roadClass: choice('道路等级', roadClasses),
  planOn: date('计划检测日'),
} as const
export const dustSample = procedure('evaluation.dust-sample', {
  zh: '道路尘量检测',
  menu: '检查考评',
  numbering: { prefix: 'CL', per: 'year', digits: 5 },
  title: 'road',
  fields: {
    ...dustForm,
    limit: number('限值', { min: 0, unit: '毫克/立方米' }).optional(),
    reading: number('实测', { min: 0, unit: '毫克/立方米' }).optional(),
    device: text('仪器', { maxLength: 60 }).optional(),
    isPassed: flag('合格').optional(),
    measuredAt: instant('检测时间').optional(),
    plannedAt: instant('计划日').optional(),
    photos: photos(0, '读数照片').optional(),
  },
  uniqueTogether: [['road', 'planOn']],
  statuses: {
    planned: { zh: '待检测', duty: 'evaluation.inspect', taskZh: '道路尘量待检测' },
    measured: { zh: '已检测', kind: 'final' },
    missed: { zh: '未完成', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '列入检测计划',
    from: 'new',
    to: 'planned',
    by: 'evaluation.manage',
    form: dustForm,
    look: ({ tx, input }) =>
      one<{ limit: number }>(
        tx,
        `select limit_::float8 as "limit" from evaluation.dust_limit where road_class = $1 and retired_at is null and valid_from <= $2::date and (valid_to is null or valid_to > $2::date) order by valid_from desc limit 1`,
        [input.roadClass, input.planOn],
      ),
    check: ({ found, input }) => why(!found, `${roadClasses[input.roadClass]}在${input.planOn}没有尘量限值`),
    effects: ({ found, input }) => ({
      set: { areaCode: input.street, limit: found?.limit ?? null, plannedAt: `${input.planOn}T00:00:00+08:00` },
    }),
  }),
  measure: action({
    zh: '登记检测值',
    from: 'planned',
    to: 'measured',
    by: 'evaluation.inspect',
    tone: 'primary',
    form: {
      reading: number('实测', { min: 0, unit: '毫克/立方米' }),
      device: text('仪器', { maxLength: 60 }),
      photos: photos(1, '读数照片'),
    },
    guard: ({ subject, now }) => notYet(new Date(`${subject.planOn}T00:00:00+08:00`) > now, `计划${subject.planOn}检测`),
    effects: ({ input, subject, now }) => ({
      set: { ...input, isPassed: input.reading <= (subject.limit ?? 0), measuredAt: now.toISOString() },
    }),
  }),
  miss: action({
    zh: '未能检测',
    from: 'planned',
    to: 'missed',
    by: 'evaluation.manage',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 300 }) },
  }),
}))
export const flyerCount = record('evaluation.flyer-count', {
  zh: '小广告暗访',
  menu: '检查考评',
  title: 'place',
  fields: {
    place: text('老旧小区或街巷', { maxLength: 100 }).searchable(),
    kind: choice('种类', { compound: '老旧小区', lane: '背街小巷' }),
    metres: number('检查长度', { min: 1, unit: '米' }),
    flyers: integer('小广告', { min: 0, unit: '张' }),
    isUnannounced: flag('不打招呼'),
    photos: photos(1),
  },
})
export const objectGrade = record('evaluation.object-grade', {
  zh: '整洁优良评级',
  menu: '检查考评',
  title: 'name',
  fields: {
    kind: choice('对象', gradedObjects),
    name: text('名称', { maxLength: 100 }).searchable(),
    grade: choice('评级', resultGrades),
    sampling: text('抽样说明', { maxLength: 200 }),
    photos: photos(1),
  },
})
const honourForm = {
  name: text('荣誉名称', { maxLength: 100 }),
  level: choice('级别', { nation: '国家级', province: '省级', city: '市级', county: '县区级' }),
  grantor: text('授予单位', { maxLength: 100 }),
  holder: text('获得者', { maxLength: 100 }),
  grantedOn: date('授予日期'),
  document: text('文号', { maxLength: 100 }),
  isMoving: flag('流动红旗').optional(),
  heldUntil: date('持有至').optional(),
} as const
export const honour = procedure('evaluation.honour', {
  zh: '荣誉表彰与流动红旗',
  menu: '考核结果运用',
  numbering: { prefix: 'RY', per: 'year', digits: 4 },
  title: 'name',
  fields: {
    ...honourForm,
    endedAt: instant('交回时间').optional(),
    reason: longText('撤销理由', { maxLength: 1000 }).optional(),
    nextHolder: text('下一持有者', { maxLength: 100 }).optional(),
  },
  uniqueTogether: [['document', 'holder', 'name']],
  statuses: {
    held: { zh: '持有' },
    ended: { zh: '期满交回', kind: 'final' },
    revoked: { zh: '已撤销', kind: 'final' },
  },
}).actions((action) => ({
  register: action({
    zh: '登记荣誉',
    from: 'new',
    to: 'held',
    by: 'evaluation.manage',
    form: honourForm,
    check: ({ input, now }) =>
      first(
        why(input.isMoving === true && !input.heldUntil, '流动红旗须填写持有期限'),
        why(Boolean(input.heldUntil) && (input.heldUntil ?? '') <= input.grantedOn, '持有期限应晚于授予日期'),
        why(input.grantedOn > dayText(now), '授予日期不能晚于今天'),
      ),
    effects: ({ input }) => ({
      timers: input.heldUntil
        ? [
            {
              name: 'return',
              at: new Date(new Date(`${input.heldUntil}T00:00:00+08:00`).getTime() + 86_400_000),
              action: 'expire',
            },
          ]
        : [],
    }),
  }),
  expire: action({
    zh: '持有期满',
    from: 'held',
    to: 'ended',
    by: 'system',
    effects: ({ now }) => ({ set: { endedAt: now.toISOString() } }),
  }),
  pass: action({
    zh: '流动红旗交接',
    from: 'held',
    to: 'ended',
    by: 'evaluation.manage',
    form: { nextHolder: text('下一持有者', { maxLength: 100 }) },
    guard: ({ subject }) => notYet(!subject.isMoving, '不是流动红旗,不交接'),
    effects: ({ input, now }) => ({
      set: { ...input, endedAt: now.toISOString() },
      timers: [{ name: 'return', at: null, action: 'expire' }],
    }),
  }),
  revoke: action({
    zh: '撤销登记',
    from: 'held',
    to: 'revoked',
    by: 'evaluation.decide',
    tone: 'danger',
    form: { reason: longText('撤销理由', { maxLength: 1000 }) },
    effects: ({ input }) => ({ set: input, timers: [{ name: 'return', at: null, action: 'expire' }] }),
  }),
}))
export const outerResult = register('evaluation.outer-result', {
  zh: '外部考评结果',
  menu: '考核结果运用',
  title: 'name',
  help: '平安建设、绩效管理等由外单位考评的结果,用于荣誉一段',
  uniqueTogether: [['year', 'name', 'evaluator']],
  fields: {
    year: integer('年度', { min: 2000, max: 2100 }),
    name: text('考评名称', { maxLength: 100 }).searchable(),
    evaluator: text('考评单位', { maxLength: 100 }),
    grade: choice('等次', { excellent: '优秀', winner: '优胜', good: '良好', pass: '合格', fail: '不合格' }),
    document: text('文号', { maxLength: 100 }),
    publishedOn: date('公布日期'),
  },
})
export const outsideRank = register('evaluation.outside-rank', {
  zh: '上级排名',
  menu: '考核结果运用',
  title: 'topic',
  help: '只录上级公布的名次,平台从不自行推算',
  uniqueTogether: [['topic', 'periodOn', 'publisher']],
  checks: { rank: { sql: 'rank between 1 and peers', zh: '名次应在1与参评单位数之间' } },
  fields: {
    topic: text('项目', { maxLength: 100 }).searchable(),
    publisher: text('公布单位', { maxLength: 100 }),
    periodOn: date('期末日期'),
    rank: integer('名次', { min: 1 }),
    peers: integer('参评单位数', { min: 1 }),
    document: text('公布文件', { maxLength: 100 }),
  },
})

/** What was done on the roads: each pass, each road's day, each sidewalk's week, each look at a post. */
import { choice, date, flag, instant, integer, number, one, photos, record, ref, reject, text } from '#kernel'
import { clockText } from '../shared.ts'
import { roadClasses, works, yesNo, zones } from '../words.ts'
import { isOpenAt } from './cover.ts'

export const pass = record('sanitation.pass', {
  zh: '作业趟次',
  menu: '道路保洁',
  title: 'name',
  help: '车载轨迹算出的一趟,或到岗打卡的一次。',
  fields: {
    jobOrder: ref('作业单', 'sanitation.order'),
    road: ref('道路', 'grid.road'),
    name: text('路段', { maxLength: 80 }).searchable(),
    work: choice('作业', works),
    via: choice('依据', { track: '车载轨迹', checkIn: '到岗打卡' }),
    plate: text('号牌', { maxLength: 10 }).optional().searchable(),
    endedAt: instant('结束').optional(),
    coverage: number('覆盖率', { unit: '%' }).optional(),
    km: number('作业里程', { unit: 'km' }),
    workers: integer('人员', { unit: '人' }).optional(),
    photos: photos(0).optional(),
  },
})
export const roadDay = record('sanitation.road-day', {
  zh: '道路日作业',
  menu: '道路保洁',
  title: 'name',
  help: '每条道路每日一行,由作业单结算:机扫率 = 机械清扫面积之和 ÷ 应清扫面积之和(免作业的不计),水扫率同理。',
  fields: {
    road: ref('道路', 'grid.road'),
    name: text('路段', { maxLength: 80 }).searchable(),
    dayOn: date('日期'),
    class: choice('道路等级', roadClasses),
    zone: choice('片区', zones),
    town: text('街道(镇)', { maxLength: 40 }),
    operator: text('作业单位', { maxLength: 80 }),
    areaM2: number('应机扫面积', { unit: '㎡' }),
    machineM2: number('机械清扫面积', { unit: '㎡' }),
    waterAreaM2: number('应水扫面积', { unit: '㎡' }),
    waterM2: number('水扫面积', { unit: '㎡' }),
    lengthKm: number('应机扫里程', { unit: 'km' }),
    machineKm: number('机械清扫里程', { unit: 'km' }),
    dustLeast: integer('应降尘', { unit: '次' }),
    dustTimes: integer('降尘', { unit: '次' }),
    dustMet: choice('降尘达标', { ...yesNo, exempt: '免作业' }),
    nightPlanned: choice('夜间保洁计划', yesNo),
    nightDone: choice('夜间保洁完成', yesNo),
    plannedTimes: integer('应作业', { unit: '次' }),
    doneTimes: integer('已作业', { unit: '次' }),
    missedOrders: integer('漏扫作业单', { unit: '单' }),
    coverHours: number('保洁覆盖', { unit: '小时' }),
    isCovered: choice('达到16小时', yesNo),
    gaps: text('空档', { maxLength: 120 }).optional(),
  },
})
export const washWeek = record('sanitation.wash-week', {
  zh: '人行道周冲洗',
  menu: '道路保洁',
  title: 'name',
  fields: {
    road: ref('道路', 'grid.road'),
    name: text('路段', { maxLength: 80 }).searchable(),
    weekOn: date('周一'),
    operator: text('作业单位', { maxLength: 80 }),
    result: choice('结果', { washed: '已冲洗', missed: '未冲洗', exempt: '免作业' }),
  },
})
interface Post {
  readonly name: string
  readonly fromTime: string
  readonly toTime: string
  readonly workers: number
  readonly tracked: number
}
const postSql = `select p.name, p.from_time as "fromTime", p.to_time as "toTime", p.workers,
    (select count(*)::int from sanitation.worker k where k.district = p.district and k.post = p.id and k.device is not null and k.is_on and k.retired_at is null) as tracked
  from sanitation.shift_post p where p.id = $1 and p.retired_at is null`
export const postCheck = record('sanitation.post-check', {
  zh: '在岗抽查',
  menu: '道路保洁',
  title: 'name',
  help: '班次之内才能抽查;应到人数取自岗位,实到不足即缺岗。有定位设备的岗位每小时自动抽查。',
  fields: {
    post: ref('岗位', 'sanitation.shift-post'),
    name: text('岗位', { maxLength: 60, isGiven: true }).searchable(),
    via: choice('依据', { seen: '现场抽查', track: '定位' }, { isGiven: true }).optional(),
    expected: integer('应到', { unit: '人', min: 1, isGiven: true }),
    present: integer('实到', { unit: '人', min: 0 }),
    isFull: flag('在岗', { isGiven: true }),
    note: text('情况', { maxLength: 200 }).optional(),
    photos: photos(0, '现场照片').help('现场抽查的必须拍照'),
  },
  fills: async ({ post, present }, ctx) => {
    const p = await one<Post>(ctx.tx, postSql, [post])
    if (!p) return reject('sanitation.field', { why: '没有这个岗位' })
    const via = ctx.actor.kind === 'system' ? 'track' : 'seen'
    const expected = via === 'track' ? p.tracked : p.workers
    return { name: p.name, via, expected, isFull: Number(present) >= expected }
  },
  refuses: async (row, ctx) => {
    const p = await one<Post>(ctx.tx, postSql, [row.post])
    if (p && !isOpenAt(p.fromTime, p.toTime, clockText(row.at instanceof Date ? row.at : ctx.now)))
      return `${p.name}的班次是${p.fromTime}—${p.toTime},此时不在岗位时间`
    if (row.via === 'seen' && !(row.photos as readonly string[] | null)?.length) return '现场抽查须拍照'
    return Number(row.present) > Number(row.expected) + 20 ? '实到人数不对' : undefined
  },
})

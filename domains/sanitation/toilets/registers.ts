/** 公厕: one register for the bureau's own and the alliance's; its plan by town; the rounds of cleaning; how each stands now. */
import { choice, date, flag, integer, number, photos, record, ref, register, text } from '#kernel'
import { clock, nameOf } from '../shared.ts'
import { aGrades, buildKinds, cityGrades, toiletAreas, toiletKinds, toiletStates, yesNo } from '../words.ts'

export const toilet = register('sanitation.toilet', {
  zh: '公厕',
  menu: '公厕',
  geometry: 'Point',
  title: 'name',
  fields: {
    code: text('编号', { maxLength: 30 }).unique().searchable().help('门口的扫码评价二维码指向 /m/toilets?code=编号'),
    name: text('名称', { maxLength: 80 }).searchable(),
    kind: choice('性质', toiletKinds),
    area: choice('城乡', toiletAreas),
    town: text('街道(镇)', { maxLength: 40 }),
    address: text('地址', { maxLength: 120 }).searchable(),
    aGrade: choice('A级', aGrades),
    cityGrade: choice('类别', cityGrades),
    gradeScore: number('评定得分', { min: 0, max: 100 }).optional(),
    gradeTo: date('等级有效至').optional(),
    menSquats: integer('男蹲位', { unit: '个', min: 0, max: 200 }),
    menUrinals: integer('小便位', { unit: '个', min: 0, max: 200 }),
    womenSquats: integer('女蹲位', { unit: '个', min: 0, max: 200 }),
    thirdRooms: integer('第三卫生间', { unit: '间', min: 0, max: 10 }),
    isAccessible: flag('无障碍厕位'),
    openFrom: text('开放起', { maxLength: 5, pattern: clock }),
    openTo: text('开放止', { maxLength: 5, pattern: clock }).help('与起相同为全天开放'),
    keeper: text('专管员', { maxLength: 50 }),
    rounds: integer('每日保洁', { unit: '轮', min: 1, max: 48 }).optional().help('每日扫码保洁少于几轮算不足;不填不考核'),
    operator: text('管理单位', { maxLength: 80 }).searchable(),
    state: choice('状态', toiletStates),
    notice: text('公告', { maxLength: 200 }).optional(),
    buildKind: choice('建设性质', buildKinds),
    builtOn: date('建成(改建)日期').optional(),
    joinedOn: date('加入联盟日期').optional(),
    device: ref('公厕网关', 'sensing.device').optional(),
    photos: photos(0).optional(),
  },
})
export const toiletPlan = register('sanitation.toilet-plan', {
  zh: '厕所革命年度计划',
  menu: '公厕',
  title: 'town',
  fields: {
    year: integer('年度', { min: 2015, max: 2100 }),
    town: text('街道(镇)', { maxLength: 40 }).searchable(),
    area: choice('城乡', toiletAreas),
    kind: choice('建设', buildKinds),
    target: integer('计划', { unit: '座', min: 1, max: 1000 }),
  },
  uniqueTogether: [['year', 'town', 'area', 'kind']],
})
export const toiletClean = record('sanitation.toilet-clean', {
  zh: '公厕保洁',
  menu: '公厕',
  title: 'name',
  help: '专管员每轮保洁扫码打卡;发现的问题自动报修,每日轮次不足的次日报警。',
  fields: {
    toilet: ref('公厕', 'sanitation.toilet'),
    name: text('公厕名称', { maxLength: 80, isGiven: true }).searchable(),
    isPaperFilled: flag('已补厕纸'),
    isSoapFilled: flag('已补洗手液'),
    fault: text('发现的问题', { maxLength: 120 }).optional(),
    photos: photos(0).optional(),
  },
  fills: async ({ toilet: id }, ctx) => ({ name: await nameOf(ctx, 'toilet', 'name', id, '公厕') }),
})
export const toiletDay = record('sanitation.toilet-day', {
  zh: '公厕日保洁',
  menu: '公厕',
  title: 'name',
  help: '规定了每日保洁轮次的公厕每日一行,次日清晨按扫码打卡结算;批准暂停开放的日子不计。',
  fields: {
    toilet: ref('公厕', 'sanitation.toilet'),
    name: text('公厕名称', { maxLength: 80 }).searchable(),
    keeper: text('专管员', { maxLength: 50 }),
    operator: text('管理单位', { maxLength: 80 }).searchable(),
    dayOn: date('日期'),
    least: integer('应保洁', { unit: '轮' }),
    times: integer('已保洁', { unit: '轮' }),
    isMet: choice('达标', yesNo),
  },
})
export const toiletRating = record('sanitation.toilet-rating', {
  zh: '公厕评价',
  menu: '公厕',
  title: 'name',
  fields: {
    toilet: ref('公厕', 'sanitation.toilet'),
    name: text('公厕名称', { maxLength: 80 }).searchable(),
    stars: integer('评分', { unit: '分', min: 1, max: 5 }),
    words: text('意见', { maxLength: 200 }).optional(),
  },
})
export const toiletNow = record('sanitation.toilet-now', {
  zh: '智慧公厕实时',
  menu: '公厕',
  title: 'name',
  isLive: true,
  geometry: 'Point',
  fields: {
    name: text('公厕名称', { maxLength: 80 }).searchable(),
    nh3: number('氨', { unit: 'mg/m³' }).optional(),
    h2s: number('硫化氢', { unit: 'mg/m³' }).optional(),
    people: integer('客流', { unit: '人次/小时' }).optional(),
    paper: number('厕纸', { unit: '%' }).optional(),
    taken: integer('占用蹲位', { unit: '个' }).optional(),
    stalls: integer('蹲位', { unit: '个' }).optional(),
    water: number('用水', { unit: 'm³' }).optional(),
  },
})

/** 渣土台账: firms and trucks as admitted, sites as approved, dump sites, plants, soil accounts; big occasions and the scale of points. */
import { choice, code, date, flag, instant, integer, list, money, number, ref, register, text } from '#kernel'
import {
  admissions,
  dumpStates,
  energies,
  safetyStates,
  siteStates,
  soilQualities,
  truckModels,
  violationKinds,
  wasteKinds,
} from './words.ts'

const credit = (zh: string) => text(zh, { maxLength: 18 })
export const company = register('muck.company', {
  zh: '渣土运输企业',
  menu: '渣土台账',
  title: 'name',
  help: '名录、等级、车辆数随审批与信用结果自动更新;联系人由本局维护。',
  fields: {
    name: text('企业', { maxLength: 100 }).searchable(),
    code: credit('统一社会信用代码').unique().searchable(),
    state: choice('状态', admissions),
    grade: choice('信用等级', { A: 'A', B: 'B', C: 'C', D: 'D' }).optional(),
    trucks: integer('准入车辆', { unit: '辆', min: 0 }),
    admittedOn: date('准入日期'),
    contact: text('联系人', { maxLength: 40 }).personal('name').optional(),
    phone: text('电话', { maxLength: 20 }).personal('phone').optional(),
  },
})
export const truck = register('muck.truck', {
  zh: '渣土车',
  menu: '渣土台账',
  title: 'plate',
  help: '准入、退出随审批名录自动更新;终端、箱容、主动安全状态在此维护,故障即不具备白天运输条件。',
  fields: {
    plate: text('号牌', { maxLength: 10 }).unique().searchable(),
    haulerCode: credit('企业信用代码').searchable(),
    haulerName: text('企业', { maxLength: 100 }).searchable(),
    model: choice('车型', truckModels),
    energy: choice('能源', energies).optional(),
    boxM3: number('箱容', { unit: 'm³', min: 1, max: 60 }).optional(),
    device: ref('车载终端', 'sensing.device').unique().optional(),
    safety: choice('主动安全系统', safetyStates),
    safetyAt: instant('最近主动安全报警').optional(),
    state: choice('状态', admissions),
    admittedOn: date('准入日期'),
    removedOn: date('退出日期').optional(),
  },
  checks: { removed: { sql: "(state = 'removed') = (removed_on is not null)", zh: '退出的须填退出日期,未退出的不得填' } },
})
export const site = register('muck.site', {
  zh: '出土工地',
  menu: '渣土台账',
  geometry: 'Point',
  title: 'name',
  help: '处置核准证照颁发时自动建立,终止时自动停用;卡口号、冲洗设施由本局维护。',
  fields: {
    name: text('工地', { maxLength: 130 }).unique().searchable(),
    certificate: text('处置证', { maxLength: 30 }).unique().searchable(),
    certificateId: ref('证照', 'permits.certificate').unique(),
    haulerCode: credit('运输企业代码'),
    plates: list('核准车辆'),
    volumeM3: number('核准处置量', { unit: 'm³', min: 0 }),
    destination: ref('核准消纳场所', 'permits.disposal-site').optional(),
    route: text('核准路线', { maxLength: 500 }),
    line: ref('路线(图上)', 'sensing.line').optional().help('选定后按定位判断偏航'),
    windowFrom: text('时段起', { maxLength: 5 }),
    windowTo: text('时段止', { maxLength: 5 }),
    validFrom: date('有效期起'),
    validTo: date('有效期止'),
    gate: text('出口卡口号', { maxLength: 40 }).unique().optional().help('过车上报用'),
    washAreaM2: number('冲洗区', { unit: '㎡', min: 0 }).optional(),
    washVehicles: integer('冲洗、洒水车辆', { unit: '辆', min: 0 }).optional(),
    state: choice('状态', siteStates),
  },
})
export const dump = register('muck.dump', {
  zh: '消纳场',
  menu: '消纳与资源化',
  geometry: 'Point',
  title: 'name',
  help: '日受纳与剩余容量由进场签收自动累计;达到日限或容量即停止受纳。',
  fields: {
    name: text('名称', { maxLength: 100 }).unique().searchable(),
    code: text('场号', { maxLength: 30 }).unique().searchable().help('进场签收上报用'),
    place: ref('审批名录', 'permits.disposal-site').unique().optional(),
    operator: text('经营单位', { maxLength: 100 }),
    licenceNo: text('许可证号', { maxLength: 60 }),
    licenceTo: date('许可有效期止'),
    capacityM3: number('核定容量', { unit: 'm³', min: 1 }),
    baseUsedM3: number('启用本系统前已填', { unit: 'm³', min: 0 }),
    dailyLimitM3: number('日受纳限量', { unit: 'm³', min: 1 }),
    fenPerM3: money('消纳费(每m³)'),
    fenceM: integer('场区半径', { unit: 'm', min: 20, max: 5000 }),
    state: choice('状态', dumpStates),
    openedOn: date('启用日期'),
  },
  checks: { used: { sql: 'base_used_m3 <= capacity_m3', zh: '已填不能超过核定容量' } },
})
export const plant = register('muck.plant', {
  zh: '建筑垃圾资源化厂',
  menu: '消纳与资源化',
  geometry: 'Point',
  title: 'name',
  fields: {
    name: text('名称', { maxLength: 100 }).unique().searchable(),
    operator: text('经营单位', { maxLength: 100 }),
    mainKind: choice('主要处置', wasteKinds),
    tonsPerYear: number('设计能力', { unit: '吨/年', min: 1 }),
    takesRenovation: flag('接收装修垃圾预约'),
    fenPerM3: money('装修垃圾处置费(每m³)'),
  },
})
export const soilAccount = register('muck.soil-account', {
  zh: '土方银行账户',
  menu: '土方银行',
  geometry: 'Point',
  title: 'name',
  help: '一个堆场一种土质一个账户;余额、预留由对接单办结自动记入,不得为负。',
  fields: {
    name: text('堆场', { maxLength: 100 }).searchable(),
    quality: choice('土质', soilQualities),
    capacityM3: number('堆存容量', { unit: 'm³', min: 1 }),
    balanceM3: number('余额', { unit: 'm³', min: 0, isGiven: true }).optional(),
    reservedM3: number('其中预留', { unit: 'm³', min: 0, isGiven: true }).optional(),
  },
  uniqueTogether: [['name', 'quality']],
  checks: {
    balance: {
      sql: 'coalesce(balance_m3, 0) >= 0 and coalesce(reserved_m3, 0) >= 0 and coalesce(reserved_m3, 0) <= coalesce(balance_m3, 0)',
      zh: '余额不能为负,预留不能超过余额',
    },
  },
})
export const occasion = register('muck.occasion', {
  zh: '重大活动(加密巡查)',
  menu: '联合巡查',
  title: 'name',
  fields: {
    name: text('活动', { maxLength: 100 }).unique().searchable(),
    fromOn: date('起'),
    toOn: date('止(含)'),
    extra: integer('每周另加巡查', { unit: '次', min: 1, max: 14 }),
  },
  checks: { order: { sql: 'to_on >= from_on', zh: '止不能早于起' } },
})
export const scale = register('muck.scale', {
  zh: '违法情形与记分',
  menu: '渣土查处',
  title: 'kind',
  help: '违法行为引用执法域的违法行为库,罚款幅度以当时有效的条文为准;记分由本局确定。',
  isDated: true,
  fields: {
    kind: choice('情形', violationKinds),
    lawCode: code('违法行为', 'enforcement.law.code', { maxLength: 12 }),
    companyPoints: integer('企业记分', { unit: '分', min: 0, max: 100 }),
    truckPoints: integer('车辆记分', { unit: '分', min: 0, max: 12 }),
    validFrom: date('自'),
    validTo: date('至(不含)').optional(),
    basis: text('依据', { maxLength: 200 }),
  },
  uniqueTogether: [['kind', 'validFrom']],
})
export const muckRegisters = [company, truck, site, dump, plant, soilAccount, occasion, scale]

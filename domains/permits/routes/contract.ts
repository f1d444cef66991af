/** Shapes of the routes of permits: applying without an account, verifying a certificate, what is valid here, what was promised and kept. */
import { z } from 'zod'
import { route, titled } from '#kernel/contract'
import { kindNames, partKinds } from '../contract.ts'

const tag = 'permits'
const kind = z.enum(Object.keys(kindNames) as [keyof typeof kindNames])
const day = z.iso.date()
const values = z.record(z.string(), z.unknown())

export const publicItemsRoute = route({
  method: 'GET',
  path: '/public/permits/items',
  zh: '公众:现行审批事项与办事指南',
  permission: 'public',
  tag: 'public',
  input: z.object({}),
  output: z.object({ rows: z.array(values), onlineShare: z.number().nullable() }),
})
export const publicApplyRoute = route({
  method: 'POST',
  path: '/public/permits/applications',
  zh: '公众:网上申请,得回执',
  permission: 'public',
  tag: 'public',
  input: z.object({
    kind,
    values,
    lon: z.number().optional(),
    lat: z.number().optional(),
    areaCode: z.string().optional(),
    clientKey: z.string().max(100).optional(),
  }),
  output: z.object({ number: z.string(), receipt: z.string(), isKnown: z.boolean() }),
})
const held = z.object({ number: z.string().max(40), receipt: z.string().min(32).max(80) })
export const publicProgressRoute = route({
  method: 'GET',
  path: '/public/permits/applications/:number',
  zh: '公众:凭回执查办理进度',
  permission: 'public',
  tag: 'public',
  input: held,
  output: values,
})
export const publicStepRoute = route({
  method: 'POST',
  path: '/public/permits/applications/:number/:action',
  zh: '公众:凭回执网上补正、后补、修改、缴费、撤回',
  permission: 'public',
  tag: 'public',
  input: held.extend({ action: z.enum(['supplement', 'supply', 'resubmit', 'pay', 'abandon']), values }),
  output: z.object({ status: z.string() }),
})
export const publicBookRoute = route({
  method: 'POST',
  path: '/public/permits/appointments',
  zh: '公众:预约延时服务',
  permission: 'public',
  tag: 'public',
  input: z.object({ values }),
  output: z.object({ number: z.string() }),
})
export const publicVerifyRoute = route({
  method: 'GET',
  path: '/public/certificates/:number',
  zh: '公众:核验证照',
  permission: 'public',
  tag: 'public',
  input: z.object({ number: z.string().max(60) }),
  output: values,
})
export const publicCodeRoute = route({
  method: 'POST',
  path: '/public/certificates/verify',
  zh: '公众:核验扫到的二维码,并查今日是否有效',
  permission: 'public',
  tag: 'public',
  input: z.object({ code: z.string().max(4000) }),
  output: values,
})
export const publicKeyRoute = route({
  method: 'GET',
  path: '/public/certificates/key',
  zh: '公众:证照验签公钥(离线核验用)',
  permission: 'public',
  tag: 'public',
  input: z.object({}),
  output: z.object({ algorithm: z.literal('Ed25519'), publicKey: z.string() }),
})
export const publicFaqRoute = route({
  method: 'GET',
  path: '/public/permits/faq',
  zh: '公众:高频咨询解答',
  permission: 'public',
  tag: 'public',
  input: z.object({ search: z.string().max(60).optional() }),
  output: z.object({ rows: z.array(values) }),
})
export const qrRoute = route({
  method: 'GET',
  path: '/permits/certificates/:id/code',
  zh: '电子证照:签名码与二维码图',
  permission: 'permits.certificate.read',
  tag,
  sheet: { of: 'permits.certificate' },
  input: z.object({ id: titled.about('证照', 'permits.certificate') }),
  output: z.object({
    number: titled.words('证照号'),
    code: z.string(),
    svg: z.string().meta({ title: '二维码(含签名,可离线核验)', isSvg: true }),
  }),
})
/** A valid permit as somebody standing there reads it. */
const heldHere = {
  id: titled.row('证照', 'permits.certificate'),
  number: z.string(),
  kind: z.enum(Object.keys(kindNames)),
  item: titled.words('事项'),
  holder: titled.words('持证人'),
  isWithinWindow: titled.flag('许可时段内'),
  windowFrom: titled.maybe('时段起'),
  windowTo: titled.maybe('时段止'),
  validFrom: titled.day('有效期起'),
  validTo: titled.day('有效期止'),
  plates: z.array(z.string()).nullable().meta({ title: '号牌' }),
  address: titled.words('地址'),
  conditions: titled.words('许可条件'),
  breaches: titled.count('违反条件', '次'),
  findings: titled.count('监管问题', '个'),
}
const { id: idHere, ...otherHere } = heldHere
export const hereRoute = route({
  method: 'GET',
  path: '/permits/here',
  zh: '现场查证:此处此刻有哪些有效许可',
  permission: 'permits.certificate.read',
  tag,
  sheet: { menu: '审批监管' },
  input: z.object({
    lon: z.coerce.number().meta({ title: '经度' }),
    lat: z.coerce.number().meta({ title: '纬度' }),
    metres: z.coerce.number().int().min(10).max(2000).optional().meta({ title: '周边', unit: '米' }),
  }),
  output: z.object({
    at: titled.words('查证时间'),
    metres: titled.count('周边', '米'),
    rows: z
      .array(
        z.object({
          id: idHere,
          metres: z.number().nullable().meta({ title: '距离', unit: '米' }),
          isInside: titled.flag('在许可范围内'),
          ...otherHere,
        }),
      )
      .meta({ title: '有效许可' }),
  }),
})
export const plateRoute = route({
  method: 'GET',
  path: '/permits/plates/:plate',
  zh: '路检:此车此刻许可什么',
  permission: 'permits.certificate.read',
  tag,
  sheet: { menu: '审批监管', of: 'permits.truck', with: 'plate', column: 'plate' },
  input: z.object({ plate: z.string().max(10).meta({ title: '号牌' }) }),
  output: z.object({
    verdict: titled.words('结论'),
    truck: z
      .object({
        plate: z.string(),
        haulerName: titled.words('企业'),
        haulerCode: titled.words('企业信用代码'),
        state: titled.like('permits.truck.state'),
        isNewType: titled.flag('新型环保渣土车'),
        hasSafetySystem: titled.flag('主动安全系统正常'),
      })
      .nullable()
      .meta({ title: '车辆名录' }),
    rows: z.array(z.object(heldHere)).meta({ title: '现行许可' }),
  }),
})
const version = z.object({
  edition: titled.number('版本'),
  name: titled.words('事项名称'),
  validFrom: titled.day('生效日期'),
  promisedDays: titled.count('承诺期限', '工作日'),
  legalDays: titled.count('法定期限', '工作日'),
  documents: titled.list('要件'),
  steps: titled.list('环节'),
  canCommit: titled.flag('告知承诺'),
  canDefer: titled.flag('容缺后补'),
  isOnline: titled.flag('全程网办'),
})
export const compareRoute = route({
  method: 'GET',
  path: '/permits/items/:code/compare',
  zh: '事项版本比较:减了什么',
  permission: 'permits.item.read',
  tag,
  sheet: { menu: '审批事项', of: 'permits.item', with: 'code', column: 'code' },
  input: z.object({
    code: z.string().meta({ title: '事项', code: 'permits.item.code' }),
    from: z.coerce.number().int().optional().meta({ title: '旧版本', help: '不填为上一版' }),
    to: z.coerce.number().int().optional().meta({ title: '新版本', help: '不填为最新一版' }),
  }),
  output: z.object({
    code: z.string(),
    text: titled.long('比较'),
    cutDays: titled.count('承诺期限压缩', '工作日'),
    cutDocuments: titled.list('减去的要件'),
    addedDocuments: titled.list('增加的要件'),
    cutSteps: titled.list('减去的环节'),
    from: version.meta({ title: '旧版本' }),
    to: version.meta({ title: '新版本' }),
  }),
})
const period = z.object(titled.period)
export const promisedRoute = route({
  method: 'GET',
  path: '/permits/promised-actual',
  zh: '承诺与实际:各事项',
  permission: 'permits.application.read',
  tag,
  sheet: { menu: '审批监管' },
  input: period,
  output: z.object({
    rows: z
      .array(
        z.object({
          code: titled.words('事项编码'),
          name: titled.words('事项'),
          kind: z.string(),
          decided: titled.count('办出'),
          legalDays: titled.count('法定', '工作日'),
          promisedDays: titled.count('承诺', '工作日'),
          actualDays: z.number().meta({ title: '实际平均', unit: '工作日', decimals: 2 }),
          longest: titled.count('最长', '工作日'),
          inPromise: titled.count('承诺期内'),
          late: titled.count('超法定期限'),
        }),
      )
      .meta({ title: '各事项' }),
  }),
})
export const windowRoute = route({
  method: 'GET',
  path: '/permits/window',
  zh: '窗口统计:受理、办结、办结率(截止日期)',
  permission: 'permits.application.read',
  tag,
  sheet: { menu: '政务窗口' },
  input: period.extend({ cutOff: day.meta({ title: '办结截至' }) }),
  output: z.object({
    text: titled.long('统计口径'),
    cutOff: z.string(),
    accepted: titled.count('受理'),
    finished: titled.count('办结'),
    rate: titled.percent('办结率'),
    items: z
      .array(z.object({ name: titled.words('事项'), accepted: titled.count('受理'), finished: titled.count('办结') }))
      .meta({ title: '各事项' }),
  }),
})
export const nodesRoute = route({
  method: 'GET',
  path: '/permits/filings/:id/nodes',
  zh: '一体化备案工作节点',
  permission: 'permits.filing.read',
  tag,
  sheet: { of: 'permits.filing' },
  input: z.object({ id: titled.about('一体化备案', 'permits.filing') }),
  output: z.object({
    nodes: z
      .array(
        z.object({
          id: titled.row('分项', 'permits.filing-part'),
          number: z.string(),
          part: z.enum(Object.keys(partKinds)),
          partZh: titled.words('部分'),
          status: titled.like('permits.filing-part.status'),
          rounds: titled.count('审核', '轮'),
          dueAt: z.date().nullable().meta({ title: '审核期限' }),
          reviewedAt: z.date().nullable().meta({ title: '审核时间' }),
          opinion: titled.maybe('审核意见'),
        }),
      )
      .meta({ title: '各部分节点' }),
  }),
})
export const topicsRoute = route({
  method: 'GET',
  path: '/permits/consultations/topics',
  zh: '高频咨询主题',
  permission: 'permits.consultation.read',
  tag,
  sheet: { menu: '政务窗口' },
  input: z.object({}),
  output: z.object({
    days: titled.count('统计近', '天'),
    least: titled.count('高频线', '人次'),
    rows: z
      .array(
        z.object({
          topic: titled.words('主题'),
          people: titled.count('咨询', '人次'),
          times: titled.count('登记', '次'),
          isFrequent: titled.flag('高频'),
        }),
      )
      .meta({ title: '各主题' }),
  }),
})
export const publishRoute = route({
  method: 'POST',
  path: '/permits/consultations/publish',
  zh: '高频咨询发布为解答',
  permission: 'permits.faq.write',
  tag,
  sheet: { menu: '政务窗口', of: 'permits.consultation', with: 'topic', column: 'topic', button: '发布' },
  input: z.object({
    topic: z.string().max(60).meta({ title: '主题', help: '与咨询登记的主题一致;够高频线才能发布' }),
    question: z.string().min(2).max(200).meta({ title: '问题' }),
    answer: z.string().min(2).max(2000).meta({ title: '解答', isLong: true }),
  }),
  output: z.object({ id: titled.row('解答', 'permits.faq'), askedBefore: titled.count('此前咨询', '人次') }),
})

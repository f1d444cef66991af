/** 违法建设、户外广告阵地、企业、行政村、标准规范: base registers that trades will work upon. */
import { z } from 'zod'
import {
  choice,
  date,
  dayText,
  fact,
  files,
  first,
  flag,
  integer,
  list,
  longText,
  number,
  one,
  photos,
  procedure,
  ref,
  refuse,
  register,
  say,
  text,
} from '#kernel'

export const illegalBuilding = register('grid.illegal-building', {
  zh: '违法建设',
  menu: '台账',
  geometry: 'Point',
  fields: {
    code: text('编号', { maxLength: 30 }).unique().searchable(),
    address: text('位置').searchable(),
    compound: ref('所在小区', 'grid.compound').optional(),
    areaM2: number('违建面积', { unit: '㎡', min: 0.01 }),
    age: choice('类别', { new: '新增', stock: '存量' }),
    kind: choice('形态', {
      roof: '屋顶加建',
      yard: '庭院搭建',
      stall: '占道亭棚',
      factory: '厂棚',
      basement: '地下开挖',
      other: '其他',
    }),
    owner: text('当事人', { maxLength: 50 }).personal('name').optional(),
    foundVia: choice('发现途径', { patrol: '巡查', report: '举报', satellite: '卫星图斑', drone: '无人机', census: '普查' }),
    risk: choice('安全风险', { none: '无', low: '一般', high: '重大' }),
    state: choice('状态', { standing: '在册', stopped: '已停工', ordered: '限期拆除', removed: '已拆除', legalised: '补办手续' }),
    removedOn: date('拆除日期').optional(),
    photos: photos(0).optional(),
  },
  checks: { removed: { sql: "(state = 'removed') = (removed_on is not null)", zh: '已拆除的须填拆除日期,未拆除的不得填' } },
})
export const adSite = register('grid.ad-site', {
  zh: '户外广告阵地',
  menu: '台账',
  geometry: 'Point',
  fields: {
    code: text('编号', { maxLength: 30 }).unique().searchable(),
    address: text('位置').searchable(),
    form: choice('形式', { column: '立柱', roof: '楼顶', wall: '墙面', screen: '电子屏', booth: '候车亭', sign: '店招' }),
    widthM: number('宽', { unit: 'm', min: 0 }),
    heightM: number('高', { unit: 'm', min: 0 }),
    structure: text('结构', { maxLength: 60 }).optional(),
    owner: text('设置人', { maxLength: 100 }).searchable(),
    permit: text('许可文号', { maxLength: 60 }).optional(),
    expiresOn: date('许可到期').optional(),
    insuredUntil: date('保险到期').optional(),
    inspectedOn: date('最近安全检测').optional(),
    inspection: choice('检测结论', { pass: '合格', fix: '限期整改', fail: '不合格' }).optional(),
    state: choice('状态', { listed: '在册', rectifying: '整改', removed: '拆除' }),
  },
})
export const industries = {
  cleaning: '保洁',
  muck: '渣土运输',
  garden: '绿化施工养护',
  washing: '清洗',
  bikes: '共享单车',
  gas: '燃气',
  kitchen: '餐厨收运',
  bot: 'BOT项目',
  property: '物业',
  ads: '广告',
} as const
export const enterprise = register('grid.enterprise', {
  zh: '企业',
  menu: '台账',
  fields: {
    name: text('企业名称', { maxLength: 100 }).unique().searchable(),
    uscc: text('统一社会信用代码', {
      maxLength: 18,
      pattern: { source: '^[0-9A-HJ-NP-RTUWXY]{18}$', zh: '统一社会信用代码应为18位' },
    })
      .unique()
      .searchable(),
    industry: choice('行业', industries),
    licence: text('行业许可', { maxLength: 60 }).optional(),
    licenceUntil: date('许可到期').optional(),
    contract: text('合同', { maxLength: 100 }).optional(),
    contractUntil: date('合同到期').optional(),
    vehicles: integer('车辆', { unit: '辆', min: 0 }),
    staff: integer('人员', { unit: '人', min: 0 }),
    safetyOfficer: text('安全负责人', { maxLength: 50 }).optional(),
    isOperating: flag('正常经营'),
  },
})
export const village = register('grid.village', {
  zh: '行政村(湾组)',
  menu: '台账',
  fields: {
    name: text('名称', { maxLength: 60 }).searchable(),
    town: text('乡镇', { maxLength: 60 }),
    level: choice('层级', { village: '行政村', group: '湾组' }),
    parent: ref('所属行政村', 'grid.village').optional(),
    households: integer('户数', { unit: '户', min: 0 }),
    collection: choice('收运模式', { direct: '户集直运', points: '村收镇运', self: '自行处理' }),
    isSorting: flag('已开展分类'),
    title: choice('示范称号', { none: '无', town: '镇级示范', county: '县级示范', city: '市级示范' }),
  },
  uniqueTogether: [['town', 'name']],
  checks: { parent: { sql: "level = 'village' or parent is not null", zh: '湾组须选所属行政村' } },
  refuses: async (row, { tx }) => {
    if (!row.parent) return undefined
    if (row.level === 'village') return '行政村没有所属行政村'
    const parent = await one<{ level: string; town: string }>(
      tx,
      'select level, town from grid.village where id = $1 and retired_at is null',
      [row.parent],
    )
    if (parent?.level !== 'village') return '所属行政村须是一个行政村'
    return parent.town === row.town ? undefined : `所属行政村在${parent.town},与填写的乡镇不一致`
  },
})
export const standardItem = register('grid.standard-item', {
  zh: '标准检查项',
  menu: '标准',
  fields: {
    standard: ref('标准', 'grid.standard'),
    clause: text('条款', { maxLength: 30 }),
    item: text('检查项', { maxLength: 200 }).searchable(),
    score: number('分值', { min: 0, max: 100 }),
  },
  title: 'item',
  help: '检查细则可引用这里的条款,检查时就写明出自哪一条',
  uniqueTogether: [['standard', 'clause', 'item']],
  refuses: async (row, { tx }) => {
    const standard = await one<{ status: string }>(tx, 'select status from grid.standard where id = $1', [row.standard])
    return standard?.status === 'abandoned' || standard?.status === 'replaced' ? '该标准已终止或被替代,不能再列检查项' : undefined
  },
})
const isRefused = (rule: string) => refuse('kernel.check', { rule })
/** Inside this domain: a new edition takes the place of the one it replaces. */
export const standardPublished = fact('grid.standard-published', '标准规范发布', z.object({ replaces: z.string() }))
const textOf = (given: readonly string[] | null | undefined, known: readonly string[] | null): readonly string[] =>
  given?.length ? given : (known ?? [])
/** 标准规范: drafted, sent for review, published with version and scope, replaced by its next version. */
export const standard = procedure('grid.standard', {
  zh: '标准规范',
  menu: '标准',
  numbering: { prefix: 'BZ', per: 'year', digits: 3 },
  title: 'name',
  fields: {
    name: text('名称', { maxLength: 120 }).searchable(),
    edition: text('版本', { maxLength: 20 }),
    scope: longText('适用范围', { maxLength: 1000 }),
    document: text('发布文号', { maxLength: 60 }).optional(),
    publishedOn: date('发布日期').optional(),
    replaces: ref('替代', 'grid.standard').optional(),
    changes: list('修改点').optional(),
    text: files(0, '标准文本').optional(),
  },
  uniqueTogether: [['name', 'edition']],
  statuses: {
    planned: { zh: '编制', duty: 'grid.standard.manage', taskZh: '编制中标准' },
    draft: { zh: '草案', duty: 'grid.standard.manage', taskZh: '待送审标准' },
    review: { zh: '送审', duty: 'grid.standard.manage', taskZh: '待发布标准' },
    published: { zh: '发布', kind: 'final' },
    replaced: { zh: '已被替代', kind: 'final' },
    abandoned: { zh: '终止', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '立项编制',
    from: 'new',
    to: 'planned',
    by: 'grid.standard.manage',
    form: {
      name: text('名称', { maxLength: 120 }),
      edition: text('版本', { maxLength: 20 }),
      scope: longText('适用范围', { maxLength: 1000 }),
      replaces: ref('替代', 'grid.standard').optional(),
    },
    look: async ({ tx, input }) =>
      input.replaces
        ? (await one<{ status: string }>(tx, 'select status from grid.standard where id = $1', [input.replaces]))?.status
        : 'published',
    check: ({ found }) => (found === 'published' ? undefined : isRefused('只能替代已发布的标准')),
  }),
  draft: action({
    zh: '形成草案',
    from: 'planned',
    to: 'draft',
    by: 'grid.standard.manage',
    tone: 'primary',
    form: { changes: list('修改点').optional(), text: files(0, '草案文本').optional() },
    effects: ({ input }) => ({ set: { changes: input.changes ?? null, text: input.text ?? null } }),
  }),
  revise: action({
    zh: '修改草案',
    from: 'draft',
    to: 'same',
    by: 'grid.standard.manage',
    form: { scope: longText('适用范围', { maxLength: 1000 }), changes: list('修改点').optional(), text: files(1, '草案文本') },
    effects: ({ input }) => ({ set: { scope: input.scope, changes: input.changes ?? null, text: input.text } }),
  }),
  submit: action({ zh: '送审', from: 'draft', to: 'review', by: 'grid.standard.manage', tone: 'primary' }),
  sendBack: action({
    zh: '退回修改',
    from: 'review',
    to: 'draft',
    by: 'grid.standard.approve',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
  }),
  publish: action({
    zh: '发布',
    from: 'review',
    to: 'published',
    by: 'grid.standard.approve',
    tone: 'primary',
    form: {
      document: text('发布文号', { maxLength: 60 }),
      publishedOn: date('发布日期'),
      text: files(0, '发布文本(不传则用草案文本)').optional(),
    },
    check: ({ subject, input, now }) =>
      first(
        input.publishedOn > dayText(now) ? isRefused('发布日期不能晚于今天') : undefined,
        textOf(input.text, subject.text).length === 0 ? isRefused('请附标准文本') : undefined,
      ),
    effects: ({ subject, input }) => ({
      set: { document: input.document, publishedOn: input.publishedOn, text: textOf(input.text, subject.text) },
      facts: subject.replaces ? [say(standardPublished, { replaces: subject.replaces })] : [],
    }),
  }),
  supersede: action({
    zh: '被新版替代',
    from: 'published',
    to: 'replaced',
    by: 'system',
    help: '新版发布之日起,旧版不再作为检查依据。',
  }),
  abandon: action({
    zh: '终止',
    from: ['planned', 'draft'],
    to: 'abandoned',
    by: 'grid.standard.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
    guard: ({ subject }) => (subject.publishedOn ? refuse('kernel.check', { rule: '已发布的不能终止' }) : undefined),
  }),
}))

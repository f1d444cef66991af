/** 违法建设、户外广告阵地、企业、行政村、标准规范: base registers that trades will work upon. */
import { choice, date, flag, integer, json, longText, number, photos, procedure, ref, refuse, register, text } from '#kernel'

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
    kind: choice('形态', { roof: '屋顶加建', yard: '庭院搭建', stall: '占道亭棚', factory: '厂棚', basement: '地下开挖', other: '其他' }),
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
export const industries = { cleaning: '保洁', muck: '渣土运输', garden: '绿化施工养护', washing: '清洗', bikes: '共享单车', gas: '燃气', kitchen: '餐厨收运', bot: 'BOT项目', property: '物业', ads: '广告' } as const
export const enterprise = register('grid.enterprise', {
  zh: '企业',
  menu: '台账',
  fields: {
    name: text('企业名称', { maxLength: 100 }).unique().searchable(),
    uscc: text('统一社会信用代码', { maxLength: 18, pattern: { source: '^[0-9A-HJ-NP-RTUWXY]{18}$', zh: '统一社会信用代码应为18位' } }).unique().searchable(),
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
})
export const standardItem = register('grid.standard-item', {
  zh: '标准检查项',
  menu: '标准',
  fields: { standard: ref('标准', 'grid.standard'), clause: text('条款', { maxLength: 30 }), item: text('检查项', { maxLength: 200 }).searchable(), score: number('分值', { min: 0, max: 100 }) },
  title: 'item',
  uniqueTogether: [['standard', 'clause', 'item']],
})
/** 标准规范: drafted, sent for review, published with version and scope, replaced by its next version. */
export const standard = procedure('grid.standard', {
  zh: '标准规范',
  menu: '标准',
  numbering: { prefix: 'BZ', per: 'year', digits: 3 },
  title: 'name',
  fields: { name: text('名称', { maxLength: 120 }).searchable(), edition: text('版本', { maxLength: 20 }), scope: longText('适用范围', { maxLength: 1000 }), document: text('发布文号', { maxLength: 60 }).optional(), publishedOn: date('发布日期').optional(), replaces: ref('替代', 'grid.standard').optional(), changes: json<readonly string[]>('修改点').optional() },
  uniqueTogether: [['name', 'edition']],
  statuses: { planned: { zh: '编制', duty: 'grid.standard.manage', taskZh: '编制中标准' }, draft: { zh: '草案', duty: 'grid.standard.manage', taskZh: '待送审标准' }, review: { zh: '送审', duty: 'grid.standard.manage', taskZh: '待发布标准' }, published: { zh: '发布', kind: 'final' }, abandoned: { zh: '终止', kind: 'final' } },
}).actions((action) => ({
  plan: action({ zh: '立项编制', from: 'new', to: 'planned', by: 'grid.standard.manage', form: { name: text('名称', { maxLength: 120 }), edition: text('版本', { maxLength: 20 }), scope: longText('适用范围', { maxLength: 1000 }), replaces: ref('替代', 'grid.standard').optional() } }),
  draft: action({ zh: '形成草案', from: 'planned', to: 'draft', by: 'grid.standard.manage', tone: 'primary', form: { changes: json<readonly string[]>('修改点').optional() }, effects: ({ input }) => ({ set: { changes: input.changes ?? null } }) }),
  submit: action({ zh: '送审', from: 'draft', to: 'review', by: 'grid.standard.manage', tone: 'primary' }),
  sendBack: action({ zh: '退回修改', from: 'review', to: 'draft', by: 'grid.standard.approve', tone: 'danger', form: { reason: text('理由', { maxLength: 500 }) } }),
  publish: action({ zh: '发布', from: 'review', to: 'published', by: 'grid.standard.approve', tone: 'primary', form: { document: text('发布文号', { maxLength: 60 }), publishedOn: date('发布日期') }, effects: ({ input }) => ({ set: { document: input.document, publishedOn: input.publishedOn } }) }),
  abandon: action({ zh: '终止', from: ['planned', 'draft'], to: 'abandoned', by: 'grid.standard.manage', tone: 'danger', form: { reason: text('理由', { maxLength: 500 }) }, guard: ({ subject }) => (subject.publishedOn ? refuse('kernel.check', { rule: '已发布的不能终止' }) : undefined) }),
}))

/** Words of enforcement that screens may know. */

export const topics = {
  muck: '渣土运输',
  posting: '乱张贴乱涂写',
  frontage: '市容环卫责任制(门前三包)',
  sorting: '垃圾分类',
  foodWaste: '餐厨废弃物',
  burning: '露天焚烧',
  barbecue: '露天烧烤',
  greening: '占绿毁绿',
  obstacle: '地桩地锁锥桶',
  compound: '进小区执法',
  rail: '轨道交通控制保护区',
  revenue: '业主公共收益',
  building: '违法建设',
  occupation: '占道经营',
  advertising: '户外广告',
  noise: '噪声',
  dust: '扬尘油烟',
  gas: '燃气',
  drainage: '排水',
  road: '市政道路',
  other: '其他',
} as const
export type Topic = keyof typeof topics
export const partyKinds = { person: '公民', org: '法人或其他组织' } as const
/** How sure a stated fact is: what is from memory waits for the administrator to compare it with the text. */
export const sureness = {
  verified: '已核对法条',
  secondary: '二手来源,待核对',
  memory: '凭记忆,待核对',
  example: '示例,由本局确定',
} as const
export const tracks = { ordinary: '普通程序', simple: '简易程序', micro: '小微快办' } as const
export const contacts = { contact: '接触式', noncontact: '非接触式' } as const
/** “721”工作法: how a deed is tagged. The text gives only the number; the weights are parameters. */
export const workClasses = { service: '服务', manage: '管理', enforce: '执法' } as const
export const leadSources = {
  patrol: '巡查发现',
  complaint: '投诉举报',
  transfer: '部门移送',
  capture: '非现场采集',
  check: '检查发现',
  issue: '整改不到位',
  superior: '上级交办',
} as const
export const penaltyKinds = {
  warning: '警告',
  criticism: '通报批评',
  fine: '罚款',
  forfeit: '没收违法所得、非法财物',
  suspend: '暂扣许可证件、降低资质',
  revoke: '吊销许可证件',
  closure: '责令停产停业、关闭',
  other: '其他',
} as const
/** 行政处罚法第58条第一款: the four cases in which no decision may be made before legal review. */
export const reviewCases = {
  public: '涉及重大公共利益',
  rights: '直接关系当事人或第三人重大权益,经过听证',
  complex: '案件情况疑难复杂、涉及多个法律关系',
  other: '法律法规规定应当法制审核的其他情形',
} as const
/** 行政处罚法第30、31、33、36条. */
export const noPenaltyGrounds = {
  young: '不满十四周岁(第30条)',
  illness: '不能辨认或控制行为的精神、智力残疾人(第31条)',
  minor: '违法行为轻微并及时改正,没有造成危害后果(第33条第一款)',
  first: '初次违法且危害后果轻微并及时改正(第33条第一款)',
  blameless: '有证据足以证明没有主观过错(第33条第二款)',
  late: '超过追责时效(第36条)',
} as const
/** 行政处罚法第61条、民事诉讼法送达各条. */
export const serviceKinds = {
  direct: '直接送达',
  onSpot: '当场交付',
  left: '留置送达',
  mail: '邮寄送达',
  electronic: '电子送达',
  entrusted: '委托送达',
  notice: '公告送达',
} as const
export const recordSteps = {
  showId: '出示证件',
  investigate: '调查取证',
  seize: '查封扣押',
  notify: '处罚告知',
  hear: '听证',
  decide: '决定',
  serve: '送达',
  force: '强制执行',
} as const
export const measureKinds = {
  educate: '教育劝阻',
  order: '责令整改',
  interview: '行政约谈',
  guide: '行政指导',
  stopWork: '停工通知书',
} as const
export const campaignStates = { planned: '已部署', running: '进行中', ended: '已结束' } as const
export const grades = { A: 'A级(优)', B: 'B级(良)', C: 'C级(中)', D: 'D级(差)' } as const

/** The citizens' doors of civic life, and its sheets. */
import { z } from 'zod'
import { asked, route, sheetsOf, titled } from '#kernel/contract'

const open = { permission: 'public', tag: 'public' } as const
const phone = z.string().regex(/^1\d{10}$/, '应为11位手机号')
const code = z.string().regex(/^\d{6}$/, '验证码是6位数字')
const token = z.string().min(32).max(80)
/** Who asks: a phone with the code just sent to it, or somebody signed in. */
const proof = { phone: phone.optional(), code: code.optional(), token: token.optional() }
const number = z.string().max(40)
const town = z.string().regex(/^\d{9}$/, '请选择街道(镇)')
const photosIn = z.array(z.uuid()).max(9).optional()
const made = z.object({ number: z.string() })
const refusals = ['civic.code-wrong', 'civic.signed-out', 'civic.field', 'civic.not-yet', 'kernel.too-many'] as const
const mine = ['civic.unknown', 'civic.not-yet', 'kernel.too-many'] as const
const get = <I extends z.ZodRawShape, O extends z.ZodRawShape>(path: string, zh: string, input: I, output: O) =>
  route({ method: 'GET', path: `/public/${path}`, zh: `公众:${zh}`, ...open, input: z.object(input), output: z.object(output) })
const post = <I extends z.ZodRawShape, O extends z.ZodRawShape>(
  path: string,
  zh: string,
  input: I,
  output: z.ZodObject<O>,
  refused: readonly string[] = refusals,
) =>
  route({
    method: 'POST',
    path: `/public/${path}`,
    zh: `公众:${zh}`,
    ...open,
    input: z.object(input),
    output,
    refusals: [...refused],
  })

export const codeRoute = post(
  'account/code',
  '发送手机验证码',
  { phone, purpose: z.string().min(2).max(20) },
  z.object({ minutes: z.number() }),
)
export const loginRoute = post(
  'account/login',
  '手机登录(首次即开通),客户端、小程序、网页同一账号',
  { phone, code, client: z.enum(['app', 'mini', 'web']), name: z.string().min(1).max(20).optional() },
  z.object({ token, name: z.string(), phone: z.string() }),
)
const told = z.object({ at: z.date(), number: z.string(), receipt: z.string(), zh: z.string(), isNew: z.boolean() })
export const accountRoute = post(
  'account/me',
  '我的账号:所报、消息',
  { token },
  z.object({
    name: z.string(),
    phone: z.string(),
    reports: z.array(z.object({ receipt: z.string(), number: z.string(), what: z.string(), statusZh: z.string(), at: z.date() })),
    messages: z.array(told),
    unread: z.number(),
  }),
)
export const claimRoute = post(
  'account/claim',
  '把本机的回执记到账号',
  { token, receipts: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(200) },
  z.object({ added: z.number() }),
)
export const readRoute = post('account/read', '消息已读', { token }, z.object({ ok: z.boolean() }))
export const logoutRoute = post('account/logout', '退出登录', { token }, z.object({ ok: z.boolean() }))
export const townsRoute = get('towns', '街道(镇)名单', {}, { towns: z.array(z.object({ code: z.string(), name: z.string() })) })

export const appsRoute = get(
  'apps',
  '服务入口',
  {},
  {
    apps: z.array(z.object({ code: z.string(), name: z.string(), kind: z.string(), target: z.string(), icon: z.string() })),
  },
)
export const appOpenRoute = post(
  'apps/:code/open',
  '打开服务入口(计数)',
  { code: z.string().max(30) },
  z.object({ target: z.string() }),
  ['kernel.not-found', 'kernel.too-many'],
)
const shortNews = { number: z.string(), title: z.string(), kind: z.string(), publishedAt: z.date(), reads: z.number() }
export const newsListRoute = get('news', '信息发布', { town: town.optional() }, { news: z.array(z.object(shortNews)) })
export const newsOneRoute = get('news/:number', '一条信息(记一次阅读)', { number }, { ...shortNews, body: z.string() })
export const noticesRoute = get(
  'notices',
  '便民信息',
  { town: town.optional(), kind: z.string().max(20).optional() },
  {
    notices: z.array(
      z.object({
        number: z.string(),
        kind: z.string(),
        title: z.string(),
        words: z.string(),
        phone: z.string(),
        town: z.string(),
        until: z.string(),
      }),
    ),
  },
)
export const noticePostRoute = post(
  'notices',
  '发布便民信息',
  { ...proof, kind: z.string(), title: z.string().min(2).max(40), words: z.string().min(4).max(500), town, photos: photosIn },
  made,
)
export const noticeEndRoute = post('notices/:number/withdraw', '撤下便民信息', { number, ...proof }, made, [...refusals, ...mine])
export const lawyersRoute = get(
  'law',
  '法律工作室:律师、已约时段、公开案例',
  {},
  {
    lawyers: z.array(z.object({ id: z.string(), name: z.string(), firm: z.string(), topics: z.string() })),
    taken: z.array(z.object({ lawyer: z.string(), on: z.string(), slot: z.string() })),
    cases: z.array(z.object({ number: z.string(), topic: z.string(), text: z.string() })),
  },
)
export const askRoute = post(
  'law',
  '法律咨询(预约)',
  {
    ...proof,
    way: z.enum(['written', 'booked']),
    topic: z.string(),
    question: z.string().min(4).max(2000),
    name: z.string().min(1).max(20),
    lawyer: z.uuid().optional(),
    bookedOn: z.iso.date().optional(),
    slot: z.string().optional(),
  },
  made,
)
export const consultRoute = post(
  'law/:number',
  '我的咨询',
  { number, phone },
  z.object({ number: z.string(), statusZh: z.string(), answer: z.string().nullable(), stars: z.number().nullable() }),
  mine,
)
export const consultRateRoute = post(
  'law/:number/rate',
  '评价咨询',
  { number, phone, stars: z.number().int().min(1).max(5) },
  made,
  mine,
)
export const decisionsRoute = get(
  'decisions',
  '公众议事',
  {},
  {
    decisions: z.array(
      z.object({
        number: z.string(),
        title: z.string(),
        background: z.string(),
        options: z.array(z.object({ name: z.string(), votes: z.number() })),
        step: z.enum(['open', 'weighing', 'decided', 'carried', 'closed']),
        toOn: z.string(),
        heardOn: z.string().nullable(),
        hearing: z.string().nullable(),
        hearers: z.number(),
        result: z.string().nullable(),
        adopted: z.number().nullable(),
        refused: z.number().nullable(),
        progress: z.string().nullable(),
        marks: z.number(),
        goodMarks: z.number(),
        rounds: z.number(),
        voices: z.number(),
        answers: z.array(z.object({ words: z.string(), isAdopted: z.boolean(), answer: z.string() })),
      }),
    ),
  },
)
export const voiceRoute = post(
  'decisions/:number/voices',
  '表达意见、投票',
  { number, ...proof, vote: z.string().optional(), words: z.string().max(1000).optional() },
  made,
)
export const markRoute = post('decisions/:number/mark', '评议实施结果', { number, ...proof, isGood: z.boolean() }, made)
export const eventsRoute = get(
  'events',
  '公众活动',
  {},
  {
    events: z.array(
      z.object({
        number: z.string(),
        kind: z.string(),
        name: z.string(),
        place: z.string(),
        host: z.string(),
        startsAt: z.date(),
        endsAt: z.date(),
        left: z.number(),
      }),
    ),
  },
)
export const signRoute = post('events/:number/sign', '报名', { number, ...proof, name: z.string().min(1).max(20) }, made)
export const signedRoute = post(
  'attendance/:number',
  '我的报名',
  { number, phone },
  z.object({ number: z.string(), statusZh: z.string(), event: z.string(), stars: z.number().nullable() }),
  mine,
)
export const signedStepRoute = post(
  'attendance/:number/:action',
  '取消报名、评分与感想',
  {
    number,
    phone,
    action: z.enum(['cancel', 'reflect']),
    stars: z.number().int().min(1).max(5).optional(),
    words: z.string().max(1000).optional(),
  },
  made,
  mine,
)
export const requestRoute = post(
  'enterprise',
  '企业提出服务需求',
  {
    ...proof,
    enterprise: z.string().min(2).max(100),
    creditCode: z.string(),
    kind: z.string(),
    what: z.string().min(4).max(1000),
    contact: z.string().min(1).max(20),
  },
  z.object({ number: z.string(), promiseDueAt: z.date().nullable() }),
)
export const requestSeenRoute = post(
  'enterprise/:number',
  '企业看办理',
  { number, phone },
  z.object({ number: z.string(), statusZh: z.string(), answer: z.string().nullable(), verdict: z.string().nullable() }),
  mine,
)
export const requestRateRoute = post(
  'enterprise/:number/rate',
  '企业评价',
  { number, phone, verdict: z.enum(['good', 'plain', 'bad']) },
  made,
  mine,
)

const { table } = titled
const sheet = sheetsOf('civic')
export const usageRoute = sheet('usage', '服务入口使用', 'civic.app.read', '公众服务', titled.period, {
  rows: table('入口', {
    app: titled.row('入口', 'civic.app'),
    kind: titled.like('civic.app.kind'),
    isOn: titled.flag('开通'),
    opens: titled.count('打开', '次'),
  }),
  missing: z.array(z.string()).meta({ title: '八个入口中没有开通的' }),
})
export const monthRoute = sheet(
  'requests',
  '涉企服务月清单',
  'civic.request.read',
  '公众服务',
  {
    month: asked.month,
  },
  {
    received: titled.count('收到', '件'),
    answered: titled.count('已答复', '件'),
    inTime: titled.percent('按承诺答复率'),
    pleased: titled.percent('满意率(满意与基本满意÷已评价)'),
    rows: table('清单', {
      request: titled.row('需求', 'civic.request'),
      kind: titled.like('civic.request.kind'),
      what: titled.words('内容'),
      status: titled.like('civic.request.status'),
      verdict: titled.like('civic.request.verdict'),
      isLate: titled.flag('超过承诺'),
    }),
  },
)
export const surveysRoute = sheet(
  'surveys',
  '满意度:上级与本局调查对照',
  'civic.outer-survey.read',
  '公众服务',
  {},
  {
    rows: table('逐年', {
      year: titled.count('年度', '年'),
      topic: titled.words('上级调查'),
      percent: titled.percent('上级公布满意率'),
      rank: titled.words('名次'),
      before: z.number().nullable().meta({ title: '较上年', unit: '个百分点', decimals: 2 }),
      own: titled.percent('本局调查满意率'),
      answers: titled.count('本局样本', '份'),
      gap: z.number().nullable().meta({ title: '上级-本局', unit: '个百分点', decimals: 2 }),
    }),
  },
)
export const agreementsRoute = sheet(
  'agreements',
  '共同缔造协议任务',
  'civic.household.read',
  '公众参与',
  { year: asked.year },
  {
    rows: table('村(社区)', {
      village: titled.words('村(社区)'),
      target: titled.count('任务', '户'),
      listed: titled.count('对象户', '户'),
      signed: titled.count('已签协议', '户'),
      percent: titled.percent('完成'),
      givenDays: titled.count('投工', '工日'),
      givenYuan: titled.count('出资', '元'),
    }),
  },
)

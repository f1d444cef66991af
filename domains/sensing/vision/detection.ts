/**
 * 识别问题: what an outside box saw. Told to the shop → put right by itself → verified; or 再学习 (a false positive, labelled, into the
 * data set and out of the denominator); or a case when nobody acts in time.
 */
import { problemFound } from '#catalogue/facts.ts'
import { choice, dayText, instant, longText, number, photos, procedure, raw, ref, refuse, say, text } from '#kernel'
import { labels, type Scene, scenesZh } from './words.ts'

const seen = {
  camera: ref('摄像头', 'sensing.camera'),
  cameraNumber: text('摄像头编号', { maxLength: 40 }).searchable(),
  road: text('道路', { maxLength: 60 }).searchable(),
  scene: choice('场景', scenesZh),
  confidence: number('置信度', { min: 0, max: 1 }),
  seenAt: instant('发现时间'),
  modelVersion: text('模型版本', { maxLength: 40 }),
  picture: photos(1, '识别图片'),
  shopName: text('商户', { maxLength: 80 }).optional(),
} as const
interface SceneRow {
  readonly least: number
  readonly sure: number
  readonly fixHours: number
  readonly categoryKind: 'component' | 'matter' | null
  readonly category: string | null
}
interface ShopRow {
  readonly id: string
  readonly name: string
  readonly phone: string | null
}
type Told = { readonly id: string; readonly number: string; readonly scene: Scene; readonly cameraNumber: string }
const tell = (d: Told, code: string, shop: ShopRow | null | undefined, fixHours: number, now: Date) => ({
  clocks: [{ clock: 'fix' as const, do: 'start' as const, dueAt: new Date(now.getTime() + fixHours * 3_600_000) }],
  timers: [{ name: 'fix', at: new Date(now.getTime() + fixHours * 3_600_000), action: 'timeout' }],
  messages: shop?.phone
    ? [
        {
          channel: 'sms' as const,
          recipient: shop.phone,
          body: `【门前三包】${shop.name}:发现${scenesZh[d.scene]},请在${fixHours}小时内自行整改,编号${d.number},回复码${code}`,
        },
      ]
    : [],
})
type CaseOf = Told & {
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
  readonly shopName: string | null
  readonly picture: readonly string[]
  readonly categoryKind: 'component' | 'matter' | null
  readonly category: string | null
}
const caseFact = (d: CaseOf) =>
  say(problemFound, {
    source: 'video',
    sourceType: 'sensing.detection',
    sourceId: d.id,
    description: `视频识别:${scenesZh[d.scene]}${d.shopName ? `(${d.shopName})` : ''},摄像头${d.cameraNumber}`,
    categoryKind: d.categoryKind,
    category: d.category,
    lon: d.lon,
    lat: d.lat,
    areaCode: d.areaCode,
    photos: [...d.picture],
    isUrgent: false,
  })
const stopped = {
  clocks: [{ clock: 'fix', do: 'stop' }] as const,
  timers: [{ name: 'fix', at: null, action: 'timeout' }] as const,
}

export const detection = procedure('sensing.detection', {
  zh: '视频识别问题',
  menu: '视频识别',
  title: 'scene',
  numbering: { prefix: 'SB', per: 'day', digits: 5 },
  help: '再学习(误报)的不计入问题总数;低于置信度下限的只留存。',
  fields: {
    ...seen,
    shop: ref('责任商户', 'sensing.shop-in-view').optional(),
    shopPhone: text('商户电话', { maxLength: 20 }).personal('phone').optional(),
    fixHours: number('整改时限', { unit: '小时' }).optional(),
    categoryKind: choice('案件大类', { component: '部件', matter: '事件' }).optional(),
    category: text('案件类别代码', { maxLength: 20 }).optional(),
    reviewedAt: instant('复核时间').optional(),
    fixDueAt: instant('整改期限').optional(),
    fixedAt: instant('整改时间').optional(),
    fixNote: text('整改说明', { maxLength: 300 }).optional(),
    fixPhotos: photos(0, '核实照片').optional(),
    label: choice('误报标注', labels).optional(),
    labelNote: text('标注说明', { maxLength: 300 }).optional(),
  },
  clocks: { fix: { zh: '自行整改', limit: { value: 4, unit: 'urgent_hour' } } },
  mirror: { fix: { dueAt: 'fixDueAt', stoppedAt: 'fixedAt' } },
  statuses: {
    low: { zh: '低于置信度下限', kind: 'final' },
    pending: { zh: '待复核', duty: 'sensing.review', taskZh: '识别问题待人工复核' },
    told: { zh: '已告知商户' },
    fixed: { zh: '商户已整改,待核实', duty: 'sensing.review', taskZh: '自行整改待核实' },
    done: { zh: '自行整改', kind: 'final' },
    relearn: { zh: '再学习(误报)', kind: 'final' },
    sent: { zh: '已转案件', kind: 'final' },
  },
}).actions((action) => ({
  detect: action({
    zh: '识别上报',
    from: 'new',
    by: 'system',
    form: seen,
    look: async ({ tx, input, now }) => {
      const scenes = await raw<SceneRow>(
        tx,
        `select least::float8 as least, sure::float8 as sure, fix_hours as "fixHours", category_kind as "categoryKind", category from sensing.scene
         where kind = $1 and is_on and retired_at is null and valid_from <= $2::date and (valid_to is null or valid_to > $2::date) order by valid_from desc limit 1`,
        [input.scene, dayText(now)],
      )
      const shops = input.shopName
        ? await raw<ShopRow>(
            tx,
            'select id, name, phone from sensing.shop_in_view where camera = $1 and name = $2 and retired_at is null',
            [input.camera, input.shopName],
          )
        : undefined
      return { scene: scenes.rows[0], shop: shops?.rows[0] }
    },
    to: ({ input, found }) => {
      if (!found.scene || input.confidence < found.scene.least) return 'low'
      return input.confidence >= found.scene.sure && found.shop ? 'told' : 'pending'
    },
    effects: ({ subject, input, found, now, code }) => {
      const { scene, shop } = found
      const isTold = scene !== undefined && shop !== undefined && input.confidence >= scene.sure
      return {
        set: {
          shop: shop?.id ?? null,
          shopPhone: shop?.phone ?? null,
          fixHours: scene?.fixHours ?? null,
          categoryKind: scene?.categoryKind ?? null,
          category: scene?.category ?? null,
        },
        ...(isTold ? tell(subject, code(), shop, scene.fixHours, now) : {}),
      }
    },
  }),
  confirm: action({
    zh: '属实,告知商户',
    from: 'pending',
    to: 'told',
    by: 'sensing.review',
    tone: 'primary',
    isBulk: true,
    check: ({ subject }) => (subject.shop ? undefined : refuse('sensing.field', { why: '没有责任商户,请转案件' })),
    effects: ({ subject, now, code }) => ({
      set: { reviewedAt: now.toISOString() },
      ...tell(
        subject,
        code(),
        subject.shop ? { id: subject.shop, name: subject.shopName ?? '', phone: subject.shopPhone } : null,
        subject.fixHours ?? 4,
        now,
      ),
    }),
  }),
  selfFix: action({
    zh: '商户回复已整改',
    from: 'told',
    to: 'fixed',
    by: 'public',
    form: { code: text('回复码', { maxLength: 6 }), fixNote: text('整改说明', { maxLength: 300 }) },
    check: ({ input, code }) => (input.code === code() ? undefined : refuse('sensing.field', { why: '回复码不对' })),
    effects: ({ input }) => ({ ...stopped, set: { fixNote: input.fixNote } }),
  }),
  seenFixed: action({
    zh: '现场看到已整改',
    from: 'told',
    to: 'fixed',
    by: 'sensing.review',
    form: { fixNote: text('整改说明', { maxLength: 300 }) },
    effects: ({ input }) => ({ ...stopped, set: { fixNote: input.fixNote } }),
  }),
  verify: action({
    zh: '核实整改',
    from: 'fixed',
    to: 'done',
    by: 'sensing.review',
    tone: 'primary',
    isBulk: true,
    form: { fixPhotos: photos(1, '核实照片') },
    effects: ({ input, now }) => ({ set: { fixPhotos: input.fixPhotos, reviewedAt: now.toISOString() } }),
  }),
  redo: action({
    zh: '未改好,再告知',
    from: 'fixed',
    to: 'told',
    by: 'sensing.review',
    tone: 'danger',
    effects: ({ subject, now, code }) =>
      tell(
        subject,
        code(),
        subject.shop ? { id: subject.shop, name: subject.shopName ?? '', phone: subject.shopPhone } : null,
        subject.fixHours ?? 4,
        now,
      ),
  }),
  relearn: action({
    zh: '误报,再学习',
    from: ['pending', 'told', 'fixed'],
    to: 'relearn',
    by: 'sensing.review',
    isBulk: true,
    help: '图片连同标注进入样本集,不再计入问题总数',
    form: { label: choice('实为', labels), labelNote: text('说明', { maxLength: 300 }).optional() },
    check: ({ input }) =>
      input.label === 'other' && !input.labelNote ? refuse('sensing.field', { why: '类别判错的须写明实际类别' }) : undefined,
    effects: ({ input, now }) => ({
      set: { label: input.label, labelNote: input.labelNote ?? null, reviewedAt: now.toISOString() },
      clocks: [{ clock: 'fix', do: 'cancel' }],
      timers: stopped.timers,
    }),
  }),
  dispatch: action({
    zh: '转案件处置',
    from: ['pending', 'told', 'fixed'],
    to: 'sent',
    by: 'sensing.review',
    tone: 'danger',
    form: { labelNote: longText('说明', { maxLength: 300 }).optional() },
    effects: ({ subject, now }) => ({
      set: { reviewedAt: now.toISOString() },
      clocks: [{ clock: 'fix', do: 'cancel' }],
      timers: stopped.timers,
      facts: [caseFact(subject)],
    }),
  }),
  timeout: action({
    zh: '逾期未整改,转案件',
    from: 'told',
    to: 'sent',
    by: 'system',
    effects: ({ subject }) => ({ facts: [caseFact(subject)] }),
  }),
}))

/**
 * 小广告取证与清理: a photo is taken, the number on it is read by the machine, a person corrects what is not sure (both readings are
 * kept), the numbers go to their own files, the flyer is cleaned. 乱张贴 and 乱涂写 are counted apart.
 */
import type { Transaction } from 'kysely'
import {
  choice,
  dayOf,
  flag,
  instant,
  integer,
  list,
  longText,
  number,
  photos,
  procedure,
  raw,
  ref,
  refuse,
  rows,
  say,
  text,
} from '#kernel'
import { first } from '../../penalty/shared.ts'
import { flyerNumbered, flyerTaken } from './facts.ts'
import { parsePhone, phoneKinds } from './phone.ts'

export const flyerKinds = { paste: '乱张贴', paint: '乱涂写', hand: '散发' } as const
const form = {
  kind: choice('形式', flyerKinds),
  address: text('地点', { maxLength: 200 }).searchable(),
  sheets: integer('张数', { min: 1, max: 100_000, unit: '张' }),
  photos: photos(1, '小广告照片').help('拍清号码;平台自动识别,认不准的由人核对'),
  content: text('内容', { maxLength: 100 }).optional().searchable(),
  campaign: ref('专项行动', 'enforcement.campaign').optional(),
} as const
const line = {
  number: text('号码', { maxLength: 40 }),
  kind: choice('种类', phoneKinds).optional(),
  confidence: number('置信度', { min: 0, max: 1 }).optional(),
  isSure: flag('无需核对').optional(),
} as const
const agreedLine = { number: text('号码', { maxLength: 20 }), kind: choice('种类', phoneKinds) } as const
const linesOf = (phones: readonly string[]) =>
  phones.map((number) => ({ number, kind: parsePhone(number)?.kind ?? ('mobile' as const) }))
const verdicts = { right: '无误', wrong: '应改', none: '不是号码' } as const
const checked = {
  number: text('机器识别为', { maxLength: 40 }),
  verdict: choice('核对', verdicts),
  right: text('应为', { maxLength: 40 }).optional(),
} as const

/** Earlier flyers within the radius of a repeated place. */
const countNear = async (
  tx: Transaction<unknown>,
  of: {
    readonly id: string
    readonly lon: number | null
    readonly lat: number | null
    readonly metres: number
    readonly since: Date
  },
) => {
  if (of.lon === null) return 0
  const { rows: found } = await raw<{ n: number }>(
    tx,
    `select count(*)::int as n from enforcement.flyer where id <> $1 and created_at >= $2 and lon is not null
       and st_dwithin(geom::geography, st_setsrid(st_makepoint($3::float8, $4::float8), 4326)::geography, $5::float8)`,
    [of.id, of.since, of.lon, of.lat, of.metres],
  )
  return found[0]?.n ?? 0
}
type Flyer = {
  readonly id: string
  readonly number: string
  readonly address: string
  readonly sheets: number
  readonly createdAt: Date
  readonly areaCode: string | null
}
const sayNumbers = (flyer: Flyer, phones: readonly string[]) =>
  phones.length === 0
    ? []
    : [
        say(flyerNumbered, {
          id: flyer.id,
          number: flyer.number,
          address: flyer.address,
          sheets: flyer.sheets,
          takenAt: flyer.createdAt.toISOString(),
          areaCode: flyer.areaCode,
          phones: [...phones],
        }),
      ]
type Checked = { readonly number: string; readonly verdict: keyof typeof verdicts; readonly right?: string | null }
/** The numbers a person lets stand: those read rightly, those put right, those added. */
const agreed = (lines: readonly Checked[], more: readonly string[]): readonly string[] => {
  const kept = lines.flatMap((l) => (l.verdict === 'none' ? [] : [l.verdict === 'wrong' ? (l.right ?? '') : l.number]))
  return [...new Set([...kept, ...more].map((written) => parsePhone(written)?.number ?? written.trim()))]
}
const wrongOf = (numbers: readonly string[]) => {
  const bad = numbers.find((n) => !parsePhone(n))
  return bad === undefined
    ? undefined
    : refuse('enforcement.field', { why: bad === '' ? '核对为“应改”的请填应为的号码' : `“${bad}”不是有效的手机、座机或400号码` })
}

export const flyer = procedure('enforcement.flyer', {
  zh: '小广告取证',
  menu: '小广告治理',
  numbering: { prefix: 'XG', per: 'year', digits: 6 },
  title: 'address',
  help: '照片上的号码由平台识别;认不准、没认出或未装识图组件的由人核对。原读数与更正都留存。',
  fields: {
    ...form,
    numbers: rows('机器识别', line).optional(),
    phones: rows('确认的号码', agreedLine).optional(),
    readNote: text('识别说明', { maxLength: 200 }).optional(),
    readAt: instant('识别时间').optional(),
    corrections: rows('人工核对', checked).optional(),
    readRight: choice('机读结果', { right: '全部读对', corrected: '经人更正', unread: '未读出' }).optional(),
    earlier: integer('此前同地次数', { min: 0 }),
    isRepeated: flag('反复地点'),
    afterPhotos: photos(0, '清理后照片').optional(),
    clearedSheets: integer('清理张数', { min: 0, unit: '张' }).optional(),
    clearedM2: number('清理面积', { min: 0, unit: '㎡' }).optional(),
    clearedAt: instant('清理时间').optional(),
  },
  statuses: {
    unread: { zh: '待识别' },
    checking: { zh: '待人工核对', duty: 'enforcement.handle', taskZh: '小广告号码待核对' },
    confirmed: { zh: '号码已确认,待清理', duty: 'enforcement.handle', taskZh: '小广告待清理' },
    cleared: { zh: '已清理', kind: 'final' },
  },
}).actions((action) => ({
  take: action({
    zh: '拍照取证',
    from: 'new',
    to: 'unread',
    by: 'enforcement.handle',
    form,
    look: (ctx) => {
      const day = dayOf(ctx.kernel, ctx.subject.district, ctx.now)
      const value = (name: string) => ctx.kernel.parameters.value(ctx.subject.district, name, day)
      const { id, lon, lat } = ctx.subject
      const since = new Date(ctx.now.getTime() - value('enforcement.repeat-days') * 86_400_000)
      return countNear(ctx.tx, { id, lon, lat, metres: value('enforcement.repeat-metres'), since })
    },
    check: ({ subject }) =>
      subject.lon === null ? refuse('enforcement.field', { why: '请在地图上标出地点,用于判断反复' }) : undefined,
    effects: ({ subject, found }) => ({
      set: { earlier: found ?? 0, isRepeated: (found ?? 0) > 0 },
      facts: [say(flyerTaken, { id: subject.id })],
    }),
  }),
  read: action({
    zh: '识别号码',
    from: 'unread',
    to: ({ input }) =>
      (input.numbers ?? []).length > 0 && (input.numbers ?? []).every((n) => n.isSure) ? 'confirmed' : 'checking',
    by: 'system',
    form: { numbers: rows('机器识别', line).optional(), note: text('识别说明', { maxLength: 200 }).optional() },
    effects: ({ subject, input, now }) => {
      const numbers = input.numbers ?? []
      const isSure = numbers.length > 0 && numbers.every((n) => n.isSure)
      const phones = isSure ? numbers.map((n) => n.number) : null
      return {
        set: {
          numbers,
          readNote: input.note ?? null,
          readAt: now.toISOString(),
          phones: phones && linesOf(phones),
          readRight: isSure ? 'right' : null,
        },
        facts: sayNumbers(subject, phones ?? []),
      }
    },
  }),
  confirm: action({
    zh: '核对号码',
    from: ['checking', 'unread'],
    to: 'confirmed',
    by: 'enforcement.handle',
    tone: 'primary',
    help: '逐个核对机器读出的号码,补上没有读出的;都没有号码的直接提交。',
    form: {
      corrections: rows('逐个核对', checked, { eachOf: 'numbers' }).optional(),
      more: list('补充号码(每行一个)').optional(),
    },
    check: ({ subject, input }) => {
      const lines = input.corrections ?? []
      const unjudged = (subject.numbers ?? []).find((n) => !lines.some((l) => l.number === n.number))
      return first(
        unjudged ? refuse('enforcement.field', { why: `请核对“${unjudged.number}”` }) : undefined,
        wrongOf(agreed(lines, input.more ?? [])),
      )
    },
    effects: ({ subject, input }) => {
      const lines = input.corrections ?? []
      const phones = agreed(lines, input.more ?? [])
      const isRight = lines.length > 0 && lines.every((l) => l.verdict === 'right') && (input.more ?? []).length === 0
      const wasRead = lines.some((l) => l.verdict !== 'none')
      return {
        set: {
          corrections: lines,
          phones: linesOf(phones),
          readRight: phones.length === 0 ? null : isRight ? 'right' : wasRead ? 'corrected' : 'unread',
        },
        facts: sayNumbers(subject, phones),
      }
    },
  }),
  clear: action({
    zh: '清理完成',
    from: 'confirmed',
    to: 'cleared',
    by: 'enforcement.handle',
    tone: 'primary',
    form: {
      afterPhotos: photos(1, '清理后照片'),
      clearedSheets: integer('清理张数', { min: 0, unit: '张' }),
      clearedM2: number('清理面积', { min: 0, unit: '㎡' }).optional(),
      note: longText('说明', { maxLength: 500 }).optional(),
    },
    check: ({ input, subject }) =>
      subject.kind === 'paint' && !input.clearedM2
        ? refuse('enforcement.field', { why: '乱涂写按面积计,请填清理面积' })
        : subject.kind !== 'paint' && input.clearedSheets === 0
          ? refuse('enforcement.field', { why: '乱张贴、散发按张计,请填清理张数' })
          : undefined,
    effects: ({ input, now }) => ({
      set: {
        afterPhotos: input.afterPhotos,
        clearedSheets: input.clearedSheets,
        clearedM2: input.clearedM2 ?? null,
        clearedAt: now.toISOString(),
      },
    }),
  }),
}))

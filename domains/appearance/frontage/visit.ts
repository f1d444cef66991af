/** 门前三包检查: every line that fails becomes an issue of the shop; a green shop is spared routine checks. */
import {
  choice,
  date,
  dayText,
  first,
  flag,
  integer,
  number,
  one,
  percentOf,
  photos,
  procedure,
  ref,
  rows,
  say,
  text,
} from '#kernel'
import { checkVoided, shopChecked } from '../facts.ts'
import { notYet, why } from '../shared.ts'
import { duties, plans } from '../words.ts'

const line = {
  duty: choice('责任', duties),
  isOk: flag('合格'),
  note: text('问题', { maxLength: 200 }).optional(),
} as const
const form = {
  agreement: ref('责任书', 'appearance.agreement'),
  plan: choice('方式', plans),
  checkedOn: date('日期'),
  lines: rows('三包清单', line),
  photos: photos(1, '检查照片'),
} as const
interface Agreement {
  readonly shop: string
  readonly name: string
  readonly isExempt: boolean
  readonly grade: string | null
  readonly signedOn: string
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
export const visit = procedure('appearance.visit', {
  zh: '门前三包检查',
  menu: '门前三包',
  title: 'shopName',
  numbering: { prefix: 'MJ', per: 'day', digits: 4 },
  help: '三包逐项检查;不合格的逐条告知商户自行整改。绿色等级免于例行检查,投诉核查与抽查除外;红色必查只用于红色等级。',
  fields: {
    ...form,
    shop: ref('商户', 'grid.shop').optional(),
    shopName: text('店招', { maxLength: 80 }).searchable().optional(),
    bad: integer('不合格', { unit: '项' }).optional(),
    score: number('得分', { unit: '分' }).optional(),
  },
  statuses: { clean: { zh: '合格' }, found: { zh: '有问题' }, void: { zh: '作废', kind: 'final' } },
}).actions((action) => ({
  check: action({
    zh: '登记检查',
    from: 'new',
    by: 'appearance.check',
    form,
    look: ({ tx, input }) =>
      one<Agreement>(
        tx,
        `select shop, shop_name as name, coalesce(is_exempt, false) as "isExempt", grade, signed_on::text as "signedOn", lon, lat, area_code as "areaCode" from appearance.agreement where id = $1 and status <> 'ended'`,
        [input.agreement],
      ),
    to: ({ input }) => (input.lines.every((l) => l.isOk) ? 'clean' : 'found'),
    check: ({ input, found, now }) =>
      first(
        why(!found, '没有履行中的责任书'),
        why(input.checkedOn > dayText(now), '日期不能晚于今天'),
        why(Boolean(found) && input.checkedOn < (found?.signedOn ?? ''), `责任书${found?.signedOn}才签订`),
        why(new Set(input.lines.map((l) => l.duty)).size < Object.keys(duties).length, '三包须逐项检查'),
        why(
          input.lines.some((l) => !l.isOk && !l.note),
          '不合格的须写明问题',
        ),
        notYet(Boolean(found?.isExempt) && input.plan === 'routine', '绿色等级免于例行检查'),
        why(input.plan === 'red' && found?.grade !== 'red', '不是红色等级'),
      ),
    effects: ({ input, found, subject }) => {
      const bad = input.lines.filter((l) => !l.isOk)
      const { lon = null, lat = null, areaCode = null } = found?.areaCode ? found : subject
      return {
        set: {
          shop: found?.shop ?? null,
          shopName: found?.name ?? '',
          lon,
          lat,
          areaCode,
          bad: bad.length,
          score: percentOf(input.lines.length - bad.length, input.lines.length) ?? 0,
        },
        facts: [
          say(shopChecked, {
            source: 'visit',
            sourceId: subject.id,
            shop: found?.shop ?? '',
            agreement: input.agreement,
            on: input.checkedOn,
            photos: [...input.photos],
            items: bad.map((l, i) => ({ key: String(i), duty: l.duty, what: l.note ?? duties[l.duty] })),
            lon,
            lat,
            areaCode,
          }),
        ],
      }
    },
  }),
  discard: action({
    zh: '作废',
    from: ['clean', 'found'],
    to: 'void',
    by: 'appearance.manage',
    tone: 'danger',
    help: '由这次检查告知商户、还没有办结的问题一并作为误报撤回',
    form: { reason: text('理由', { maxLength: 200 }) },
    effects: ({ input, subject }) => ({ facts: [say(checkVoided, { sourceId: subject.id, reason: input.reason })] }),
  }),
}))

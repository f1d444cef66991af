/** 复垦复绿: a cleared site or satellite spot is tilled or planted again by a day; a photo or a later satellite image proves it. */
import { choice, date, dayText, endOf, first, instant, number, photos, procedure, ref, text } from '#kernel'
import { why } from './shared.ts'
import { restoreKinds } from './words.ts'

const form = {
  site: text('地块', { maxLength: 120 }),
  kind: choice('方式', restoreKinds),
  mu: number('应恢复', { unit: '亩', min: 0 }),
  owner: text('责任单位(人)', { maxLength: 80 }),
  dueOn: date('期限'),
} as const
const starting = (dueOn: string) => [{ clock: 'restore', do: 'start', dueAt: endOf(dueOn) }] as const
export const restoration = procedure('buildings.restoration', {
  zh: '复垦复绿',
  menu: '复垦复绿',
  title: 'site',
  numbering: { prefix: 'FK', per: 'year', digits: 4 },
  leadingClock: 'restore',
  mirror: { restore: { dueAt: 'restoreDueAt' } },
  fields: {
    ...form,
    site: form.site.searchable(),
    building: ref('违法建设', 'buildings.building').optional(),
    spot: ref('卫星图斑', 'sensing.spot').optional(),
    doneOn: date('恢复日期').optional(),
    doneMu: number('已恢复', { unit: '亩' }).optional(),
    proof: choice('证明', { photo: '现场照片', satellite: '后期卫星影像' }).optional(),
    imagedOn: date('影像日期').optional(),
    photos: photos(0, '恢复照片(影像)').optional(),
    reason: text('退回理由', { maxLength: 200 }).optional(),
    restoreDueAt: instant('期限止').optional(),
  },
  clocks: {
    restore: {
      zh: '复垦复绿',
      limit: { value: 90, unit: 'natural_day' },
      basis: '土地管理法第43条;本局违法建设防控治理办法(示例)',
    },
  },
  statuses: {
    due: { zh: '待恢复', duty: 'buildings.enforce', taskZh: '地块待复垦复绿' },
    done: { zh: '待验收', duty: 'buildings.check', taskZh: '复垦复绿待验收' },
    closed: { zh: '已恢复', kind: 'final' },
  },
}).actions((action) => ({
  issue: action({
    zh: '下达任务',
    from: 'new',
    to: 'due',
    by: 'buildings.check',
    form: { ...form, spot: ref('卫星图斑', 'sensing.spot').optional() },
    check: ({ input, now }) => first(why(input.mu <= 0, '请填写面积'), why(input.dueOn <= dayText(now), '期限应在今天以后')),
    effects: ({ input }) => ({ clocks: starting(input.dueOn) }),
  }),
  follow: action({
    zh: '拆除后下达',
    from: 'new',
    to: 'due',
    by: 'system',
    form: { ...form, building: ref('违法建设', 'buildings.building') },
    effects: ({ input }) => ({ clocks: starting(input.dueOn) }),
  }),
  restore: action({
    zh: '登记恢复',
    from: 'due',
    to: 'done',
    by: 'buildings.enforce',
    tone: 'primary',
    form: {
      doneOn: date('恢复日期'),
      doneMu: number('已恢复', { unit: '亩', min: 0 }),
      proof: choice('证明', { photo: '现场照片', satellite: '后期卫星影像' }),
      imagedOn: date('影像日期').optional(),
      photos: photos(1, '照片(影像)'),
    },
    check: ({ input, subject, now }) =>
      first(
        why(input.doneOn > dayText(now), '日期不能晚于今天'),
        why(input.doneMu < Number(subject.mu), `恢复${input.doneMu}亩,应恢复${Number(subject.mu)}亩`),
        why(input.proof === 'satellite' && !input.imagedOn, '请填写影像日期'),
        why(Boolean(input.imagedOn) && (input.imagedOn ?? '') < input.doneOn, '影像应在恢复之后'),
      ),
    effects: ({ input }) => ({ set: { ...input, imagedOn: input.imagedOn ?? null }, clocks: [{ clock: 'restore', do: 'stop' }] }),
  }),
  accept: action({ zh: '验收', from: 'done', to: 'closed', by: 'buildings.check', tone: 'primary' }),
  redo: action({
    zh: '退回',
    from: 'done',
    to: 'due',
    by: 'buildings.check',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 200 }) },
    effects: ({ input, subject }) => ({ set: { ...input, doneOn: null, doneMu: null }, clocks: starting(subject.dueOn) }),
  }),
}))

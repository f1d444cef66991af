/** 公园接收: what is handed over, its defects with money, repaired before both sign and the responsibility passes. */
import { choice, date, dayText, first, flag, integer, money, photos, procedure, ref, rows, say, text } from '#kernel'
import { parkTaken } from '../facts.ts'
import { notYet, why } from '../shared.ts'

const defectLine = {
  item: text('问题', { maxLength: 80 }),
  duty: choice('整治责任', { giver: '移交方', taker: '接收方' }),
  costFen: money('费用', { min: 0 }),
  isFixed: flag('已整治'),
} as const
const form = {
  park: ref('公园(绿地)', 'greening.park'),
  giver: text('移交单位', { maxLength: 80 }),
  taker: text('接收单位', { maxLength: 80 }),
  inventory: rows('移交清单', { item: text('项目', { maxLength: 60 }), quantity: text('数量', { maxLength: 20 }) }),
  defects: rows('缺陷', defectLine),
  plan: text('维修方案', { maxLength: 200 }),
  dueOn: date('整治期限'),
} as const
export const takeover = procedure('greening.takeover', {
  zh: '公园绿地接收',
  menu: '公园',
  title: 'giver',
  numbering: { prefix: 'JS', per: 'year', digits: 3 },
  help: '清单与缺陷 → 整治 → 全部整治后双方签字;签字日起责任转移,公园的权属、管理单位随之改变。',
  fields: {
    ...form,
    moneyFen: money('整治费用').optional(),
    open: integer('未整治', { unit: '项' }).optional(),
    photos: photos(0, '整治后照片').optional(),
    giverSigner: text('移交方签字', { maxLength: 40 }).optional(),
    takerSigner: text('接收方签字', { maxLength: 40 }).optional(),
    dutyOn: date('责任转移日').optional(),
  },
  statuses: {
    listed: { zh: '整治中', duty: 'greening.work', taskZh: '接收缺陷待整治' },
    ready: { zh: '待签字', duty: 'greening.manage', taskZh: '公园接收待签字' },
    taken: { zh: '已接收', kind: 'final' },
    refused: { zh: '不予接收', kind: 'final' },
  },
}).actions((action) => ({
  list: action({
    zh: '登记移交',
    from: 'new',
    to: 'listed',
    by: 'greening.manage',
    form,
    check: ({ input }) =>
      first(
        why(input.inventory.length === 0, '请填写移交清单'),
        why(input.giver === input.taker, '移交、接收单位不能相同'),
        why(new Set(input.defects.map((d) => d.item)).size < input.defects.length, '同一问题填了两次'),
      ),
    effects: ({ input }) => ({
      set: {
        moneyFen: input.defects.reduce((n, d) => n + d.costFen, 0),
        open: input.defects.filter((d) => !d.isFixed).length,
      },
    }),
  }),
  repair: action({
    zh: '登记整治',
    from: 'listed',
    by: 'greening.work',
    tone: 'primary',
    form: { defects: rows('缺陷', defectLine, { eachOf: 'defects' }), photos: photos(1, '整治后照片') },
    check: ({ input, subject }) =>
      why(
        subject.defects.some((d) => !input.defects.some((e) => e.item === d.item)),
        '缺陷不能少项',
      ),
    to: ({ input }) => (input.defects.every((d) => d.isFixed) ? 'ready' : 'listed'),
    effects: ({ input }) => ({
      set: {
        ...input,
        moneyFen: input.defects.reduce((n, d) => n + d.costFen, 0),
        open: input.defects.filter((d) => !d.isFixed).length,
      },
    }),
  }),
  sign: action({
    zh: '双方签字接收',
    from: ['listed', 'ready'],
    to: 'taken',
    by: 'greening.manage',
    tone: 'primary',
    form: { giverSigner: text('移交方签字', { maxLength: 40 }), takerSigner: text('接收方签字', { maxLength: 40 }) },
    guard: ({ subject }) => notYet((subject.open ?? 0) > 0, `还有${subject.open}项缺陷没有整治`),
    check: ({ input }) => why(input.giverSigner === input.takerSigner, '双方应由不同的人签字'),
    effects: ({ input, subject, now }) => ({
      set: { ...input, dutyOn: dayText(now) },
      facts: [say(parkTaken, { park: subject.park, owner: subject.taker, on: dayText(now) })],
    }),
  }),
  refuse: action({
    zh: '不予接收',
    from: 'listed',
    to: 'refused',
    by: 'greening.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 200 }) },
  }),
}))

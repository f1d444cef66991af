/** 设施维修: of a park, a greenway or a water point; what is closed for it is shown, and opened again only after a safety check. */
import { date, dayText, first, flag, money, one, photos, procedure, ref, say, text } from '#kernel'
import { repairMoved } from '../facts.ts'
import { notYet, why } from '../shared.ts'

const form = {
  park: ref('公园', 'greening.park').optional(),
  greenway: ref('绿道', 'greening.greenway').optional(),
  point: ref('给水点', 'greening.water-point').optional(),
  item: text('维修内容', { maxLength: 100 }),
  budgetFen: money('预算', { min: 0 }),
  isClosed: flag('须封闭'),
  closedArea: text('封闭范围', { maxLength: 100 }).optional(),
  dueOn: date('完成期限'),
  photos: photos(1, '损坏照片'),
} as const
export const repair = procedure('greening.repair', {
  zh: '园林设施维修',
  menu: '公园',
  title: 'item',
  numbering: { prefix: 'WX', per: 'year', digits: 4 },
  help: '须封闭的开工即在公众地图标明,安全检查合格才恢复开放。',
  fields: {
    ...form,
    item: form.item.searchable(),
    spentFen: money('实际费用').optional(),
    afterPhotos: photos(0, '修复照片').optional(),
    fixedOn: date('修复日期').optional(),
    isLate: flag('逾期').optional(),
    checkedBy: text('安全检查人', { maxLength: 40 }).optional(),
    openedOn: date('恢复开放').optional(),
  },
  statuses: {
    reported: { zh: '待开工', duty: 'greening.work', taskZh: '园林设施待维修' },
    working: { zh: '维修中', duty: 'greening.work', taskZh: '园林设施维修中' },
    fixed: { zh: '待安全检查', duty: 'greening.check', taskZh: '设施修复待安全检查' },
    opened: { zh: '已恢复', kind: 'final' },
    dropped: { zh: '不成立', kind: 'final' },
  },
}).actions((action) => {
  const told = (
    s: { number: string; park: string | null; greenway: string | null; point: string | null },
    isClosed: boolean,
    note: string,
  ) => say(repairMoved, { number: s.number, park: s.park, greenway: s.greenway, point: s.point, isClosed, note })
  return {
    report: action({
      zh: '报修',
      from: 'new',
      to: 'reported',
      by: 'greening.report',
      form,
      look: ({ tx, input }) =>
        one<{ number: string }>(
          tx,
          `select number from greening.repair where item = $1 and status <> all (array['opened', 'dropped']) and (park = $2::uuid or greenway = $3::uuid or point = $4::uuid) limit 1`,
          [input.item, input.park ?? null, input.greenway ?? null, input.point ?? null],
        ),
      check: ({ input, found }) =>
        first(
          why([input.park, input.greenway, input.point].filter(Boolean).length !== 1, '公园、绿道、给水点选一个'),
          why(input.isClosed && !input.closedArea, '须封闭的请填封闭范围'),
          notYet(Boolean(found), `同一内容已在维修单${found?.number ?? ''}`),
        ),
      effects: ({ input, subject }) =>
        input.point
          ? { facts: [say(repairMoved, { number: subject.number, point: input.point, isClosed: true, note: input.item })] }
          : {},
    }),
    start: action({
      zh: '开工',
      from: 'reported',
      to: 'working',
      by: 'greening.work',
      tone: 'primary',
      effects: ({ subject }) =>
        subject.isClosed ? { facts: [told(subject, true, `${subject.closedArea}:${subject.item}`)] } : {},
    }),
    fix: action({
      zh: '修复',
      from: 'working',
      to: 'fixed',
      by: 'greening.work',
      tone: 'primary',
      form: { spentFen: money('实际费用', { min: 0 }), afterPhotos: photos(1, '修复照片') },
      effects: ({ input, subject, now }) => ({ set: { ...input, fixedOn: dayText(now), isLate: dayText(now) > subject.dueOn } }),
    }),
    sendBack: action({
      zh: '检查不合格',
      from: 'fixed',
      to: 'working',
      by: 'greening.check',
      tone: 'danger',
      form: { reason: text('原因', { maxLength: 200 }) },
      effects: () => ({ set: { fixedOn: null, isLate: null } }),
    }),
    open: action({
      zh: '安全检查并恢复开放',
      from: 'fixed',
      to: 'opened',
      by: 'greening.check',
      tone: 'primary',
      form: { checkedBy: text('安全检查人', { maxLength: 40 }) },
      effects: ({ input, subject, now }) => ({
        set: { ...input, openedOn: dayText(now) },
        facts: [told(subject, false, `维修单${subject.number}`)],
      }),
    }),
    drop: action({
      zh: '不成立',
      from: 'reported',
      to: 'dropped',
      by: 'greening.manage',
      form: { reason: text('理由', { maxLength: 200 }) },
      effects: ({ subject }) => (subject.point ? { facts: [told(subject, false, '报修不成立')] } : {}),
    }),
  }
})

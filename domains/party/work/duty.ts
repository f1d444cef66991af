/** 履责记实: what the leading group and each person answerable did for party building, with proof, sent up to the outer platform and its receipt number kept. */
import { choice, date, dayText, files, first, longText, one, procedure, ref, text } from '#kernel'
import { notYet, unitOf, why } from '../shared.ts'

const form = {
  kind: choice('类型', { group: '党组集体履责', person: '个人履责' }),
  list: ref('责任清单', 'party.list'),
  item: text('责任事项编号', { maxLength: 12 }),
  doneOn: date('日期'),
  what: longText('履责情况', { maxLength: 2000 }),
  proof: files(1, '佐证材料'),
} as const
export const dutyRecord = procedure('party.duty-record', {
  zh: '履责记实',
  menu: '党建考评',
  title: 'itemName',
  isCommon: true,
  numbering: { prefix: 'LZ', per: 'year', digits: 5 },
  help: '对照现行责任清单的事项记实;党务核对后上传履责记实平台,登记回执号;平台退回的补正后再传。',
  fields: {
    ...form,
    itemName: text('责任事项', { maxLength: 120 }).searchable().optional(),
    receipt: text('上传回执号', { maxLength: 60 }).unique().optional(),
    uploadedOn: date('上传日期').optional(),
    returned: text('平台退回意见', { maxLength: 300 }).optional(),
  },
  statuses: {
    recorded: { zh: '待上传', duty: 'party.manage', taskZh: '履责记实待上传' },
    uploaded: { zh: '已上传' },
    returned: { zh: '平台退回', duty: 'party.carry', taskZh: '履责记实待补正' },
    filed: { zh: '平台已采用', kind: 'final' },
    void: { zh: '作废', kind: 'final' },
  },
}).actions((action) => ({
  record: action({
    zh: '记实',
    from: 'new',
    to: 'recorded',
    by: 'party.carry',
    form,
    look: async ({ tx, input, actor }) => ({
      unit: await unitOf(tx, actor.id),
      list: await one<{ isOn: boolean; items: readonly { code: string; what: string; holder: string | null }[] }>(
        tx,
        `select status = any(array['effective', 'due']) and kind = 'duty' as "isOn", items from party.list where id = $1`,
        [input.list],
      ),
    }),
    check: ({ input, found, now, actor }) => {
      const item = found.list?.items.find((i) => i.code === input.item)
      return first(
        why(!found.list?.isOn, '责任清单不在执行'),
        why(!item, `清单里没有${input.item}号事项`),
        why(input.doneOn > dayText(now) || input.doneOn.slice(0, 4) !== dayText(now).slice(0, 4), '只记本年度已发生的'),
        notYet(input.kind === 'person' && Boolean(item?.holder) && item?.holder !== actor.id, '个人履责由责任人本人记实'),
        why(input.kind === 'person' && !item?.holder, '这一项没有明确责任人,记为集体履责'),
      )
    },
    effects: ({ input, found }) => ({
      set: { itemName: found.list?.items.find((i) => i.code === input.item)?.what ?? null },
    }),
  }),
  upload: action({
    zh: '登记上传',
    from: 'recorded',
    to: 'uploaded',
    by: 'party.manage',
    tone: 'primary',
    form: { receipt: text('上传回执号', { maxLength: 60 }) },
    look: ({ tx, input, subject }) =>
      one(tx, 'select 1 as n from party.duty_record where receipt = $1 and id <> $2', [input.receipt, subject.id]),
    check: ({ found }) => why(Boolean(found), '回执号已登记在另一条记实上'),
    effects: ({ input, now }) => ({ set: { receipt: input.receipt, uploadedOn: dayText(now) } }),
  }),
  bounce: action({
    zh: '平台退回',
    from: 'uploaded',
    to: 'returned',
    by: 'party.manage',
    form: { returned: text('退回意见', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: { returned: input.returned, uploadedOn: null, receipt: null } }),
  }),
  mend: action({
    zh: '补正',
    from: 'returned',
    to: 'recorded',
    by: 'party.carry',
    tone: 'primary',
    form: { what: longText('履责情况', { maxLength: 2000 }), proof: files(1, '佐证材料') },
    effects: ({ input, subject }) => ({ set: { ...input, returned: `已补正:${subject.returned ?? ''}`.slice(0, 300) } }),
  }),
  file: action({ zh: '平台已采用', from: 'uploaded', to: 'filed', by: 'party.manage' }),
  discard: action({
    zh: '作废',
    from: ['recorded', 'returned'],
    to: 'void',
    by: 'party.manage',
    tone: 'danger',
    form: { returned: text('理由', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))

/** 公园名录: parks with class and level; batch and changes come only by a published roster; stars and standards by titles. */
import { choice, date, dayText, first, integer, list, many, number, photos, procedure, ref, register, say, text } from '#kernel'
import { rosterPublished } from '../facts.ts'
import { why } from '../shared.ts'
import { openStates, parkClasses, parkLevels, standardStates } from '../words.ts'

export const park = register('greening.park', {
  zh: '公园',
  menu: '公园',
  geometry: 'Point',
  title: 'name',
  help: '批次由“公园名录公布”写入,星级与达标由“园林称号评定”写入,封闭由“设施维修”写入。',
  fields: {
    code: text('编号', { maxLength: 40 }).unique().searchable(),
    name: text('名称', { maxLength: 80 }).searchable(),
    class: choice('类别', parkClasses),
    level: choice('级别', parkLevels),
    space: ref('绿地', 'greening.space').optional(),
    areaM2: number('面积', { unit: '㎡', min: 1 }),
    owner: text('权属单位', { maxLength: 80 }),
    manager: text('管理单位', { maxLength: 80 }),
    openHours: text('开放时间', { maxLength: 40 }),
    wifiM2: number('WiFi 覆盖', { unit: '㎡', min: 0 }),
    state: choice('状态', openStates),
    photos: photos(0, '照片').optional().help('经审看遮挡后在公众的生态园林地图上公开'),
    closedNote: text('封闭说明', { maxLength: 120, isGiven: true }).optional(),
    batch: text('名录批次', { maxLength: 40, isGiven: true }).optional(),
    notice: text('公告文号', { maxLength: 60, isGiven: true }).optional(),
    listedOn: date('入名录', { isGiven: true }).optional(),
    star: integer('星级', { unit: '星', min: 0, max: 5, isGiven: true }).optional(),
    standard: choice('标准化', standardStates, { isGiven: true }).optional(),
  },
  checks: { wifi: { sql: 'wifi_m2 <= area_m2', zh: 'WiFi 覆盖不能大于面积' } },
})
const form = {
  batch: text('批次', { maxLength: 40 }),
  notice: text('公告文号', { maxLength: 60 }),
  codes: list('列入的公园编号'),
  removed: list('移出的公园编号'),
  reason: text('说明', { maxLength: 200 }).optional(),
} as const
export const roster = procedure('greening.roster', {
  zh: '公园名录公布',
  menu: '公园',
  title: 'batch',
  isCommon: true,
  numbering: { prefix: 'ML', per: 'year', digits: 3 },
  help: '拟定 → 审定公布;列入、移出只能随公告。',
  fields: {
    ...form,
    batch: form.batch.searchable(),
    listed: integer('列入', { unit: '个' }).optional(),
    publishedOn: date('公布日期').optional(),
  },
  statuses: {
    drafted: { zh: '待公布', duty: 'greening.approve', taskZh: '公园名录待公布' },
    published: { zh: '已公布', kind: 'final' },
    dropped: { zh: '已撤回', kind: 'final' },
  },
}).actions((action) => ({
  draft: action({
    zh: '拟定名录',
    from: 'new',
    to: 'drafted',
    by: 'greening.manage',
    form,
    look: ({ tx, input }) =>
      many<{ code: string; isListed: boolean }>(
        tx,
        'select code, batch is not null as "isListed" from greening.park where code = any($1) and retired_at is null',
        [[...input.codes, ...input.removed]],
      ),
    check: ({ input, found }) => {
      const unknown = [...input.codes, ...input.removed].filter((c) => !found.some((f) => f.code === c))
      const again = found.filter((f) => f.isListed && input.codes.includes(f.code))
      const never = found.filter((f) => !f.isListed && input.removed.includes(f.code))
      return first(
        why(input.codes.length + input.removed.length === 0, '请列出公园'),
        why(unknown.length > 0, `没有这些公园:${unknown.join('、')}`),
        why(again.length > 0, `已在名录:${again.map((f) => f.code).join('、')}`),
        why(never.length > 0, `不在名录:${never.map((f) => f.code).join('、')}`),
      )
    },
  }),
  publish: action({
    zh: '公布',
    from: 'drafted',
    to: 'published',
    by: 'greening.approve',
    tone: 'primary',
    effects: ({ subject, now }) => ({
      set: { publishedOn: dayText(now), listed: subject.codes.length },
      facts: [
        say(rosterPublished, {
          batch: subject.batch,
          notice: subject.notice,
          on: dayText(now),
          codes: [...subject.codes],
          removed: [...subject.removed],
        }),
      ],
    }),
  }),
  drop: action({ zh: '撤回', from: 'drafted', to: 'dropped', by: 'greening.manage' }),
}))

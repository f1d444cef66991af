/** 行道树: the component of the census says where it stands; what is kept here is how it grows and when it was pruned. */
import { choice, date, flag, number, record, ref, register, text } from '#kernel'
import { health } from '../words.ts'

export const tree = register('greening.tree', {
  zh: '行道树档案',
  menu: '园林绿地',
  geometry: 'Point',
  title: 'code',
  help: '位置与权属见部件台账(类别 04);这里只记树种、长势与养护。',
  fields: {
    code: text('树号', { maxLength: 30 }).unique().searchable(),
    component: ref('部件', 'grid.component').optional(),
    road: ref('道路', 'grid.road'),
    segment: ref('养护标段', 'greening.segment').optional(),
    species: text('树种', { maxLength: 40 }).searchable(),
    dbhCm: number('胸径', { unit: 'cm', min: 1, max: 500 }),
    health: choice('长势', health),
    isDangerous: flag('有危险枝'),
    prunedOn: date('最近修剪', { isGiven: true }).optional(),
    isAdoptable: flag('可认养'),
  },
})
export const pruneHows = { thin: '疏枝', danger: '去危险枝', shape: '整形', crown: '截冠' } as const
export const pruning = record('greening.pruning', {
  zh: '行道树修剪记录',
  menu: '园林绿地',
  title: 'how',
  fields: {
    tree: ref('树', 'greening.tree'),
    work: ref('作业单', 'greening.work'),
    how: choice('做法', pruneHows),
    prunedOn: date('日期'),
    isFirst: flag('本年首次'),
  },
})

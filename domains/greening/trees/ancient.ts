/** 古树名木: grade follows from age, patrol from grade, the protected zone from the tree. */
import {
  addMonths,
  choice,
  date,
  dayText,
  files,
  first,
  flag,
  integer,
  number,
  one,
  photos,
  procedure,
  ref,
  register,
  say,
  text,
} from '#kernel'
import { patrolled } from '../facts.ts'
import { why } from '../shared.ts'
import { health, type TreeGrade, treeGrades } from '../words.ts'

export const ancient = register('greening.ancient', {
  zh: '古树名木',
  menu: '古树名木',
  geometry: 'Point',
  title: 'code',
  help: '500年以上一级,300年以上二级,100年以上三级(古树名木保护条例);名木按一级;不满100年的为后备资源。',
  fields: {
    code: text('编号', { maxLength: 40 }).unique().searchable(),
    species: text('树种', { maxLength: 40 }).searchable(),
    age: integer('树龄', { unit: '年', min: 1, max: 6000 }),
    grade: choice('等级', treeGrades),
    heightM: number('树高', { unit: 'm', min: 0 }),
    girthCm: number('胸围', { unit: 'cm', min: 1 }),
    radiusM: number('保护范围', { unit: 'm', min: 1, max: 100 }),
    keeper: text('管护责任人(单位)', { maxLength: 80 }),
    contract: files(0, '责任书').optional(),
    plan: text('专项保护方案版本', { maxLength: 40 }).optional(),
    health: choice('长势', health),
    isAdoptable: flag('可认养'),
    photos: photos(0, '年度照片').optional(),
    movedTo: text('迁入地(许可)', { maxLength: 240, isGiven: true }).optional().help('迁移核对合格后写入;位置请在图上更正'),
    patrolledOn: date('最近巡护', { isGiven: true }).optional(),
    patrolBy: date('应巡护', { isGiven: true }).optional(),
  },
  checks: {
    grade: {
      sql: "(grade = 'first' and age >= 500) or (grade = 'second' and age between 300 and 499) or (grade = 'third' and age between 100 and 299) or grade = 'famous' or (grade = 'reserve' and age between 50 and 99)",
      zh: '等级与树龄不符:一级500年以上,二级300—499年,三级100—299年,后备50—99年',
    },
  },
})
export const patrolMonths = (grade: TreeGrade, parameter: (name: string) => number): number =>
  parameter(`greening.patrol-${grade === 'famous' ? 'first' : grade}`)
const form = {
  tree: ref('古树', 'greening.ancient'),
  health: choice('长势', health),
  symptom: text('情况', { maxLength: 200 }).optional(),
  photos: photos(1, '照片'),
} as const
export const patrol = procedure('greening.patrol', {
  zh: '古树巡护',
  menu: '古树名木',
  title: 'symptom',
  numbering: { prefix: 'XH', per: 'year', digits: 5 },
  help: '巡护后自动算下次应巡护日;衰弱、濒危的自动开抢救单。',
  fields: {
    ...form,
    patrolledOn: date('日期').optional(),
    nextOn: date('下次应巡护').optional(),
    isOnTime: flag('按期').optional(),
  },
  statuses: { done: { zh: '已巡护' }, void: { zh: '作废', kind: 'final' } },
}).actions((action) => ({
  patrol: action({
    zh: '登记巡护',
    from: 'new',
    to: 'done',
    by: 'greening.work',
    form,
    look: ({ tx, input }) =>
      one<{ grade: TreeGrade; due: string | null }>(
        tx,
        'select grade, patrol_by::text as due from greening.ancient where id = $1 and retired_at is null',
        [input.tree],
      ),
    check: ({ input, found }) =>
      first(why(!found, '没有这棵古树'), why(input.health !== 'good' && !input.symptom, '长势不正常的须写明情况')),
    effects: ({ input, found, subject, now, parameter }) => {
      const on = dayText(now)
      return {
        set: {
          patrolledOn: on,
          nextOn: addMonths(on, patrolMonths(found?.grade ?? 'second', parameter)),
          isOnTime: !found?.due || on <= found.due,
        },
        facts: [
          say(patrolled, {
            tree: input.tree,
            on,
            next: addMonths(on, patrolMonths(found?.grade ?? 'second', parameter)),
            health: input.health,
            symptom: input.symptom ?? '',
            patrol: subject.id,
            lon: subject.lon,
            lat: subject.lat,
            areaCode: subject.areaCode,
          }),
        ],
      }
    },
  }),
  discard: action({
    zh: '作废',
    from: 'done',
    to: 'void',
    by: 'greening.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 200 }) },
  }),
}))

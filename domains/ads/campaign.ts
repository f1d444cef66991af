/** 轨道与精品街道立面广告整治: a list of lines and streets, each done when nothing is open on it. */
import { choice, date, first, integer, list, one, procedure, text } from '#kernel'
import { notYet, why } from './shared.ts'
import { corridors } from './words.ts'

const form = {
  name: text('行动', { maxLength: 100 }),
  corridor: choice('范围', corridors),
  roads: list('街道(线路)'),
  startOn: date('开始日期'),
  endOn: date('结束日期'),
} as const
const openSql = `select (select count(*)::int from ads.posting where campaign = $1 and road = $2 and status <> 'closed')
  + (select count(*)::int from ads.site where campaign = $1 and address like '%' || $2 || '%' and (status = any (array['entered', 'ordered', 'done']) or (status = 'listed' and not coalesce(is_conform, false)))) as n`
export const campaign = procedure('ads.campaign', {
  zh: '立面广告专项整治',
  menu: '专项整治',
  title: 'name',
  numbering: { prefix: 'ZX', per: 'year', digits: 3 },
  help: '轨道沿线、精品街道逐条整治立面、玻璃、门窗;一条街没有未销号的才能完成,全部完成才能结束。',
  fields: {
    ...form,
    name: form.name.searchable(),
    doneRoads: list('已完成').optional(),
    roadsDone: integer('完成', { unit: '条' }).optional(),
    roadsAll: integer('列入', { unit: '条' }).optional(),
  },
  statuses: { running: { zh: '进行中', duty: 'ads.plan', taskZh: '立面广告整治进行中' }, done: { zh: '已完成', kind: 'final' } },
}).actions((action) => ({
  start: action({
    zh: '启动',
    from: 'new',
    to: 'running',
    by: 'ads.plan',
    form,
    check: ({ input }) =>
      first(
        why(input.roads.length === 0, '请列出街道'),
        why(new Set(input.roads).size < input.roads.length, '街道重复'),
        why(input.endOn < input.startOn, '结束不能早于开始'),
      ),
    effects: ({ input }) => ({ set: { doneRoads: [], roadsDone: 0, roadsAll: input.roads.length } }),
  }),
  finishRoad: action({
    zh: '一条街完成',
    from: 'running',
    to: 'same',
    by: 'ads.plan',
    tone: 'primary',
    form: { road: text('街道(线路)', { maxLength: 80 }) },
    look: ({ tx, subject, input }) => one<{ n: number }>(tx, openSql, [subject.id, input.road]),
    check: ({ found, input, subject }) =>
      first(
        why(!subject.roads.includes(input.road), '不在清单内'),
        notYet((subject.doneRoads ?? []).includes(input.road), '已经完成'),
        notYet((found?.n ?? 0) > 0, `${input.road}还有${found?.n}处未销号`),
      ),
    effects: ({ input, subject }) => ({
      set: { doneRoads: [...(subject.doneRoads ?? []), input.road], roadsDone: (subject.roadsDone ?? 0) + 1 },
    }),
  }),
  finish: action({
    zh: '结束',
    from: 'running',
    to: 'done',
    by: 'ads.plan',
    guard: ({ subject }) =>
      notYet((subject.roadsDone ?? 0) < (subject.roadsAll ?? 0), `列入${subject.roadsAll}条,完成${subject.roadsDone}条`),
  }),
}))

/** 分类检查: one shape for every team that goes and looks; each line that fails becomes a problem with its clock. */
import {
  addDays,
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
  repeated,
  rows,
  say,
  text,
} from '#kernel'
import { firstVoided, problemsFound } from '../facts.ts'
import { notYet, why } from '../shared.ts'
import { plans, teams, unitKinds } from '../words.ts'

const line = {
  item: text('检查内容', { maxLength: 120 }),
  isOk: flag('合格'),
  note: text('情况', { maxLength: 200 }).optional(),
} as const
const form = {
  team: choice('检查队伍', teams),
  plan: choice('方式', plans),
  place: ref('检查场所', 'sorting.place'),
  visitors: text('检查人员', { maxLength: 100 }).help('几人用顿号隔开;工作专班须是名册上的借调人员'),
  checkedOn: date('日期'),
  lines: rows('检查清单', line),
  photos: photos(1, '检查照片'),
} as const
interface Place {
  readonly name: string
  readonly kind: string
  readonly unitKind: keyof typeof unitKinds | null
  readonly keeper: string | null
  readonly earlier: number
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
  /** Who serves in the task force on the day. */
  readonly seconded: readonly string[]
}
/** The first of the visitors who is not on the task force's roster that day: only its own people check in its name. */
const stranger = (input: { readonly team: string; readonly visitors: string }, found: Place | undefined): string | undefined =>
  input.team === 'taskForce'
    ? input.visitors.split(/[、,,;;\s]+/).find((name) => name && !found?.seconded.includes(name))
    : undefined
export const check = procedure('sorting.check', {
  zh: '分类检查督导',
  menu: '检查整改',
  title: 'visitors',
  numbering: { prefix: 'JC', per: 'day', digits: 4 },
  help: '专班、老干部督查组、机关单位督查、微风行动、争优除差都用这一张单;不合格的逐条成为分类问题。次数按检查计,家数按本年首次检查的场所计。',
  fields: {
    ...form,
    unitKind: choice('单位类别', unitKinds).optional(),
    visitors: form.visitors.searchable(),
    score: number('得分', { unit: '分' }).optional(),
    problems: integer('问题', { unit: '个' }).optional(),
    isFirst: flag('本年首次').optional().help('同一队伍、同一场所本年第一次:用于家数'),
  },
  statuses: { found: { zh: '有问题' }, clean: { zh: '合格' }, void: { zh: '作废', kind: 'final' } },
}).actions((action) => ({
  visit: action({
    zh: '登记检查',
    from: 'new',
    by: 'sorting.check',
    form,
    look: ({ tx, input }) =>
      one<Place>(
        tx,
        `select name, kind, unit_kind as "unitKind", keeper, lon, lat, area_code as "areaCode", (select count(*)::int from sorting.check c where c.place = p.id and c.team = $2 and c.status <> 'void'
           and date_trunc('year', c.checked_on) = date_trunc('year', $3::date)) as earlier,
           array(select s.name from sorting.seconded s where s.retired_at is null and s.valid_from <= $3::date and (s.valid_to is null or s.valid_to > $3::date)) as seconded from sorting.place p where id = $1 and status <> 'off'`,
        [input.place, input.team, input.checkedOn],
      ),
    to: ({ input }) => (input.lines.every((l) => l.isOk) ? 'clean' : 'found'),
    check: ({ input, found, now }) =>
      first(
        why(!found, '没有这个场所'),
        why(input.checkedOn > dayText(now), '日期不能晚于今天'),
        why(input.lines.length === 0, '请逐项填写'),
        why(Boolean(repeated(input.lines.map((l) => l.item))), '检查内容重复'),
        why(input.team === 'industry' && found?.kind !== 'unit', '机关单位督查只检查单位'),
        why(Boolean(stranger(input, found)), `${stranger(input, found)}当天不在工作专班名册上`),
        notYet(input.team === 'owner' && !found?.keeper, '该场所没有管理责任人'),
      ),
    effects: ({ input, found, subject, now, parameter }) => {
      const bad = input.lines.filter((l) => !l.isOk)
      // The town of the place answers for it, wherever the check was written down.
      const { lon, lat, areaCode } = found?.areaCode ? found : subject
      return {
        set: {
          lon,
          lat,
          areaCode,
          unitKind: found?.unitKind ?? null,
          problems: bad.length,
          score: percentOf(input.lines.length - bad.length, input.lines.length) ?? 0,
          isFirst: (found?.earlier ?? 0) === 0,
        },
        facts:
          bad.length === 0
            ? []
            : [
                say(problemsFound, {
                  source: input.team,
                  sourceType: 'sorting.check',
                  sourceId: subject.id,
                  place: input.place,
                  facility: null,
                  owner: found?.keeper ?? found?.name ?? '',
                  dueOn: addDays(dayText(now), parameter('sorting.problem-days')),
                  items: bad.map((l) => ({ key: l.item, what: l.note ? `${l.item}:${l.note}` : l.item })),
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
    from: ['found', 'clean'],
    to: 'void',
    by: 'sorting.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 200 }) },
    effects: ({ subject }) => ({
      facts: subject.isFirst ? [say(firstVoided, { procedure: 'sorting.check', id: subject.id })] : [],
    }),
  }),
  first: action({
    zh: '改记本年首次',
    from: ['found', 'clean'],
    to: 'same',
    by: 'system',
    effects: () => ({ set: { isFirst: true } }),
  }),
}))

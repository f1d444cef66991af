/** 教育培训 and 宣讲: courses with attendance and a test, those who missed or failed come again; lectures in enterprises with topics, people, signature and promises. */
import { choice, date, dayText, first, integer, list, many, one, photos, procedure, ref, rows, text, unit } from '#kernel'
import { notYet, why } from './shared.ts'

const layers = { central: '集中培训', pair: '结对帮训', post: '岗位培训' } as const
const pupil = { name: text('姓名', { maxLength: 40 }), unit: unit('单位') } as const
const form = {
  name: text('课程', { maxLength: 100 }),
  campaign: text('活动', { maxLength: 60 }).help('如 春风行动').optional(),
  layer: choice('方式', layers),
  expert: ref('讲师(专家库)', 'safety.expert'),
  onOn: date('培训日期'),
  hours: integer('学时', { min: 1, max: 80 }),
  passMark: integer('合格分', { unit: '分', min: 1, max: 100 }),
  pupils: rows('应训人员', pupil),
} as const
const resultLine = {
  name: text('姓名', { maxLength: 40 }),
  state: choice('到课', { there: '到课', absent: '缺席' }),
  score: integer('成绩', { unit: '分', min: 0, max: 100 }).optional(),
} as const
interface Result {
  readonly name: string
  readonly state: 'there' | 'absent'
  readonly score?: number | null | undefined
}
const failed = (results: readonly Result[], mark: number): readonly string[] =>
  results.filter((r) => r.state === 'absent' || (r.score ?? 0) < mark).map((r) => r.name)
const judged = (results: readonly Result[], names: readonly string[]) =>
  first(
    why(
      names.some((n) => !results.some((r) => r.name === n)),
      `没有登记:${names.filter((n) => !results.some((r) => r.name === n)).join('、')}`,
    ),
    why(
      results.some((r) => !names.includes(r.name)),
      '有人不在名单内',
    ),
    why(
      results.some((r) => r.state === 'there' && r.score == null),
      '到课的须有成绩',
    ),
  )
export const training = procedure('safety.training', {
  zh: '安全教育培训',
  menu: '教育宣讲',
  title: 'name',
  numbering: { prefix: 'PX', per: 'year', digits: 4 },
  help: '从专家库选讲师,逐人登记到课与成绩;缺席、不合格的列为待补训,全部合格才办结。',
  fields: {
    ...form,
    name: form.name.searchable(),
    names: list('应训名单'),
    results: rows('成绩', resultLine),
    waiting: list('待补训'),
    planned: integer('应训', { unit: '人' }),
    attended: integer('参训', { unit: '人' }),
    passed: integer('合格', { unit: '人' }),
    rounds: integer('补训', { unit: '次' }),
  },
  statuses: {
    planned: { zh: '待培训', duty: 'safety.manage', taskZh: '安全培训待开展' },
    makeup: { zh: '待补训', duty: 'safety.manage', taskZh: '安全培训待补训' },
    closed: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '安排培训',
    from: 'new',
    to: 'planned',
    by: 'safety.manage',
    form,
    check: ({ input }) =>
      first(
        why(input.pupils.length === 0, '请列出应训人员'),
        why(new Set(input.pupils.map((p) => p.name)).size !== input.pupils.length, '姓名重复的请加工号区分'),
      ),
    effects: ({ input }) => ({
      set: {
        names: input.pupils.map((p) => p.name),
        results: [],
        waiting: [],
        planned: input.pupils.length,
        attended: 0,
        passed: 0,
        rounds: 0,
      },
      notify: [...new Set(input.pupils.map((p) => p.unit))].map((unitId) => ({
        unitId,
        zh: `安全培训:${input.name},${input.onOn}`,
      })),
    }),
  }),
  hold: action({
    zh: '登记培训',
    from: 'planned',
    to: ({ input, subject }) => (failed(input.results, subject.passMark).length > 0 ? 'makeup' : 'closed'),
    by: 'safety.manage',
    tone: 'primary',
    form: { results: rows('到课与成绩', resultLine, { eachOf: 'names' }), photos: photos(1, '签到表与现场') },
    guard: ({ subject, now }) => notYet(dayText(now) < subject.onOn, `培训定于${subject.onOn}`),
    check: ({ input, subject }) => judged(input.results, subject.names),
    effects: ({ input, subject }) => {
      const waiting = failed(input.results, subject.passMark)
      return {
        set: {
          results: input.results,
          waiting,
          attended: input.results.filter((r) => r.state === 'there').length,
          passed: subject.planned - waiting.length,
        },
      }
    },
  }),
  again: action({
    zh: '登记补训',
    from: 'makeup',
    to: ({ input, subject }) => (failed(input.results, subject.passMark).length > 0 ? 'makeup' : 'closed'),
    by: 'safety.manage',
    tone: 'primary',
    form: { results: rows('到课与成绩', resultLine, { eachOf: 'waiting' }), photos: photos(1, '签到表与现场') },
    check: ({ input, subject }) => judged(input.results, subject.waiting),
    effects: ({ input, subject }) => {
      const waiting = failed(input.results, subject.passMark)
      const before = (name: string) => subject.results.find((r) => r.name === name)?.state
      const fresh = input.results.filter((r) => r.state === 'there' && before(r.name) === 'absent').length
      return {
        set: {
          results: subject.results.map((r) => {
            const now = input.results.find((x) => x.name === r.name)
            return now
              ? { ...now, state: now.state === 'there' || r.state === 'there' ? ('there' as const) : ('absent' as const) }
              : r
          }),
          waiting,
          attended: subject.attended + fresh,
          passed: subject.planned - waiting.length,
          rounds: subject.rounds + 1,
        },
      }
    },
  }),
}))

const bodies = { leader: '局领导', city: '市委宣讲团', grass: '基层宣讲', expert: '专家' } as const
const audience = {
  enterprise: ref('企业', 'safety.enterprise'),
  people: integer('听讲', { unit: '人', min: 1 }),
  signed: text('签收人', { maxLength: 40 }),
} as const
const promise = {
  enterprise: ref('企业', 'safety.enterprise'),
  what: text('承诺', { maxLength: 200 }),
  dueOn: date('兑现期限'),
} as const
export const lecture = procedure('safety.lecture', {
  zh: '安全生产宣讲',
  menu: '教育宣讲',
  title: 'name',
  numbering: { prefix: 'XJ', per: 'year', digits: 4 },
  help: '“百团进百万企业”等宣讲:任务方面、企业与人数、签收、企业承诺;承诺逐项兑现核实后才办结。',
  fields: {
    name: text('宣讲', { maxLength: 100 }).searchable(),
    body: choice('宣讲主体', bodies),
    speaker: text('宣讲人', { maxLength: 40 }),
    heldOn: date('日期'),
    topics: list('任务方面'),
    audience: rows('企业', audience),
    topicCount: integer('任务方面', { unit: '个' }),
    enterprises: integer('企业', { unit: '家' }),
    people: integer('听讲', { unit: '人' }),
    promises: integer('承诺', { unit: '项' }),
  },
  statuses: { keeping: { zh: '承诺兑现中' }, closed: { zh: '已办结', kind: 'final' } },
}).actions((action) => ({
  hold: action({
    zh: '登记宣讲',
    from: 'new',
    look: async ({ tx, input }) =>
      many<{ id: string; unit: string }>(tx, 'select id, unit from safety.enterprise where id = any($1::uuid[])', [
        input.audience.map((a) => a.enterprise),
      ]),
    to: ({ input }) => (input.promises.length > 0 ? 'keeping' : 'closed'),
    by: 'safety.manage',
    form: {
      name: text('宣讲', { maxLength: 100 }),
      body: choice('宣讲主体', bodies),
      speaker: text('宣讲人', { maxLength: 40 }),
      heldOn: date('日期'),
      topics: list('任务方面'),
      audience: rows('企业', audience),
      promises: rows('企业承诺', promise),
      photos: photos(1, '签收表与现场'),
    },
    check: ({ input, found, now }) =>
      first(
        why(input.heldOn > dayText(now), '宣讲日期不能晚于今天'),
        why(input.topics.length === 0, '请列出宣讲的任务方面'),
        why(input.audience.length === 0, '请列出企业'),
        why(
          found.length !== new Set(input.audience.map((a) => a.enterprise)).size || found.length !== input.audience.length,
          '企业重复或不存在',
        ),
        why(
          input.promises.some((p) => !input.audience.some((a) => a.enterprise === p.enterprise)),
          '承诺的企业须在听讲名单内',
        ),
        why(
          input.promises.some((p) => p.dueOn < dayText(now)),
          '兑现期限不能早于今天',
        ),
      ),
    effects: ({ input, found, subject }) => ({
      set: {
        topicCount: input.topics.length,
        enterprises: input.audience.length,
        people: input.audience.reduce((n, a) => n + a.people, 0),
        promises: input.promises.length,
      },
      spawn: input.promises.map((p) => ({
        procedure: 'safety.item',
        input: {
          kind: 'promise',
          sourceType: 'safety.lecture',
          sourceId: subject.id,
          what: p.what,
          unit: found.find((f) => f.id === p.enterprise)?.unit ?? '',
          dueOn: p.dueOn,
        },
      })),
    }),
  }),
  finish: action({ zh: '承诺全部兑现', from: 'keeping', to: 'closed', by: 'system' }),
}))
/** @returns how many promises of a lecture are not kept yet. */
export const openPromises = async (tx: Parameters<typeof one>[0], id: string): Promise<number> =>
  (
    await one<{ n: number }>(
      tx,
      `select count(*)::int as n from safety.item where source_type = 'safety.lecture' and source_id = $1 and closed_at is null`,
      [id],
    )
  )?.n ?? 0

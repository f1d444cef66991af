/** 四同: a business task carries its party part; planned, carried out, checked and assessed in one record, each step with both, and neither ends alone. */
import {
  choice,
  date,
  dayText,
  didBefore,
  endOf,
  files,
  first,
  integer,
  longText,
  number,
  one,
  procedure,
  ref,
  round,
  rows,
  text,
  unit,
} from '#kernel'
import { branchById, notYet, unitOf, why } from '../shared.ts'

const form = {
  title: text('重点任务', { maxLength: 100 }),
  unit: unit('业务责任单位'),
  branch: ref('党建责任支部', 'party.branch'),
  task: ref('对应的督办任务', 'evaluation.task').optional(),
  business: longText('业务目标与措施', { maxLength: 1000 }),
  party: longText('党建目标与措施', { maxLength: 1000 }),
  dueOn: date('期限'),
} as const
const sideLine = {
  on: text('日期', { maxLength: 10 }),
  side: choice('方面', { business: '业务', party: '党建' }),
  percent: integer('进度', { unit: '%' }),
  said: text('情况', { maxLength: 300 }),
} as const
const last = (lines: readonly { readonly side: string; readonly percent: number }[], side: string): number =>
  lines.findLast((l) => l.side === side)?.percent ?? 0
const sides = { business: '业务', party: '党建' } as const
export const joint = procedure('party.joint-task', {
  zh: '党建业务“四同”任务',
  menu: '党建活动',
  title: 'title',
  isCommon: true,
  numbering: { prefix: 'ST', per: 'year', digits: 4 },
  help: '同部署、同落实、同检查、同考核:每一步业务与党建两方面都有,任何一方没有完成都不能办结;挂了督办任务的,督办任务销号后才能办结。',
  fields: {
    ...form,
    title: form.title.searchable(),
    lines: rows('落实', sideLine),
    businessPercent: integer('业务进度', { unit: '%' }),
    partyPercent: integer('党建进度', { unit: '%' }),
    isLate: choice('逾期', { yes: '是', no: '否' }),
    businessFound: longText('业务检查结果', { maxLength: 500 }).optional(),
    partyFound: longText('党建检查结果', { maxLength: 500 }).optional(),
    businessScore: number('业务得分', { unit: '分' }).optional(),
    partyScore: number('党建得分', { unit: '分' }).optional(),
    score: number('考核得分', { unit: '分' }).optional(),
    closedOn: date('办结日期').optional(),
  },
  statuses: {
    deployed: { zh: '同落实', duty: 'party.carry', taskZh: '四同任务落实中' },
    checking: { zh: '待同检查', duty: 'party.manage', taskZh: '四同任务待检查' },
    assessing: { zh: '待同考核', duty: 'party.approve', taskZh: '四同任务待考核' },
    closed: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  deploy: action({
    zh: '同部署',
    from: 'new',
    to: 'deployed',
    by: 'party.manage',
    form,
    look: ({ tx, input }) => branchById(tx, input.branch),
    check: ({ input, found, now }) => first(why(!found, '没有这个党支部'), why(input.dueOn < dayText(now), '期限不能早于今天')),
    effects: ({ input }) => ({
      set: { lines: [], businessPercent: 0, partyPercent: 0, isLate: 'no' },
      timers: [{ name: 'due', at: endOf(input.dueOn), action: 'pass' }],
    }),
  }),
  carry: action({
    zh: '报落实',
    from: 'deployed',
    look: async ({ tx, subject, actor }) => ({
      branch: await branchById(tx, subject.branch),
      unit: await unitOf(tx, actor.id),
    }),
    to: ({ subject, input }) => {
      const other = input.side === 'business' ? subject.partyPercent : subject.businessPercent
      return input.percent === 100 && other === 100 ? 'checking' : 'deployed'
    },
    by: 'party.carry',
    tone: 'primary',
    form: {
      side: sideLine.side,
      percent: integer('进度', { unit: '%', min: 1, max: 100 }),
      said: text('情况', { maxLength: 300 }),
      proof: files(1, '佐证材料'),
    },
    check: ({ input, subject, found, actor }) =>
      first(
        notYet(input.side === 'business' && found.unit !== subject.unit, '业务方面由责任单位填报'),
        notYet(
          input.side === 'party' && found.branch?.secretary !== actor.id && found.branch?.deputy !== actor.id,
          '党建方面由支部书记或组织委员填报',
        ),
        why(input.percent <= last(subject.lines, input.side), `${sides[input.side]}进度应大于上次`),
      ),
    effects: ({ input: { proof: _proof, ...line }, subject, now }) => {
      const lines = [...subject.lines, { on: dayText(now), ...line }]
      return { set: { lines, businessPercent: last(lines, 'business'), partyPercent: last(lines, 'party') } }
    },
  }),
  pass: action({ zh: '逾期', from: 'deployed', to: 'same', by: 'system', effects: () => ({ set: { isLate: 'yes' } }) }),
  check: action({
    zh: '同检查',
    from: 'checking',
    to: ({ input }) => (input.isBusinessOk === 'yes' && input.isPartyOk === 'yes' ? 'assessing' : 'deployed'),
    by: 'party.manage',
    tone: 'primary',
    form: {
      isBusinessOk: choice('业务', { yes: '合格', no: '不合格' }),
      businessFound: longText('业务检查结果', { maxLength: 500 }),
      isPartyOk: choice('党建', { yes: '合格', no: '不合格' }),
      partyFound: longText('党建检查结果', { maxLength: 500 }),
    },
    guard: ({ past, actor }) => notYet(didBefore(past, 'carry', actor), '填报落实的人不能检查'),
    effects: ({ input, subject, now }) => {
      const back = [
        ...(input.isBusinessOk === 'no' ? (['business'] as const) : []),
        ...(input.isPartyOk === 'no' ? (['party'] as const) : []),
      ].map((side) => ({ on: dayText(now), side, percent: 90, said: '检查不合格,退回' }))
      const lines = [...subject.lines, ...back]
      return {
        set: {
          businessFound: input.businessFound,
          partyFound: input.partyFound,
          lines,
          businessPercent: last(lines, 'business'),
          partyPercent: last(lines, 'party'),
        },
      }
    },
  }),
  assess: action({
    zh: '同考核,办结',
    from: 'assessing',
    look: ({ tx, subject }) =>
      one<{ number: string; status: string }>(tx, 'select number, status from evaluation.task where id = $1', [subject.task]),
    to: 'closed',
    by: 'party.approve',
    tone: 'primary',
    form: {
      businessScore: number('业务得分', { unit: '分', min: 0, max: 100 }),
      partyScore: number('党建得分', { unit: '分', min: 0, max: 100 }),
    },
    check: ({ found, subject }) =>
      notYet(Boolean(subject.task) && found?.status !== 'done', `督办任务${found?.number ?? ''}还没有销号`),
    effects: ({ input, now }) => ({
      set: { ...input, score: round((input.businessScore + input.partyScore) / 2), closedOn: dayText(now) },
      timers: [{ name: 'due', at: null, action: 'pass' }],
    }),
  }),
}))

/** 轨道交通控制保护区: the zone as geometry, projects inside it, joint checks with the metro company, guidance to builders or an order. */
import type { Transaction } from 'kysely'
import {
  choice,
  date,
  dayOf,
  dayText,
  flag,
  longText,
  person,
  photos,
  procedure,
  raw,
  ref,
  refuse,
  register,
  text,
} from '#kernel'
import { findOfficers, refuseUncertified } from '../officers.ts'
import { first, sayDeed } from '../penalty/shared.ts'

export const railZone = register('enforcement.rail-zone', {
  zh: '轨道控制保护区',
  menu: '执法台账',
  geometry: 'Polygon',
  fields: {
    name: text('线路、区段', { maxLength: 80 }).unique().searchable(),
    kind: choice('种类', { control: '控制保护区', special: '特别保护区' }),
    company: text('运营单位', { maxLength: 80 }),
    publishedOn: date('公布日期'),
  },
})
export const railProject = register('enforcement.rail-project', {
  zh: '保护区内建设项目',
  menu: '执法台账',
  geometry: 'Point',
  fields: {
    name: text('项目', { maxLength: 120 }).unique().searchable(),
    builder: ref('施工单位', 'enforcement.party'),
    work: choice('作业', { pit: '基坑', pile: '打桩', pipe: '管线顶进', load: '堆载', other: '其他' }),
    isAgreed: flag('已征得轨道运营单位同意'),
    startsOn: date('开工日期'),
    endsOn: date('完工日期').optional(),
  },
})
interface Where {
  readonly name: string
  readonly builder: string
  readonly isAgreed: boolean
  readonly zone: string | null
  readonly zoneKind: string | null
}
const findProject = async (tx: Transaction<unknown>, id: string): Promise<Where | undefined> => {
  const { rows } = await raw<Where>(
    tx,
    `select p.name, p.builder, p.is_agreed as "isAgreed", z.name as zone, z.kind as "zoneKind" from enforcement.rail_project p
     left join lateral (select name, kind from enforcement.rail_zone z where z.retired_at is null and st_contains(z.geom, p.geom) order by kind desc limit 1) z on true
     where p.id = $1 and p.retired_at is null`,
    [id],
  )
  return rows[0]
}
const form = {
  project: ref('项目', 'enforcement.rail-project'),
  coOfficer: person('协同执法人员'),
  metro: text('轨道公司参加人', { maxLength: 80 }),
  findings: longText('检查情况', { maxLength: 2000 }).searchable(),
  outcome: choice('结果', { pass: '合规', guided: '行政指导', stopped: '责令停止', filed: '立案' }),
  photos: photos(1, '检查照片'),
  campaign: ref('专项行动', 'enforcement.campaign').optional(),
} as const
export const railCheck = procedure('enforcement.rail-check', {
  zh: '轨道保护区联合检查',
  menu: '专项执法',
  numbering: { prefix: 'GD', per: 'year', digits: 4 },
  title: 'findings',
  help: '与轨道公司联合检查控制保护区内的项目;位置由保护区图形判定。',
  fields: {
    ...form,
    zone: text('所在保护区', { maxLength: 80 }).optional(),
    recheck: longText('复查', { maxLength: 1000 }).optional(),
  },
  statuses: {
    open: { zh: '待复查', duty: 'enforcement.handle', taskZh: '待复查轨道保护区项目' },
    done: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  check: action({
    zh: '登记联合检查',
    from: 'new',
    by: 'enforcement.handle',
    form,
    look: async (ctx) => {
      const day = dayOf(ctx.kernel, ctx.subject.district, ctx.now)
      return {
        day,
        officers: await findOfficers(ctx.tx, [ctx.actor.id, ctx.input.coOfficer], day),
        project: await findProject(ctx.tx, ctx.input.project),
      }
    },
    to: ({ input }) => (input.outcome === 'pass' || input.outcome === 'filed' ? 'done' : 'open'),
    check: ({ found, input }) =>
      first(
        refuseUncertified(found.officers, found.day),
        found.project ? undefined : refuse('kernel.not-found', { what: '项目' }),
        found.project?.zone ? undefined : refuse('enforcement.field', { why: '该项目不在已公布的控制保护区内' }),
        input.outcome === 'pass' && !found.project?.isAgreed
          ? refuse('enforcement.field', { why: '未征得轨道运营单位同意的项目不能判为合规' })
          : undefined,
      ),
    effects: ({ found, input, subject, actor, now }) => ({
      set: { zone: found.project?.zone ?? null, unitId: found.officers.find((o) => o.id === actor.id)?.unitId ?? null },
      spawn: railConsequence(found.project, input, subject.id, now),
      facts: [
        sayDeed(
          'enforcement.rail-check',
          { ...subject, topic: 'rail', campaign: input.campaign ?? null },
          actor,
          '联合检查',
          'manage',
        ),
      ],
    }),
  }),
  recheck: action({
    zh: '复查指导落实',
    from: 'open',
    look: (ctx) => findProject(ctx.tx, ctx.subject.project),
    to: ({ input }) => (input.isHeeded ? 'done' : 'open'),
    by: 'enforcement.handle',
    tone: 'primary',
    help: '未按指导落实的责令停止,以责令整改单的复查为准。',
    form: {
      isHeeded: flag('已落实'),
      recheck: longText('复查情况', { maxLength: 1000 }),
      photos: photos(1, '复查照片'),
    },
    guard: ({ subject }) =>
      subject.outcome === 'stopped' ? refuse('enforcement.follow-up', { why: '已责令停止,请在责令整改单上复查' }) : undefined,
    effects: ({ input, subject, found, now }) => ({
      set: {
        recheck: input.recheck,
        photos: [...subject.photos, ...input.photos],
        ...(input.isHeeded ? {} : { outcome: 'stopped' as const }),
      },
      spawn: input.isHeeded
        ? []
        : railConsequence(
            found,
            { outcome: 'stopped', findings: `未落实指导:${input.recheck}`, coOfficer: subject.coOfficer },
            subject.id,
            now,
          ),
    }),
  }),
  orderEnded: action({
    zh: '责令停止已复查',
    from: 'open',
    to: 'done',
    by: 'system',
    form: { recheck: longText('复查情况', { maxLength: 1000 }) },
    effects: ({ input }) => ({ set: { recheck: input.recheck } }),
  }),
}))
const railConsequence = (
  project: Where | undefined,
  input: { readonly outcome: string; readonly findings: string; readonly coOfficer: string; readonly campaign?: string | null },
  id: string,
  now: Date,
) => {
  if (!project) return []
  const shared = {
    topic: 'rail',
    party: project.builder,
    lawCode: 'Z01',
    basis: `${project.zone ?? ''}控制保护区`,
    content: input.findings.slice(0, 1000),
    address: project.name,
  }
  if (input.outcome === 'guided')
    return [{ procedure: 'enforcement.measure', action: 'guide', input: { ...shared, outcome: '已指导' } }]
  if (input.outcome === 'stopped')
    return [
      {
        procedure: 'enforcement.measure',
        action: 'order',
        input: { ...shared, coOfficer: input.coOfficer, limit: { value: 1, unit: 'natural_day' } },
      },
    ]
  if (input.outcome !== 'filed') return []
  return [
    {
      procedure: 'enforcement.penalty',
      input: {
        source: 'check',
        topic: 'rail',
        party: project.builder,
        lawCode: 'Z01',
        happenedOn: dayText(now),
        address: project.name,
        description: input.findings,
        coHandler: input.coOfficer,
        sourceType: 'enforcement.rail-check',
        sourceId: id,
      },
    },
  ]
}

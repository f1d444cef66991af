/** Shapes of enforcement's own routes. */
import { z } from 'zod'
import { route } from '#kernel/contract'
import { topics } from './contract.ts'

const tag = 'enforcement'
export const campaignReportRoute = route({
  method: 'GET',
  path: '/enforcement/campaigns/:id/report',
  zh: '专项行动一键报告',
  permission: 'enforcement.campaign.read',
  tag,
  input: z.object({ id: z.uuid() }),
  output: z.object({
    name: z.string(),
    goal: z.string(),
    target: z.number(),
    startsOn: z.string(),
    endsOn: z.string(),
    areas: z.array(z.string()),
    status: z.string(),
    operations: z.object({ n: z.number(), people: z.number(), vehicles: z.number() }),
    checks: z.object({ total: z.number(), byOutcome: z.record(z.string(), z.number()) }),
    issues: z.object({ found: z.number(), cleared: z.number() }),
    measures: z.record(z.string(), z.number()),
    penalties: z.object({ filed: z.number(), decided: z.number(), fen: z.number() }),
    text: z.string(),
  }),
})
const band = z.object({
  id: z.string(),
  circumstance: z.string(),
  level: z.string(),
  minFen: z.number(),
  maxFen: z.number(),
  proposedFen: z.number(),
  text: z.string(),
})
export const proposalRoute = route({
  method: 'GET',
  path: '/enforcement/penalties/:id/proposal',
  zh: '裁量建议:从旧兼从轻的依据、幅度、基准各档建议数与理由、此前提醒',
  permission: 'enforcement.penalty.read',
  tag,
  input: z.object({ id: z.uuid() }),
  output: z.object({
    law: z.string().nullable(),
    why: z.string(),
    range: z.string(),
    sure: z.string().nullable(),
    earlierWarnings: z.number(),
    earlierPenalties: z.number(),
    lenient: z.array(z.string()),
    benchmarks: z.array(band),
  }),
})
export const ledgerRoute = route({
  method: 'GET',
  path: '/enforcement/ledger',
  zh: '行政处罚与罚款台账:以元或万元、任意小数位',
  permission: 'enforcement.penalty.read',
  tag,
  input: z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    topic: z.enum(Object.keys(topics) as [keyof typeof topics]).optional(),
    unit: z.enum(['yuan', 'wan']).default('yuan'),
    decimals: z.coerce.number().int().min(0).max(6).default(2),
  }),
  output: z.object({
    rows: z.array(z.record(z.string(), z.unknown())),
    count: z.number(),
    fineFen: z.number(),
    fine: z.string(),
    paid: z.string(),
    unpaid: z.string(),
  }),
})
export const work721Route = route({
  method: 'GET',
  path: '/enforcement/work-721',
  zh: '“721”工作法:服务、管理、执法的占比与权重',
  permission: 'enforcement.deed.read',
  tag,
  input: z.object({ from: z.iso.date(), to: z.iso.date() }),
  output: z.object({
    total: z.number(),
    classes: z.array(
      z.object({
        key: z.string(),
        zh: z.string(),
        n: z.number(),
        share: z.number().nullable(),
        weight: z.number(),
        difference: z.number().nullable(),
      }),
    ),
  }),
})
export const publicListRoute = route({
  method: 'GET',
  path: '/public/enforcement',
  zh: '行政执法公示',
  permission: 'public',
  tag: 'public',
  input: z.object({ kind: z.enum(['penalty', 'exposure', 'basis', 'check']).optional() }),
  output: z.object({
    rows: z.array(
      z.object({
        number: z.string(),
        kind: z.string(),
        title: z.string(),
        body: z.string().nullable(),
        party: z.string().nullable(),
        publishedAt: z.date(),
        status: z.string(),
        reason: z.string().nullable(),
      }),
    ),
  }),
})

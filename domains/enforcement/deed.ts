/**
 * 执法行为: every deed of the teams as one line, tagged 服务, 管理 or 执法 (“721”工作法). Steps that are deeds say so with `deedDone` and
 * the line is written beside them; service that has no procedure of its own is entered by hand.
 */
import { z } from 'zod'
import { choice, fact, longText, money, record, ref, text, unit } from '#kernel'
import { topics, workClasses } from './contract.ts'

export const deed = record('enforcement.deed', {
  zh: '执法行为(721)',
  menu: '执法监督',
  title: 'kind',
  geometry: 'Point',
  help: '每一次服务、管理、执法各记一条,比例与本局权重比较。',
  fields: {
    workClass: choice('类别', workClasses),
    kind: text('行为', { maxLength: 60 }).searchable(),
    topic: choice('领域', topics),
    unit: unit('单位').optional(),
    campaign: ref('专项行动', 'enforcement.campaign').optional(),
    sourceType: text('来源单据', { isGiven: true }).optional(),
    sourceId: text('来源单据号', { isGiven: true }).optional(),
    amountFen: money('罚没款').optional(),
    note: longText('情况', { maxLength: 1000 }).optional(),
  },
})
/** The decision reached the party: the paper itself is then served too. */
export const decisionServed = fact(
  'enforcement.decision-served',
  '决定书已送达',
  z.object({ penalty: z.string(), serviceKind: z.string(), servedOn: z.string() }),
)
export const deedDone = fact(
  'enforcement.deed-done',
  '执法行为已完成',
  z.object({
    workClass: z.enum(['service', 'manage', 'enforce']),
    kind: z.string(),
    topic: z.string(),
    unitId: z.string().nullish(),
    campaign: z.string().nullish(),
    sourceType: z.string(),
    sourceId: z.string(),
    amountFen: z.number().nullish(),
    areaCode: z.string().nullish(),
    by: z.string().nullish(),
    byName: z.string(),
  }),
)

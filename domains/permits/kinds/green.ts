/** 园林绿化: 砍伐移植, 古树名木, 附属绿化方案, 竣工备案. */
import { choice, integer, list, longText, number, raw, ref, text } from '#kernel'
import { projectKinds } from '../contract.ts'
import { addMonths } from '../days.ts'
import { fails, first, type Kind, texts, wrong } from './kind.ts'

export const treeKind: Kind = {
  key: 'tree',
  prefix: 'SM',
  fields: {
    treeAction: choice('方式', { cut: '砍伐', transplant: '移植' }).optional(),
    species: text('树种', { maxLength: 60 }).optional(),
    trees: integer('株数', { unit: '株', min: 1 }).optional(),
    diameterCm: number('胸径', { unit: 'cm', min: 0 }).optional(),
    treeCodes: list('行道树号').optional().help('已登记的行道树逐株写树号;作业后核对合格,档案随之注销'),
    purpose: longText('事由', { maxLength: 1000 }).optional(),
    compensationTrees: integer('补植株数', { unit: '株', min: 0 }).optional(),
    compensationPlace: text('补植、移植地点', { maxLength: 200 }).optional(),
  },
  look: async ({ tx, stated }) => {
    const codes = texts(stated.treeCodes)
    const { rows } = await raw<{ code: string }>(
      tx,
      'select code from greening.tree where code = any($1::text[]) and retired_at is null',
      [codes],
    )
    return { unknownTrees: codes.filter((code) => !rows.some((r) => r.code === code)) }
  },
  apply: ({ stated, found, parameter }) => {
    const times = parameter('permits.tree-compensation')
    const unknown = texts(found.unknownTrees)
    const needed = Number(stated.trees ?? 0) * times
    return first(
      stated.treeAction && stated.species && stated.trees && stated.purpose && stated.compensationPlace
        ? undefined
        : wrong('请填写方式、树种、株数、事由和补植地点'),
      unknown.length > 0 ? wrong(`行道树档案里没有:${unknown.join('、')}`) : undefined,
      texts(stated.treeCodes).length > Number(stated.trees ?? 0) ? wrong('所列树号多于申请株数') : undefined,
      stated.treeAction === 'cut' && Number(stated.compensationTrees ?? 0) < needed
        ? fails(`砍伐${stated.trees}株应补植不少于${needed}株(${times}倍)`)
        : undefined,
    )
  },
  terms: ({ stated, day, validMonths }) => ({
    validFrom: day,
    validTo: addMonths(day, validMonths),
    conditions: `${stated.treeAction === 'cut' ? '砍伐' : '移植'}${stated.species}${stated.trees}株;${stated.treeAction === 'cut' ? `补植${stated.compensationTrees}株` : '移植'}于${stated.compensationPlace}`,
  }),
  follow: (stated) => [
    { phase: 'construction', content: `作业前后核对:${stated.species}${stated.trees}株`, inDays: 30 },
    { phase: 'use', content: `补植移植成活检查:应活${Number(stated.compensationTrees || stated.trees)}株`, inDays: 365 },
  ],
}
export const ancientTreeKind: Kind = {
  key: 'ancientTree',
  prefix: 'GS',
  fields: {
    treeCode: text('古树名木编号', { maxLength: 40 }).optional(),
    treeGrade: choice('保护级别', { first: '一级', second: '二级', third: '三级', famous: '名木' }).optional(),
    newPlace: text('迁入地', { maxLength: 200 }).optional(),
    protectionPlan: longText('移植养护方案', { maxLength: 4000 }).optional(),
  },
  look: async ({ tx, stated }) => {
    const { rows } = await raw<{ grade: string }>(
      tx,
      'select grade from greening.ancient where code = $1 and retired_at is null',
      [stated.treeCode ?? ''],
    )
    return { known: rows[0]?.grade ?? null }
  },
  apply: ({ stated, found }) =>
    first(
      stated.treeCode && stated.treeGrade && stated.newPlace && stated.protectionPlan
        ? undefined
        : wrong('请填写古树编号、级别、迁入地和移植养护方案(古树名木保护条例第15条)'),
      found.known ? undefined : wrong(`古树名木档案里没有${stated.treeCode}`),
      found.known === stated.treeGrade ? undefined : wrong('保护级别与古树名木档案不一致'),
    ),
  grant: ({ stated }) =>
    first(
      stated.expertOpinion ? undefined : fails('没有专家评审意见(古树名木保护条例第15条)'),
      stated.higherApproval ? undefined : fails('没有上级批准文号:移植古树名木须报有批准权的人民政府批准'),
    ),
  terms: ({ stated, day, validMonths }) => ({
    validFrom: day,
    validTo: addMonths(day, validMonths),
    conditions: `${stated.treeCode}迁至${stated.newPlace};批准文号${stated.higherApproval}`,
  }),
  follow: () => [90, 365, 730, 1095].map((inDays) => ({ phase: 'use', content: `古树成活检查(${inDays}日)`, inDays }) as const),
}
const rate = (green: unknown, land: unknown): number => Math.round((Number(green) * 10_000) / Math.max(1, Number(land))) / 100
export const needGreenRate = (kind: unknown): string =>
  kind === 'residential' ? 'permits.green-residential' : kind === 'mall' ? 'permits.green-mall' : 'permits.green-other'
export const greenPlanKind: Kind = {
  key: 'greenPlan',
  prefix: 'LF',
  hasRounds: true,
  fields: {
    projectKind: choice('项目类型', projectKinds).optional(),
    landM2: number('用地面积', { unit: '㎡', min: 0 }).optional(),
    greenM2: number('绿地面积', { unit: '㎡', min: 0 }).optional(),
    plantList: longText('苗木表', { maxLength: 4000 }).optional(),
  },
  apply: ({ stated }) =>
    first(
      stated.projectKind && stated.landM2 && stated.greenM2 && stated.plantList
        ? undefined
        : wrong('请填写项目类型、用地面积、绿地面积和苗木表'),
      Number(stated.greenM2) > Number(stated.landM2) ? wrong('绿地面积不能大于用地面积') : undefined,
    ),
  // Told at the review, not at the door: the plan may be changed in the next round.
  grant: ({ stated, parameter }) => {
    const needed = parameter(needGreenRate(stated.projectKind))
    const have = rate(stated.greenM2, stated.landM2)
    return have < needed ? fails(`绿地率${have}%,规定不低于${needed}%,请退回修改`) : undefined
  },
  terms: ({ stated, day, validMonths }) => ({
    validFrom: day,
    validTo: addMonths(day, validMonths),
    conditions: `绿地${stated.greenM2}㎡,绿地率${rate(stated.greenM2, stated.landM2)}%`,
  }),
  follow: () => [{ phase: 'construction', content: '按审查方案施工检查', inDays: 90 }],
}
export const greenCompletionKind: Kind = {
  key: 'greenCompletion',
  prefix: 'LJ',
  fields: {
    plan: ref('审查通过的方案', 'permits.application').optional(),
    measuredGreenM2: number('实测绿地面积', { unit: '㎡', min: 0 }).optional(),
  },
  look: async ({ tx, stated, self }) => {
    const { rows } = await raw<Record<string, unknown>>(
      tx,
      `select kind, status, green_m2 as "planGreenM2", land_m2 as "planLandM2", number as "planNumber",
         (select o.number from permits.application o where o.plan = a.id and o.id <> $2 and (o.closed_at is null or o.status = 'done') limit 1) as "filedBy"
       from permits.application a where id = $1`,
      [stated.plan ?? null, self],
    )
    return rows[0] ?? {}
  },
  apply: ({ stated, found }) =>
    first(
      stated.plan && stated.measuredGreenM2 ? undefined : wrong('请选择审查过的方案并填写实测绿地面积'),
      found.kind === 'greenPlan' && found.status === 'done' ? undefined : wrong('所选方案未经审查通过'),
      found.filedBy ? wrong(`该方案已由${found.filedBy}申请竣工备案`) : undefined,
    ),
  grant: ({ stated, found, parameter }) => {
    const tolerance = parameter('permits.green-tolerance')
    const planned = Number(found.planGreenM2)
    const short = Math.round(((planned - Number(stated.measuredGreenM2)) * 10_000) / Math.max(1, planned)) / 100
    return short > tolerance
      ? fails(`实测${stated.measuredGreenM2}㎡,比审查方案${found.planNumber}的${planned}㎡少${short}%,超过允许偏差${tolerance}%`)
      : undefined
  },
  terms: ({ stated, found, day, validMonths }) => ({
    validFrom: day,
    validTo: addMonths(day, validMonths),
    conditions: `实测绿地${stated.measuredGreenM2}㎡(方案${found.planGreenM2}㎡)`,
  }),
  follow: () => [{ phase: 'use', content: '绿地保存与养护检查', inDays: 365 }],
}

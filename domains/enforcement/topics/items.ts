/** Four topics of the shape 整改事项: 门前三包, 地桩地锁锥桶, 占绿毁绿, 小区内违法. */
import { choice, flag, integer, list, number, ref, refuse, text } from '#kernel'
import { rectification } from './rectification.ts'

export const frontageIssue = rectification('enforcement.frontage-issue', {
  zh: '门前三包整改',
  topic: 'frontage',
  prefix: 'MQ',
  help: '责任单位未履行门前三包义务;逾期不改的转市容环卫责任制处罚,案件连着未整改的问题。',
  defaultLaw: 'F01',
  found: {
    shop: ref('责任单位', 'grid.shop').optional(),
    duty: choice('未履行的责任', { sanitation: '包卫生', order: '包秩序', greening: '包绿化及设施' }),
  },
})
export const obstacleKinds = { pile: '地桩', lock: '地锁', cone: '锥桶' } as const
export const obstacle = rectification('enforcement.obstacle', {
  zh: '退红线区域地桩地锁锥桶',
  topic: 'obstacle',
  prefix: 'DZ',
  help: '擅自设置在退红线区域内的地桩、地锁、锥桶;按处计数,由当事人拆除或代为拆除。',
  defaultLaw: 'D01',
  found: {
    kind: choice('种类', obstacleKinds),
    pieces: integer('数量', { unit: '处', min: 1 }),
    owner: text('设置人', { maxLength: 80 }),
    isInside: flag('在退红线区域内'),
  },
  findRefusal: (input) =>
    input.isInside ? undefined : refuse('enforcement.field', { why: '不在退红线区域内的不属本专项,请按停车秩序问题上报' }),
})
export const greeningDamage = rectification('enforcement.greening-damage', {
  zh: '占绿毁绿',
  topic: 'greening',
  prefix: 'LH',
  help: '城市绿化条例第26条、第27条:责令停止侵害、限期恢复;恢复面积不少于损坏面积方可销号。',
  defaultLaw: 'V05',
  found: {
    damage: choice('行为', { occupy: '占绿', destroy: '毁绿', cut: '擅自砍伐' }),
    species: text('植物', { maxLength: 80 }),
    damagedM2: number('损坏面积', { unit: '㎡', min: 0.1 }),
    trees: integer('株数', { min: 0 }).optional(),
  },
  checked: { restoredM2: number('恢复面积', { unit: '㎡', min: 0 }).optional() },
  clearRefusal: ({ subject, input }) =>
    Number(input.restoredM2 ?? 0) < Number(subject.damagedM2)
      ? refuse('enforcement.follow-up', { why: `恢复面积${input.restoredM2 ?? 0}㎡少于损坏面积${subject.damagedM2}㎡,不能销号` })
      : undefined,
  clearSet: (input) => ({ restoredM2: input.restoredM2 }),
})
export const compoundClasses = {
  airDefence: '侵占人防工程',
  greenery: '侵占公共绿地',
  fireLane: '占用消防通道',
  appearance: '改变房屋外观',
} as const
export const compoundCase = rectification('enforcement.compound-case', {
  zh: '进小区执法',
  topic: 'compound',
  prefix: 'XQ',
  help: '物业报告进入,四类违法;消防通道、人防须有主管部门协同。',
  defaultLaw: 'X01',
  found: {
    class: choice('类别', compoundClasses),
    compound: ref('小区', 'grid.compound').optional(),
    reportedBy: text('报告的物业企业', { maxLength: 80 }),
    partners: list('协同部门'),
  },
  findRefusal: (input) => {
    if (!input.compound) return refuse('enforcement.field', { why: '进小区执法须选择小区' })
    const needed = { airDefence: '人防', fireLane: '消防' }[String(input.class)]
    const partners = Array.isArray(input.partners) ? input.partners.map(String) : []
    return needed && !partners.some((p) => p.includes(needed))
      ? refuse('enforcement.field', {
          why: `${compoundClasses[input.class as keyof typeof compoundClasses]}须有${needed}部门协同`,
        })
      : undefined
  },
})

/** What recognition is worth: problems without false positives, put right by the shops themselves, and precision by scene. */
import { atLeast, count, type Indicator, indicator, ratio, value } from '#kernel'
import { detection } from './detection.ts'
import { camera, shopInView } from './registers.ts'

const at = 'seenAt'
const seen = { status: { not: 'low' } } as const
/** 再学习 leaves the denominator: what was no problem cannot be put right. */
const problems = ['pending', 'told', 'fixed', 'done', 'sent'] as const
const by = ['scene', 'road', 'modelVersion'] as const
const frontage = `exists (select 1 from sensing.camera c where c.id = r.camera and c.use = 'frontage')`
export const visionIndicators: readonly Indicator[] = [
  indicator('sensing.frontage-cameras', {
    zh: '市容环卫责任区摄像头数',
    unit: '个',
    decimals: 0,
    definition: '用途为市容环卫责任区、启用的摄像头;可按道路分',
    of: value(count(camera, { where: { use: 'frontage', isOn: true } })),
    by: ['road'],
  }),
  indicator('sensing.frontage-shops', {
    zh: '摄像头覆盖商户数',
    unit: '户',
    decimals: 0,
    definition: '启用的责任区摄像头视野内登记的商户',
    of: value(count(shopInView, { and: frontage })),
  }),
  indicator('sensing.detections', {
    zh: '识别问题数(含再学习)',
    unit: '个',
    decimals: 0,
    definition: '达到置信度下限的识别,含判为再学习的',
    of: value(count(detection, { at, where: seen })),
    by,
  }),
  indicator('sensing.relearned', {
    zh: '再学习问题数',
    unit: '个',
    decimals: 0,
    definition: '人工判为误报、转入样本集的识别',
    of: value(count(detection, { at, where: { status: 'relearn' } })),
    by,
  }),
  indicator('sensing.self-fix-rate', {
    zh: '自行整改率',
    unit: '%',
    decimals: 2,
    definition: '核实为商户自行整改的 ÷(识别问题数 − 再学习问题数)',
    source: '市容环卫责任区智慧化:再学习问题不计入分母',
    of: ratio(count(detection, { at, where: { status: 'done' } }), count(detection, { at, where: { status: [...problems] } })),
    by,
    target: atLeast(86),
  }),
  indicator('sensing.precision', {
    zh: '识别准确率',
    unit: '%',
    decimals: 2,
    definition: '人工复核属实的 ÷ 人工复核过的(属实 + 再学习)',
    of: ratio(
      count(detection, { at, where: { status: ['told', 'fixed', 'done', 'sent'] }, and: 'r.reviewed_at is not null' }),
      count(detection, { at, where: { status: ['told', 'fixed', 'done', 'sent', 'relearn'] }, and: 'r.reviewed_at is not null' }),
    ),
    by,
  }),
  indicator('sensing.video-cases', {
    zh: '视频识别转案件数',
    unit: '件',
    decimals: 0,
    definition: '转入案件处置的识别问题',
    of: value(count(detection, { at, where: { status: 'sent' } })),
    by,
  }),
]

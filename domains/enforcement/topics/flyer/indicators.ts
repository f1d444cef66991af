/** Figures of 小广告治理: what was cleaned in 张, 处 and ㎡; what was suspended and given back; how well the machine reads. */
import { count, type Indicator, indicator, ratio, sum, value } from '#kernel'
import { plain } from '../../indicators/plain.ts'
import { flyer } from './flyer.ts'
import { flyerPhone } from './number.ts'

const by = ['kind', 'street', 'month', 'isRepeated'] as const
const numberBy = ['operator', 'round', 'month'] as const
export const flyerIndicators: readonly Indicator[] = [
  plain('flyers', '小广告取证', '处', count(flyer, { at: 'createdAt' }), '期内拍照取证的处数', by),
  plain('flyer-sheets', '清理小广告', '张', sum(flyer, 'clearedSheets', { at: 'clearedAt' }), '期内清理完成的张数', by),
  plain('flyer-places', '清理小广告处数', '处', count(flyer, { at: 'clearedAt' }), '期内清理完成的处数', by),
  indicator('enforcement.flyer-m2', {
    zh: '清理乱涂写面积',
    unit: '㎡',
    decimals: 1,
    by: [...by],
    of: value(sum(flyer, 'clearedM2', { at: 'clearedAt' })),
    definition: '期内清理完成的面积',
  }),
  indicator('enforcement.flyer-read-rate', {
    zh: '号码机读正确率',
    unit: '%',
    decimals: 2,
    by: ['kind', 'month'],
    of: ratio(
      count(flyer, { at: 'createdAt', where: { readRight: 'right' } }),
      count(flyer, { at: 'createdAt', and: 'r.read_right is not null' }),
    ),
    definition: '期内确认有号码的小广告中,机器读出且无须更正的 ÷ 全部',
  }),
  plain(
    'phones-requested',
    '上报停机',
    '起',
    count(flyerPhone, { at: 'requestedAt' }),
    '期内上报运营单位停机的号码(每个号码计最近一次)',
    numberBy,
  ),
  plain('phones-suspended', '停机', '个', count(flyerPhone, { at: 'suspendedAt' }), '期内停机的号码(含强制停机)', numberBy),
  plain(
    'phones-forced',
    '强制停机',
    '起',
    count(flyerPhone, { at: 'suspendedAt', where: { isForced: true } }),
    '期内强制停机的号码',
    numberBy,
  ),
  plain('phones-resumed', '复机', '个', count(flyerPhone, { at: 'resumedAt' }), '期内批准复机的号码', numberBy),
  indicator('enforcement.phones-answered-rate', {
    zh: '运营单位按时答复率',
    unit: '%',
    decimals: 2,
    by: ['carrier', 'month'],
    of: ratio(
      count(flyerPhone, { at: 'answerDueAt', and: 'r.answered_at <= r.answer_due_at' }),
      count(flyerPhone, { at: 'answerDueAt', and: 'r.answered_at is not null or r.answer_due_at < now()' }),
    ),
    definition: '答复期限在期内的停机函中按时答复的 ÷ 应答复的',
  }),
]

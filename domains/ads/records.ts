/** What was taken down, by form: the forms sum to the total. */
import { area, choice, date, integer, number, photos, record, ref, text } from '#kernel'
import { forms, reasons } from './words.ts'

export const removal = record('ads.removal', {
  zh: '户外广告拆除记录',
  menu: '户外广告',
  title: 'form',
  help: '台账内的复查合格自动记录;台账外的零星广告、店招手工登记。',
  fields: {
    form: choice('形式', forms),
    reason: choice('原因', reasons),
    areaM2: number('面积', { unit: '㎡', min: 0.01 }),
    pieces: integer('数量', { unit: '块(处)', min: 1 }),
    removedOn: date('拆除日期'),
    street: area('街道(镇)').optional(),
    place: text('位置', { maxLength: 120 }).optional(),
    site: ref('户外广告', 'ads.site').optional(),
    photos: photos(0, '照片').optional(),
  },
})

/** 工作专班名册: who is seconded, from where, on which paper, and from when to when. */
import { choice, date, register, text } from '#kernel'

export const seconded = register('sorting.seconded', {
  zh: '工作专班名册',
  menu: '组织推进',
  title: 'name',
  isDated: true,
  uniqueTogether: [['name', 'validFrom']],
  fields: {
    name: text('姓名', { maxLength: 40 }).searchable(),
    phone: text('手机', { maxLength: 11 }).personal('phone'),
    fromUnit: text('派出单位', { maxLength: 80 }),
    role: choice('专班岗位', { lead: '组长', deputy: '副组长', inspector: '检查督导', liaison: '联络宣传', data: '统计信息' }),
    paper: text('借调文号', { maxLength: 80 }),
    validFrom: date('到岗'),
    validTo: date('归建(不含)').optional(),
  },
})

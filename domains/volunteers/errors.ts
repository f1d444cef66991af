/** Refusals of volunteering. */
import { defineErrors } from '#kernel/contract'

export const volunteerErrors = defineErrors({
  'volunteers.unknown': {
    status: 404,
    zh: '没有这名志愿者:编号与手机号对不上',
    en: 'No such volunteer: number and phone do not match',
  },
})

/** Refusals of sensing. */
import { defineErrors } from '#kernel/contract'

export const sensingErrors = defineErrors({
  'sensing.key': { status: 401, zh: '设备编号或接入密钥不对', en: 'Wrong device number or key' },
  'sensing.empty': { status: 422, zh: '报文里没有一条读数', en: 'No readings in the message' },
  'sensing.stopped': { status: 409, zh: '设备{number}已停用,不能下发指令', en: 'Device {number} is stopped' },
  'sensing.command': { status: 422, zh: '{why}', en: '{why}' },
  'sensing.field': { status: 422, zh: '{why}', en: '{why}' },
  'sensing.not-yet': { status: 409, zh: '{why}', en: '{why}' },
})

/** What senses: devices as installed, and the quantities they may report. What changes by the second is in `sensing.status`. */
import { code, date, instant, integer, number, ref, register, text, unit } from '#kernel'
import { choice } from '#kernel/contract'
import { deviceStates } from './contract.ts'

/** Used in topics and addresses: nothing that MQTT or a path would take for its own. */
const deviceNumber = { source: '^[A-Za-z0-9_.-]{1,40}$', zh: '设备编号只能用字母、数字、点、横线、下划线,不超过40位' }
export const device = register('sensing.device', {
  zh: '感知设备(城市之感)',
  menu: '感知',
  geometry: 'Point',
  title: 'number',
  help: '设备凭编号与接入密钥接入(MQTT、HTTP、JT/T 808);密钥只显示一次,平台只存散列。车载终端的编号为终端手机号。',
  fields: {
    number: text('设备编号', { pattern: deviceNumber, maxLength: 40 }).unique().searchable(),
    name: text('名称', { maxLength: 80 }).searchable(),
    kind: code('种类', 'device-kind'),
    state: choice('状态', deviceStates),
    unit: unit('管理单位').optional(),
    owner: text('产权单位', { maxLength: 80 }).optional(),
    gateway: ref('所属网关', 'sensing.device').optional().help('网关可代为上报'),
    component: ref('所在部件', 'grid.component').optional(),
    plate: text('车牌号', { maxLength: 10 }).optional().searchable().help('填写后,终端注册时须与之相符'),
    maker: text('厂商', { maxLength: 60 }).optional(),
    model: text('型号', { maxLength: 60 }).optional(),
    installedOn: date('安装日期').optional(),
    calibrationDueOn: date('校准到期').optional().help('到期后的读数标为“校准过期”'),
    maintenanceFrom: instant('维护起').optional(),
    maintenanceTo: instant('维护止').optional().help('维护期间的读数照常入库,标为“维护期间”'),
  },
  checks: {
    maintenance: {
      sql: 'maintenance_from is null or maintenance_to is null or maintenance_to > maintenance_from',
      zh: '维护止应晚于维护起',
    },
  },
  sort: { by: 'number' },
})
export const quantity = register('sensing.quantity', {
  zh: '监测量',
  menu: '感知',
  title: 'name',
  help: '设备上报的每个量须先在此登记;超出量程的读数照常入库,标为“超出量程”,不参与判断。',
  fields: {
    code: text('代码', { maxLength: 40, pattern: { source: '^[a-z][A-Za-z0-9]{0,39}$', zh: '代码用小写字母开头的字母数字' } })
      .unique()
      .searchable(),
    name: text('名称', { maxLength: 40 }).searchable(),
    unit: text('单位', { maxLength: 16 }),
    serial: integer('序号', { min: 1, max: 4095 }).unique().help('用于读数编号,启用后不得更改'),
    least: number('量程下限').optional(),
    most: number('量程上限').optional(),
  },
  checks: { range: { sql: 'least is null or most is null or most > least', zh: '量程上限应大于下限' } },
  sort: { by: 'serial' },
})

/** 设备复装 and 报警器试验: a device that cries wolf is installed anew; one that is never tried cannot be trusted. */
import { choice, date, integer, longText, photos, procedure, record, ref, say, text } from '#kernel'
import { reinstalled } from '../facts.ts'

const jobForm = {
  device: ref('设备', 'sensing.device'),
  deviceNumber: text('设备编号', { maxLength: 40 }).searchable(),
  cause: longText('原因', { maxLength: 500 }),
} as const
export const installJob = procedure('sensing.install-job', {
  zh: '设备复装',
  menu: '感知告警',
  title: 'deviceNumber',
  numbering: { prefix: 'FZ', per: 'year', digits: 4 },
  fields: {
    ...jobForm,
    falseCount: integer('误报次数', { min: 0 }).optional(),
    installedOn: date('复装日期').optional(),
    position: text('新安装位置', { maxLength: 200 }).optional(),
    photos: photos(0, '安装照片').optional(),
  },
  statuses: {
    todo: { zh: '待复装', duty: 'sensing.handle', taskZh: '设备待复装' },
    installed: { zh: '待验收', duty: 'sensing.duty', taskZh: '设备复装待验收' },
    accepted: { zh: '已验收', kind: 'final' },
  },
}).actions((action) => ({
  repeatFalse: action({
    zh: '多次误报',
    from: 'new',
    to: 'todo',
    by: 'system',
    form: { ...jobForm, falseCount: integer('误报次数', { min: 0 }) },
  }),
  order: action({ zh: '下达复装', from: 'new', to: 'todo', by: 'sensing.duty', form: jobForm }),
  install: action({
    zh: '复装完成',
    from: 'todo',
    to: 'installed',
    by: 'sensing.handle',
    tone: 'primary',
    form: {
      installedOn: date('复装日期'),
      position: text('新安装位置', { maxLength: 200 }),
      photos: photos(1, '安装照片'),
    },
    effects: ({ input }) => ({ set: input }),
  }),
  accept: action({
    zh: '验收',
    from: 'installed',
    to: 'accepted',
    by: 'sensing.duty',
    tone: 'primary',
    effects: ({ subject }) => ({
      facts: [
        say(reinstalled, {
          deviceId: subject.device,
          installedOn: subject.installedOn ?? '',
          position: subject.position ?? '',
        }),
      ],
    }),
  }),
  redo: action({
    zh: '退回重装',
    from: 'installed',
    to: 'todo',
    by: 'sensing.duty',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
  }),
}))
export const alarmTest = record('sensing.alarm-test', {
  zh: '报警器试验记录',
  menu: '感知告警',
  title: 'note',
  fields: {
    device: ref('设备', 'sensing.device'),
    alarm: ref('引起的告警', 'sensing.alarm').optional(),
    seconds: integer('从按下到平台告警', { unit: '秒', min: 0, max: 3600 }).optional(),
    result: choice('结果', { passed: '合格', failed: '不合格' }),
    note: text('说明', { maxLength: 200 }),
    photos: photos(0).optional(),
  },
})

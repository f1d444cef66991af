/** 燃气泄漏报警: what a device reports goes to the company, which has to be there in minutes and say what it found. */
import { choice, date, dayText, instant, integer, longText, photos, procedure, ref, text } from '#kernel'
import { notSelf, why } from './shared.ts'

const given = {
  alarm: ref('告警', 'sensing.alarm').optional(),
  title: text('报警', { maxLength: 120 }),
  device: text('设备', { maxLength: 60 }),
} as const
export const leak = procedure('gas.leak', {
  zh: '燃气泄漏报警处置',
  menu: '智慧燃气',
  title: 'title',
  numbering: { prefix: 'XL', per: 'day', digits: 4 },
  leadingClock: 'arrive',
  help: '燃气设备告警自动立单,同时告知燃气企业与本区;到场分钟数按参数考核。',
  fields: {
    ...given,
    title: given.title.searchable(),
    raisedAt: instant('报警时间'),
    arrivedAt: instant('到场时间').optional(),
    minutes: integer('到场用时', { unit: '分钟' }).optional(),
    isInTime: choice('按时到场', { yes: '按时', no: '超时' }).optional(),
    cause: choice('原因', { leak: '泄漏', device: '设备误报', cooking: '用气不当', other: '其他' }).optional(),
    handled: longText('处置情况', { maxLength: 500 }).optional(),
    handledAt: instant('处置完成').optional(),
  },
  clocks: { arrive: { zh: '到场', limit: { value: 1, unit: 'urgent_hour' }, basis: '参数:泄漏报警抢修到场' } },
  statuses: {
    told: { zh: '已告知企业', duty: 'gas.run', taskZh: '燃气泄漏报警待到场' },
    arrived: { zh: '处置中', duty: 'gas.run', taskZh: '燃气泄漏处置中' },
    handled: { zh: '待核实', duty: 'gas.verify', taskZh: '燃气泄漏处置待核实' },
    closed: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  tell: action({
    zh: '立单',
    from: 'new',
    to: 'told',
    by: 'gas.report',
    form: given,
    effects: ({ now, parameter }) => ({
      set: { raisedAt: now.toISOString() },
      clocks: [{ clock: 'arrive', do: 'start', dueAt: new Date(now.getTime() + parameter('gas.arrive-minutes') * 60_000) }],
    }),
  }),
  arrive: action({
    zh: '到场',
    from: 'told',
    to: 'arrived',
    by: 'gas.run',
    tone: 'primary',
    form: { photos: photos(1, '现场照片') },
    effects: ({ subject, now, parameter }) => {
      const minutes = Math.round((now.getTime() - Date.parse(subject.raisedAt)) / 60_000)
      return {
        set: { arrivedAt: now.toISOString(), minutes, isInTime: minutes <= parameter('gas.arrive-minutes') ? 'yes' : 'no' },
        clocks: [{ clock: 'arrive', do: 'stop' }],
      }
    },
  }),
  handle: action({
    zh: '处置完成',
    from: 'arrived',
    to: 'handled',
    by: 'gas.run',
    tone: 'primary',
    form: {
      cause: choice('原因', { leak: '泄漏', device: '设备误报', cooking: '用气不当', other: '其他' }),
      handled: longText('处置情况', { maxLength: 500 }),
    },
    effects: ({ input, now }) => ({ set: { ...input, handledAt: now.toISOString() } }),
  }),
  close: action({
    zh: '核实办结',
    from: 'handled',
    to: ({ input }) => (input.isOk === 'yes' ? 'closed' : 'arrived'),
    by: 'gas.verify',
    tone: 'primary',
    form: { isOk: choice('结果', { yes: '属实办结', no: '继续处置' }) },
    guard: ({ actor, past }) => notSelf(past, 'handle', actor, '处置人不能核实自己的处置'),
  }),
}))

const upgradeForm = {
  name: text('事项', { maxLength: 100 }),
  kind: choice('类别', { device: '加装监测设备', platform: '平台升级', meter: '智能表具更换' }),
  planned: integer('计划数量', { unit: '台(套)', min: 1 }),
  dueOn: date('期限'),
} as const
/** 智慧燃气建设计划: so many devices by a day. */
export const upgrade = procedure('gas.upgrade', {
  zh: '智慧燃气建设',
  menu: '智慧燃气',
  title: 'name',
  numbering: { prefix: 'ZR', per: 'year', digits: 3 },
  fields: {
    ...upgradeForm,
    name: upgradeForm.name.searchable(),
    installed: integer('已完成', { unit: '台(套)' }),
    doneOn: date('完成日期').optional(),
  },
  statuses: { building: { zh: '建设中', duty: 'gas.manage', taskZh: '智慧燃气建设中' }, done: { zh: '已完成', kind: 'final' } },
}).actions((action) => ({
  plan: action({
    zh: '列入计划',
    from: 'new',
    to: 'building',
    by: 'gas.manage',
    form: upgradeForm,
    effects: ({ input }) => ({ set: { installed: 0 } }),
  }),
  install: action({
    zh: '报进展',
    from: 'building',
    to: ({ input, subject }) => (subject.installed + input.count >= subject.planned ? 'done' : 'building'),
    by: 'gas.manage',
    tone: 'primary',
    form: { count: integer('本次完成', { unit: '台(套)', min: 1 }) },
    check: ({ input, subject }) =>
      why(subject.installed + input.count > subject.planned, `计划${subject.planned},已完成${subject.installed}`),
    effects: ({ input, subject, now }) => ({
      set: {
        installed: subject.installed + input.count,
        doneOn: subject.installed + input.count >= subject.planned ? dayText(now) : null,
      },
    }),
  }),
}))

/** 空满桩调度: in the peak, a station at its threshold calls a truck; and repair of bikes and docks. */
import { choice, first, instant, integer, list, longText, many, one, photos, procedure, ref, say, text } from '#kernel'
import { bikeMarked } from './facts.ts'
import { notYet, why } from './shared.ts'
import { peaks } from './words.ts'

const form = {
  station: ref('站点', 'bikes.station'),
  stationName: text('站点名称', { maxLength: 80 }),
  need: choice('需要', { bring: '空桩,送车', take: '满桩,运走' }),
  peak: choice('高峰', peaks),
  parked: integer('站内车辆', { unit: '辆' }),
  docks: integer('车桩', { unit: '个' }),
} as const
export const dispatch = procedure('bikes.dispatch', {
  zh: '空满桩调度单',
  menu: '公共自行车',
  title: 'stationName',
  numbering: { prefix: 'DD', per: 'day', digits: 4 },
  help: '高峰期间站点达到空、满阈值自动生成;派车、送到后登记辆数。',
  leadingClock: 'move',
  mirror: { move: { dueAt: 'moveDueAt' } },
  fields: {
    ...form,
    stationName: form.stationName.searchable(),
    truck: text('调度车', { maxLength: 20 }).optional(),
    driver: text('驾驶员', { maxLength: 40 }).optional(),
    moved: integer('送(运)', { unit: '辆' }).optional(),
    doneAt: instant('完成时间').optional(),
    moveDueAt: instant('调度期限').optional(),
    reason: text('取消原因', { maxLength: 200 }).optional(),
  },
  clocks: { move: { zh: '调度', limit: { value: 1, unit: 'urgent_hour' }, basis: '本局公共自行车运营管理办法(示例)' } },
  statuses: {
    called: { zh: '待派车', duty: 'bikes.dispatch', taskZh: '空满桩待派车' },
    sent: { zh: '已派车', duty: 'bikes.dispatch', taskZh: '调度车在途' },
    done: { zh: '已完成', kind: 'final' },
    cancelled: { zh: '已取消', kind: 'final' },
  },
}).actions((action) => ({
  call: action({
    zh: '达到阈值',
    from: 'new',
    to: 'called',
    by: 'system',
    form,
    effects: () => ({ clocks: [{ clock: 'move', do: 'start' }] }),
  }),
  send: action({
    zh: '派车',
    from: 'called',
    to: 'sent',
    by: 'bikes.dispatch',
    tone: 'primary',
    form: { truck: text('调度车', { maxLength: 20 }), driver: text('驾驶员', { maxLength: 40 }) },
    look: ({ tx, input }) =>
      one<{ name: string }>(tx, `select station_name as name from bikes.dispatch where truck = $1 and status = 'sent' limit 1`, [
        input.truck,
      ]),
    check: ({ found, input }) => notYet(Boolean(found), `${input.truck}正在调度${found?.name}`),
    effects: ({ input }) => ({ set: input }),
  }),
  finish: action({
    zh: '登记完成',
    from: 'sent',
    to: 'done',
    by: 'bikes.dispatch',
    tone: 'primary',
    form: { moved: integer('送(运)', { unit: '辆', min: 1, max: 100 }) },
    check: ({ input, subject }) =>
      first(
        why(
          subject.need === 'bring' && input.moved > subject.docks - subject.parked,
          `空余桩位只有${subject.docks - subject.parked}个`,
        ),
        why(subject.need === 'take' && input.moved > subject.parked, `站内只有${subject.parked}辆`),
      ),
    effects: ({ input, now }) => ({
      set: { moved: input.moved, doneAt: now.toISOString() },
      clocks: [{ clock: 'move', do: 'stop' }],
    }),
  }),
  cancel: action({
    zh: '取消(已自然恢复)',
    from: ['called', 'sent'],
    to: 'cancelled',
    by: 'bikes.dispatch',
    form: { reason: text('原因', { maxLength: 200 }) },
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'move', do: 'cancel' }] }),
  }),
}))
const repairForm = {
  what: choice('对象', { bike: '车辆', dock: '车桩' }),
  bike: ref('车辆', 'bikes.bike').optional(),
  station: ref('站点', 'bikes.station').optional(),
  dockNo: integer('桩号', { min: 1 }).optional(),
  fault: text('故障', { maxLength: 200 }),
} as const
export const repair = procedure('bikes.repair', {
  zh: '公共自行车维修',
  menu: '公共自行车',
  title: 'fault',
  numbering: { prefix: 'CX', per: 'day', digits: 4 },
  fields: {
    ...repairForm,
    parts: text('更换配件', { maxLength: 200 }).optional(),
    photos: photos(0, '修后照片').optional(),
    fixedAt: instant('修复时间').optional(),
    reason: longText('报废原因', { maxLength: 300 }).optional(),
  },
  statuses: {
    open: { zh: '待维修', duty: 'bikes.repair', taskZh: '公共自行车待维修' },
    fixed: { zh: '已修复', kind: 'final' },
    scrapped: { zh: '报废', kind: 'final' },
  },
}).actions((action) => ({
  report: action({
    zh: '报修',
    from: 'new',
    to: 'open',
    by: 'bikes.repair',
    form: repairForm,
    check: ({ input }) =>
      first(
        why(input.what === 'bike' && !input.bike, '请选择车辆'),
        why(input.what === 'dock' && !(input.station && input.dockNo), '请填写站点与桩号'),
      ),
    effects: ({ input }) => ({
      facts: input.bike ? [say(bikeMarked, { bike: input.bike, state: 'repair', station: null })] : [],
    }),
  }),
  fix: action({
    zh: '修复',
    from: 'open',
    to: 'fixed',
    by: 'bikes.repair',
    tone: 'primary',
    form: {
      parts: text('更换配件', { maxLength: 200 }),
      photos: photos(1, '修后照片'),
      backTo: ref('放回站点', 'bikes.station').optional().help('车辆修好后放回的站点'),
    },
    check: ({ input, subject }) => why(subject.what === 'bike' && !input.backTo, '请选择放回的站点'),
    effects: ({ input: { backTo, ...set }, subject, now }) => ({
      set: { ...set, fixedAt: now.toISOString() },
      facts: subject.bike && backTo ? [say(bikeMarked, { bike: subject.bike, state: 'docked', station: backTo })] : [],
    }),
  }),
  scrap: action({
    zh: '报废',
    from: 'open',
    to: 'scrapped',
    by: 'bikes.repair',
    tone: 'danger',
    form: { reason: longText('原因', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))

const deployForm = { station: ref('站点', 'bikes.station'), bikes: list('车号') } as const
export const deploy = procedure('bikes.deploy', {
  zh: '公共自行车投放与盘点',
  menu: '公共自行车',
  title: 'station',
  numbering: { prefix: 'TC', per: 'day', digits: 4 },
  help: '新车投放、调度送达、找回的车辆,按实际在桩的车号登记到站点。',
  fields: { ...deployForm, amount: integer('车辆', { unit: '辆' }).optional() },
  statuses: { done: { zh: '已登记', kind: 'final' } },
}).actions((action) => ({
  place: action({
    zh: '登记在桩车辆',
    from: 'new',
    to: 'done',
    by: 'bikes.dispatch',
    form: deployForm,
    look: async ({ tx, input }) => ({
      bikes: await many<{ id: string; number: string }>(
        tx,
        'select id, number from bikes.bike where number = any($1) and retired_at is null',
        [input.bikes],
      ),
      station: await one<{ docks: number; others: number }>(
        tx,
        `select s.docks, (select count(*)::int from bikes.bike_now b where b.station = s.id and b.state = 'docked' and b.number <> all($2)) as others
         from bikes.station s where s.id = $1`,
        [input.station, input.bikes],
      ),
    }),
    check: ({ input, found }) => {
      const unknown = input.bikes.filter((n) => !found.bikes.some((b) => b.number === n))
      return first(
        why(input.bikes.length === 0, '请填写车号'),
        why(unknown.length > 0, `没有车辆:${unknown.join('、')}`),
        why(
          (found.station?.others ?? 0) + input.bikes.length > (found.station?.docks ?? 0),
          `该站只有${found.station?.docks}个车桩`,
        ),
      )
    },
    effects: ({ input, found }) => ({
      set: { amount: found.bikes.length },
      facts: found.bikes.map((b) => say(bikeMarked, { bike: b.id, state: 'docked', station: input.station })),
    }),
  }),
}))

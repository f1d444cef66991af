/** Sheets of what surrounds the loop: lists set against their items, the pots of the micro teams, corners by the day they are due. */
import { sheetsOf, titled } from '#kernel/contract'

const sheet = sheetsOf('cases')
const items = {
  total: titled.count('条目'),
  open: titled.count('未整改'),
  working: titled.count('整改中'),
  rectified: titled.count('已整改'),
  cleared: titled.count('已销号'),
  dropped: titled.count('撤销'),
  overdue: titled.count('逾期未整改'),
}
export const reconcileRoute = sheet(
  'reconcile',
  '对账',
  'cases.list.read',
  { of: 'cases.list' },
  { id: titled.about('问题清单', 'cases.list') },
  {
    ...items,
    isBalanced: titled.flag('账实相符(全部销号或撤销)'),
    units: titled.table('各责任单位', { unit: titled.words('责任单位'), ...items }),
    left: titled.table('未销号条目', {
      item: titled.row('条目', 'cases.item'),
      unit: titled.words('责任单位'),
      dueOn: titled.day('完成日期'),
      status: titled.like('cases.item.status'),
      isOverdue: titled.flag('逾期'),
    }),
  },
)
export const potsRoute = sheet(
  'micro-teams',
  '微修队伍与机动经费',
  'cases.micro-repair.read',
  '微修',
  {},
  {
    streets: titled.count('板块', '个'),
    without: titled.list('尚无队伍的板块'),
    rows: titled.table('各板块', {
      area: titled.area('板块'),
      team: titled.words('队伍'),
      unit: titled.words('所属单位'),
      budget: titled.number('本年机动经费', '元'),
      spent: titled.number('本年已用', '元'),
      left: titled.number('余额', '元'),
      jobs: titled.count('本年微修'),
      open: titled.count('在修'),
      arrivedInTime: titled.percent('到场及时率'),
      fixedInTime: titled.percent('修复及时率'),
      handedOver: titled.count('转案件'),
    }),
  },
)
export const cornersRoute = sheet(
  'corner-plan',
  '死角清理计划',
  'cases.blind-corner.read',
  '微修',
  {},
  {
    corners: titled.count('死角', '处'),
    late: titled.count('逾期未清理', '处'),
    rows: titled.table('逐处', {
      corner: titled.row('死角', 'cases.blind-corner'),
      kind: titled.like('cases.blind-corner.kind'),
      unit: titled.words('责任单位'),
      everyDays: titled.count('周期', '天'),
      lastOn: titled.maybe('上次清理'),
      dueOn: titled.day('应清理'),
      lateDays: titled.count('逾期', '天'),
      recheckedOn: titled.maybe('上次复查'),
      result: titled.maybe('复查结果'),
      hasCase: titled.flag('已成案'),
    }),
  },
)

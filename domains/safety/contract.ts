/** Sheets of safety: gaps and overlaps of the duty lists, enterprises by risk, the emergency office. */
import { sheetsOf, titled } from '#kernel/contract'

const { table } = titled
const sheet = sheetsOf('safety')
export const coverageRoute = sheet(
  'coverage',
  '责任清单体检:空档、交叉与缺项',
  'safety.duty-item.read',
  '风险与责任',
  {},
  {
    topics: titled.count('责任事项', '项'),
    items: titled.count('清单条目', '条'),
    gaps: table('空档(应列未列)', { topic: titled.words('事项'), list: titled.like('safety.duty-item.list') }),
    overlaps: table('交叉(同一清单多家牵头)', {
      topic: titled.words('事项'),
      list: titled.like('safety.duty-item.list'),
      holders: titled.words('牵头主体'),
    }),
    missing: table('缺佐证', {
      due: titled.row('到期事项', 'safety.due'),
      holder: titled.words('主体与责任'),
      dueOn: titled.day('期限'),
      days: titled.number('逾期', '日'),
    }),
  },
)
export const ledgerRoute = sheet(
  'ledger',
  '重点企业监管一览',
  'safety.enterprise.read',
  '安全检查',
  {},
  {
    rows: table('企业(按风险)', {
      id: titled.row('企业', 'safety.enterprise'),
      level: titled.like('safety.enterprise.level'),
      state: titled.like('safety.enterprise.state'),
      isKey: titled.flag('重点'),
      everyDays: titled.number('检查间隔', '日'),
      checks: titled.count('检查', '次'),
      checkedOn: titled.maybe('最近检查'),
      nextOn: titled.maybe('下次期限'),
      isMissed: titled.flag('检查逾期'),
      open: titled.count('未闭环隐患', '起'),
      found: titled.count('累计隐患', '起'),
    }),
  },
)
export const officeRoute = sheet(
  'office',
  '应急管理处一览',
  'safety.appointment.read',
  '应急管理处',
  {},
  {
    members: table('在任人员', {
      person: titled.person('姓名'),
      post: titled.words('职务'),
      duties: titled.words('职责'),
      paper: titled.words('文号'),
      open: titled.count('在办收件'),
      late: titled.count('其中逾期'),
    }),
    vacant: titled.list('无人承担的职责'),
    received: titled.count('本月收件'),
    done: titled.count('本月办结'),
    checks: titled.count('本月安全检查', '次'),
    problems: titled.count('本月发现隐患', '起'),
  },
)

/** Words of the desk. */
export const zh = {
  app: { name: '智慧城管 CityLoop', short: '智慧城管' },
  login: { title: '登录', motto: '发现 · 处置 · 解决 · 反馈 · 考核', account: '账号', password: '密码', code: '动态口令(6位)', enter: '登录', down: '服务器暂时连不上,请稍候再试', demo: '模拟城市的账号', demoHelp: '点一下,以这个岗位的身份进去看看。' },
  menu: { label: '主菜单', today: '今日', system: '系统', fold: '收起菜单', expand: '展开菜单' },
  top: { search: '搜索编号、地址、商户…', noHits: '没有找到。换个编号或地址试试。', notices: '提醒,{n}条未读', noNotices: '没有提醒。派给您或您单位的事会出现在这里。', dark: '深色', light: '浅色', language: '语言', out: '退出登录', nowHelp: '平台时间' },
  today: {
    summary: '待办 {n} 件', overdue: '超期 {n} 件', groups: '按环节', late: '超期 {n}', allInTime: '均未超期', todo: '待办', what: '内容', whose: '归谁', since: '到手时间', mine: '本人', unit: '本单位', post: '本岗位', none: '没有待办。派给您的事会按剩余时间排在这里。',
    noneOfKind: '这一环节没有待办了', showAll: '看全部', first: '只列出最紧的 {n} 件', figures: '我的数字',
  },
  period: { today: '今日', week: '本周', month: '本月', year: '本年', custom: '自选' },
  missing: { title: '没有这个页面', text: '没有这个页面' },
  me: {
    title: '我的账号', posts: '岗位', unit: '单位', password: '修改密码', old: '现在的密码', new: '新密码', newHelp: '至少10位,字母、数字、符号中的三类', again: '再输一次新密码', differ: '两次输入不同', change: '修改', changed: '密码已修改',
    delegate: '委托他人代办', to: '委托给', from: '从', until: '到', reason: '原因', lend: '委托', lent: '已委托', handOver: '交接本人名下的待办', handTo: '交给', moved: '已交接 {n} 件', delegations: '现有委托', revoke: '撤回', none: '没有委托',
  },
  receipt: {
    title: '凭回执核对', check: '凭回执核对', hash: '回执(64位)', do: '核对', help: '上报或办理时得到的64位回执。核对所报内容是否原样在案,不需要登录。', intact: '原样在案', broken: '与在案内容不符', now: '现在:{status}', steps: '办理经过', back: '返回',
  },
  map: { title: '地图', layers: '图层', cases: '在办案件', open: '打开', locate: '编号、地址或经纬度', none: '没有找到这个位置', areas: '网格界线', zoomIn: '放大后显示', legend: '案件状态', light: { green: '正常', amber: '临期', red: '超期', violet: '挂账', blue: '不计时', grey: '办结' } },
  stats: {
    title: '统计', indicators: '指标', area: '范围', wholeArea: '全区', street: '街道', by: '拆分', value: '值', numerator: '分子', denominator: '分母', count: '数', target: '目标', atLeast: '不低于 {v}', atMost: '不高于 {v}', source: '依据:{source}', definition: '口径', met: '达标', missed: '未达标',
    noTarget: '未定目标', trend: '按日走势', trendBy: '按{by}走势', noKey: '(未填)', split: '按{by}', chart: '图', table: '表', rows: '“{name}”背后的行', rowsHelp: '这个数就是下面这些行数出来的', first: '只列前 {n} 行', sql: '怎么数的(SQL)', export: '导出表格', none: '这段时间没有数', side: '看哪一边', noRows: '没有行', total: '合计', apply: '应用',
    dim: { source: '来源', category: '类别', unitId: '承办单位', level: '层级', urgency: '紧急程度', street: '街道', community: '社区', day: '日', month: '月', hour: '时', year: '年' },
  },
  journal: {
    title: '留痕与审计', verify: '核验全部留痕', verifying: '核验中…', ok: '{subjects} 个对象、{entries} 条留痕,链条完整,没有改动', broken: '发现 {n} 处断裂', audit: '审计日志', when: '时间', who: '谁', kind: '事项', detail: '内容', ip: '地址', all: '全部事项', none: '没有审计记录',
    verifyHelp: '逐条重算每个对象的哈希链:改动、缺失、插入、截尾都会被指出。', receipt: '凭回执核对',
    kinds: { 'session.start': '登录', 'session.failed': '登录失败', 'session.locked': '账号锁定', 'session.end': '退出', 'personal.reveal': '查看个人信息', 'work.hand-over': '交接', 'work.delegate': '委托' },
  },
  admin: {
    title: '系统管理', people: '人员', units: '单位', posts: '岗位', sessions: '在线', messages: '发件箱', errors: '错误目录', api: '接口文档', parameters: '参数', jobs: '长任务', name: '姓名', login: '账号', phone: '电话', unit: '单位', state: '状态', active: '正常', disabled: '停用', locked: '锁定', addPerson: '新增人员', disable: '停用', enable: '启用',
    unlock: '解锁', reset: '重置密码', temporary: '临时密码(只显示这一次)', appointments: '任职', appoint: '任命', post: '岗位', area: '管辖', from: '起', to: '止', end: '免职', search: '姓名、账号', kind: '类别', verbs: '权限', channel: '渠道', recipient: '收件', body: '内容', created: '时间', sent: '发出', waiting: '待发', failed: '失败',
    code: '代码', status: '状态码', zh: '中文', en: '英文', none: '没有记录', none403: '您没有这一页的权限', home: '首页', started: '开始', seen: '最近', ip: '地址', endSession: '结束', apiOpen: '打开接口文档', apiHelp: '全部接口、参数和错误,OpenAPI 3.1。', addUnit: '新增单位', parent: '上级', done: '已完成', totp: '动态口令', on: '已启用', off: '未启用',
    progress: '进度', saved: '已保存', adminKind: '三员', person: '人员', endedAt: '结束', result: '结果',
  },
}
export const en: typeof zh = {
  app: { name: 'CityLoop', short: 'CityLoop' },
  login: { title: 'Sign in', motto: 'Find · Handle · Resolve · Report back · Assess', account: 'Account', password: 'Password', code: 'One-time code (6 digits)', enter: 'Sign in', down: 'The server cannot be reached now, try again shortly', demo: 'Accounts of the simulated city', demoHelp: 'Click one to look around in that post.' },
  menu: { label: 'Main menu', today: 'Today', system: 'System', fold: 'Fold menu', expand: 'Unfold menu' },
  top: { search: 'Search number, address, shop…', noHits: 'Nothing found. Try another number or address.', notices: 'Notices, {n} unread', noNotices: 'No notices. What is assigned to you or your unit appears here.', dark: 'Dark', light: 'Light', language: 'Language', out: 'Sign out', nowHelp: 'Platform time' },
  today: {
    summary: '{n} to do', overdue: '{n} overdue', groups: 'By stage', late: '{n} overdue', allInTime: 'all in time', todo: 'To do', what: 'What', whose: 'Whose', since: 'Since', mine: 'Mine', unit: 'My unit', post: 'My post', none: 'Nothing to do. What is assigned to you is listed here by time left.',
    noneOfKind: 'Nothing left in this stage', showAll: 'Show all', first: 'Only the {n} most pressing are listed', figures: 'My figures',
  },
  period: { today: 'Today', week: 'This week', month: 'This month', year: 'This year', custom: 'Custom' },
  missing: { title: 'No such page', text: 'There is no such page' },
  me: {
    title: 'My account', posts: 'Posts', unit: 'Unit', password: 'Change password', old: 'Present password', new: 'New password', newHelp: '10 characters or more, three kinds of letters, digits, signs', again: 'New password again', differ: 'The two differ', change: 'Change', changed: 'Password changed',
    delegate: 'Delegate to somebody', to: 'To', from: 'From', until: 'Until', reason: 'Reason', lend: 'Delegate', lent: 'Delegated', handOver: 'Hand over my tasks', handTo: 'Hand to', moved: '{n} handed over', delegations: 'Present delegations', revoke: 'Revoke', none: 'No delegations',
  },
  receipt: {
    title: 'Check a receipt', check: 'Check a receipt', hash: 'Receipt (64 characters)', do: 'Check', help: 'The 64 characters given when reporting or acting. Checks that the entry stands unchanged; no sign-in needed.', intact: 'Stands unchanged', broken: 'Differs from the record', now: 'Now: {status}', steps: 'Steps', back: 'Back',
  },
  map: { title: 'Map', layers: 'Layers', cases: 'Open cases', open: 'Open', locate: 'Number, address or coordinates', none: 'This place was not found', areas: 'Grid borders', zoomIn: 'zoom in to see', legend: 'Case status', light: { green: 'in time', amber: 'soon due', red: 'overdue', violet: 'on the shelf', blue: 'no clock', grey: 'ended' } },
  stats: {
    title: 'Statistics', indicators: 'Indicators', area: 'Area', wholeArea: 'Whole district', street: 'Street', by: 'Split', value: 'Value', numerator: 'Numerator', denominator: 'Denominator', count: 'Count', target: 'Target', atLeast: 'at least {v}', atMost: 'at most {v}', source: 'Source: {source}', definition: 'Definition', met: 'met', missed: 'missed',
    noTarget: 'no target', trend: 'By day', trendBy: 'By {by}', noKey: '(none)', split: 'By {by}', chart: 'Chart', table: 'Table', rows: 'Rows behind “{name}”', rowsHelp: 'The number is the count of these rows', first: 'Only the first {n} rows', sql: 'How it is counted (SQL)', export: 'Export table', none: 'No figures in this period', side: 'Which side', noRows: 'No rows', total: 'Total', apply: 'Apply',
    dim: { source: 'source', category: 'category', unitId: 'unit', level: 'level', urgency: 'urgency', street: 'street', community: 'community', day: 'day', month: 'month', hour: 'hour', year: 'year' },
  },
  journal: {
    title: 'Journal and audit', verify: 'Verify the whole journal', verifying: 'Verifying…', ok: '{subjects} subjects, {entries} entries: the chain is whole, nothing was changed', broken: '{n} breaks found', audit: 'Audit log', when: 'When', who: 'Who', kind: 'What', detail: 'Detail', ip: 'Address', all: 'Everything', none: 'No audit entries',
    verifyHelp: 'Recomputes the hash chain of every subject: changes, gaps, insertions and cuts are named.', receipt: 'Check a receipt',
    kinds: { 'session.start': 'sign-in', 'session.failed': 'failed sign-in', 'session.locked': 'account locked', 'session.end': 'sign-out', 'personal.reveal': 'personal data shown', 'work.hand-over': 'hand-over', 'work.delegate': 'delegation' },
  },
  admin: {
    title: 'Administration', people: 'People', units: 'Units', posts: 'Posts', sessions: 'Sessions', messages: 'Outbox', errors: 'Errors', api: 'API', parameters: 'Parameters', jobs: 'Long tasks', name: 'Name', login: 'Account', phone: 'Phone', unit: 'Unit', state: 'State', active: 'active', disabled: 'disabled', locked: 'locked', addPerson: 'Add a person', disable: 'Disable', enable: 'Enable',
    unlock: 'Unlock', reset: 'Reset password', temporary: 'Temporary password (shown once)', appointments: 'Appointments', appoint: 'Appoint', post: 'Post', area: 'Jurisdiction', from: 'From', to: 'To', end: 'End', search: 'Name, account', kind: 'Kind', verbs: 'Permissions', channel: 'Channel', recipient: 'Recipient', body: 'Text', created: 'Time', sent: 'Sent', waiting: 'waiting', failed: 'failed',
    code: 'Code', status: 'Status', zh: 'Chinese', en: 'English', none: 'Nothing here', none403: 'You may not see this page', home: 'Home', started: 'Started', seen: 'Last seen', ip: 'Address', endSession: 'End', apiOpen: 'Open the API documentation', apiHelp: 'All addresses, parameters and errors, OpenAPI 3.1.', addUnit: 'Add a unit', parent: 'Parent', done: 'Done', totp: 'One-time code', on: 'on', off: 'off',
    progress: 'Progress', saved: 'Saved', adminKind: 'Administrator', person: 'Person', endedAt: 'Ended', result: 'Result',
  },
}

/** Words of the shared screen parts, in Chinese. */
export const zh = {
  common: { back: '返回', cancel: '取消', clear: '清除', close: '关闭', less: '收起', yes: '是', no: '否', remove: '移除', retry: '重试', save: '保存', saved: '已保存' },
  error: { bug: '页面出错了,请刷新后再试;仍不行请告诉系统管理员' },
  time: {
    underMinute: '不到1分', minutes: '{n}分', hoursMinutes: '{h}小时{m}分', daysHours: '{d}天{h}小时', justNow: '刚刚', minutesAgo: '{n} 分钟前', inMinutes: '{n} 分钟后', hoursAgo: '{n} 小时前',
    todayAt: '今天 {time}', yesterdayAt: '昨天 {time}', tomorrowAt: '明天 {time}',
  },
  limit: { unit: '时限单位', urgent_hour: '紧急工作时', urgent_day: '紧急工作日', work_hour: '工作时', work_day: '工作日', natural_day: '自然日' },
  due: { at: '时限 {time}', ended: '办结', left: '剩 {time}', over: '超 {time}', none: '不计时', paused: '暂停计时' },
  clock: {
    why: '为什么', left: '{name}剩 {time}', over: '{name}超期 {time}', paused: '{name}暂停,余 {time}', limit: '限 {limit}', round: '(第{n}次)', running: '计时中', total: '办结,历时 {time}', cancelled: '已取消',
    stopped: '{at} 停表', doneInTime: '按时,用 {used}', doneLate: '用 {used},超 {over}',
  },
  column: {
    number: '编号', status: '状态', due: '剩余时间', dueAt: '时限止', area: '位置', street: '街道', unit: '承办单位', created: '登记时间', updated: '更新时间', closed: '办结时间', at: '时间', by: '记录人', received: '收到时间',
    lon: '经度', lat: '纬度', retired: '注销时间',
  },
  list: {
    search: '搜索编号、名称、地址…', add: '新增', begin: '发起', map: '地图', columns: '显示的列', columnsReset: '恢复默认', columnUp: '“{name}”上移', check: '选择这一行', checkAll: '选择本页全部', pages: '翻页', range: '第 {from}–{to} 条,共 {total} 条',
    perPage: '每页 {n}', size: '每页条数', previous: '上一页', next: '下一页', resize: '拖动改变宽度', noMatch: '没有符合条件的记录。放宽条件再看看。', none: '还没有{name}。登记之后会列在这里。', unknown: '没有“{id}”这个页面,或者您没有查看它的权限',
  },
  filter: { more: '更多条件', clearAll: '清除全部条件', contains: '包含…', from: '不小于', below: '小于', firstDay: '从', lastDay: '到', not: '排除', several: '{first} 等{n}项' },
  field: {
    required: '请填写{name}', must: '必填', personal: '个人信息', file: '附件{n}', place: '位置', placeHelp: '在图上点出位置', codePlaceholder: '名称、拼音首字母或代码', refPlaceholder: '输入几个字查找', keepPersonal: '不改就留空,原值不变',
  },
  upload: { photo: '加照片', file: '加附件', sending: '上传中…', retry: '失败,点此重传', reused: '“{name}”与以前上传的照片相同或几乎相同 {number}' },
  edit: { edit: '修改', new: '新增{name}', facts: '内容', reason: '修改原因(可不填)' },
  retire: { do: '注销', title: '注销', why: '注销后不再列出,历史保留。请写明原因:', short: '请写明原因', done: '已注销', was: '已注销' },
  history: { title: '留痕', none: '还没有变更', reason: '原因:{reason}', create: '新增', edit: '修改', retire: '注销', add: '记录', correct: '更正', import: '导入' },
  reveal: { show: '查看', title: '查看{name}', why: '查看个人信息会记入审计。请写明原因:', short: '请写明原因(至少4个字)' },
  import: {
    do: '导入', title: '导入{name}', template: '下载导入模板(Excel)', templateHelp: '第一行是栏目名,第二行是填写说明;照样填写后在下面选择文件。', choose: '选择填好的文件', run: '开始导入', added: '已导入 {n} 条', known: '{n} 条原已有', stopped: '导入没有完成', row: '第{n}行', refused: '{n} 条没有导入', errors: '下载未导入的行和原因',
  },
  export: { do: '导出', failed: '导出没有成功,请稍后再试' },
  map: { failed: '地图没有打开,请刷新页面' },
  near: { label: '位置和周边在办', count: '周边在办 {n} 件', none: '没有位置' },
  photo: { title: '照片', none: '没有照片', slide: '左右拖动,对比前后', nth: '{name}第{n}张', single: '单张', compare: '前后对比', large: '放大', of: '{name}照片' },
  timeline: {
    title: '经过', count: '{n} 步', newestFirst: '最新在上', oldestFirst: '最早在上', took: '用时 {time}', tookHelp: '距上一步的时间', basis: '依据:{basis}', drawn: '抽签指派,可复核', trace: '留痕', receipt: '回执', copy: '复制回执', copied: '回执已复制', behalf: '代 {name}',
  },
  action: { title: '可办理的动作', may: '可做', mayNot: '不可做', none: '现在没有您可办理的动作', all: '全部 {n} 项', done: '{name}:已办理', leadsTo: '办理后:{status}', sure: '确定{name}吗?', submitKey: '提交' },
  asof: { title: '回看', now: '现在', earlier: '前一步', later: '后一步', banner: '正在回看过去的状态,办理动作已收起。把滑块拉到最右回到现在。' },
  children: { title: '由此派生' },
  subject: { crumbs: '位置导航', unit: '承办:{name}', holder: '在办:{name}' },
}

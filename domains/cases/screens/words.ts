/** Words of the screens of cases. */
export const zh = {
  cases: {
    title: '案件', report: '登记问题', none: '这里没有案件。上报的问题受理后会按环节列出。', stages: '按环节',
    stage: { open: '在办', 1: '上报', 2: '受理', 3: '立案', 4: '处置', 5: '反馈', 6: '核查结案', ended: '已办结', all: '全部' },
  },
  bulk: { title: '批量办理', chosen: '已选 {n} 件', none: '没有可批量办理的动作', clear: '取消选择', done: '{name}:已办理 {n} 件', refused: '{n} 件没有办理:' },
  intake: {
    title: '问题登记', source: '来源', outside: '外部工单号', caller: '上报人', phone: '联系电话', description: '问题描述', descriptionHelp: '什么地方、什么问题、有什么影响', address: '地点', addressHelp: '路名、路口、小区、门牌', category: '类别', urgent: '紧急', photos: '照片', submit: '登记', reset: '清空重填',
    keys: 'Enter 下一栏 · Ctrl+Enter 登记 · / 回到描述', duplicates: '疑似重复', noDuplicates: '附近没有类似的在办案件', waitPlace: '点出位置、写下描述后,这里列出附近类似的案件', mergeInto: '并入这件', merging: '登记后并入 {number}', unmerge: '不并入', done: '已登记 {number}', known: '这一条已经登记过:{number}', receipt: '回执', copy: '复制',
    next: '登记下一件', open: '打开案件', mergedInto: '已并入 {number}', notMerged: '已登记,但没有并入:{why}', place: '位置', noPlace: '在图上点出位置', duty: '按职责清单由 {unit} 办理', noDuty: '职责清单里没有,派遣时手选', similar: '附近 {n} 件', last: '刚才登记的', days: '近30天、300米内', needsMore: '还差:{names}',
  },
}
export const en: typeof zh = {
  cases: {
    title: 'Cases', report: 'Report', none: 'No cases here. Problems reported are listed by stage once received.', stages: 'By stage',
    stage: { open: 'Open', 1: 'Reported', 2: 'Accepted', 3: 'Filed', 4: 'Handling', 5: 'Feedback', 6: 'Check & close', ended: 'Ended', all: 'All' },
  },
  bulk: { title: 'Many at once', chosen: '{n} chosen', none: 'No action for many at once', clear: 'Choose none', done: '{name}: {n} done', refused: '{n} were refused:' },
  intake: {
    title: 'Report a problem', source: 'Source', outside: 'Outside number', caller: 'Reporter', phone: 'Phone', description: 'Description', descriptionHelp: 'Where, what, with what effect', address: 'Place', addressHelp: 'Road, crossing, compound, door', category: 'Category', urgent: 'Urgent', photos: 'Photos', submit: 'Report', reset: 'Clear',
    keys: 'Enter next · Ctrl+Enter report · / back to the description', duplicates: 'Possible duplicates', noDuplicates: 'No similar open case nearby', waitPlace: 'Once a place and a description are given, similar cases nearby are listed here', mergeInto: 'Merge into this', merging: 'Will be merged into {number}', unmerge: 'Do not merge', done: 'Reported {number}', known: 'Already reported: {number}', receipt: 'Receipt', copy: 'Copy',
    next: 'Report the next', open: 'Open the case', mergedInto: 'Merged into {number}', notMerged: 'Reported, but not merged: {why}', place: 'Place', noPlace: 'Click the place on the map', duty: 'By the duty list: {unit}', noDuty: 'Not in the duty list, choose when dispatching', similar: '{n} nearby', last: 'Just reported', days: 'last 30 days, 300 m', needsMore: 'Missing: {names}',
  },
}

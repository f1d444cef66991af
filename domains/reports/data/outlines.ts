/** 示例提纲: the standard structure of five documents (GB/T 9704 for the face), each figure in its place; a bureau edits them in its register. */
export interface OutlineFact {
  readonly name: string
  readonly kind: 'summary' | 'plan' | 'opinion' | 'bulletin' | 'brief'
  readonly note: string
  readonly body: string
}
export const outlines: readonly OutlineFact[] = [
  {
    name: '年度工作总结',
    kind: 'summary',
    note: '总结:前言、分块工作(一是、二是)、存在问题、下年安排、意见建议;后三段从登记的不足、任务、请示成文',
    body: `(前言:全年工作的总体要求与总体情况)
## 一、主要工作
### (一)处置闭环与民生诉求
一是全年共上报各类问题{{ "cases.reported" | figure }}({{ "cases.reported" | change }}),立案{{ "cases.filed" | figure }},结案{{ "cases.closed" | figure }},按期结案率{{ "cases.close-in-time-rate" | figure }}。
二是受理诉求工单{{ "intake.orders" | figure }},办结率{{ "intake.close-rate" | figure }},满意率{{ "intake.satisfaction-rate" | figure }}。
### (二)综合执法
一是办理行政处罚{{ "enforcement.penalties" | figure }},罚款{{ "enforcement.fines-wan" | figure }};教育劝阻{{ "enforcement.educated" | figure }},责令整改{{ "enforcement.ordered" | figure }}。
二是处罚决定按期公示率{{ "enforcement.published-in-time-rate" | figure }},全过程音视频记录率{{ "enforcement.recorded-rate" | figure }}。
### (三)审批服务
窗口受理审批事项{{ "permits.accepted" | figure }},办结{{ "permits.finished" | figure }},办结率{{ "permits.finished-rate" | figure }}。
### (四)宣传引导
媒体刊发稿件{{ "reports.articles" | figure }},新媒体发文{{ "reports.posts" | figure }},阅读{{ "reports.reads" | figure }}。
### (五)存在问题
部分案件处置质量不高,返工率{{ "cases.rework-rate" | figure }};超期未处置案件{{ "cases.overdue-open" | figure }}。〔存在问题〕
## 二、下年工作安排
〔下年计划〕
## 三、意见建议
〔意见建议〕`,
  },
  {
    name: '年度工作计划',
    kind: 'plan',
    note: '计划:上年基数在旁,目标写进指标字典,总结时自动对照',
    body: `(指导思想与总体目标)
## 一、主要目标
上年按期处置率{{ "cases.handle-in-time-rate" | figure }},本年{{ "cases.handle-in-time-rate" | goal }};上年诉求办结率{{ "intake.close-rate" | figure }},本年达到(目标)。
## 二、重点任务
### (一)抓整治、促规范
一是(任务、数量、完成时间、责任单位)。
### (二)补短板、惠民生
一是(任务、数量、完成时间、责任单位)。
### (三)强管理、转作风
一是(任务、数量、完成时间、责任单位)。
## 三、保障措施
(组织、经费、督查)`,
  },
  {
    name: '城市管理工作实施意见',
    kind: 'opinion',
    note: '实施意见:指导思想、工作目标、工作任务(一是…)、保障措施',
    body: `## 一、指导思想
(依据与总体要求)
## 二、工作目标
按期结案率{{ "cases.close-in-time-rate" | goal }}(现为{{ "cases.close-in-time-rate" | figure }}),工单满意率(现为{{ "intake.satisfaction-rate" | figure }})逐月提升。
## 三、工作任务
### (一)系统治理,提升市容环境
一是(任务与量化目标)。
### (二)建管并重,完善市政设施
一是(任务与量化目标)。
### (三)数据赋能,强化智慧管理
一是工单限时回复,回复率在{{ "intake.reply-rate" | figure }}的基础上稳步提高。
## 四、强化保障落实
一是组织领导。二是经费保障。三是督查问效。`,
  },
  {
    name: '月度工作通报',
    kind: 'bulletin',
    note: '通报:总体情况、分街道、问题与要求',
    body: `## 一、总体情况
本期上报{{ "cases.reported" | figure }},结案{{ "cases.closed" | figure }},按期结案率{{ "cases.close-in-time-rate" | figure }}。
## 二、分街道上报
{{ "cases.reported" | table: "street" }}
## 三、问题与要求
超期未处置案件{{ "cases.overdue-open" | figure }},返工率{{ "cases.rework-rate" | figure }},请有关单位限期办结。`,
  },
  {
    name: '两微矩阵运行通报',
    kind: 'bulletin',
    note: '按运营单位:发文、阅读、留言回复、久未更新的账号',
    body: `## 一、总体情况
本期发文{{ "reports.posts" | figure }},阅读{{ "reports.reads" | figure }},留言回复率{{ "reports.comment-answer-rate" | figure }}。
## 二、各单位发文
{{ "reports.posts" | table: "unitId" }}
## 三、各单位阅读量
{{ "reports.reads" | table: "unitId" }}
## 四、各单位留言回复率
{{ "reports.comment-answer-rate" | table: "unitId" }}
## 五、久未更新账号
共{{ "reports.stale-accounts" | figure }}:
{{ "reports.stale-accounts" | table: "unit" }}`,
  },
  {
    name: '领导专报',
    kind: 'brief',
    note: '专报:一页纸,三个数、一个问题、一条建议',
    body: `## 一、情况
本期上报各类问题{{ "cases.reported" | figure }}({{ "cases.reported" | change }}),按期处置率{{ "cases.handle-in-time-rate" | figure }}。
## 二、问题
超期未处置{{ "cases.overdue-open" | figure }}。(点到单位)
## 三、建议
(请领导批示的事项)`,
  },
]

/** Local and legal limits of credit: dated values. */
import { defineParameters } from '#kernel'

const p = (name: string, zh: string, value: number, unit: string, source: string) => ({
  name: `credit.${name}`,
  zh,
  value,
  unit,
  source,
})
export const creditParameters = defineParameters([
  p('show-normal-min', '一般失信最短公示', 3, '月', '信用修复管理办法(令36号,2026-04-01)'),
  p('show-normal-max', '一般失信最长公示', 12, '月', '信用修复管理办法(令36号,2026-04-01)'),
  p('show-serious-min', '严重失信最短公示', 12, '月', '信用修复管理办法(令36号,2026-04-01)'),
  p('show-serious-max', '严重失信最长公示', 36, '月', '信用修复管理办法(令36号,2026-04-01)'),
  p('objection-days', '异议核查', 10, '工作日', '本市信用管理办法(示例)'),
  p('repair-days', '修复审核', 10, '工作日', '信用修复管理办法,凭记忆,待核对'),
  p('disclose-days', '双公示上传', 7, '工作日', '双公示数据标准(发改办财金〔2018〕424号),凭记忆,待核对'),
  p('rate-A', 'A级抽查比例', 5, '%', '分级分类监管办法(示例)'),
  p('rate-B', 'B级抽查比例', 10, '%', '分级分类监管办法(示例)'),
  p('rate-C', 'C级抽查比例', 30, '%', '分级分类监管办法(示例)'),
  p('rate-D', 'D级抽查比例', 100, '%', '分级分类监管办法(示例)'),
  p('tender-weight', '信用分在评标中的权重', 10, '%', '本市招标投标信用应用办法(示例)'),
  p('deposit-C', 'C级保证金上浮', 20, '%', '分级分类监管办法(示例)'),
  p('deposit-D', 'D级保证金上浮', 50, '%', '分级分类监管办法(示例)'),
  p('registry-days', '登记机构回复', 5, '工作日', '违建联合惩戒协作备忘录(示例)'),
  p('red-score', '红名单分数', 95, '分', '本局红黑名单办法(示例)'),
])

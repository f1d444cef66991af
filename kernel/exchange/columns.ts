/** Columns of a sheet: what a definition looks like to a person with Excel. */
import { type FieldKind, type FieldSpec, shownUnit } from '../define/field.ts'
import type { Definition } from '../define/table.ts'

export type Cell = string | number | boolean | Date | null
/** Columns beside the fields: place, and what every record or procedure row has. */
export type BaseKey =
  | 'lon'
  | 'lat'
  | 'areaCode'
  | 'wkt'
  | 'number'
  | 'status'
  | 'at'
  | 'byName'
  | 'unitId'
  | 'createdAt'
  | 'dueAt'
  | 'closedAt'
export interface SheetColumn {
  readonly key: string
  readonly header: string
  readonly help: string
  readonly isRequired: boolean
  /** Fields have one; base columns have none. */
  readonly spec?: FieldSpec
  /** Written but never read back. */
  readonly isReadOnly: boolean
}

const kindHelp: Readonly<Record<FieldKind, string>> = {
  text: '文字',
  longText: '文字',
  number: '数字',
  integer: '整数',
  flag: '是 或 否',
  date: '日期,如 2026-11-21',
  instant: '时间,如 2026-11-21 08:30',
  choice: '从列表中选一项',
  choices: '可写多项,用“、”隔开',
  code: '代码或名称',
  ref: '名称或编号',
  person: '姓名或账号',
  unit: '单位名称',
  area: '6、9、12或15位区划网格代码',
  photos: '照片数,不导入',
  files: '附件数,不导入',
  limit: '时限,如 5 工作日',
  json: 'JSON',
}
const rangeHelp = ({ maxLength, pattern, isMoney, ...spec }: FieldSpec): readonly string[] => {
  const [min, max] = [spec.min, spec.max].map((n) => (isMoney && n !== undefined ? n / 100 : n))
  return [
    ...(min !== undefined && max !== undefined
      ? [`${min}至${max}`]
      : min !== undefined
        ? [`不小于${min}`]
        : max !== undefined
          ? [`不大于${max}`]
          : []),
    ...(maxLength !== undefined && maxLength <= 1000 ? [`不超过${maxLength}字`] : []),
    ...(pattern ? [pattern.zh] : []),
  ]
}
const choiceHelp = (spec: FieldSpec): readonly string[] => {
  const labels = Object.values(spec.choices ?? {})
  return labels.length > 0 && labels.length <= 12 ? [labels.join('、')] : []
}
const isAttachment = (spec: FieldSpec): boolean => spec.kind === 'photos' || spec.kind === 'files'
/** What may be written in the column, in one line. */
export const helpOf = (spec: FieldSpec): string => {
  const parts = isAttachment(spec)
    ? [kindHelp[spec.kind]]
    : [
        spec.isList ? '每行一项' : spec.columns ? '每行一条,如 名称:值;名称:值' : kindHelp[spec.kind],
        ...rangeHelp(spec),
        ...choiceHelp(spec),
        ...(spec.help ? [spec.help] : []),
        ...(spec.isUnique ? ['不能重复'] : []),
      ]
  return parts.join(';')
}

const fieldColumns = (definition: Definition): readonly SheetColumn[] => {
  const entries = Object.entries(definition.spec.fields)
  return entries.map(([key, { spec }]) => {
    const isShared = entries.filter(([, other]) => other.spec.zh === spec.zh).length > 1
    const isReadOnly = isAttachment(spec)
    const isRequired = !spec.isOptional && !isReadOnly
    return {
      key,
      spec,
      isRequired,
      isReadOnly,
      help: helpOf(spec),
      header: `${spec.zh}${isShared ? `[${key}]` : ''}${shownUnit(spec) ? `(${shownUnit(spec)})` : ''}${isRequired ? '*' : ''}`,
    }
  })
}
const base = (key: BaseKey, header: string, help = '', isReadOnly = false): SheetColumn => ({
  key,
  header,
  help,
  isRequired: false,
  isReadOnly,
})
const placeColumns = (definition: Definition): readonly SheetColumn[] => {
  const area = base('areaCode', '区域代码', '区划网格代码;有经纬度时可不填')
  if (definition.primitive === 'register' && definition.spec.geometry && definition.spec.geometry !== 'Point')
    return [base('wkt', '几何(WKT)', 'LINESTRING(经度 纬度, …) 或 POLYGON((…))'), area]
  return [base('lon', '经度', 'WGS-84 或 CGCS2000,如 116.3875'), base('lat', '纬度', '如 39.9083'), area]
}
const leadingColumns = (definition: Definition): readonly SheetColumn[] => {
  const told = (key: BaseKey, header: string): SheetColumn => base(key, header, '', true)
  if (definition.primitive === 'record') return [told('at', '时间'), told('byName', '登记人')]
  if (definition.primitive === 'procedure')
    return [
      told('number', '编号'),
      told('status', '状态'),
      told('createdAt', '开始时间'),
      told('dueAt', '期限'),
      told('closedAt', '办结时间'),
      told('unitId', '责任单位'),
    ]
  return []
}
/** Every column of an export, in order; an import's are those that are not read-only. */
export const sheetColumns = (definition: Definition): readonly SheetColumn[] => [
  ...leadingColumns(definition),
  ...fieldColumns(definition),
  ...placeColumns(definition),
]

/** The column of the error workbook; ignored when the corrected workbook comes back. */
export const reasonHeader = '错误原因'
const plainHeader = (header: string): string => header.normalize('NFKC').replace(/[*\s]/g, '')
/** Finds the column a header means: as the template writes it, else without unit and star, else by the field's own name. */
export const matchHeader = (columns: readonly SheetColumn[], header: string): SheetColumn | undefined => {
  const wanted = plainHeader(header)
  const byHeader = columns.find((column) => plainHeader(column.header) === wanted)
  const byLabel = (): SheetColumn | undefined =>
    columns.find((column) => column.spec?.unit !== undefined && plainHeader(column.spec.zh) === wanted)
  return byHeader ?? byLabel() ?? columns.find((column) => column.key === header.trim())
}

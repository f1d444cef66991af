/** 转运站、中转站、收集站与终端处理设施: one register, told apart by kind; a plant treats, a station only carries on. */
import { choice, date, files, flag, integer, number, photos, ref, register, text } from '#kernel'
import { buildKinds, stationKinds, stationStates } from '../words.ts'

export const station = register('sanitation.station', {
  zh: '转运站与处理设施',
  menu: '转运处理',
  geometry: 'Point',
  title: 'name',
  fields: {
    code: text('编号', { maxLength: 30 }).unique().searchable(),
    name: text('名称', { maxLength: 80 }).unique().searchable(),
    kind: choice('类型', stationKinds),
    operator: text('运营单位', { maxLength: 80 }).searchable(),
    address: text('地址', { maxLength: 120 }).optional(),
    capacityT: number('日处理(转运)能力', { unit: '吨', min: 0 }),
    baseT: number('初始存量', { unit: '吨', min: 0 }).optional(),
    isHarmless: flag('无害化处理').help('终端设施经无害化等级评定的选“是”'),
    state: choice('状态', stationStates),
    buildKind: choice('建设性质', buildKinds),
    builtOn: date('建成(改建)日期').optional(),
    device: ref('恶臭监测仪', 'sensing.device').optional(),
    fenceM: integer('围栏半径', { unit: 'm', min: 10, max: 1000 }).optional(),
    papers: files(0, '许可与评定').optional(),
    photos: photos(0).optional(),
  },
})

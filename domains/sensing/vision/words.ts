/** Scenes and uses of cameras. */
export const scenesZh = {
  outside: '店外经营',
  occupying: '占道经营',
  pile: '乱堆乱放',
  bin: '垃圾满溢',
  litter: '暴露垃圾',
  hanging: '沿街晾挂',
  parking: '机动车乱停放',
  bikes: '非机动车乱停放',
  ads: '违规广告',
  water: '道路积水',
} as const
export type Scene = keyof typeof scenesZh
export const useOf = {
  frontage: '市容环卫责任区',
  street: '街面监控',
  vehicle: '车载',
  site: '工地消纳点',
  other: '其他',
} as const
export const labels = {
  nothing: '无问题',
  goods: '正常装卸货',
  person: '行人、车辆遮挡',
  light: '光影、反光',
  season: '雨雪落叶',
  other: '其他问题(类别判错)',
} as const
/** Classes of the detector (COCO) that say something about a street. */
export const classesZh = {
  car: '小汽车',
  truck: '货车',
  bus: '客车',
  motorcycle: '摩托车、电动车',
  bicycle: '自行车',
  person: '行人',
  umbrella: '伞',
  bench: '长凳',
  chair: '椅子',
  'dining table': '桌子',
  'potted plant': '花木',
  suitcase: '箱包',
  bottle: '瓶',
  bowl: '碗',
} as const

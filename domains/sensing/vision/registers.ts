/** What looks: cameras by road with the shops in view, scenes that are recognised, versions of the model, senses and eyes as one list. */
import { choice, choices, date, flag, integer, longText, number, ref, register, rows, text } from '#kernel'
import { classesZh, scenesZh, useOf } from './words.ts'

export const camera = register('sensing.camera', {
  zh: '摄像头(城市之眼)',
  menu: '视频识别',
  geometry: 'Point',
  title: 'number',
  fields: {
    number: text('编号', { maxLength: 40 }).unique().searchable(),
    name: text('名称', { maxLength: 80 }).searchable(),
    use: choice('用途', useOf),
    road: text('所在道路', { maxLength: 60 }).searchable(),
    box: ref('识别设备', 'sensing.device').optional().help('上报识别结果的外部设备'),
    snapshotUrl: text('抓图地址', { maxLength: 300 })
      .optional()
      .help('平台每分钟取一张;主机须在服务器的 CITYLOOP_CAMERA_HOSTS 名单内,否则不取'),
    owner: text('权属单位', { maxLength: 80 }).optional(),
    isOn: flag('启用'),
    installedOn: date('投放日期'),
  },
  sort: { by: 'number' },
})
export const shopInView = register('sensing.shop-in-view', {
  zh: '摄像头责任区商户',
  menu: '视频识别',
  title: 'name',
  fields: {
    camera: ref('摄像头', 'sensing.camera'),
    name: text('商户名称', { maxLength: 80 }).searchable(),
    shop: ref('商户台账', 'grid.shop').optional(),
    keeper: text('联系人', { maxLength: 40 }).personal('name').optional(),
    phone: text('电话', { maxLength: 20 }).personal('phone').optional(),
    address: text('门牌', { maxLength: 120 }).optional(),
  },
  uniqueTogether: [['camera', 'name']],
})
export const scene = register('sensing.scene', {
  zh: '识别场景',
  menu: '视频识别',
  title: 'kind',
  help: '置信度低于下限的只留存、不计为问题;达到直接告知值的先告知商户,其余由人工复核。',
  fields: {
    kind: choice('场景', scenesZh),
    least: number('置信度下限', { min: 0, max: 1 }),
    sure: number('直接告知的置信度', { min: 0, max: 1 }),
    fixHours: integer('自行整改时限', { unit: '小时', min: 1, max: 168 }),
    categoryKind: choice('案件大类', { component: '部件', matter: '事件' }).optional(),
    category: text('案件类别代码', { maxLength: 20 }).optional(),
    isOn: flag('启用'),
    validFrom: date('自'),
    validTo: date('止(不含)').optional(),
    basis: text('依据', { maxLength: 200 }),
  },
  uniqueTogether: [['kind', 'validFrom']],
  checks: { order: { sql: 'sure >= least', zh: '直接告知的置信度不应低于下限' } },
})
export const model = register('sensing.model', {
  zh: '识别模型版本',
  menu: '视频识别',
  title: 'modelVersion',
  fields: {
    modelVersion: text('版本', { maxLength: 40 }).unique().searchable(),
    state: choice('状态', { running: '使用中', trial: '试用', retired: '停用' }),
    trainedOn: date('训练日期').optional(),
    samples: integer('新增样本数', { min: 0 }).optional(),
    precision: number('准确率', { unit: '%', min: 0, max: 100 }).optional(),
    note: longText('说明', { maxLength: 500 }).optional(),
  },
})
export const zone = register('sensing.zone', {
  zh: '识别区域与停留',
  menu: '视频识别',
  title: 'name',
  help: '平台自带识别:画面中某类目标在区域内停留满时限,报一次该场景。不填顶点即全画面;识别模型由服务器配置。',
  fields: {
    name: text('名称', { maxLength: 80 }).searchable(),
    camera: ref('摄像头', 'sensing.camera'),
    scene: choice('场景', scenesZh),
    classes: choices('目标', classesZh),
    least: number('目标置信度下限', { min: 0, max: 1 }),
    atOnce: integer('同时至少', { unit: '个', min: 1, max: 50 }),
    dwellSeconds: integer('停留', { unit: '秒', min: 0, max: 86_400 }),
    corners: rows('区域顶点', {
      x: number('距左', { unit: '%', min: 0, max: 100 }),
      y: number('距上', { unit: '%', min: 0, max: 100 }),
    })
      .optional()
      .help('按顺序,占画面宽、高的百分比,至少三个'),
    shop: ref('责任商户', 'sensing.shop-in-view').optional(),
    isOn: flag('启用'),
  },
  uniqueTogether: [['camera', 'name']],
})

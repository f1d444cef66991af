/** Refusals of the reader of pictures. */
import { defineErrors } from '../errors.ts'

export const visionErrors = defineErrors({
  'vision.absent': {
    status: 503,
    zh: '本机未装识图组件(onnxruntime-node、@gutenye/ocr-node),请人工填写',
    en: 'This machine has no picture reader installed: fill it in by hand',
  },
  'vision.no-model': {
    status: 503,
    zh: '未配置目标识别模型文件(CITYLOOP_DETECTOR_MODEL)',
    en: 'No detector model is configured (CITYLOOP_DETECTOR_MODEL)',
  },
  'vision.busy': { status: 503, zh: '识图排队已满,请稍后再试', en: 'Too many pictures are waiting to be read' },
  'vision.slow': { status: 503, zh: '识图超过{seconds}秒未完成,请人工填写', en: 'Reading took more than {seconds} s' },
  'vision.failed': { status: 422, zh: '识图失败:{why}', en: 'The picture could not be read: {why}' },
})

/**
 * Decoding of a YOLOX detector (Ge et al. 2021; the exported ONNX without its last decoding step): input [1,3,416,416], BGR 0–255, the
 * picture in the upper left corner over grey 114; output [1,3549,85], for each cell of the grids of stride 8, 16, 32: centre and
 * logarithm of size relative to the cell, objectness, 80 classes of COCO.
 */
import { type Box, type FoundObject, overlap } from './shape.ts'

export const inputSide = 416
export const padding = 114
const strides = [8, 16, 32] as const
/** The 80 classes of COCO 2017, in the order of the model's outputs. */
export const cocoNames: readonly string[] =
  'person,bicycle,car,motorcycle,airplane,bus,train,truck,boat,traffic light,fire hydrant,stop sign,parking meter,bench,bird,cat,dog,horse,sheep,cow,elephant,bear,zebra,giraffe,backpack,umbrella,handbag,tie,suitcase,frisbee,skis,snowboard,sports ball,kite,baseball bat,baseball glove,skateboard,surfboard,tennis racket,bottle,wine glass,cup,fork,knife,spoon,bowl,banana,apple,sandwich,orange,broccoli,carrot,hot dog,pizza,donut,cake,chair,couch,potted plant,bed,dining table,toilet,tv,laptop,mouse,remote,keyboard,cell phone,microwave,oven,toaster,sink,refrigerator,book,clock,vase,scissors,teddy bear,hair drier,toothbrush'.split(
    ',',
  )
const width = 5 + cocoNames.length

/** The cells of all grids, in the order of the output: 52² + 26² + 13² = 3549. */
const cells = strides.flatMap((stride) => {
  const side = inputSide / stride
  return Array.from({ length: side * side }, (_, i) => ({ x: i % side, y: Math.floor(i / side), stride }))
})
export const cellCount = cells.length

/** Of each class the surest, and none that shares more than `most` with a surer one. */
export const suppress = (found: readonly FoundObject[], most = 0.45): readonly FoundObject[] => {
  const kept: FoundObject[] = []
  for (const one of [...found].sort((a, b) => b.confidence - a.confidence))
    if (!kept.some((k) => k.name === one.name && overlap(k.box, one.box) > most)) kept.push(one)
  return kept
}

/** RGB pixels in rows to the planes of the input. */
export const planesOf = (rgb: Uint8Array): Float32Array => {
  const size = inputSide * inputSide
  const planes = new Float32Array(3 * size)
  for (let i = 0; i < size; i++) {
    planes[i] = rgb[i * 3 + 2] ?? 0
    planes[size + i] = rgb[i * 3 + 1] ?? 0
    planes[2 * size + i] = rgb[i * 3] ?? 0
  }
  return planes
}

/**
 * @param scale pixels of the input to one pixel of the picture
 * @param least objects less sure than this are left out
 */
export const decode = (
  output: Float32Array,
  scale: number,
  picture: { readonly width: number; readonly height: number },
  least: number,
): readonly FoundObject[] => {
  const found: FoundObject[] = []
  for (const [n, cell] of cells.entries()) {
    const at = n * width
    const objectness = output[at + 4] ?? 0
    if (objectness < least) continue
    let best = 0
    for (let c = 1; c < cocoNames.length; c++) if ((output[at + 5 + c] ?? 0) > (output[at + 5 + best] ?? 0)) best = c
    const confidence = objectness * (output[at + 5 + best] ?? 0)
    if (confidence < least) continue
    const value = (i: number): number => output[at + i] ?? 0
    const [x, y] = [(value(0) + cell.x) * cell.stride, (value(1) + cell.y) * cell.stride]
    const [w, h] = [Math.exp(value(2)) * cell.stride, Math.exp(value(3)) * cell.stride]
    found.push({
      name: cocoNames[best] ?? '',
      confidence,
      box: within({ left: x - w / 2, top: y - h / 2, width: w, height: h }, scale, picture),
    })
  }
  return suppress(found)
}
const within = (box: Box, scale: number, picture: { readonly width: number; readonly height: number }): Box => {
  const left = Math.max(0, box.left / scale)
  const top = Math.max(0, box.top / scale)
  return {
    left,
    top,
    width: Math.min(picture.width, (box.left + box.width) / scale) - left,
    height: Math.min(picture.height, (box.top + box.height) / scale) - top,
  }
}

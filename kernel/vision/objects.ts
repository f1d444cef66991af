/** The finder of things: a YOLOX model file run by onnxruntime. */
import sharp from 'sharp'
import { importOptional } from './letters.ts'
import type { FoundObject } from './shape.ts'
import { cellCount, cocoNames, decode, inputSide, padding, planesOf } from './yolox.ts'

interface Session {
  readonly inputNames: readonly string[]
  readonly outputNames: readonly string[]
  readonly run: (feeds: Readonly<Record<string, unknown>>) => Promise<Readonly<Record<string, { readonly data: Float32Array }>>>
}
interface Onnx {
  readonly InferenceSession: { readonly create: (path: string, options: object) => Promise<Session> }
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => unknown
}

export const createObjects = async () => {
  const onnx = await importOptional<Onnx>('onnxruntime-node')
  const sessions = new Map<string, Session>()
  const sessionOf = async (path: string): Promise<Session> => {
    const known = sessions.get(path)
    if (known) return known
    const made = await onnx.InferenceSession.create(path, { intraOpNumThreads: 1 })
    sessions.set(path, made)
    return made
  }
  return async (bytes: Uint8Array, model: string, least: number): Promise<readonly FoundObject[]> => {
    const session = await sessionOf(model)
    const whole = await sharp(bytes).rotate().flatten().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
    const { width, height } = whole.info
    const scale = Math.min(inputSide / width, inputSide / height)
    const grey = { r: padding, g: padding, b: padding }
    const rgb = await sharp(whole.data, { raw: { width, height, channels: 3 } })
      .resize(inputSide, inputSide, { fit: 'contain', position: 'left top', background: grey })
      .raw()
      .toBuffer()
    const [input = '', output = ''] = [session.inputNames[0], session.outputNames[0]]
    const answer = await session.run({ [input]: new onnx.Tensor('float32', planesOf(rgb), [1, 3, inputSide, inputSide]) })
    const data = answer[output]?.data
    if (data?.length !== cellCount * (5 + cocoNames.length)) throw new Error(`not a YOLOX-416 model: ${data?.length ?? 0} values`)
    return decode(data, scale, { width, height }, least)
  }
}

/** Frames of a viewing drawn on a canvas: cut out of the stream, decoded by the browser (WebCodecs, H.264). */
export const canDecode = (): boolean => typeof VideoDecoder !== 'undefined'
const headLength = 13
interface Drawn {
  readonly canvas: HTMLCanvasElement
  /** Told of each picture drawn. */
  readonly onPicture: (count: number) => void
  readonly signal: AbortSignal
  /** Kept pictures are shown at their own pace; live ones as they come. */
  readonly isPaced: boolean
}
/** The profile and level a stream says of itself (first bytes of its SPS), as WebCodecs names them. */
const codecOf = (data: Uint8Array): string => {
  for (let i = 0; i + 7 < data.length; i++)
    if (data[i] === 0 && data[i + 1] === 0 && data[i + 2] === 1 && ((data[i + 3] ?? 0) & 0x1f) === 7)
      return `avc1.${[data[i + 4], data[i + 5], data[i + 6]].map((b) => (b ?? 0).toString(16).padStart(2, '0')).join('')}`
  return 'avc1.42E01E'
}
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
/** Draws until the stream ends or `signal` says so. Throws what the server or the decoder says. */
export const drawVideo = async (
  body: ReadableStream<Uint8Array>,
  { canvas, onPicture, signal, isPaced }: Drawn,
): Promise<void> => {
  const context = canvas.getContext('2d')
  let drawn = 0
  let failure: Error | undefined
  const decoder = new VideoDecoder({
    output: (picture) => {
      if (canvas.width !== picture.displayWidth) canvas.width = picture.displayWidth
      if (canvas.height !== picture.displayHeight) canvas.height = picture.displayHeight
      context?.drawImage(picture, 0, 0)
      picture.close()
      drawn += 1
      onPicture(drawn)
    },
    error: (error) => {
      failure = error
    },
  })
  const reader = body.getReader()
  const leave = (): void => void reader.cancel().catch(() => undefined)
  signal.addEventListener('abort', leave)
  let rest = new Uint8Array(0)
  let last = Number.NaN
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done || failure || signal.aborted) break
      const joined = new Uint8Array(rest.length + value.length)
      joined.set(rest)
      joined.set(value, rest.length)
      rest = joined
      while (rest.length >= headLength) {
        const view = new DataView(rest.buffer, rest.byteOffset)
        const length = view.getUint32(9)
        if (rest.length < headLength + length) break
        const [isKey, at, data] = [view.getUint8(0) === 1, view.getFloat64(1), rest.slice(headLength, headLength + length)]
        rest = rest.slice(headLength + length)
        if (length === 0) continue
        if (isPaced && at > last) await pause(Math.min(500, at - last))
        last = at
        if (decoder.state === 'unconfigured' && isKey) decoder.configure({ codec: codecOf(data), optimizeForLatency: true })
        if (decoder.state === 'configured')
          decoder.decode(new EncodedVideoChunk({ type: isKey ? 'key' : 'delta', timestamp: Math.round(at * 1000), data }))
      }
    }
    if (decoder.state === 'configured') await decoder.flush().catch(() => undefined)
    if (failure) throw failure
  } finally {
    signal.removeEventListener('abort', leave)
    if (decoder.state !== 'closed') decoder.close()
  }
}

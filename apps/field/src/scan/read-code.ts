/** Reads a QR code from camera frames: by the browser where it can, else frame by frame in script. */
export interface CodeReader {
  readonly read: (video: HTMLVideoElement) => Promise<string | undefined>
}
interface Detector {
  readonly detect: (source: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]>
}
type DetectorClass = new (options: { readonly formats: readonly string[] }) => Detector
const sideLimit = 640

const native = (): CodeReader | undefined => {
  const Class = Reflect.get(window, 'BarcodeDetector') as DetectorClass | undefined
  if (!Class) return undefined
  const detector = new Class({ formats: ['qr_code', 'code_128', 'data_matrix'] })
  return { read: async (video) => (await detector.detect(video))[0]?.rawValue }
}
const scripted = async (): Promise<CodeReader> => {
  const { default: readQr } = await import('jsqr')
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return {
    read: async (video) => {
      const scale = Math.min(1, sideLimit / Math.max(video.videoWidth, video.videoHeight, 1))
      canvas.width = Math.round(video.videoWidth * scale)
      canvas.height = Math.round(video.videoHeight * scale)
      if (!context || canvas.width === 0) return undefined
      context.drawImage(video, 0, 0, canvas.width, canvas.height)
      const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height)
      return readQr(data, width, height)?.data
    },
  }
}
export const createReader = async (): Promise<CodeReader> => {
  try {
    return native() ?? (await scripted())
  } catch {
    return scripted()
  }
}

interface NfcReader extends EventTarget {
  readonly scan: (options?: { readonly signal?: AbortSignal }) => Promise<void>
}
type NfcClass = new () => NfcReader
interface NfcEvent extends Event {
  readonly serialNumber: string
  readonly message: { readonly records: readonly { readonly recordType: string; readonly data?: DataView }[] }
}
export const hasNfc = (): boolean => 'NDEFReader' in window
/** What a touched tag says, or its own number where it says nothing. */
export const listenNfc = async (found: (text: string) => void, signal: AbortSignal): Promise<void> => {
  const reader = new (Reflect.get(window, 'NDEFReader') as NfcClass)()
  reader.addEventListener('reading', (event) => {
    const { message, serialNumber } = event as NfcEvent
    const record = message.records.find((r) => r.recordType === 'text' || r.recordType === 'url')
    found(record?.data ? new TextDecoder().decode(record.data) : serialNumber)
  })
  await reader.scan({ signal })
}

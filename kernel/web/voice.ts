/** A voice taken from the microphone, in what the server keeps (MP4 audio). */
const type = 'audio/mp4'
/** Longest that is recorded, in seconds. */
export const voiceSeconds = 120
export const canRecord = (): boolean => typeof MediaRecorder !== 'undefined' && MediaRecorder.isTypeSupported(type)
export interface Recording {
  /** Ends it; null where it was too short to hold anything. */
  readonly stop: () => Promise<Blob | null>
}
/** Begins to record; the person is asked for the microphone the first time. */
export const recordVoice = async (): Promise<Recording> => {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const made = new MediaRecorder(stream, { mimeType: type })
  const parts: Blob[] = []
  made.ondataavailable = (event) => parts.push(event.data)
  made.start()
  return {
    stop: () =>
      new Promise((resolve) => {
        made.onstop = () => {
          for (const track of stream.getTracks()) track.stop()
          const blob = new Blob(parts, { type })
          resolve(blob.size > 0 ? blob : null)
        }
        if (made.state === 'recording') made.stop()
        else resolve(null)
      }),
  }
}

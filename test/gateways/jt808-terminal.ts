/** A vehicle terminal on a real socket, as far as tests and the bench need one. */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { createSplitter, decodeFrame, encodeFrame, type Frame, longestBody } from '../../gateways/jt808/frame.ts'
import { type Answer, ids, readAnswer, writeAuthentication } from '../../gateways/jt808/message.ts'

export interface Terminal {
  readonly socket: Socket
  /** Sends and gives the serial number. */
  readonly send: (id: number, body: Buffer) => number
  /** Sends a body of any length in parts. @returns serials of the parts. */
  readonly sendParts: (id: number, body: Buffer, size?: number) => readonly number[]
  /** The platform's general answer to a serial. */
  readonly answerTo: (serial: number) => Promise<Answer>
  /** The next frame of this id. */
  readonly next: (id: number) => Promise<Frame>
  readonly signIn: (code: string) => Promise<number>
  readonly isClosed: () => boolean
}
export const openTerminal = async (port: number, phone: string, version?: number): Promise<Terminal> => {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.on('error', () => undefined)
  socket.setNoDelay(true)
  const split = createSplitter()
  let serial = 0
  let isClosed = false
  const answers = new Map<number, Answer>()
  const waitingAnswers = new Map<number, (a: Answer) => void>()
  const frames: Frame[] = []
  let waiting: { readonly id: number; readonly resolve: (f: Frame) => void }[] = []
  socket.on('close', () => {
    isClosed = true
  })
  socket.on('data', (chunk) => {
    for (const piece of split(chunk)) {
      const frame = decodeFrame(Buffer.from(piece))
      if (!frame) continue
      const answer = frame.id === ids.platformAnswer ? readAnswer(frame.body) : undefined
      if (answer) {
        answers.set(answer.serial, answer)
        waitingAnswers.get(answer.serial)?.(answer)
        continue
      }
      const who = waiting.find((w) => w.id === frame.id)
      if (who) {
        waiting = waiting.filter((w) => w !== who)
        who.resolve(frame)
      } else frames.push(frame)
    }
  })
  const head = { flags: 0, phone, ...(version === undefined ? {} : { version }) }
  const send = (id: number, body: Buffer): number => {
    serial = (serial + 1) & 0xffff
    socket.write(encodeFrame({ ...head, id, serial, body }))
    return serial
  }
  const answerTo = (of: number): Promise<Answer> => {
    const known = answers.get(of)
    return known ? Promise.resolve(known) : new Promise((resolve) => waitingAnswers.set(of, resolve))
  }
  return {
    socket,
    send,
    answerTo,
    sendParts: (id, body, size = longestBody) => {
      const total = Math.ceil(body.length / size)
      return Array.from({ length: total }, (_, i) => {
        serial = (serial + 1) & 0xffff
        socket.write(
          encodeFrame({ ...head, id, serial, part: { total, index: i + 1 }, body: body.subarray(i * size, (i + 1) * size) }),
        )
        return serial
      })
    },
    next: (id) => {
      const at = frames.findIndex((f) => f.id === id)
      const [found] = at >= 0 ? frames.splice(at, 1) : []
      return found ? Promise.resolve(found) : new Promise((resolve) => waiting.push({ id, resolve }))
    },
    signIn: async (code) => (await answerTo(send(ids.authenticate, writeAuthentication(code, version !== undefined)))).result,
    isClosed: () => isClosed,
  }
}

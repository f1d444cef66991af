/**
 * Reading pictures beside the server: one child process, a queue, a time limit for each picture. A reader that takes too long is
 * killed and the next picture gets a new one; without the optional packages every picture is refused with `vision.absent`.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { Refused, refuse } from '../errors.ts'
import './errors.ts'
import type { FoundObject, ReaderAnswer, ReaderTask, ReadOptions, TextLine } from './shape.ts'

export interface Reader {
  /** Lines of writing, from the top. Refusals: vision.absent, vision.busy, vision.slow, vision.failed. */
  readonly readText: (picture: Uint8Array, options?: ReadOptions) => Promise<readonly TextLine[]>
  /**
   * Things of the classes the model knows (COCO). Refusals as above, and vision.no-model.
   * @param model path of a YOLOX-416 ONNX file; none is shipped
   * @param least confidence below which nothing is told
   */
  readonly detectObjects: (picture: Uint8Array, model: string | undefined, least?: number) => Promise<readonly FoundObject[]>
  /** Pictures waiting or being read. */
  readonly waiting: () => number
  readonly close: () => void
}
export interface ReaderOptions {
  readonly program?: URL
  /** Milliseconds a picture may take, from when its turn has come; the first one also loads the models. */
  readonly timeLimit?: number
  readonly queueLimit?: number
}
interface Job {
  readonly task: ReaderTask
  readonly resolve: (answer: ReaderAnswer) => void
  readonly fail: (error: Error) => void
}
/** The models hold half a gigabyte: given back when nothing has been read for this long. */
const idleMs = 60_000

export const createReader = ({
  program = new URL('./reader-process.ts', import.meta.url),
  timeLimit = 30_000,
  queueLimit = 200,
}: ReaderOptions = {}): Reader => {
  const queue: Job[] = []
  let child: ChildProcess | undefined
  let current: { readonly job: Job; readonly id: number; readonly timer: NodeJS.Timeout } | undefined
  let idle: NodeJS.Timeout | undefined
  let serial = 0

  const stop = (): void => {
    child?.removeAllListeners()
    child?.kill('SIGKILL')
    child = undefined
  }
  const settle = (act: (job: Job) => void): void => {
    if (!current) return
    const { job, timer } = current
    clearTimeout(timer)
    current = undefined
    child?.unref()
    child?.channel?.unref()
    act(job)
    next()
  }
  const start = (): ChildProcess => {
    const made = fork(program, { serialization: 'advanced', execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    made.on('message', (answer: ReaderAnswer) => {
      if (answer.id === current?.id) settle((job) => job.resolve(answer))
    })
    made.on('exit', (code, signal) => {
      child = undefined
      settle((job) => job.fail(new Refused(refuse('vision.failed', { why: `识图进程中止(${signal ?? code})` }))))
    })
    made.on('error', (error) => settle((job) => job.fail(error)))
    return made
  }
  const next = (): void => {
    clearTimeout(idle)
    const job = queue.shift()
    if (!job) {
      idle = setTimeout(stop, idleMs).unref()
      return
    }
    child ??= start()
    child.ref()
    child.channel?.ref()
    const id = ++serial
    const timer = setTimeout(() => {
      stop()
      settle((late) => late.fail(new Refused(refuse('vision.slow', { seconds: timeLimit / 1000 }))))
    }, timeLimit)
    current = { job, id, timer }
    child.send({ id, task: job.task }, (error) => {
      if (error && current?.id === id) settle((failed) => failed.fail(error))
    })
  }
  const ask = async (task: ReaderTask): Promise<ReaderAnswer> => {
    if (queue.length >= queueLimit) throw new Refused(refuse('vision.busy'))
    const answer = await new Promise<ReaderAnswer>((resolve, fail) => {
      queue.push({ task, resolve, fail })
      if (!current) next()
    })
    if (!('error' in answer)) return answer
    throw new Refused(answer.isAbsent ? refuse('vision.absent') : refuse('vision.failed', { why: answer.error }))
  }
  return {
    readText: async (bytes, options = {}) => {
      const answer = await ask({ kind: 'text', bytes, ...options })
      return 'lines' in answer ? [...answer.lines].sort((a, b) => a.box.top - b.box.top) : []
    },
    detectObjects: async (bytes, model, least = 0.3) => {
      if (!model || !existsSync(model)) throw new Refused(refuse('vision.no-model'))
      const answer = await ask({ kind: 'objects', bytes, model, least })
      return 'objects' in answer ? answer.objects : []
    },
    waiting: () => queue.length + (current ? 1 : 0),
    close: () => {
      clearTimeout(idle)
      for (const job of queue.splice(0)) job.fail(new Refused(refuse('vision.busy')))
      stop()
      settle((job) => job.fail(new Refused(refuse('vision.busy'))))
    },
  }
}

/** The reader of this process: its models would not fit twice. */
let shared: Reader | undefined
export const pictureReader = (): Reader => {
  shared ??= createReader()
  return shared
}
/** The detector's model file, by `CITYLOOP_DETECTOR_MODEL`; undefined where none is configured. */
export const detectorModel = (): string | undefined => {
  const path = process.env.CITYLOOP_DETECTOR_MODEL
  return path && existsSync(path) ? path : undefined
}

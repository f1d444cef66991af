/** Training beside the server. */
import { Worker } from 'node:worker_threads'
import type { Sample } from './classifier.ts'

/** @returns the bytes of a saved classifier; undefined where the samples teach nothing (fewer than two classes of five) */
export const trainInThread = (samples: readonly Sample[]): Promise<Buffer | undefined> =>
  new Promise((resolve, fail) => {
    const worker = new Worker(new URL('./train-worker.ts', import.meta.url), {
      workerData: samples.map(({ text, label }) => ({ text, label })),
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 4096 },
    })
    worker.once('message', (bytes: Uint8Array | null) => resolve(bytes ? Buffer.from(bytes) : undefined))
    worker.once('error', fail)
    worker.once('exit', (code) => {
      if (code !== 0) fail(new Error(`training ended with ${code}`))
    })
  })

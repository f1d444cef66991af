/** The thread that trains: texts in, a saved classifier (or nothing) out, while the server goes on answering. */
import { parentPort, workerData } from 'node:worker_threads'
import { type Sample, trainClassifier } from './classifier.ts'
import { saveClassifier } from './file.ts'

const model = trainClassifier(workerData as readonly Sample[])
parentPort?.postMessage(model ? saveClassifier(model) : null)

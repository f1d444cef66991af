/**
 * `npm run classify -- train TEXTS MODEL` trains on a file of `{"text", "label"}` lines (or a CSV with those columns), prints what it is worth
 * on texts it had not seen and saves it; `npm run classify -- try MODEL TEXTS` says how it does on other texts.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { type Classifier, classify, qualityOf, type Sample, trainClassifier } from '#kernel/learn/classifier.ts'
import { loadClassifier, saveClassifier } from '#kernel/learn/file.ts'

const readSamples = (path: string): readonly Sample[] => {
  const text = readFileSync(path, 'utf8')
  const rows = path.endsWith('.csv')
    ? (parse(text, { columns: true, bom: true }) as Sample[])
    : text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line) as Sample)
  const wrong = rows.findIndex((row) => typeof row.text !== 'string' || typeof row.label !== 'string')
  if (wrong >= 0) throw new Error(`${path} 第${wrong + 1}条没有 text 或 label`)
  return rows
}
const seconds = (from: number): string => ((performance.now() - from) / 1000).toFixed(1)
const percent = (share: number): string => `${(share * 100).toFixed(2)}%`

const train = (textsPath: string, modelPath: string): void => {
  const from = performance.now()
  const model = trainClassifier(readSamples(textsPath), { folds: 5 })
  if (!model) throw new Error('至少要有两个类别,每类五条')
  const { quality } = model
  console.log(`训练 ${quality.texts} 条,${model.labels.length} 类,用时 ${seconds(from)} 秒`)
  console.log(`五折交叉:宏平均F1 ${quality.macroF1.toFixed(4)},准确率 ${percent(quality.accuracy)}`)
  for (const [label, f1] of Object.entries(quality.f1)) console.log(`  ${label} F1 ${f1.toFixed(3)}`)
  writeFileSync(modelPath, saveClassifier(model))
}
const reliability = (model: Classifier, samples: readonly Sample[]): void => {
  const answers = samples.map((s) => ({ ...classify(model, s.text, { withReasons: false }), truth: s.label }))
  for (const [low, high] of [
    [0.95, 1.01],
    [0.9, 0.95],
    [0.8, 0.9],
    [0.6, 0.8],
    [0, 0.6],
  ] as const) {
    const band = answers.filter((a) => a.confidence >= low && a.confidence < high)
    const right = band.filter((a) => a.label === a.truth).length
    if (band.length > 0) console.log(`  把握 ${low}–${Math.min(1, high)}:${band.length} 条,答对 ${percent(right / band.length)}`)
  }
}
const tryOn = (modelPath: string, textsPath: string): void => {
  const model = loadClassifier(readFileSync(modelPath))
  const samples = readSamples(textsPath)
  const from = performance.now()
  const guesses = samples.map((s) => ({
    truth: model.labels.indexOf(s.label),
    best: model.labels.indexOf(classify(model, s.text, { withReasons: false }).label),
  }))
  const took = (performance.now() - from) / 1000
  const quality = qualityOf(guesses, model.labels)
  console.log(`${samples.length} 条,每秒 ${Math.round(samples.length / took)} 条`)
  console.log(`宏平均F1 ${quality.macroF1.toFixed(4)},准确率 ${percent(quality.accuracy)}`)
  reliability(model, samples)
}

const [what, one, two] = process.argv.slice(2)
if (what === 'train' && one && two) train(one, two)
else if (what === 'try' && one && two) tryOn(one, two)
else {
  console.error('npm run classify -- train 文本.jsonl 模型.bin | npm run classify -- try 模型.bin 文本.jsonl')
  process.exit(2)
}

/**
 * `npm run report -- --scenario 003 --check`: every printed figure against the rows. Without `--check` the text; `--docx out.docx` the paper.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { computeText, namedFigures } from '#domains/reports/figures.ts'
import { fillReport } from '#domains/reports/text.ts'
import { Refused, refusalZh, systemActor } from '#kernel'
import { type Block, writeDocx } from '#kernel/documents/index.ts'
import { checkPack, type Judged, judgedLine, totalLine, totals } from './report/check.ts'
import { faultLines, PackError } from './scenario/faults.ts'
import { dataDirOf, openHouse, openKernel, packDir, readMark } from './scenario/house.ts'
import { readPack } from './scenario/pack.ts'
import { isLoaded } from './scenario/write.ts'

const usage = '用法:npm run report -- --scenario 003|文件夹 [--data DIR] [--check] [--docx out.docx] [--failed]'
const lineOf = (block: Block): string =>
  block.kind === 'gap' ? '' : block.kind === 'table' ? block.rows.map((r) => r.join(' | ')).join('\n') : block.text
/** What the source printed and the facts do not bear out: said under the text, plainly, before anybody signs it. */
const warnings = (unbacked: readonly Judged[]): readonly string[] =>
  unbacked.length === 0
    ? []
    : [
        '',
        `待核实(${unbacked.length}处,原文所印与事实不符,本稿按事实):`,
        ...unbacked.map((j) => `· “${j.phrase}”:按事实为${j.computed}。${j.why}`),
      ]

const main = async (): Promise<number> => {
  const { values } = parseArgs({
    options: {
      scenario: { type: 'string' },
      data: { type: 'string' },
      district: { type: 'string' },
      docx: { type: 'string' },
      check: { type: 'boolean' },
      failed: { type: 'boolean' },
    },
  })
  if (!values.scenario) {
    console.log(usage)
    return 2
  }
  const pack = readPack(packDir(values.scenario))
  const dataDir = dataDirOf(pack.about.id, values.data)
  const mark = readMark(dataDir)
  if (!existsSync(dataDir) && !process.env.DATABASE_URL) {
    console.error(`还没有装入:请先 npm run scenario -- load ${values.scenario}${values.data ? ` --data ${values.data}` : ''}`)
    return 1
  }
  const db = await openHouse(dataDir, () => undefined)
  try {
    const kernel = await openKernel(db, dataDir)
    const district = values.district ?? mark?.district ?? pack.about.district.code
    if (!(await isLoaded(kernel, district, pack))) {
      console.error(`区划${district}里没有这个情景的指标:请先 npm run scenario -- load ${values.scenario}`)
      return 1
    }
    if (values.check) {
      const judged = await checkPack(kernel, district, pack)
      for (const j of judged) if (!values.failed || j.verdict === 'wrong' || j.verdict === 'cannot') console.log(judgedLine(j))
      console.log(totalLine(judged))
      return totals(judged).wrong > 0 ? 1 : 0
    }
    const judged = await checkPack(kernel, district, pack)
    const unbacked = judged.filter((j) => j.verdict === 'cannot' || j.verdict === 'wrong')
    const figures = await db.withDistricts([district], (tx) =>
      computeText(
        { kernel, tx, district, now: kernel.now(), actor: systemActor },
        pack.outline,
        namedFigures(pack.outline),
        pack.days,
      ),
    )
    const blocks = fillReport(pack.outline, figures, {})
    if (!values.docx) {
      console.log([...blocks.map(lineOf), ...warnings(unbacked)].join('\n'))
      return 0
    }
    const file = resolve(values.docx)
    writeFileSync(file, await writeDocx([{ zh: pack.about.title, number: pack.about.id, blocks }]))
    console.log([`已写 ${file}`, ...warnings(unbacked)].join('\n'))
    return 0
  } finally {
    await db.close()
  }
}
try {
  process.exitCode = await main()
} catch (error) {
  if (error instanceof PackError) console.error(faultLines(error.faults).join('\n'))
  else if (error instanceof Refused) console.error(refusalZh(error.refusal))
  else throw error
  process.exitCode = 1
}

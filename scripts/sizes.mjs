// Size caps: a file over its cap becomes a folder of the same name. No exemptions.
import { execSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const files = execSync('git ls-files -co --exclude-standard "*.ts" "*.vue" "*.mjs"', { encoding: 'utf8' })
  .trim()
  .split('\n')
  .filter(existsSync)
const cap = (file) => (file.endsWith('.vue') ? 300 : /\.test\.ts$/.test(file) ? 600 : 400)
const over = files.map((f) => [f, readFileSync(f, 'utf8').split('\n').length - 1]).filter(([f, n]) => n > cap(f))
for (const [file, lines] of over) console.error(`${file}: ${lines} lines, cap ${cap(file)}`)
const lengths = files.map((f) => readFileSync(f, 'utf8').split('\n').length).sort((a, b) => a - b)
console.log(`${files.length} files, median ${lengths[Math.floor(lengths.length / 2)]} lines, longest ${lengths.at(-1)}`)
process.exit(over.length > 0 ? 1 : 0)

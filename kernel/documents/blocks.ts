/**
 * A paper as blocks. One mark at the head of a line says what it is; everything else is a paragraph of the body.
 * `# ` title · `^ ` number below the title · `@ ` addressee, from the edge · `## ` first level (黑体) · `### ` second level (楷体) ·
 * `> ` right (signature and date) · `- ` centred · `| a | b |` a row of a table · `---` an empty line
 */
export type Block =
  | { readonly kind: 'title' | 'number' | 'addressee' | 'first' | 'second' | 'body' | 'right' | 'centre'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'gap' }

const marks = [
  ['### ', 'second'],
  ['## ', 'first'],
  ['# ', 'title'],
  ['^ ', 'number'],
  ['@ ', 'addressee'],
  ['> ', 'right'],
  ['- ', 'centre'],
] as const

const cellsOf = (line: string): readonly string[] =>
  line
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((cell) => cell.trim())

export const parseBlocks = (text: string): readonly Block[] => {
  const blocks: Block[] = []
  for (const raw of text.split('\n')) {
    const line = raw.trim()
    if (line === '') continue
    if (line === '---') blocks.push({ kind: 'gap' })
    else if (line.startsWith('|')) {
      const last = blocks.at(-1)
      const row = cellsOf(line)
      if (last?.kind === 'table') blocks[blocks.length - 1] = { kind: 'table', rows: [...last.rows, row] }
      else blocks.push({ kind: 'table', rows: [row] })
    } else {
      const mark = marks.find(([head]) => line.startsWith(head))
      blocks.push(mark ? { kind: mark[1], text: line.slice(mark[0].length) } : { kind: 'body', text: line })
    }
  }
  return blocks
}

/** XML written element by element: order and namespaces are what the schemas check. */
export interface Element {
  readonly name: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly content: string | readonly (Element | undefined)[]
}
/** An element, or nothing where there is nothing to say. */
export const el = (
  name: string,
  content: string | number | null | undefined | readonly (Element | undefined)[],
  attributes?: Readonly<Record<string, string>>,
): Element | undefined =>
  content === null || content === undefined
    ? undefined
    : { name, content: typeof content === 'number' ? String(content) : content, ...(attributes ? { attributes } : {}) }
/** Characters that XML 1.0 has no place for. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const safe = (text: string): string => text.replace(unwritable, '').replace(/[&<>"]/g, (c) => marks[c] ?? c)
const write = ({ name, attributes = {}, content }: Element, indent: string): string => {
  const open = `${indent}<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${safe(value)}"`)
    .join('')}`
  if (typeof content === 'string')
    return content === '' && Object.keys(attributes).length > 0 ? `${open}/>` : `${open}>${safe(content)}</${name}>`
  const inner = content.flatMap((child) => (child ? [write(child, `${indent}  `)] : []))
  return `${open}>\n${inner.join('\n')}\n${indent}</${name}>`
}
export const document = (root: Element | undefined): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${root ? write(root, '') : ''}\n`

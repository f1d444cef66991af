/** Compares two languages of the same words: missing keys, places left unfilled, empty texts. For tests. */
type Tree = { readonly [key: string]: string | Tree }
const textsOf = (tree: Tree, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : textsOf(value, `${path}${key}.`),
  )
const places = (text: string): string =>
  [...text.matchAll(/\{(\w+)\}/g)]
    .map((m) => m[1])
    .sort()
    .join()
/** One sentence per difference; none if both say the same things. */
export const compareWords = (zh: Tree, en: Tree): readonly string[] => {
  const chinese = new Map(textsOf(zh))
  const english = new Map(textsOf(en))
  return [
    ...[...chinese.keys()].filter((k) => !english.has(k)).map((k) => `${k} has no English`),
    ...[...english.keys()].filter((k) => !chinese.has(k)).map((k) => `${k} has no Chinese`),
    ...[...chinese]
      .filter(([k, text]) => places(text) !== places(english.get(k) ?? text))
      .map(([k]) => `${k} fills other places`),
    ...[...chinese, ...english].filter(([, text]) => text.trim() === '').map(([k]) => `${k} is empty`),
  ]
}

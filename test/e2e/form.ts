/** Filling a form as a person does: by the words on it, whatever control stands there. */
import type { Locator, Page } from 'playwright-core'
import { act, closed, content } from './desk.ts'
import { picture } from './phone.ts'

/** A picture or file to hand in; which one does not matter. */
export const aFile = { isFile: true } as const
/** A recording: a picture is not taken for one. */
export const aSound = { isFile: true, isSound: true } as const
const sound = {
  name: '记录仪.m4a',
  mimeType: 'audio/mp4',
  buffer: Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypM4A '), Buffer.alloc(64, 1)]),
}
type Said = string | number | boolean | readonly string[] | readonly Filled[] | typeof aFile | typeof aSound
export interface Filled {
  readonly [label: string]: Said
}
/** The words of a label, with or without its star and the note that it is personal data. */
const escaped = (words: string): RegExp =>
  new RegExp(`^\\s*${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(\\s*\\*.*|\\s.*|个人信息.*)?$`, 's')
const optionsOf = (page: Page): Locator => page.locator('.el-select-dropdown:visible .el-select-dropdown__item')
const chooseIn = async (box: Locator, words: readonly string[]): Promise<void> => {
  const page = box.page()
  const select = box.locator('.el-select')
  await select.click()
  for (const word of words) {
    await select.locator('input').fill(word)
    await optionsOf(page).filter({ hasText: word }).first().click({ timeout: 8000 })
  }
  // A choice of many stays open.
  if (await page.locator('.el-select-dropdown:visible').count()) await page.keyboard.press('Tab')
}
const handIn = async (box: Locator, isSound: boolean): Promise<void> => {
  await box.locator('input[type=file]').setInputFiles(isSound ? sound : await picture())
  await box.locator('.tile:not(.add):not(.waiting)').first().waitFor()
}
const type = async (box: Locator, text: string): Promise<void> => {
  const input = box.locator('input, textarea').first()
  await input.fill(text)
  if (await box.locator('.el-date-editor').count()) await input.press('Enter')
  await input.blur()
}
const sayIn = async (box: Locator, said: Said): Promise<void> => {
  if (typeof said === 'object' && 'isFile' in said) return handIn(box, 'isSound' in said)
  const texts = Array.isArray(said) ? said.map(String) : [typeof said === 'boolean' ? (said ? '是' : '否') : String(said)]
  if (await box.locator('.el-radio-group').count())
    return box
      .locator('.el-radio')
      .filter({ hasText: escaped(texts[0] ?? '') })
      .click()
  if (await box.locator('.el-select').count()) return chooseIn(box, texts)
  if (await box.locator('.el-cascader').count()) {
    await box.locator('.el-cascader input').fill(texts[0] ?? '')
    return box.page().locator('.el-cascader__suggestion-item').first().click()
  }
  return type(box, texts.join('\n'))
}
const isLines = (said: Said): said is readonly Filled[] => Array.isArray(said) && typeof said[0] === 'object'
/** A table of details: a line added for each that is not there yet, its cells by the heads of the columns. */
const fillLines = async (box: Locator, lines: readonly Filled[]): Promise<void> => {
  for (const [n, line] of lines.entries()) {
    const row = box.locator('.lines tbody tr').nth(n)
    if ((await row.count()) === 0) await box.locator('.foot button').click()
    const heads = (await box.locator('.lines thead th').allInnerTexts()).map((h) => h.replace('*', '').split(' ')[0]?.trim())
    for (const [head, said] of Object.entries(line)) await sayIn(row.locator('td').nth(heads.indexOf(head)), said)
  }
}
/** Fills each named field of the form inside `box`. */
export const fillForm = async (box: Locator, values: Filled): Promise<void> => {
  for (const [label, said] of Object.entries(values)) {
    const own = box
      .page()
      .locator('.label')
      .filter({ hasText: escaped(label) })
    const field = box.locator('.field').filter({ has: own }).first()
    await field.waitFor({ timeout: 8000 }).catch(() => {
      throw new Error(`there is no field “${label}”`)
    })
    await (isLines(said) ? fillLines(field, said) : sayIn(field, said)).catch((error: Error) => {
      throw new Error(`“${label}” cannot be filled: ${error.message}`)
    })
  }
}
/** An action of the subject's page with its form filled in. */
export const actWith = (page: Page, name: string, values: Filled = {}): Promise<void> =>
  act(page, name, () => fillForm(page.locator('.el-dialog:visible'), values))
const save = async (page: Page, way: string | undefined, values: Filled): Promise<void> => {
  const drawer = page.locator('.el-drawer:visible')
  await drawer.waitFor()
  if (way) await drawer.locator('.ways').getByText(way, { exact: true }).click()
  await fillForm(drawer, values)
  await drawer.getByRole('button', { name: '保存' }).click()
}
/** Begins a procedure from its list; the page is then its own. */
export const begin = async (page: Page, url: string, definition: string, values: Filled, way?: string): Promise<string> => {
  await page.goto(`${url}/rows/${definition}`)
  await content(page).getByRole('button', { name: '发起', exact: true }).first().click()
  await save(page, way, values)
  await closed(page.locator('.el-drawer'))
  await page.waitForURL(`**/s/${definition}/**`, { timeout: 12_000 })
  return page.url().split('/').at(-1) ?? ''
}
/** Begins what belongs to the subject shown, from its page, which names it. */
export const beginHere = async (page: Page, link: string, values: Filled): Promise<string> => {
  await content(page).locator('.begin').getByRole('link', { name: link }).click()
  await save(page, undefined, values)
  await closed(page.locator('.el-drawer'))
  await page.waitForURL('**/s/**', { timeout: 12_000 })
  return page.url().split('/').at(-1) ?? ''
}
/** Enters a row of a register or record. */
export const enter = async (page: Page, url: string, definition: string, values: Filled): Promise<void> => {
  await page.goto(`${url}/rows/${definition}`)
  await content(page).getByRole('button', { name: '新增', exact: true }).first().click()
  await save(page, undefined, values)
  await page.locator('.el-message--success').first().waitFor()
}

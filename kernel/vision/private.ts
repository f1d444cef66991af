/**
 * What in a picture tells who somebody is: number plates (GA 36: 省份简称, a letter, five or six figures and letters) by reading, heads
 * by the upper part of people the detector finds. Rather one box too many: what is covered wrongly harms nobody.
 */
import type { Box, FoundObject, TextLine } from './shape.ts'

const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领'
const plate = new RegExp(`[${provinces}][A-Z0-9][A-Z0-9]{4,6}[学警港澳挂应急]?|(?<![A-Z0-9])[A-Z][A-Z0-9]{5,6}(?![A-Z0-9])`)
/** Whether a line of writing holds a plate; also one whose first character the reader lost. */
export const hasPlate = (text: string): boolean => {
  const plain = text.toUpperCase().replace(/[\s·•.\-—:]/g, '')
  const found = plate.exec(plain)?.[0]
  // Words of letters alone are advertisements; a plate has figures.
  return found !== undefined && (found.match(/\d/g)?.length ?? 0) >= 2
}
const grown = ({ left, top, width, height }: Box, x: number, y: number): Box => ({
  left: left - width * x,
  top: top - height * y,
  width: width * (1 + 2 * x),
  height: height * (1 + 2 * y),
})
export const plateBoxes = (lines: readonly TextLine[]): readonly Box[] =>
  lines.filter((l) => hasPlate(l.text)).map((l) => grown(l.box, 0.1, 0.25))
export const headBoxes = (found: readonly FoundObject[]): readonly Box[] =>
  found
    .filter((f) => f.name === 'person')
    .map(({ box }) =>
      grown(
        {
          left: box.left + box.width * 0.1,
          top: box.top,
          width: box.width * 0.8,
          height: Math.min(box.height, Math.max(box.height * 0.3, box.width * 0.6)),
        },
        0.1,
        0.1,
      ),
    )

import { describe, expect, it } from 'vitest'
import type { FieldMeta } from '../types.ts'
import { amongOf, startingValues } from './validate.ts'

const field = (name: string, more: Partial<FieldMeta> = {}): FieldMeta => ({
  name,
  kind: 'number',
  zh: name,
  isOptional: false,
  isUnique: false,
  isSearchable: false,
  choices: null,
  ...more,
})
const subject = {
  lon: 119.9,
  lat: 31.7,
  came: 3,
  name: '雨污分流改造',
  percent: 53.5,
  subs: [{ name: '一标段' }, { name: '二标段' }],
}

describe('what a form begins with', () => {
  it('takes over what the subject says, but never its place for where one stands', () => {
    const form = [field('came'), field('lon', { isHere: true }), field('lat', { isHere: true })]
    expect(startingValues(form, subject)).toEqual({ came: 3 })
  })
  it('about one line of a table begins empty and offers the lines by name', () => {
    const line = field('name', { kind: 'text', among: 'subs.name' })
    expect(startingValues([line, field('percent')], subject)).toEqual({})
    expect(amongOf(line, subject)).toEqual(['一标段', '二标段'])
    expect(amongOf(line, {})).toEqual([])
  })
})

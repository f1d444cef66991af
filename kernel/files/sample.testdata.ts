/** A register with photos, for tests: what a file belongs to. */
import { defineDomain } from '../define/domain.ts'
import { photos, text } from '../define/field.ts'
import { register } from '../define/register.ts'

export const createRegisterDomain = () => {
  const inspection = register('samplefiles.inspection', { zh: '检查', fields: { number: text('编号'), photos: photos(0) } })
  return { inspection, domain: defineDomain({ id: 'samplefiles', zh: '样例', registers: [inspection] }) }
}

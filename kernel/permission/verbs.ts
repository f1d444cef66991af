/** Verbs that follow from definitions, so that nobody has to invent or forget them. */
import type { Domain } from '../define/domain.ts'

export const readVerb = (definitionId: string): string => `${definitionId}.read`
export const writeVerb = (definitionId: string): string => `${definitionId}.write`

/** Every register: read, write. Every record: read, write. Every procedure: read, and one per distinct actor of its actions. */
export const derivedVerbs = (domain: Domain): Readonly<Record<string, string>> => {
  const verbs: Record<string, string> = {}
  for (const d of [...(domain.registers ?? []), ...(domain.records ?? [])]) {
    verbs[readVerb(d.id)] = `查看${d.spec.zh}`
    verbs[writeVerb(d.id)] = `${d.primitive === 'record' ? '登记' : '维护'}${d.spec.zh}`
  }
  for (const p of domain.procedures ?? []) {
    verbs[readVerb(p.id)] = `查看${p.spec.zh}`
    for (const action of Object.values(p.actions)) {
      if (action.by === 'system' || action.by === 'public') continue
      const names = Object.values(p.actions)
        .filter((a) => a.by === action.by)
        .map((a) => a.zh)
      verbs[action.by] ??= `${p.spec.zh}:${[...new Set(names)].slice(0, 4).join('、')}${names.length > 4 ? '等' : ''}`
    }
  }
  return verbs
}

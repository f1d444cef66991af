/**
 * Modules: a bureau builds its platform in phases (一期、二期). Each domain is a module, on from the start unless the district has dated
 * it off, or on from a later day; before that day its pages are not in the menu and its addresses answer with the day it begins.
 */
import type { Domain } from './define/domain.ts'
import { reject } from './errors.ts'
import { defineParameters, type ParameterBook } from './parameter.ts'

export const moduleParameter = (domain: string): string => `platform.module-${domain}`
export const defineModules = (domains: readonly Domain[]): void => {
  defineParameters(
    domains.map((d) => ({
      name: moduleParameter(d.id),
      zh: `启用模块:${d.zh}(1 启用,0 未启用)`,
      value: 1,
      unit: '开关',
      source: '本局分期建设方案',
    })),
  )
}
export type ModuleSwitch = (district: string, domain: string, on: string) => boolean
export const createModuleSwitch =
  (parameters: ParameterBook): ModuleSwitch =>
  (district, domain, on) =>
    (parameters.find(district, moduleParameter(domain), on) ?? 1) > 0
/** Refuses what belongs to a module that this district has not switched on. */
export const requireModule = (isOn: ModuleSwitch, domain: Pick<Domain, 'id' | 'zh'>, district: string, on: string): void => {
  if (!isOn(district, domain.id, on)) reject('kernel.module-off', { module: domain.zh })
}

/** How a suspected building comes in, is verified, and what it is taken to be. */
import { objectAccepted } from '#catalogue/facts.ts'
import { choice, first, hourMs, instant, integer, number, one, photos, ref, round, say, streetOf, text } from '#kernel'
import { buildingConfirmed } from '../facts.ts'
import { notYet, why } from '../shared.ts'
import { classes, type kinds, lands, vias } from '../words.ts'
import { keyFlags, type Make, place } from './definition.ts'

const { patrol, report, drone, satellite } = vias
const start = [{ clock: 'verify', do: 'start' }] as const
/** Ways of finding as the base register knows them. */
const baseVia = (via: string): string => ({ property: 'report', pipeline: 'patrol' })[via] ?? via
interface Base {
  readonly code: string
  readonly address: string
  readonly compound: string | null
  readonly areaM2: number
  readonly kind: keyof typeof kinds
  readonly owner: string | null
  readonly areaCode: string | null
  readonly lon: number | null
  readonly lat: number | null
  readonly isTaken: boolean
}
const baseSql = `select b.code, b.address, b.compound, b.area_m2::float8 as "areaM2", b.kind, b.owner, b.area_code as "areaCode", b.lon, b.lat,
  exists (select 1 from buildings.building x where x.base_code = b.code) as "isTaken" from grid.illegal_building b where b.id = $1 and b.retired_at is null and b.state <> 'removed'`
const hoursBetween = (from: string | Date, to: Date): number => round((to.getTime() - new Date(from).getTime()) / hourMs, 1)

export const openedActions = (action: Make) => ({
  report: action({
    zh: '上报疑似违建',
    from: 'new',
    to: 'found',
    by: 'buildings.report',
    form: {
      ...place,
      via: choice('发现途径', { patrol, report, drone, satellite }),
      reporter: text('报告人', { maxLength: 80 }).optional(),
      photos: photos(1, '现场照片'),
    },
    effects: ({ subject }) => ({ set: { street: streetOf(subject.areaCode) }, clocks: start }),
  }),
  propertyReport: action({
    zh: '物业报告',
    from: 'new',
    to: 'found',
    by: 'buildings.property',
    help: '物业为报告人;按时报告的记1分,超时或未报告的扣1分。',
    form: {
      compound: ref('小区', 'grid.compound'),
      address: place.address,
      kind: place.kind,
      areaM2: place.areaM2,
      seenAt: instant('物业发现时间'),
      photos: photos(1, '现场照片'),
    },
    look: ({ tx, input }) =>
      one<{ name: string; property: string | null }>(
        tx,
        'select name, property from grid.compound where id = $1 and retired_at is null',
        [input.compound],
      ),
    check: ({ found, input, now }) =>
      first(
        why(!found, '没有这个小区'),
        why(Boolean(found) && !found?.property, `${found?.name}没有登记物业企业`),
        why(new Date(input.seenAt) > now, '发现时间不能晚于现在'),
      ),
    effects: ({ input: { seenAt }, found, subject, now }) => ({
      set: {
        via: 'property',
        reporter: found?.property ?? null,
        reportHours: hoursBetween(seenAt, now),
        street: streetOf(subject.areaCode),
      },
      clocks: start,
    }),
  }),
  suspect: action({
    zh: '其他来源报告',
    from: 'new',
    to: 'found',
    by: 'system',
    form: {
      address: place.address,
      kind: place.kind,
      areaM2: place.areaM2,
      via: choice('发现途径', vias),
      reporter: text('来源单号', { maxLength: 80 }),
      photos: photos(0, '现场照片').optional(),
      sourceType: text('来源类别', { maxLength: 60, isGiven: true }),
      sourceId: text('来源', { maxLength: 60, isGiven: true }),
    },
    effects: ({ subject }) => ({ set: { street: streetOf(subject.areaCode) }, clocks: start }),
  }),
  take: action({
    zh: '普查底数立档',
    from: 'new',
    to: 'stock',
    by: 'buildings.check',
    form: {
      base: ref('普查登记的违法建设', 'grid.illegal-building'),
      builtYear: integer('建成年份', { min: 1949, max: 2100 }),
      land: choice('用地', lands),
      obstacle: text('治理障碍', { maxLength: 200 }).optional(),
    },
    look: ({ tx, input }) => one<Base>(tx, baseSql, [input.base]),
    check: ({ found }) =>
      first(why(!found, '没有这条普查登记,或已拆除'), notYet(found?.isTaken ?? false, `${found?.code}已经立档`)),
    effects: ({ found, input, subject }) => ({
      set: {
        class: 'stock',
        via: 'census',
        baseCode: found?.code ?? null,
        address: found?.address ?? '',
        compound: found?.compound ?? null,
        areaM2: found?.areaM2 ?? 0,
        surveyedM2: found?.areaM2 ?? 0,
        kind: found?.kind ?? 'other',
        owner: found?.owner ?? null,
        areaCode: found?.areaCode ?? subject.areaCode,
        lon: found?.lon ?? null,
        lat: found?.lat ?? null,
        street: streetOf(found?.areaCode ?? subject.areaCode),
        obstacle: input.obstacle ?? null,
        isKey: false,
      },
    }),
  }),
})
export const verifiedActions = (action: Make) => ({
  confirm: action({
    zh: '核实认定',
    from: 'found',
    by: 'buildings.check',
    tone: 'primary',
    help: '有共享批准的,违建面积为实测减批准;新增的写明开工时间,存量的写明建成年份;三类标准有一项即为重点。',
    form: {
      class: choice('类别', classes),
      kind: place.kind,
      land: choice('用地', lands),
      surveyedM2: number('实测面积', { unit: '㎡', min: 0.01 }),
      approval: ref('共享的批准', 'buildings.approval').optional(),
      compound: place.compound,
      owner: place.owner,
      ownerCode: place.ownerCode,
      startedAt: instant('开工时间(新增)').optional(),
      builtYear: integer('建成年份(存量)', { min: 1949, max: 2100 }).optional(),
      obstacle: text('治理障碍(存量)', { maxLength: 200 }).optional(),
      ...keyFlags,
      keyReason: text('重点理由', { maxLength: 300 }).optional(),
      photos: photos(1, '核实照片'),
    },
    look: ({ tx, input }) =>
      one<{ m2: number; no: string }>(
        tx,
        'select approved_m2::float8 as m2, number as no from buildings.approval where id = $1 and retired_at is null',
        [input.approval ?? null],
      ),
    to: ({ input }) => (input.class === 'new' ? 'confirmed' : 'stock'),
    check: ({ input, found, subject }) =>
      first(
        why(input.class === 'new' && !input.startedAt, '新增违建请填写开工时间'),
        why(input.class === 'stock' && !input.builtYear, '存量违建请填写建成年份'),
        why(Boolean(input.startedAt) && new Date(input.startedAt ?? 0) > subject.createdAt, '开工不能晚于发现'),
        why(Boolean(found) && input.surveyedM2 <= (found?.m2 ?? 0), `实测不超过${found?.no}批准的${found?.m2}㎡,不构成违建`),
        why((input.isHazard || input.isUgly || input.isHated) && !input.keyReason, '列为重点的请写明理由'),
      ),
    effects: ({ input, found, subject, parameter }) => {
      const foundHours = input.class === 'new' && input.startedAt ? hoursBetween(input.startedAt, subject.createdAt) : null
      const areaM2 = round(input.surveyedM2 - (found?.m2 ?? 0))
      const isNew = input.class === 'new'
      const compound = input.compound ?? subject.compound
      const known = {
        code: subject.number,
        address: subject.address,
        compound,
        areaM2,
        age: input.class,
        kind: input.kind,
        owner: (input.owner ?? subject.owner)?.slice(0, 50) ?? null,
        foundVia: baseVia(subject.via),
        risk: input.isHazard ? 'high' : 'low',
        state: 'standing',
      }
      return {
        set: {
          ...input,
          compound,
          owner: input.owner ?? subject.owner,
          ownerCode: input.ownerCode ?? subject.ownerCode,
          areaM2,
          approvedM2: found?.m2 ?? null,
          startedAt: isNew ? (input.startedAt ?? null) : null,
          builtYear: isNew ? null : (input.builtYear ?? null),
          foundHours,
          isFoundInTime: foundHours === null ? null : foundHours <= parameter('buildings.found-hours'),
          isKey: input.isHazard || input.isUgly || input.isHated,
          baseCode: subject.number,
        },
        clocks: [
          { clock: 'verify', do: 'stop' },
          ...(isNew
            ? [
                {
                  clock: 'stop',
                  do: 'start',
                  limit: { value: parameter('buildings.stop-hours'), unit: 'urgent_hour' },
                } as const,
              ]
            : []),
        ],
        facts: [
          say(buildingConfirmed, {
            building: subject.id,
            number: subject.number,
            class: input.class,
            via: subject.via,
            compound: compound ?? null,
            foundHours,
            reportHours: subject.reportHours === null ? null : Number(subject.reportHours),
          }),
          ...(subject.lon !== null && subject.lat !== null
            ? [
                say(objectAccepted, {
                  register: 'grid.illegal-building',
                  key: 'code',
                  values: known,
                  lon: subject.lon,
                  lat: subject.lat,
                }),
              ]
            : []),
        ],
      }
    },
  }),
  reject: action({
    zh: '不构成违建',
    from: 'found',
    to: 'unfounded',
    by: 'buildings.check',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }), photos: photos(1, '核实照片') },
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'verify', do: 'stop' }] }),
  }),
  mark: action({
    zh: '三类重点标准',
    from: 'any open',
    to: 'same',
    by: 'buildings.check',
    help: '安全隐患突出、严重影响城市风貌、社会反响强烈,有一项即为重点,计划先排。',
    form: { ...keyFlags, keyReason: text('理由', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: { ...input, isKey: input.isHazard || input.isUgly || input.isHated } }),
  }),
})

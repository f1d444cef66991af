/** 液化石油气: stations, cylinders by code, couriers with a certificate; what goes out is in date, what is black is seized. */
import { penaltyWanted } from '#catalogue/facts.ts'
import {
  choice,
  choices,
  date,
  dayText,
  first,
  integer,
  longText,
  number,
  one,
  photos,
  procedure,
  ref,
  register,
  say,
  text,
} from '#kernel'
import { cylinderMoved } from './facts.ts'
import { notYet, why } from './shared.ts'

export const station = register('gas.station', {
  zh: '液化石油气站点',
  menu: '液化石油气',
  geometry: 'Point',
  fields: {
    name: text('站点', { maxLength: 80 }).unique().searchable(),
    kind: choice('类别', { filling: '充装站', supply: '供应站' }),
    operator: text('经营企业', { maxLength: 80 }),
    licence: text('燃气经营许可证号', { maxLength: 60 }),
    licenceUntil: date('许可有效期至'),
  },
})
export const cylinderStates = { station: '在站', out: '在用户', scrapped: '报废' } as const
export const cylinder = register('gas.cylinder', {
  zh: '气瓶',
  menu: '液化石油气',
  title: 'code',
  fields: {
    code: text('气瓶编码', { maxLength: 40 }).unique().searchable(),
    station: ref('充装站', 'gas.station'),
    specKg: number('规格', { unit: 'kg', min: 1, max: 60 }),
    madeOn: date('制造日期'),
    inspectedUntil: date('下次检验日期'),
    state: choice('状态', cylinderStates),
  },
})
export const courier = register('gas.courier', {
  zh: '送气工',
  menu: '液化石油气',
  title: 'name',
  fields: {
    name: text('姓名', { maxLength: 40 }).personal('name').searchable(),
    certificate: text('从业证书', { maxLength: 60 }).unique(),
    validUntil: date('证书有效期至'),
    station: ref('站点', 'gas.station'),
  },
})
const checks = { hose: '软管', valve: '减压阀', stove: '灶具', vent: '通风', place: '存放' } as const
const form = {
  code: text('气瓶编码', { maxLength: 40 }),
  courier: ref('送气工', 'gas.courier'),
  user: ref('用户', 'sensing.gas-user'),
  checks: choices('随瓶安检', checks).help('五项都查过才能送达'),
} as const
interface Found {
  readonly id: string | null
  readonly station: string | null
  readonly state: string | null
  readonly inspectedUntil: string | null
  readonly licenceUntil: string | null
  readonly validUntil: string | null
  readonly courierStation: string | null
}
export const delivery = procedure('gas.delivery', {
  zh: '气瓶配送',
  menu: '液化石油气',
  title: 'code',
  numbering: { prefix: 'PS', per: 'day', digits: 5 },
  help: '编码不在册、超期未检、报废、已在用户处的不得配送;送气工须持有效证书且属同一站点,站点许可须在有效期内。',
  fields: {
    ...form,
    code: form.code.searchable(),
    cylinder: ref('气瓶', 'gas.cylinder'),
    station: ref('站点', 'gas.station'),
    sentOn: date('配送日期'),
    returnedOn: date('回收日期').optional(),
  },
  statuses: { out: { zh: '在用户' }, returned: { zh: '已回收', kind: 'final' } },
}).actions((action) => ({
  send: action({
    zh: '配送',
    from: 'new',
    to: 'out',
    by: 'gas.run',
    form,
    look: ({ tx, input }) =>
      one<Found>(
        tx,
        `select c.id, c.station, case when exists (select 1 from gas.delivery o where o.cylinder = c.id and o.status = 'out') then 'out' else c.state end as state, c.inspected_until::text as "inspectedUntil", s.licence_until::text as "licenceUntil", k.valid_until::text as "validUntil", k.station as "courierStation"
         from (select 1) x left join gas.cylinder c on c.code = $1 and c.retired_at is null left join gas.station s on s.id = c.station left join gas.courier k on k.id = $2 and k.retired_at is null`,
        [input.code, input.courier],
      ),
    check: ({ input, found, now }) => {
      const today = dayText(now)
      const missing = (Object.keys(checks) as (keyof typeof checks)[]).filter((k) => !input.checks.includes(k))
      return first(
        why(!found?.id, '气瓶编码不在册(黑气瓶),不得配送'),
        why(found?.state === 'scrapped', '气瓶已报废'),
        notYet(found?.state === 'out', '气瓶在用户处,先回收'),
        why((found?.inspectedUntil ?? '') < today, `气瓶${found?.inspectedUntil}到期未检`),
        why((found?.licenceUntil ?? '') < today, '站点燃气经营许可已过期'),
        why((found?.validUntil ?? '') < today, '送气工没有有效证书'),
        why(found?.courierStation !== found?.station, '送气工不属于该站点'),
        why(missing.length > 0, `随瓶安检未查:${missing.map((k) => checks[k]).join('、')}`),
      )
    },
    effects: ({ found, subject, now }) => ({
      set: { cylinder: found?.id ?? subject.id, station: found?.station ?? subject.id, sentOn: dayText(now) },
      facts: found?.id ? [say(cylinderMoved, { cylinder: found.id, state: 'out', number: subject.number })] : [],
    }),
  }),
  collect: action({
    zh: '回收空瓶',
    from: 'out',
    to: 'returned',
    by: 'gas.run',
    tone: 'primary',
    effects: ({ subject, now }) => ({
      set: { returnedOn: dayText(now) },
      facts: [say(cylinderMoved, { cylinder: subject.cylinder, state: 'station', number: subject.number })],
    }),
  }),
}))
const seizureForm = {
  place: text('地点', { maxLength: 120 }),
  kind: choice('情形', { black: '黑气瓶', storage: '非法储存', licence: '无证经营', expired: '超期瓶充装' }),
  cylinders: integer('气瓶', { unit: '只', min: 1 }),
  party: text('当事人', { maxLength: 80 }),
  partyCode: text('证件(统一社会信用代码)', { maxLength: 30 }),
  partyKind: choice('当事人类型', { person: '个人', org: '单位' }),
  note: longText('情况', { maxLength: 300 }),
} as const
export const seizure = procedure('gas.seizure', {
  zh: '液化气违法查处',
  menu: '液化石油气',
  title: 'place',
  numbering: { prefix: 'HQ', per: 'year', digits: 4 },
  help: '查获即移送行政处罚;立案后按决定处置气瓶,处置只数须与查获一致。',
  fields: {
    ...seizureForm,
    place: seizureForm.place.searchable(),
    seizedOn: date('查获日期'),
    penaltyNumber: text('处罚案件', { maxLength: 40 }).optional(),
    scrapped: integer('报废', { unit: '只' }).optional(),
    returned: integer('退回合法站点', { unit: '只' }).optional(),
    disposedOn: date('处置日期').optional(),
  },
  statuses: {
    seized: { zh: '已查获', duty: 'gas.manage', taskZh: '查获气瓶待处置' },
    closed: { zh: '已处置', kind: 'final' },
  },
}).actions((action) => ({
  seize: action({
    zh: '登记查获',
    from: 'new',
    to: 'seized',
    by: 'gas.report',
    form: { ...seizureForm, photos: photos(1, '现场照片') },
    effects: ({ input, subject, now }) => ({
      set: { seizedOn: dayText(now) },
      facts: [
        say(penaltyWanted, {
          sourceType: 'gas.seizure',
          sourceId: subject.id,
          topic: 'gas',
          lawCode: 'V14',
          partyName: input.party,
          partyCode: input.partyCode,
          partyKind: input.partyKind,
          happenedOn: dayText(now),
          address: input.place,
          description: `${input.place}查获气瓶${input.cylinders}只;${input.note}`,
          lon: subject.lon,
          lat: subject.lat,
          areaCode: subject.areaCode,
        }),
      ],
    }),
  }),
  noteCase: action({
    zh: '处罚已立案',
    from: ['seized', 'closed'],
    to: 'same',
    by: 'system',
    form: { penaltyNumber: text('处罚案件', { maxLength: 40 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  dispose: action({
    zh: '处置气瓶',
    from: 'seized',
    to: 'closed',
    by: 'gas.manage',
    tone: 'primary',
    form: {
      scrapped: integer('报废', { unit: '只', min: 0 }),
      returned: integer('退回合法站点', { unit: '只', min: 0 }),
      photos: photos(1, '处置单'),
    },
    guard: ({ subject }) => notYet(!subject.penaltyNumber, '处罚立案后处置'),
    check: ({ input, subject }) =>
      why(
        input.scrapped + input.returned !== subject.cylinders,
        `查获${subject.cylinders}只,处置${input.scrapped + input.returned}只`,
      ),
    effects: ({ input, now }) => ({ set: { scrapped: input.scrapped, returned: input.returned, disposedOn: dayText(now) } }),
  }),
}))

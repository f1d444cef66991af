/** 古树保护范围内的侵害: measured against the tree's zone; inside it goes to penalty, outside it is told off and closed. */
import { penaltyWanted } from '#catalogue/facts.ts'
import { choice, date, dayText, number, one, photos, procedure, ref, say, text } from '#kernel'
import { notYet, why } from '../shared.ts'

export const harms = {
  build: '建房搭棚',
  pile: '堆放物料',
  dig: '挖坑取土',
  pour: '倾倒有害污水',
  nail: '刻划钉钉',
  hang: '缠绕悬挂',
  fell: '擅自砍移',
} as const
/** 采伐移植按级别(古树名木保护条例),其他按损坏树木(城市绿化条例). */
const lawOf = (harm: string, grade: string | undefined): string => {
  if (harm !== 'fell') return 'V04'
  return grade === 'first' || grade === 'famous' ? 'V06' : grade === 'second' ? 'V07' : 'V08'
}
const form = {
  tree: ref('古树', 'greening.ancient'),
  harm: choice('侵害', harms),
  party: text('当事人', { maxLength: 60 }),
  partyCode: text('证件(信用代码)', { maxLength: 18 }),
  partyKind: choice('当事人类别', { person: '个人', org: '单位' }),
  note: text('情况', { maxLength: 200 }),
  photos: photos(1, '现场照片'),
} as const
export const incident = procedure('greening.incident', {
  zh: '古树侵害',
  menu: '古树名木',
  title: 'note',
  numbering: { prefix: 'QH', per: 'year', digits: 4 },
  help: '到树的距离自动测算;保护范围以内的移送处罚。',
  fields: {
    ...form,
    distanceM: number('距树', { unit: 'm' }).optional(),
    zone: choice('范围', { inside: '保护范围内', outside: '范围外' }).optional(),
    handedOn: date('移送日期').optional(),
    endedOn: date('办结日期').optional(),
  },
  statuses: {
    found: { zh: '待处理', duty: 'greening.check', taskZh: '古树侵害待处理' },
    handed: { zh: '已移送处罚', kind: 'final' },
    settled: { zh: '已制止', kind: 'final' },
  },
}).actions((action) => ({
  find: action({
    zh: '登记侵害',
    from: 'new',
    to: 'found',
    by: 'greening.report',
    form,
    look: ({ tx, input, subject }) =>
      one<{ distance: number; radius: number }>(
        tx,
        'select st_distance(geography(st_setsrid(st_makepoint(lon, lat), 4326)), geography(st_setsrid(st_makepoint($2::float8, $3::float8), 4326)))::float8 as distance, radius_m::float8 as radius from greening.ancient where id = $1 and retired_at is null',
        [input.tree, subject.lon, subject.lat],
      ),
    check: ({ found, subject }) => why(!found, '没有这棵古树') ?? why(subject.lon === null, '请在图上定位'),
    effects: ({ found }) => ({
      set: {
        distanceM: Math.round((found?.distance ?? 0) * 10) / 10,
        zone: (found?.distance ?? 0) <= (found?.radius ?? 0) ? 'inside' : 'outside',
      },
    }),
  }),
  hand: action({
    zh: '移送处罚',
    from: 'found',
    to: 'handed',
    by: 'greening.check',
    tone: 'danger',
    guard: ({ subject }) => notYet(subject.zone !== 'inside', '在保护范围外,当场制止即可'),
    look: ({ tx, subject }) =>
      one<{ code: string; species: string; grade: string }>(
        tx,
        'select code, species, grade from greening.ancient where id = $1',
        [subject.tree],
      ),
    effects: ({ subject, found, now }) => ({
      set: { handedOn: dayText(now) },
      facts: [
        say(penaltyWanted, {
          sourceType: 'greening.incident',
          sourceId: subject.id,
          topic: 'greening',
          lawCode: lawOf(subject.harm, found?.grade),
          partyName: subject.party,
          partyCode: subject.partyCode,
          partyKind: subject.partyKind,
          happenedOn: dayText(now),
          address: `古树${found?.code ?? ''}保护范围`,
          description: `${harms[subject.harm]}(${found?.species ?? ''},距树${subject.distanceM}m):${subject.note}`,
          lon: subject.lon,
          lat: subject.lat,
          areaCode: subject.areaCode,
        }),
      ],
    }),
  }),
  settle: action({
    zh: '当场制止',
    from: 'found',
    to: 'settled',
    by: 'greening.check',
    form: { result: text('处理', { maxLength: 200 }) },
    guard: ({ subject }) => notYet(subject.zone === 'inside', '保护范围内的应移送处罚'),
    effects: ({ now }) => ({ set: { endedOn: dayText(now) } }),
  }),
}))

/** 跨路线缆测高: the height over the road against its limit; too low is urgent, until raised and measured again. */
import { problemFound } from '#catalogue/facts.ts'
import { choice, dayText, number, one, photos, procedure, ref, say, text } from '#kernel'
import { crossingMeasured } from './facts.ts'
import { crossings, notSelf, why } from './shared.ts'

const form = {
  crossing: ref('跨路线缆', 'cables.crossing'),
  heightM: number('实测净高', { unit: '米', min: 0.5, max: 40 }),
} as const
export const measure = procedure('cables.measure', {
  zh: '线缆测高',
  menu: '空中线缆',
  title: 'place',
  numbering: { prefix: 'CG', per: 'year', digits: 4 },
  leadingClock: 'raise',
  help: '净高低于标准(参数)即成急件,抬升后复测合格才销号。',
  fields: {
    ...form,
    place: text('跨越处', { maxLength: 100 }).searchable(),
    kind: choice('跨越', crossings),
    leastM: number('最低净高', { unit: '米' }),
    raised: text('抬升情况', { maxLength: 200 }).optional(),
    againM: number('复测净高', { unit: '米' }).optional(),
  },
  clocks: { raise: { zh: '抬升', limit: { value: 24, unit: 'urgent_hour' }, basis: '本地空中线缆管理办法(示例)' } },
  statuses: {
    good: { zh: '合格', kind: 'final' },
    low: { zh: '待抬升', duty: 'cables.run', taskZh: '跨路线缆过低待抬升' },
    raised: { zh: '待复测', duty: 'cables.verify', taskZh: '跨路线缆待复测' },
    closed: { zh: '复测合格', kind: 'final' },
  },
}).actions((action) => ({
  measure: action({
    zh: '测高',
    from: 'new',
    by: 'cables.report',
    form: { ...form, photos: photos(1) },
    look: ({ tx, input }) =>
      one<{ place: string; kind: keyof typeof crossings }>(
        tx,
        'select place, kind from cables.crossing where id = $1 and retired_at is null',
        [input.crossing],
      ),
    to: ({ input, found, parameter }) => (input.heightM < parameter(`cables.height-${found?.kind ?? 'street'}`) ? 'low' : 'good'),
    check: ({ found }) => why(!found, '没有这处跨路线缆'),
    effects: ({ input, found, subject, now, parameter }) => {
      const kind = found?.kind ?? 'street'
      const leastM = parameter(`cables.height-${kind}`)
      const isLow = input.heightM < leastM
      const place = found?.place ?? ''
      return {
        set: { place, kind, leastM },
        clocks: isLow ? [{ clock: 'raise', do: 'start' }] : [],
        facts: [
          say(crossingMeasured, {
            crossing: input.crossing,
            heightM: input.heightM,
            isLow,
            on: dayText(now),
            number: subject.number,
          }),
          ...(isLow
            ? [
                say(problemFound, {
                  source: 'survey',
                  sourceType: 'cables.measure',
                  sourceId: subject.id,
                  description: `${place}线缆净高${input.heightM}米,低于${leastM}米`,
                  lon: subject.lon,
                  lat: subject.lat,
                  areaCode: subject.areaCode,
                  photos: [],
                  isUrgent: true,
                }),
              ]
            : []),
        ],
      }
    },
  }),
  raise: action({
    zh: '已抬升',
    from: 'low',
    to: 'raised',
    by: 'cables.run',
    tone: 'primary',
    form: { raised: text('抬升情况', { maxLength: 200 }), photos: photos(1) },
    effects: ({ input }) => ({ set: { raised: input.raised } }),
  }),
  again: action({
    zh: '复测',
    from: 'raised',
    to: ({ input, subject }) => (input.againM < subject.leastM ? 'low' : 'closed'),
    by: 'cables.verify',
    tone: 'primary',
    form: { againM: number('复测净高', { unit: '米', min: 0.5, max: 40 }) },
    guard: ({ actor, past }) => notSelf(past, 'raise', actor, '抬升人不能复测自己的抬升'),
    effects: ({ input, subject, now }) => {
      const isLow = input.againM < subject.leastM
      return {
        set: { againM: input.againM },
        clocks: isLow ? [] : [{ clock: 'raise', do: 'stop' }],
        facts: [
          say(crossingMeasured, {
            crossing: subject.crossing,
            heightM: input.againM,
            isLow,
            on: dayText(now),
            number: subject.number,
          }),
        ],
      }
    },
  }),
}))

/** What a trapped count may mean: the listener asks the species' own threshold. */
import { rule, say } from '#kernel'
import { trapped } from './facts.ts'
import { trap } from './upkeep/segment.ts'

export const trapRule = rule('greening.trap-rule', {
  zh: '虫情监测达到阈值',
  on: trap,
  when: (row) => row.count > 0,
  then: (row) => [
    say(trapped, {
      trap: row.id,
      pest: row.pest,
      count: row.count,
      place: row.place,
      segment: row.segment,
      lon: row.lon,
      lat: row.lat,
      areaCode: row.areaCode,
    }),
  ],
  basis: '有害生物世代历与诱捕阈值(有害生物台账)',
})

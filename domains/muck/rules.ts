/** What makes a passage, a track or an alarm of the truck's own systems an anomaly: dated thresholds, dry-run over history. */
import { rule, say } from '#kernel'
import { alarmWanted } from './facts.ts'
import { passage, safetyEvent, sighting, trace } from './records.ts'
import { alarmKinds, safetySystems, traceKinds } from './words.ts'

const when = (at: Date): string => new Date(at).toISOString()
export const exitRule = rule('muck.exit', {
  zh: '出场许可不符',
  on: passage,
  when: (p) => p.finding !== null,
  then: (p) => [
    say(alarmWanted, {
      kind: p.finding ?? 'noPermit',
      key: `passage ${p.id}`,
      detail: `${p.plate} ${p.detail ?? alarmKinds[p.finding ?? 'noPermit']}`.slice(0, 300),
      happenedAt: when(p.at),
      plate: p.plate,
      trip: p.trip,
      site: p.site,
      lon: p.lon,
      lat: p.lat,
    }),
  ],
  basis: '城市建筑垃圾管理规定:运输须持核准文件,按规定路线、时间',
})
export const dirtyRule = rule('muck.dirty-exit', {
  zh: '未冲洗、未密闭出场',
  on: passage,
  when: (p) => !p.isWashed || !p.isCovered,
  then: (p) => [
    say(alarmWanted, {
      kind: 'dirty',
      key: `dirty ${p.id}`,
      detail: `${p.plate} ${[p.isWashed ? '' : '未冲洗', p.isCovered ? '' : '未密闭'].filter(Boolean).join('、')}出场`,
      happenedAt: when(p.at),
      plate: p.plate,
      trip: p.trip,
      site: p.site,
      lon: p.lon,
      lat: p.lat,
    }),
  ],
  basis: '本市渣土运输管理要求:净车、密闭出场(示例)',
})
export const sightingRule = rule('muck.unlicensed-sighting', {
  zh: '路面载土而无在途趟次',
  on: sighting,
  when: (s) => s.isLoaded && !s.hasTrip,
  then: (s) => [
    say(alarmWanted, {
      kind: 'noPermit',
      key: `sighting ${s.plate} ${when(s.at).slice(0, 13)}`,
      detail: `${s.plate} 在${s.source}载土行驶,没有在途趟次`,
      happenedAt: when(s.at),
      plate: s.plate,
      lon: s.lon,
      lat: s.lat,
    }),
  ],
  once: { per: (s) => s.plate, withinHours: 1 },
  basis: '城市建筑垃圾管理规定:未经核准不得处置',
})
export const traceRule = rule('muck.trace-rule', {
  zh: '偏航、场外卸土',
  on: trace,
  when: () => true,
  then: (t) => [
    say(alarmWanted, {
      kind: t.kind,
      key: `${t.kind} ${t.trip ?? t.plate} ${t.trip ? '' : when(t.at)}`.trim(),
      detail: `${t.plate} ${traceKinds[t.kind]},距${t.kind === 'offRoute' ? '路线' : '最近消纳场'}${Math.round(t.metres)}米`,
      happenedAt: when(t.at),
      plate: t.plate,
      trip: t.trip,
      lon: t.lon,
      lat: t.lat,
    }),
  ],
  basis: '核准文件所载路线与消纳场所',
})
export const safetyRule = rule('muck.safety-level', {
  zh: '主动安全报警到级',
  on: safetyEvent,
  parameters: { level: { value: 2, unit: '级', source: 'T/JSATL 12-2017:一级、二级报警;本局规定二级须人工处理(示例)' } },
  when: (e, { parameter }) => e.level >= parameter('level'),
  then: (e) => [
    say(alarmWanted, {
      kind: 'safety',
      key: `safety ${e.plate} ${e.system} ${e.event}`,
      detail: `${e.plate} ${safetySystems[e.system]}:${e.event}(${e.level}级${e.speed === null ? '' : `,${e.speed}km/h`})`,
      happenedAt: when(e.at),
      plate: e.plate,
      trip: e.trip,
      lon: e.lon,
      lat: e.lat,
    }),
  ],
  once: { per: (e) => `${e.plate} ${e.system} ${e.event}`, withinHours: 1 },
  basis: '主动安全防护系统使用管理要求(示例)',
})
export const muckRules = [exitRule, dirtyRule, sightingRule, traceRule, safetyRule]

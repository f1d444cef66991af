/** 对讲's present: the groups a person is in (the desk: all), who carries their radios and where, and what was said last. */
import { many, mayDo, type Who, type WorkContext } from '#kernel'

interface Member {
  readonly group: string
  readonly radio: string
  readonly holder: string
  readonly personId: string
  readonly presence: string
  readonly seenAt: Date | null
  readonly lon: number | null
  readonly lat: number | null
}
const membersSql = `select r.group_ as "group", r.number as radio, p.name as holder, i.holder as "personId", coalesce(s.presence, 'never') as presence, s.at as "seenAt", s.lon, s.lat
  from sensing.radio r join sensing.radio_issue i on i.district = r.district and i.radio = r.id and i.status = 'issued' join kernel.person p on p.district = i.district and p.id = i.holder
  left join sensing.status s on s.district = r.district and s.id = r.device where r.retired_at is null order by 1, 2`
const talksSql = `select t.id, t.group_ as "group", p.name as who, coalesce(t.radio_number, '') as radio, t.created_at as at, t.seconds, t.voice, t.speaker from sensing.talk t
  join kernel.person p on p.district = t.district and p.id = t.speaker where t.group_ = any($1) order by t.created_at desc, t.number desc limit 50`
interface Said {
  readonly id: string
  readonly group: string
  readonly who: string
  readonly radio: string
  readonly at: Date
  readonly seconds: number
  readonly voice: readonly string[]
  readonly speaker: string
}
export const readRadio = async ({ tx }: WorkContext, who: Who | null) => {
  const isDesk = mayDo(who, 'sensing.duty')
  const members = await many<Member>(tx, membersSql)
  const mine = new Set(members.filter((m) => m.personId === who?.personId).map((m) => m.group))
  const shown = members.filter((m) => isDesk || mine.has(m.group))
  const names = [...new Set(shown.map((m) => m.group))]
  const talks = await many<Said>(tx, talksSql, [names])
  return {
    isDesk,
    groups: names.map((name) => ({
      name,
      members: shown
        .filter((m) => m.group === name)
        .map(({ group: _, personId: __, seenAt, ...m }) => ({ ...m, seenAt: seenAt ? new Date(seenAt) : null })),
    })),
    talks: talks.map(({ voice, speaker, at, ...t }) => ({
      ...t,
      at: new Date(at),
      file: voice[0] ?? '',
      isMine: speaker === who?.personId,
    })),
  }
}

/** The district's life: a queue of things that happen, each through the public door, at a clock that can run fast. */

import { planPeople, planUnits } from '../city/people.ts'
import { planCity, simDistrict } from '../city/plan.ts'
import { createRandom } from '../city/random.ts'
import { adFound } from './ads.ts'
import { frontageRound } from './appearance.ts'
import { bikeRide } from './bikes.ts'
import { buildingFound } from './buildings.ts'
import { type Day, days, type Matter } from './days.ts'
import type { Doors } from './door.ts'
import { type Beat, enforcementRound } from './enforcement.ts'
import { beginAssessment, monthlyRound, weeklyCheck } from './evaluation.ts'
import { greeningRound } from './greening.ts'
import { lampsFail } from './lighting.ts'
import { muckTrip } from './muck.ts'
import { municipalRound } from './municipal.ts'
import { officesDay } from './offices.ts'
import { operationsDay } from './operations.ts'
import { opinionFound } from './opinion.ts'
import { parkingRound } from './parking.ts'
import { type Condition, type LifeContext, type LiveCase, pickUp, receiveReport, type Step } from './people.ts'
import { hallRound } from './permits.ts'
import { carriedAfter, roadRound, wasteLoad } from './sanitation.ts'
import { alarmsTaken, installThings, thingsReport } from './sensing.ts'
import { sortingRound } from './sorting.ts'
import type { Town } from './story.ts'
import { volunteerRound } from './volunteers.ts'

interface Event {
  readonly at: number
  readonly run: Step['next']
}
export interface LifeOptions {
  readonly doors: Doors
  readonly seed: number
  /** The instant this life began, before any restart: its days are counted from there. */
  readonly begun: number
  readonly photo: (label: string) => Promise<string>
  /** A recording or a picture no two of which are alike; without it nobody speaks over the radio and no case has evidence. */
  readonly original?: LifeContext['original']
  /** Reports a day as a share of the named day's number. */
  readonly scale: number
  /** The short message that came last to a phone; without it, citizens with accounts stay away. */
  readonly sms?: (phone: string) => Promise<string>
  /** Told of whatever a simulated person could not do. */
  readonly stumbled?: (error: unknown) => void
}
export interface Life {
  /** Lets everything happen up to an instant; `setClock` is called before each group of simultaneous events. */
  readonly runTo: (
    until: number,
    setClock: (at: number) => Promise<void> | void,
    progress?: (at: number, done: number) => void,
  ) => Promise<number>
  /** @param isLive somebody is watching: devices speak every ten minutes instead of every two hours */
  readonly planDay: (startOfDay: number, name: string, isLive?: boolean) => void
  /** Takes up the open tasks that are there, after a restart; what a day planned from then on has before this instant is past. */
  readonly resume: (now: number) => Promise<number>
  readonly events: () => number
}
/** Midnight of the district before an instant. */
export const startOf = (at: number): number => Math.floor((at + 8 * hour) / (24 * hour)) * 24 * hour - 8 * hour
const minute = 60_000
const hour = 60 * minute
/** Events of the same ten minutes happen together: that is what lets the server group them. */
const window = 10 * minute

const pickWeighted = <T extends { readonly weight: number }>(list: readonly T[], at: number): T | undefined => {
  let left = at * list.reduce((s, x) => s + x.weight, 0)
  return list.find((x) => {
    left -= x.weight
    return left < 0
  })
}

export const createLife = async (options: LifeOptions): Promise<Life> => {
  const plan = planCity(7)
  const streets = plan.areas.filter((a) => a.level === 'street')
  const people = planPeople(createRandom(7).fork('people'), streets)
  const random = createRandom(options.seed)
  const answer = await options.doors.as('zhiban1').call<{ rows: Condition[] }>('GET', `/rows/cases.condition?limit=1000`)
  const crews = new Map(
    planUnits(streets).map((u) => [
      u.id,
      people.filter((p) => p.actsFor === u.id && (p.post === 'handler' || p.post === 'officer')).map((p) => p.login),
    ]),
  )
  const ctx: LifeContext = {
    doors: options.doors,
    random,
    conditions: answer.body.rows,
    logins: new Map(people.map((p) => [p.id, p.login])),
    crews,
    photo: options.photo,
    original: options.original,
  }
  const known = new Set(answer.body.rows.map((c) => `${c.kind} ${c.category}`))
  let queue: Event[] = []
  let resumedAt = Number.NEGATIVE_INFINITY
  const put = (at: number, run: Step['next']): void => {
    if (at > resumedAt) queue.push({ at, run })
  }
  const cells = plan.areas.filter((a) => a.level === 'cell')
  /** Trouble keeps coming back to the same places: a fifth of the cells get most of it. */
  const hot = cells.filter(() => random.chance(0.2))

  const beat: Beat = {
    streets,
    cells,
    random: createRandom(options.seed).fork('enforcement'),
    today: (at) => new Date(at + 8 * hour).toISOString().slice(0, 10),
  }
  const hall: Beat = { ...beat, random: createRandom(options.seed).fork('hall') }

  const eyes = createRandom(options.seed).fork('eyes')
  const night: Beat = { ...beat, random: createRandom(options.seed).fork('night') }
  const earth: Beat = { ...beat, random: createRandom(options.seed).fork('earth') }
  const desks = createRandom(options.seed).fork('desks')
  const loads: Beat = { ...beat, random: createRandom(options.seed).fork('loads') }
  const bags: Beat = { ...beat, random: createRandom(options.seed).fork('bags') }
  const fronts: Beat = { ...beat, random: createRandom(options.seed).fork('fronts') }
  const gardens: Beat = { ...beat, random: createRandom(options.seed).fork('gardens') }
  const works: Beat = { ...beat, random: createRandom(options.seed).fork('works') }
  const town: Town = { streets, cells, seed: Math.floor(options.begun / (24 * hour)), sms: options.sms }
  const builders: Beat = { ...beat, random: createRandom(options.seed).fork('builders') }
  /** What is not a case: sensors by the hour, the alarm desk, the net, the weekly check, the month's ranking. */
  const planBureau = (startOfDay: number, isLive: boolean): void => {
    const day = new Date(startOfDay + 8 * hour)
    const passed = Math.round((startOfDay - startOf(options.begun)) / (24 * hour))
    if (passed === 0) {
      put(startOfDay + 8 * hour, beginAssessment(streets, startOfDay))
      put(startOfDay, installThings(cells, eyes))
    }
    const every = isLive ? 10 * minute : 2 * hour
    for (let at = startOfDay + every; at < startOfDay + 24 * hour; at += every) put(at, thingsReport(eyes, cells, at))
    for (const h of [9, 14, 20]) put(startOfDay + h * hour, alarmsTaken(eyes))
    put(startOfDay + 19.5 * hour, lampsFail(night, startOfDay + 19.5 * hour))
    for (const h of [7.2, 7.5, 8, 8.4, 17.2, 17.6, 18.1]) put(startOfDay + h * hour, bikeRide(night, startOfDay + h * hour))
    for (const h of [20.5, 21, 21.4, 22, 22.5, 23.2]) put(startOfDay + h * hour, muckTrip(earth, startOfDay + h * hour))
    if (desks.chance(0.7)) put(startOfDay + 10 * hour, opinionFound(desks, startOfDay))
    if (builders.random.chance(0.4))
      put(startOfDay + 9.5 * hour, buildingFound(builders, startOfDay + 9.5 * hour, builders.random.integer(1, streets.length)))
    if (builders.random.chance(0.4))
      put(startOfDay + 11 * hour, adFound(builders, startOfDay + 11 * hour, builders.random.integer(1, streets.length)))
    put(startOfDay + 9.6 * hour, frontageRound(fronts, startOfDay + 9.6 * hour, fronts.random.integer(1, streets.length)))
    put(startOfDay + 8.6 * hour, municipalRound(works, works.random.integer(1, streets.length)))
    put(startOfDay + 9.2 * hour, sortingRound(bags, startOfDay + 9.2 * hour, bags.random.integer(1, streets.length)))
    put(startOfDay + 9.7 * hour, greeningRound(gardens, startOfDay + 9.7 * hour, gardens.random.integer(1, streets.length)))
    for (const h of [6, 6.5, 7, 7.5, 8])
      for (const isOut of [false, true]) {
        const at = startOfDay + (h + (isOut ? carriedAfter : 0)) * hour
        put(at, wasteLoad(loads, at, isOut))
      }
    for (const h of [7.8, 17.8]) put(startOfDay + h * hour, roadRound(loads, startOfDay + h * hour))
    if (desks.chance(0.8)) put(startOfDay + 8.8 * hour, volunteerRound(bags, startOfDay + 8.8 * hour))
    for (const { at, run } of operationsDay(town, startOfDay, passed)) put(at, run)
    for (const { at, run } of officesDay(town, startOfDay, passed)) put(at, run)
    if (day.getUTCDay() === 1) put(startOfDay + 9 * hour, weeklyCheck(desks, startOfDay))
    if (day.getUTCDate() === 5) put(startOfDay + 10 * hour, monthlyRound(startOfDay))
  }

  const report =
    (matter: Matter): Step['next'] =>
    async (life) => {
      const cell = random.chance(0.7) ? random.pick(hot) : random.pick(cells)
      const [a, b] = [cell.ring[0], cell.ring[2]]
      if (!a || !b) return undefined
      const t = () => random.between(0.2, 0.8)
      const body = {
        description: random.pick(matter.texts),
        lon: a[0] + (b[0] - a[0]) * t(),
        lat: a[1] + (b[1] - a[1]) * t(),
        categoryKind: matter.kind,
        category: matter.category,
        address: `${cell.name}附近`,
        photos: [await life.photo('上报')],
      }
      const channel = random.next()
      const isPublic = channel > 0.62
      const door = isPublic
        ? channel > 0.85
          ? options.doors.anyone
          : options.doors.as(`shouli${random.integer(1, 6)}`)
        : options.doors.as(`caiji${random.integer(1, 24)}`)
      const source = isPublic ? (channel > 0.75 ? '12345' : 'hotline') : 'collector'
      const isSnap = isPublic && channel > 0.85
      const result = await door.call<{ id?: string; number: string }>(
        'POST',
        isSnap ? '/public/reports' : '/cases',
        isSnap
          ? { ...body, reporterName: '热心市民' }
          : {
              ...body,
              source,
              ...(isPublic ? { reporterName: '来电人', reporterPhone: `137${random.integer(10_000_000, 99_999_999)}` } : {}),
            },
      )
      if (result.status >= 300) return undefined
      const id = result.body.id ?? (await findId(result.body.number))
      return id
        ? { after: random.integer(3, 60), next: receiveReport({ id, kind: matter.kind, category: matter.category }, isPublic) }
        : undefined
    }
  const findId = async (number: string): Promise<string | undefined> => {
    const found = await options.doors
      .as('zhiban1')
      .call<{ rows: { id: string }[] }>('GET', `/rows/cases.case?filter=${encodeURIComponent(JSON.stringify({ number }))}`)
    return found.body.rows[0]?.id
  }

  return {
    events: () => queue.length,
    planDay: (startOfDay, name, isLive = false) => {
      const day: Day = days[name] ?? (days.ordinary as Day)
      const mix = day.mix.filter((m) => known.has(`${m.kind} ${m.category}`))
      const isWeekend = [0, 6].includes(new Date(startOfDay + 8 * hour).getUTCDay())
      const count = Math.round(day.reports * options.scale * (isWeekend ? 0.7 : 1) * random.between(0.8, 1.2))
      for (let n = 0; n < count; n++) {
        const matter = pickWeighted(mix, random.next())
        const at = pickWeighted(
          day.hours.map((weight, i) => ({ weight, i })),
          random.next(),
        )
        if (matter && at) put(startOfDay + at.i * hour + random.between(0, hour), report(matter))
      }
      planBureau(startOfDay, isLive)
      const rounds = Math.ceil(beat.random.between(6, 12) * options.scale)
      for (let n = 0; n < rounds; n++) {
        const at = startOfDay + beat.random.between(8, 19) * hour
        put(at, enforcementRound(beat, at))
        put(at, hallRound(hall))
        put(at, parkingRound(hall, at))
      }
    },
    resume: async (now) => {
      resumedAt = now
      let taken = 0
      for (const login of [
        'zhiban1',
        'paiqian1',
        'shouli1',
        ...people.filter((p) => p.post === 'handler' || p.post === 'officer' || p.post === 'collector').map((p) => p.login),
      ]) {
        const { body } = await options.doors
          .as(login)
          .call<{ tasks: { subjectType: string; subjectId: string; status: string; isMine: boolean }[] }>(
            'GET',
            '/work?subjectType=cases.case&limit=200',
          )
        for (const task of body.tasks ?? []) {
          const personal = ['verifying', 'checking'].includes(task.status)
          if (personal && !task.isMine) continue
          const personId = people.find((p) => p.login === login)?.id ?? null
          const c: LiveCase = { id: task.subjectId, kind: 'matter', category: '' }
          const next = pickUp(c, task.status, personId)
          if (!next || task.status === 'accepted') continue
          put(now + random.between(5, 240) * minute, next)
          taken++
        }
      }
      return taken
    },
    runTo: async (until, setClock, progress) => {
      let done = 0
      for (;;) {
        const first = queue.reduce((least, e) => Math.min(least, e.at), Number.POSITIVE_INFINITY)
        if (first > until) return done
        const end = Math.min(until, first + window)
        const now = queue.filter((e) => e.at <= end)
        queue = queue.filter((e) => e.at > end)
        await setClock(first)
        const steps = await Promise.all(
          now.map(async (e) => ({ at: e.at, step: await e.run(ctx).catch((error: unknown) => void options.stumbled?.(error)) })),
        )
        for (const { at, step } of steps) if (step) put(at + step.after * minute, step.next)
        done += now.length
        progress?.(first, done)
      }
    },
  }
}
export { simDistrict }

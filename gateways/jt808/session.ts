/** One terminal's connection: registration, sign-in, reports, answers. What is acknowledged has been committed. */
import type { Socket } from 'node:net'
import type { Device } from '#domains/sensing/devices.ts'
import type { Ingest } from '#domains/sensing/ingest.ts'
import { type Interpreted, isPlace, isTimely, nothing, parseItems, positionOf } from '#domains/sensing/interpret.ts'
import type { Command, Outbound } from '#domains/sensing/outbound.ts'
import { type Assembler, createAssembler, createSplitter, decodeFrame, encodeFrame, type Frame, isWhole } from './frame.ts'
import {
  extrasText,
  ids,
  type Location,
  readAnswer,
  readAuthentication,
  readLocation,
  readLocations,
  readRegistration,
  readSettings,
  registrations,
  results,
  writeAnswer,
  writeRegisterAnswer,
  writeSettings,
  writeText,
  writeVideoAsk,
  writeVideoStop,
} from './message.ts'

export interface Platform {
  readonly ingest: Ingest
  readonly now: () => number
  readonly outbound: () => Outbound | undefined
  /** A device by its telephone number, leading zeros or not. */
  readonly seek: (phone: string) => Promise<Device | undefined>
  readonly authenticate: (device: Device, code: string) => Promise<Device | undefined>
  /** A new code for a terminal; kept as a hash. */
  readonly issue: (device: Device) => Promise<string>
  readonly signedIn: (session: Session) => void
  readonly onError: (error: unknown) => void
  /** Where terminals send their pictures (JT/T 1078); undefined: nothing listens for them. */
  readonly video?: { readonly host: string; readonly port: number } | undefined
}
export interface Session {
  readonly socket: Socket
  readonly device: () => Device | undefined
  readonly send: (command: Command) => number | undefined
  readonly end: () => void
}
interface State {
  device: Device | undefined
  phone: string
  version: number | undefined
  serial: number
  out: Buffer[]
  /** Said goodbye: the connection ends after the answer. */
  isLeaving: boolean
}
type Handler = (platform: Platform, session: Session, state: State, frame: Frame, body: Buffer) => Promise<number | undefined>

const addLocation = ({ ingest }: Platform, device: Device, l: Location, out: Interpreted): void => {
  const { locate, moment } = ingest.interpreter
  const item = (): unknown => ({
    at: Number.isNaN(l.at) ? null : l.at,
    lon: l.lon,
    lat: l.lat,
    speed: l.speed,
    direction: l.direction,
    altitude: l.altitude,
  })
  if (!isTimely(l.at, moment(device.district)))
    out.refused.push({ reason: 'badTime', detail: '终端时间无效或超前', item: { ...(item() as object), at: l.at || 0 } })
  else if (!isPlace(l.lon, l.lat)) out.refused.push({ reason: 'badValue', detail: '经纬度无效', item: item() })
  // Without a fix the place is that of the last one, or nothing: the report is taken for being alive.
  else if ((l.status & 2) === 0 && l.lon === 0 && l.lat === 0) ingest.status.alive(device.district, device, l.at)
  else {
    const extras = extrasText(l.extras)
    out.positions.push(
      positionOf(
        device,
        {
          at: l.at,
          lon: l.lon,
          lat: l.lat,
          speed: l.speed,
          direction: l.direction,
          altitude: l.altitude,
          alarmBits: l.alarm,
          statusBits: l.status,
          extras,
        },
        locate,
      ),
    )
  }
}
const take = async (platform: Platform, device: Device, locations: readonly (Location | undefined)[]): Promise<number> => {
  const out = nothing()
  for (const l of locations) if (l) addLocation(platform, device, l, out)
  await platform.ingest.takePoints('jt808', device, out)
  return results.done
}
const register: Handler = async (platform, _session, state, frame, body) => {
  const isNew = frame.version !== undefined
  const told = readRegistration(body, isNew)
  const device = told ? await platform.seek(frame.phone) : undefined
  const answer = (result: number, code?: string): undefined => {
    write(state, ids.registerAnswer, writeRegisterAnswer(frame.serial, result, code))
    return undefined
  }
  if (!told || !device || device.state !== 'active') return answer(registrations.noTerminal)
  if (device.plate && device.plate !== told.plate) return answer(registrations.noVehicle)
  return answer(registrations.done, await platform.issue(device))
}
const authenticate: Handler = async (platform, session, state, frame, body) => {
  const device = await platform.seek(frame.phone)
  const code = readAuthentication(body, frame.version !== undefined)
  const known = device && device.state === 'active' ? await platform.authenticate(device, code) : undefined
  if (!known) return results.failed
  state.device = known
  platform.signedIn(session)
  return results.done
}
const transparent: Handler = async (platform, _session, state, _frame, body) => {
  const device = state.device as Device
  const data = body.subarray(1)
  const items = parseItems(data.toString('utf8'))
  if (items) await platform.ingest.takeItems('jt808', device, items)
  else {
    const refused = [
      { reason: 'malformed', detail: `透传类型${body[0] ?? 0},内容不是约定的JSON`, item: data.toString('hex') } as const,
    ]
    await platform.ingest.takePoints('jt808', device, { readings: [], positions: [], refused: [...refused] })
  }
  return results.done
}
const answered = (platform: Platform, device: Device, serial: number, isDone: boolean, text: string): void => {
  platform.outbound()?.answered(device.district, device.id, serial, isDone, text).catch(platform.onError)
}
const resultZh = ['成功/确认', '失败', '消息有误', '不支持']
/** What a signed-in terminal may say. */
const reports: Readonly<Record<number, Handler>> = {
  [ids.terminalAnswer]: async (platform, _s, state, _f, body) => {
    const answer = readAnswer(body)
    // Queries are ended by their own answers, which say more.
    const isOwnAnswer = answer?.id === ids.queryParameters || answer?.id === ids.askLocation
    if (answer && !(isOwnAnswer && answer.result === 0))
      answered(
        platform,
        state.device as Device,
        answer.serial,
        answer.result === 0,
        resultZh[answer.result] ?? `结果${answer.result}`,
      )
    return undefined
  },
  [ids.heartbeat]: async (platform, _s, state) => {
    const device = state.device as Device
    platform.ingest.status.alive(device.district, device, platform.now())
    return results.done
  },
  [ids.logout]: async (_p, _s, state) => {
    state.isLeaving = true
    return results.done
  },
  [ids.location]: (platform, _s, state, _f, body) => {
    const location = readLocation(body)
    return location ? take(platform, state.device as Device, [location]) : Promise.resolve(results.malformed)
  },
  [ids.locations]: (platform, _s, state, _f, body) => {
    const locations = readLocations(body)
    return locations ? take(platform, state.device as Device, locations) : Promise.resolve(results.malformed)
  },
  [ids.locationAnswer]: async (platform, _s, state, _f, body) => {
    const location = body.length > 2 ? readLocation(body.subarray(2)) : undefined
    if (!location) return results.malformed
    await take(platform, state.device as Device, [location])
    answered(
      platform,
      state.device as Device,
      body.readUInt16BE(0),
      true,
      `经度${location.lon} 纬度${location.lat} 速度${location.speed}km/h`,
    )
    return results.done
  },
  [ids.parameters]: async (platform, _s, state, _f, body) => {
    if (body.length < 3) return results.malformed
    const settings = readSettings(body.subarray(2))
    const text = settings.map(({ id, value }) => `0x${id.toString(16).padStart(4, '0')}=${value.toString('hex')}`).join(' ')
    answered(platform, state.device as Device, body.readUInt16BE(0), true, text || '无参数')
    return results.done
  },
  [ids.transparent]: transparent,
}

const write = (state: State, id: number, body: Buffer): number => {
  state.serial = (state.serial + 1) & 0xffff
  const { phone, version, serial } = state
  state.out.push(encodeFrame({ id, flags: 0, phone, serial, body, ...(version === undefined ? {} : { version }) }))
  return serial
}
const reportInterval = 0x0029
/** What a command is on the wire; undefined where JT/T 808 has none. */
const bodyOf = (
  { kind, content, seconds, channel }: Command,
  isNew: boolean,
  video: Platform['video'],
): readonly [number, Buffer] | undefined => {
  if (kind === 'text') return [ids.text, writeText(content ?? '', isNew)]
  if (kind === 'locate') return [ids.askLocation, Buffer.alloc(0)]
  if (kind === 'query') return [ids.queryParameters, Buffer.alloc(0)]
  if (kind === 'reset') return [ids.control, Buffer.from([4])]
  if (kind === 'video') return video ? [ids.videoAsk, writeVideoAsk(video, channel ?? 1)] : undefined
  if (kind === 'videoStop') return [ids.videoStop, writeVideoStop(channel ?? 1)]
  if (kind !== 'interval') return undefined
  const value = Buffer.alloc(4)
  value.writeUInt32BE(seconds ?? 30, 0)
  return [ids.setParameters, writeSettings([{ id: reportInterval, value }])]
}

/** Serves one connection from its first byte to its last. */
export const serve = (platform: Platform, socket: Socket): Session => {
  const state: State = { device: undefined, phone: '', version: undefined, serial: 0, out: [], isLeaving: false }
  const split = createSplitter()
  const assembler: Assembler = createAssembler()
  let isFlushing = false
  /** Answers of the same moment leave in one write. */
  const flush = (): void => {
    if (isFlushing) return
    isFlushing = true
    setImmediate(() => {
      isFlushing = false
      const { out } = state
      state.out = []
      if (out.length > 0 && socket.writable) socket.write(out.length === 1 ? (out[0] as Buffer) : Buffer.concat(out))
      if (state.isLeaving) session.end()
    })
  }
  const session: Session = {
    socket,
    device: () => state.device,
    end: () => void socket.destroySoon(),
    send: (command) => {
      const message = bodyOf(command, state.version !== undefined, platform.video)
      if (!message) return undefined
      const serial = write(state, message[0], message[1])
      flush()
      return serial
    },
  }
  const answer = (frame: Frame, result: number | undefined): undefined => {
    if (result !== undefined) write(state, ids.platformAnswer, writeAnswer({ serial: frame.serial, id: frame.id, result }))
    flush()
  }
  const handlerOf = (id: number): Handler | undefined => {
    if (id === ids.register) return register
    if (id === ids.authenticate) return authenticate
    return state.device ? reports[id] : undefined
  }
  const receive = (frame: Frame): undefined => {
    state.phone = frame.phone
    state.version = frame.version
    if (!isWhole(frame)) return answer(frame, results.malformed)
    if (state.device) state.device = platform.ingest.book.current(state.device)
    const handle = handlerOf(frame.id)
    if (!handle) return answer(frame, state.device ? results.unsupported : results.failed)
    const body = assembler.add(frame)
    // Parts before the last are answered as they come; the last only after the commit, so an unanswered message is sent again whole.
    if (!body) return answer(frame, results.done)
    handle(platform, session, state, frame, body)
      .then((result) => answer(frame, result))
      .catch((error: unknown) => {
        // Not taken and not answered: the terminal will say it again.
        platform.onError(error)
        session.end()
      })
  }
  socket.on('data', (chunk) => {
    for (const piece of split(chunk)) {
      const frame = decodeFrame(piece)
      if (frame) receive(frame)
    }
    if (!platform.ingest.isFull()) return
    socket.pause()
    platform.ingest.room().then(() => socket.resume(), platform.onError)
  })
  return session
}

/** 车载视频 on the desk: the duty officer asks a vehicle for its picture and sees it drawn; afterwards it can be seen again. */
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeIngest } from '#domains/sensing/ingest.ts'
import { fromGbk } from '../../gateways/jt808/gbk.ts'
import * as m from '../../gateways/jt808/message.ts'
import { type Jt808Server, startJt808Server } from '../../gateways/jt808/server.ts'
import { writeFrame } from '../../gateways/jt1078/packet.ts'
import { type Jt1078Server, startJt1078Server } from '../../gateways/jt1078/server.ts'
import { openTerminal, type Terminal } from '../gateways/jt808-terminal.ts'
import { clip } from '../gateways/jt1078-clip.ts'
import { openSensing } from '../journeys/sensing-office.ts'
import { canRunDesk, content, type Office, openOffice, shoot } from './desk.ts'

const sim = '13900000031'
const told = { province: 32, city: 411, maker: 'ABCDE', model: 'M-1', terminal: 'T000001', plateColor: 2, plate: '苏D66666' }
describe.skipIf(!canRunDesk)('车载视频', () => {
  let office: Office
  let video: Jt1078Server
  let server: Jt808Server
  let terminal: Terminal
  beforeAll(async () => {
    office = await openOffice('2026-03-02 09:00')
    const o = await openSensing(office.w)
    video = await startJt1078Server(office.w.kernel, 0, '127.0.0.1')
    server = await startJt808Server(office.w.kernel, 0, '127.0.0.1', { host: '127.0.0.1', port: video.port })
    await o.addDevice(sim, 'terminal', { plate: '苏D66666' })
    terminal = await openTerminal(server.port, sim)
    terminal.send(m.ids.register, m.writeRegistration(told, false))
    await terminal.signIn(fromGbk((await terminal.next(m.ids.registerAnswer)).body.subarray(3)))
  })
  afterAll(async () => {
    terminal?.socket.destroy()
    await server?.close()
    await video?.close()
    await closeIngest(office.w.kernel)
    await office.close()
  })
  /** Answers the platform's call as a vehicle does: round and round until the platform hangs up. */
  const drive = async (): Promise<void> => {
    const asked = await terminal.next(m.ids.videoAsk)
    terminal.send(m.ids.terminalAnswer, m.writeAnswer({ serial: asked.serial, id: m.ids.videoAsk, result: 0 }))
    await new Promise((resolve) => setTimeout(resolve, 1000))
    const socket = connect(video.port, '127.0.0.1')
    socket.on('error', () => undefined)
    const frames = clip()
    for (let n = 0; n < 300 && !socket.destroyed; n++) {
      const frame = frames[n % frames.length]
      if (frame)
        for (const p of writeFrame({ sim, channel: 1, number: n * 40, frame: { ...frame, at: n * 100 } })) socket.write(p)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    socket.destroy()
  }

  it('写明事由调看,画面在动;停下后留存,可以回放', async () => {
    const page = await office.sitDown('zhiban1')
    await page.goto(`${office.url}/sensing/video`)
    await page.fill('#device', sim)
    await page
      .getByRole('option', { name: new RegExp(sim) })
      .first()
      .click()
    await page.fill('#reason', '核实抛洒')
    const driving = drive()
    await page.locator('[data-action=watch]').click()
    await content(page)
      .getByText(/播放中,已收 [1-9]\d* 帧/)
      .waitFor()
    /** How many different colours the picture shows: a black canvas has one. */
    const colours = (): Promise<number> =>
      page.evaluate(`(() => {
        const canvas = document.querySelector('canvas')
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
        const seen = new Set()
        for (let i = 0; i < data.length; i += 4) seen.add((data[i] >> 5) * 64 + (data[i + 1] >> 5) * 8 + (data[i + 2] >> 5))
        return seen.size
      })()`)
    expect(await colours()).toBeGreaterThan(5)
    await shoot(page, 'vehicle-video')
    await page.locator('[data-action=stop]').click()
    await driving
    const replay = content(page).getByRole('button', { name: '回放' })
    await expect
      .poll(
        async () => {
          await page.reload()
          await page.waitForTimeout(500)
          return replay.count()
        },
        { timeout: 20_000 },
      )
      .toBe(1)
    await replay.click()
    await content(page)
      .getByText(/播放中,已收 [1-9]\d* 帧/)
      .waitFor()
    expect(await colours()).toBeGreaterThan(5)
    await page.goto(`${office.url}/sensing/radio`)
    await content(page).getByText('没有领用对讲机').waitFor()
    expect(office.problems).toEqual([])
  })
})

/**
 * What a person waits for, in real Chromium: the list of a million cases, scrolling it, the wall with 2,000 things that move and over
 * a day, and a citizen's report page on a slow phone (4× slower processor, 150 ms, 1.6 Mbit/s: Lighthouse's phone).
 */
import { gzipSync } from 'node:zlib'
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core'
import { raw } from '#kernel'
import { chromiumFlags, chromiumPath } from '#kernel/testing/chromium.ts'
import { demoPassword } from '#sim/city/build.ts'
import { simDistrict } from '#sim/city/plan.ts'
import { fill } from './lists.ts'
import { median, percentile, round, type Stage, setStage, startServer } from './stage.ts'

const port = 8098
const url = `http://127.0.0.1:${port}`
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const signIn = async (page: Page, login: string): Promise<void> => {
  await page.goto(`${url}/login`)
  await page.fill('#login', login)
  await page.fill('#password', demoPassword)
  await page.keyboard.press('Enter')
  await page.waitForURL((to) => !to.pathname.startsWith('/login'))
}
/** From the click to the frame after the sixth row is there, by the page's own clock. */
const firstRows = `new Promise((done) => {
  const from = performance.now()
  const look = () =>
    document.querySelectorAll('main tbody tr').length > 5
      ? requestAnimationFrame(() => setTimeout(() => done(performance.now() - from), 0))
      : requestAnimationFrame(look)
  document.querySelector('nav a[href="/cases"]').click()
  look()
})`
/** Opens the list twelve times, then scrolls through its pages watching for anything that holds the page up. */
const benchList = async (browser: Browser): Promise<Record<string, unknown>> => {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await signIn(page, 'zhiban1')
  const opened: number[] = []
  for (let n = 0; n < 12; n++) {
    await page.goto(`${url}/today`)
    await page.waitForLoadState('networkidle')
    const took = (await page.evaluate(firstRows)) as number
    if (n > 1) opened.push(took)
  }
  await page.evaluate(
    `window.slow = []; new PerformanceObserver((list) => { for (const e of list.getEntries()) window.slow.push(e.duration) }).observe({ type: 'longtask' })`,
  )
  await page.mouse.move(700, 500)
  for (let n = 0; n < 60; n++) {
    await page.mouse.wheel(0, 300)
    await wait(50)
  }
  const blocked = (await page.evaluate('window.slow')) as number[]
  await page.context().close()
  return {
    listP50Ms: round(median(opened), 0),
    listP95Ms: round(percentile(opened, 0.95), 0),
    scrollLongTasks: blocked.length,
    scrollLongestMs: round(Math.max(0, ...blocked), 0),
  }
}
const movers = 2000
const putMovers = (stage: Stage): Promise<unknown> =>
  raw(
    stage.db.admin,
    `insert into sensing.status (district, id, at, received_at, by_name, number, kind, presence, lon, lat, speed)
     select $1, md5('mover ' || n)::uuid, now(), now(), '设备', 'M' || n, 'terminal', 'online', 119.9 + random() * 0.06, 31.72 + random() * 0.045, 30 from generate_series(1, ${movers}) n
     on conflict (district, id) do update set at = excluded.at, lon = sensing.status.lon + (random() - 0.5) * 0.001, lat = sensing.status.lat + (random() - 0.5) * 0.001`,
    [simDistrict],
  )
const heapMb = async (cdp: CDPSession): Promise<number> => {
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  return round(usedSize / 1e6, 1)
}
const benchWall = async (browser: Browser, stage: Stage): Promise<Record<string, unknown>> => {
  await putMovers(stage)
  const page = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage()
  await signIn(page, 'juzhang')
  await page.goto(`${url}/wall`)
  await page.getByText(`在途 ${movers}`).waitFor({ timeout: 60_000 })
  const moving = setInterval(() => void putMovers(stage), 4000)
  await wait(8000)
  const frames = (await page.evaluate(
    `new Promise((done) => { let n = 0; const from = performance.now(); const step = () => { n += 1; performance.now() - from < 15000 ? requestAnimationFrame(step) : done(n / 15) }; requestAnimationFrame(step) })`,
  )) as number
  clearInterval(moving)
  await page.context().close()
  return { wallMovers: movers, wallFramesPerSecond: round(frames, 1) }
}
/** A day of the wall's questions, a minute at a step: its heap every two hours. */
const benchWallDay = async (browser: Browser): Promise<Record<string, unknown>> => {
  const page = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage()
  await signIn(page, 'juzhang')
  await page.clock.install()
  await page.goto(`${url}/wall`)
  await page.getByText(`在途 ${movers}`).waitFor({ timeout: 60_000 })
  const cdp = await page.context().newCDPSession(page)
  const heaps: number[] = []
  // The first two hours fill caches; the rest must add nothing.
  for (let hour = 0; hour <= 24; hour += 2) {
    if (hour > 0) for (let step = 0; step < 120; step++) await page.clock.fastForward(60_000)
    heaps.push(await heapMb(cdp))
  }
  const nodes = (await cdp.send('Memory.getDOMCounters')).nodes
  await page.context().close()
  return { wallHeapMbEveryTwoHours: heaps, wallNodesAtEnd: nodes }
}
const benchPhone = async (browser: Browser): Promise<Record<string, unknown>> => {
  const ready: number[] = []
  let script = 0
  for (let n = 0; n < 5; n++) {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
      serviceWorkers: 'block',
    })
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await cdp.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 200_000,
      uploadThroughput: 94_000,
    })
    script = 0
    page.on('response', async (response) => {
      if (/\.js$/.test(new URL(response.url()).pathname))
        script += gzipSync(await response.body().catch(() => Buffer.alloc(0))).length
    })
    // By the page's own clock, from the navigation to the frame in which the report can be sent.
    await page.addInitScript(
      `const look = () => { const b = document.querySelector('[data-action=send]'); b && !b.disabled ? (window.readyAt = performance.now()) : requestAnimationFrame(look) }; requestAnimationFrame(look)`,
    )
    await page.goto(`${url}/m/snap`)
    await page.locator('[data-action=send]').click({ trial: true })
    ready.push((await page.evaluate('window.readyAt')) as number)
    await context.close()
  }
  return { phoneReadyMs: round(median(ready), 0), phoneScriptKb: round(script / 1000, 0) }
}
export const benchScreens = async (): Promise<Record<string, unknown>> => {
  const stage = await setStage()
  try {
    await fill(stage, 1_000_000)
    const server = await startServer(stage, port, 'screens')
    const browser = await chromium.launch({ executablePath: chromiumPath, args: [...chromiumFlags] })
    try {
      const note = (part: object): void => console.error(JSON.stringify(part))
      const list = await benchList(browser)
      note(list)
      const phone = await benchPhone(browser)
      note(phone)
      const wall = await benchWall(browser, stage)
      note(wall)
      const day = await benchWallDay(browser)
      return { bench: 'screens', cases: 1_000_000, ...list, ...phone, ...wall, ...day }
    } finally {
      await browser.close()
      server.kill('SIGTERM')
      await new Promise((resolve) => server.once('exit', resolve))
    }
  } finally {
    await stage.close()
  }
}

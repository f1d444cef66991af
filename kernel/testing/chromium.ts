/** The browser of the tests, the benches and the pictures: Debian's Chromium, or whichever `CHROMIUM` names, and nothing it would fetch by itself. */
export const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium'
export const chromiumFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

import { existsSync } from 'node:fs'

const places = [
  process.env['CHROMIUM_PATH'],
  // The same browser without its windows: a page takes it three quarters of the time.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The browser of this machine; null where there is none. */
export const chromiumPath = (): string | null => places.find((path) => path !== undefined && existsSync(path)) ?? null

export const whereToGetIt = 'Install Chromium (Debian, Ubuntu: apt-get install chromium) or set CHROMIUM_PATH.'

/** As root Chromium refuses its sandbox; and it asks nobody outside for anything. */
export const launchArguments: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

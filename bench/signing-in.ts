import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startMeridian } from '../src/app/browser/server.ts'
import { type Measured, median } from './measured.ts'
import { got } from './serving.ts'

const password = 'correct horse battery staple'
const email = 'ada@water.example'

/** A form as a browser sends it from a page of ours; the time to its last byte, and the cookie that came. */
const sent = async (address: string, to: string, fields: Readonly<Record<string, string>>, cookie = '') => {
  const began = performance.now()
  const answer = await fetch(`${address}${to}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address, 'sec-fetch-site': 'same-origin', cookie },
    body: new URLSearchParams(fields),
  })
  await answer.arrayBuffer()
  const [, secret = ''] = /^__Host-session=([\w-]+)/.exec(answer.headers.getSetCookie()[0] ?? '') ?? []
  return { ms: performance.now() - began, status: answer.status, cookie: `__Host-session=${secret}` }
}

const turns = 200

/** On a house without content: how near known and unknown addresses are, and what knowing who asks costs a page. */
export const measureSigningIn = async (): Promise<readonly Measured[]> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'meridian-bench-'))
  const content = mkdtempSync(path.join(tmpdir(), 'meridian-no-content-'))
  const started = await startMeridian(folder, { MERIDIAN_CONTENT: content })
  const { address } = started
  const [, link = ''] = /sign-in\/first\?link=([\w-]+)/.exec(started.said()) ?? []
  const first = await sent(address, '/en/sign-in/first', { link, name: 'Ada', email, language: 'en' })
  const set = { password, passwordAgain: password }
  const { cookie } = await sent(address, '/en/account/password', set, first.cookie)

  const known: number[] = []
  const unknown: number[] = []
  for (const n of [1, 2, 3, 4, 5]) {
    known.push((await sent(address, '/en/sign-in', { email, password: 'something else' })).ms)
    unknown.push((await sent(address, '/en/sign-in', { email: `n${n}@water.example`, password: 'something else' })).ms)
  }
  const timesOf = async (headers: Readonly<Record<string, string>>): Promise<readonly number[]> => {
    const times: number[] = []
    for (let turn = 0; turn < turns; turn += 1) times.push((await got(`${address}/en/units`, headers)).ms)
    return times.slice(turns / 4)
  }
  const open = await timesOf({})
  // A cookie that is nobody's: it is looked up, and then the kept page is sent.
  const asked = await timesOf({ cookie: '__Host-session=nobody' })
  const own = await timesOf({ cookie })
  await started.stop()
  for (const one of [folder, content]) rmSync(one, { recursive: true, force: true })
  return [
    { what: 'sign-in, a known address and a wrong password', unit: 'ms', value: median(known), limit: null },
    {
      what: 'sign-in, an unknown address, times a known one',
      unit: 'x',
      value: median(unknown) / median(known),
      limit: 1.2,
    },
    { what: 'a kept page for the public', unit: 'ms', value: median(open), limit: null },
    { what: 'who asks, added to a page', unit: 'ms', value: median(asked) - median(open), limit: 1 },
    { what: 'the same page made for somebody', unit: 'ms', value: median(own), limit: null },
  ]
}

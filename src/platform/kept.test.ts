import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, it } from 'vitest'
import { bodyOf, encodingFor, keeper, madeOf, timing } from './kept.ts'

const page = (body: string, status = 200) => madeOf(status, { 'content-type': 'text/html' }, body)

describe('Kept pages', () => {
  it('are made once for many who ask at the same time', async () => {
    const keep = keeper(1_000_000)
    let made = 0
    const make = () => {
      made += 1
      return page('hello')
    }
    await Promise.all(Array.from({ length: 20 }, () => keep('a', make)))
    assert.equal(made, 1)
  })

  it('go, the one used longest ago first, when there is no room', async () => {
    const keep = keeper(4000)
    const bodies = ['a', 'b', 'c'].map((key) => [key, randomBytes(750).toString('hex')] as const)
    const made: string[] = []
    const ask = (key: string, body: string) =>
      keep(key, () => {
        made.push(key)
        return page(body)
      })
    for (const [key, body] of bodies) await ask(key, body)
    await ask('c', '')
    await ask('a', '')
    assert.deepEqual(made, ['a', 'b', 'c', 'a'])
  })

  it('are not kept when making them failed', async () => {
    const keep = keeper(1_000_000)
    await assert.rejects(keep('a', () => Promise.reject(new Error('no'))))
    assert.equal((await bodyOf(await keep('a', () => page('now')), 'plain')).body.toString(), 'now')
  })

  for (const status of [400, 404, 500])
    it(`are not kept when there is no page, and ${status} says so`, async () => {
      const keep = keeper(1_000_000)
      await keep('a', () => page('sorry', status))
      assert.equal((await keep('a', () => page('now'))).status, 200)
    })

  it('take no room when they went before they were ready', async () => {
    const keep = keeper(4000)
    const body = () => randomBytes(750).toString('hex')
    let ready = (): void => {}
    const slow = keep('slow', async () => {
      await new Promise<void>((resolve) => {
        ready = resolve
      })
      return page(body())
    })
    for (const key of ['a', 'b', 'c']) await keep(key, () => page(body()))
    ready()
    await slow
    let made = 0
    for (const key of ['b', 'c'])
      await keep(key, () => {
        made += 1
        return page(body())
      })
    assert.equal(made, 0)
  })

  it('are the same page in every way of taking them, and zipped once for all who take them so', async () => {
    const made = await page('hello '.repeat(500))
    const [br, zipped, plain] = await Promise.all((['br', 'gzip', 'plain'] as const).map((way) => bodyOf(made, way)))
    assert.equal(plain?.body.toString(), 'hello '.repeat(500))
    assert.deepEqual(gunzipSync(zipped?.body ?? ''), plain?.body)
    assert.deepEqual(brotliDecompressSync(br?.body ?? ''), plain?.body)
    assert.equal((await bodyOf(made, 'gzip')).body, zipped?.body)
  })

  it('say whether they were made for this reader or kept', async () => {
    const keep = keeper(1_000_000)
    const said = async () => {
      const { make, header } = timing(() => page('hello'))
      await keep('a', make)
      return header()['server-timing']
    }
    assert.match((await said()) ?? '', /^made;dur=\d+\.\d$/)
    assert.equal(await said(), 'kept')
  })

  const cases: readonly [accepts: string, way: string][] = [
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['', 'plain'],
  ]
  for (const [accepts, way] of cases)
    it(`go out as ${way} for “${accepts}”`, () => assert.equal(encodingFor(accepts), way))
})

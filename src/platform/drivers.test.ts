import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { listened, onClient } from './drivers.ts'
import { isDatabaseGone } from './gone.ts'

/** A message of PostgreSQL's protocol (version 3): its letter, its length, its bytes. */
const message = (letter: string, body: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(letter), length, body])
}
const welcome = message('R', Buffer.alloc(4))
const ready = message('Z', Buffer.from('I'))
const farewell = message('E', Buffer.from('SFATAL\0C57P01\0Mterminating connection\0\0'))

describe('A connection', () => {
  let server: Server
  let pool: pg.Pool
  beforeAll(async () => {
    // A database that dies just when it lets somebody in: its welcome and its farewell come in one piece.
    server = createServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => socket.end(Buffer.concat([welcome, ready, farewell])))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    assert.ok(address !== null && typeof address === 'object')
    pool = listened(new pg.Pool({ host: '127.0.0.1', port: address.port, user: 'ada', database: 'shelves' }))
  })
  afterAll(async () => {
    await pool.end()
    server.close()
  })

  it('that breaks before anybody has it is told to whoever asked for it, and ends nobody else', async () => {
    for (let turn = 0; turn < 3; turn += 1)
      await assert.rejects(
        onClient(pool, (client) => client.query('select 1')),
        isDatabaseGone,
      )
    assert.equal(pool.totalCount, 0)
  })
})

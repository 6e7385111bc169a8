import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { base32, codeAt, keyAddress, newKey, stepAt, stepOf } from './totp.ts'

describe('A code of an authenticator', () => {
  const key = base32(Buffer.from('12345678901234567890'))
  const vectors: readonly [second: number, code: string][] = [
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ]
  for (const [second, code] of vectors)
    it(`is what RFC 6238 says at second ${second}`, () => assert.equal(codeAt(key, stepAt(second * 1000), 8), code))

  it('is taken half a minute early and half a minute late, and no more', () => {
    const now = 1_800_000_000_000
    const step = stepAt(now)
    for (const [shift, answer] of [
      [-2, null],
      [-1, step - 1],
      [0, step],
      [1, step + 1],
      [2, null],
    ] as const)
      assert.equal(stepOf(key, codeAt(key, step + shift), now), answer, String(shift))
  })

  it('of another length is none', () => assert.equal(stepOf(key, '12345', 1_800_000_000_000), null))

  it('comes from a key of 160 bits, which an address carries', () => {
    const made = newKey()
    assert.match(made, /^[A-Z2-7]{32}$/)
    assert.equal(
      keyAddress(made, 'Meri dian', 'a@b.example'),
      `otpauth://totp/Meri%20dian:a%40b.example?secret=${made}&issuer=Meri%20dian`,
    )
  })
})

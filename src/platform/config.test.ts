import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { configOf } from './config.ts'

const faultsOf = (environment: Readonly<Record<string, string>>): readonly string[] => {
  const config = configOf(environment)
  assert.ok(config.kind === 'refused')
  return (config.refusal.faults ?? []).map(({ code, facts }) => `${code} ${facts['name']}`).toSorted()
}

describe('The settings', () => {
  it('are all there when none is given: the embedded database, this machine only', () => {
    const config = configOf({ PATH: '/bin' })
    assert.ok(config.kind === 'done')
    assert.equal(config.value.server, null)
    assert.equal(config.value.host, '127.0.0.1')
    assert.equal(config.value.port, 4321)
  })

  it('are refused with every problem at once', () => {
    assert.deepEqual(
      faultsOf({
        MERIDIAN_PORT: 'http',
        MERIDIAN_RATE: '0.5',
        MERIDIAN_ORIGIN: 'plan',
        MERIDIAN_LOG: 'loud',
        DATABASE_URL: 'mysql://x',
        MERIDIAN_PROT: '80',
      }),
      [
        'platform.settingNotAddress MERIDIAN_ORIGIN',
        'platform.settingNotOneOf MERIDIAN_LOG',
        'platform.settingNotServer DATABASE_URL',
        'platform.settingNotWhole MERIDIAN_PORT',
        'platform.settingNotWhole MERIDIAN_RATE',
        'platform.settingUnknown MERIDIAN_PROT',
      ],
    )
  })

  it('never show an address of a database, which may hold a password', () => {
    const config = configOf({ DATABASE_URL: 'mysql://ada:secret@db/x' })
    assert.doesNotMatch(JSON.stringify(config), /secret/)
  })

  it('ask for a server where they name an owner or a replica', () => {
    const config = configOf({ DATABASE_READ_URL: 'postgres://replica/x' })
    assert.ok(config.kind === 'refused')
    assert.equal(config.refusal.code, 'platform.settingsNeedServer')
  })

  it('let the owner and the replica be the server itself when they are not named', () => {
    const config = configOf({ DATABASE_URL: 'postgres://db/x' })
    assert.ok(config.kind === 'done')
    assert.deepEqual(config.value.server, { serve: 'postgres://db/x', owner: 'postgres://db/x', read: null })
  })
})

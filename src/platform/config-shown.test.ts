import assert from 'node:assert/strict'
import { describe, it } from 'vitest'
import { configOf, settingNames, settingsShown } from '#platform'

const shownFor = (environment: Readonly<Record<string, string>>) => {
  const config = configOf(environment)
  if (config.kind === 'refused') return assert.fail(JSON.stringify(config.refusal))
  return settingsShown(config.value, environment)
}

describe('Settings as a page shows them', () => {
  it('are all of them, each with what is in force', () => {
    const shown = shownFor({ MERIDIAN_PORT: '9' })
    assert.deepEqual(
      shown.map(({ name }) => name),
      settingNames,
    )
    const of = (name: string) => shown.find((one) => one.name === name)
    assert.deepEqual(of('MERIDIAN_PORT'), { name: 'MERIDIAN_PORT', isSet: true, value: '9' })
    assert.deepEqual(of('MERIDIAN_HOST'), { name: 'MERIDIAN_HOST', isSet: false, value: '127.0.0.1' })
    assert.deepEqual(of('DATABASE_URL'), { name: 'DATABASE_URL', isSet: false, value: null })
  })

  it('say no secret: no password of a database or of a mail server, no key', () => {
    const hidden = 'hunter2hunter2'
    const shown = JSON.stringify(
      shownFor({
        DATABASE_URL: `postgres://serve:${hidden}@db.example:5432/meridian`,
        DATABASE_OWNER_URL: `postgres://owner:${hidden}@db.example/meridian`,
        MERIDIAN_MAIL: `smtps://post:${hidden}@mail.example`,
        MERIDIAN_KEY: `${Buffer.from(hidden.padEnd(32, 'x')).toString('base64')}`,
        MERIDIAN_OPENID_ISSUER: 'https://id.example',
        MERIDIAN_OPENID_ID: 'meridian',
        MERIDIAN_OPENID_SECRET: hidden,
      }),
    )
    assert.ok(!shown.includes(hidden) && !shown.includes(Buffer.from(hidden).toString('base64').slice(0, 12)), shown)
    assert.match(shown, /db\.example:5432\/meridian/)
    assert.match(shown, /"MERIDIAN_OPENID_SECRET","isSet":true,"value":null/)
  })
})

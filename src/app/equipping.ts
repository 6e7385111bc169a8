import { equip, keyIn } from '#access'
import type { Config, Say } from '#platform'

/** Tells `access` what signing in needs of this machine. Letters lead to `origin`, never to what a request says of itself. */
export const equipFor = (config: Config, origin: string, say: Say): void =>
  equip({ origin, house: say('ui.frame.name'), key: keyIn(config.data, config.key), openid: config.openid })

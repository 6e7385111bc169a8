import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { type Attempt, done, refused } from '#kernel'
import { equipped, type OpenId } from './equipment.ts'
import { sealed, unsealed } from './secrets.ts'

/** Minutes in which somebody is back from the provider. */
export const departureMinutes = 15

/** Kept sealed in a cookie of the browser that left, so that only it comes back. */
type Departure = {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly landing: string
  readonly returnTo: string
  readonly until: number
}

/** Who came back, as the provider says. */
export type Arrived = {
  readonly issuer: string
  readonly subject: string
  /** Null unless the provider says that it is proven. */
  readonly email: string | null
  readonly landing: string
}

const about = 'departure'
const isLocal = (issuer: string): boolean => /^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?(?:\/|$)/.test(issuer)

const known = new Map<string, Promise<Configuration>>()

/** What the provider says of itself; asked when it is first needed, and again after it did not answer. */
const configurationOf = ({ issuer, id, secret }: OpenId): Promise<Configuration> => {
  const found = known.get(issuer)
  if (found !== undefined) return found
  const execute = [enableNonRepudiationChecks, ...(isLocal(issuer) ? [allowInsecureRequests] : [])]
  const asked = discovery(new URL(issuer), id, secret, undefined, { execute, timeout: 5 }).then(
    (answer) => answer,
    (error: unknown) => {
      known.delete(issuer)
      throw error
    },
  )
  known.set(issuer, asked)
  return asked
}

export type Leaving = { readonly address: string; readonly cookie: string }

/** The way to the provider. */
export const departing = async (
  settings: OpenId,
  language: string,
  landing: string,
): Promise<Attempt<Leaving, 'access.openidSilent'>> => {
  const departure: Departure = {
    state: randomState(),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
    landing,
    returnTo: `${equipped().origin}/${language}/sign-in/openid/return`,
    until: Date.now() + departureMinutes * 60_000,
  }
  const challenge = await calculatePKCECodeChallenge(departure.verifier)
  return configurationOf(settings).then(
    (configuration) =>
      done({
        address: buildAuthorizationUrl(configuration, {
          redirect_uri: departure.returnTo,
          scope: 'openid email profile',
          state: departure.state,
          nonce: departure.nonce,
          code_challenge: challenge,
          code_challenge_method: 'S256',
        }).href,
        cookie: sealed(equipped().key(), about, JSON.stringify(departure)).toString('base64url'),
      }),
    () => refused('access.openidSilent', { name: settings.name }),
  )
}

/** Who is back; whatever does not fit what they left with is refused, without a word about which part it was. */
export const arriving = async (
  settings: OpenId,
  fields: Readonly<Record<string, string>>,
  cookie: string | undefined,
): Promise<Attempt<Arrived, 'access.openidRefused'>> => {
  const no = refused('access.openidRefused', { name: settings.name })
  const opened = await Promise.resolve()
    .then(() => (cookie === undefined ? null : unsealed(equipped().key(), about, Buffer.from(cookie, 'base64url'))))
    .then(
      (text) => text,
      () => null,
    )
  if (opened === null) return no
  const departure = JSON.parse(opened) as Departure
  if (departure.until < Date.now()) return no
  const url = new URL(departure.returnTo)
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value)
  return configurationOf(settings)
    .then((configuration) =>
      authorizationCodeGrant(configuration, url, {
        expectedState: departure.state,
        expectedNonce: departure.nonce,
        pkceCodeVerifier: departure.verifier,
        idTokenExpected: true,
      }),
    )
    .then(
      (tokens) => {
        const claims = tokens.claims()
        if (claims === undefined) return no
        const email = claims['email_verified'] === true && typeof claims['email'] === 'string' ? claims['email'] : null
        return done({ issuer: claims.iss, subject: claims.sub, email, landing: departure.landing })
      },
      () => no,
    )
}

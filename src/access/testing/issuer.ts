import { generateKeyPairSync } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { languages } from '#kernel'
import { issuerClient } from './issuer-client.ts'

/** Everybody at the provider, by the name that they sign in with there. */
const accounts: Readonly<Record<string, { readonly email: string; readonly email_verified: boolean }>> = {
  ada: { email: 'Ada@water.example', email_verified: true },
  ben: { email: 'ben@water.example', email_verified: false },
  stranger: { email: 'stranger@elsewhere.example', email_verified: true },
}

export type Issuer = {
  readonly issuer: string
  readonly server: Server
  /** Sends people back to this house. */
  readonly knows: (origin: string) => void
}

/** An OpenID provider as organizations have them, on a port of this machine. It answers once it knows a house. */
export const startIssuer = async (): Promise<Issuer> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const knows = (origin: string): void => {
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: issuerClient.id,
          client_secret: issuerClient.secret,
          redirect_uris: languages.map((language) => `${origin}/${language}/sign-in/openid/return`),
        },
      ],
      jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'k1' } as never] },
      cookies: { keys: ['a key of the test'] },
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
      conformIdTokenClaims: false,
      pkce: { required: () => true },
      features: { devInteractions: { enabled: true } },
      findAccount: async (_: unknown, id: string) => ({
        accountId: id,
        claims: async () => ({ sub: id, ...accounts[id] }),
      }),
    })
    server.on('request', provider.callback())
  }
  return { issuer, server, knows }
}

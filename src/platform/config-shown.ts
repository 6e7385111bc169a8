import { type Config, settingNames } from './config.ts'

/** A setting as a page may show it. A value that may hold a secret is null, and all that is told is whether it is set. */
export type SettingShown = { readonly name: string; readonly isSet: boolean; readonly value: string | null }

/** An address of a database without who signs in to it, and with what. */
const placeOf = (address: string): string => {
  const { host, pathname } = new URL(address)
  return `${host}${pathname}`
}

/**
 * What the server runs with. A setting that is not named here is not shown, so that a new one which holds a secret is none of
 * those by mistake.
 */
export const settingsShown = (
  config: Config,
  environment: Readonly<Record<string, string | undefined>>,
): readonly SettingShown[] => {
  const { server, mail, openid } = config
  const shown: Readonly<Record<string, string>> = {
    MERIDIAN_DATA: config.data,
    MERIDIAN_CONTENT: config.content,
    MERIDIAN_HOST: config.host,
    MERIDIAN_PORT: String(config.port),
    ...(config.origin === null ? {} : { MERIDIAN_ORIGIN: config.origin }),
    MERIDIAN_RATE: String(config.rate),
    MERIDIAN_PROXIES: String(config.proxies),
    MERIDIAN_LOG: config.log,
    ...(mail.server === null ? {} : { MERIDIAN_MAIL: new URL(mail.server).host }),
    MERIDIAN_MAIL_FROM: mail.from,
    ...(openid === null
      ? {}
      : {
          MERIDIAN_OPENID_ISSUER: openid.issuer,
          MERIDIAN_OPENID_ID: openid.id,
          MERIDIAN_OPENID_NAME: openid.name,
        }),
    ...(server === null ? {} : { DATABASE_URL: placeOf(server.serve), DATABASE_OWNER_URL: placeOf(server.owner) }),
    ...(server?.read == null ? {} : { DATABASE_READ_URL: placeOf(server.read) }),
  }
  return settingNames.map((name) => ({
    name,
    isSet: (environment[name] ?? '') !== '',
    value: shown[name] ?? null,
  }))
}

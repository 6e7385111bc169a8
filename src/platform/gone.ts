import { CannotGoOn } from './cannot-go-on.ts'

/** PostgreSQL's codes for a connection that is lost (class 08) and a server that goes or is not ready (57P). */
const isLoss = (error: unknown): boolean => /^(?:08|57P0)/.test(String((error as { code?: unknown }).code ?? ''))

/** What the driver said; when it tried several addresses, its own message is empty and theirs are not. */
export const saidBy = (error: unknown): string => {
  const { message = '', code = '', errors = [] } = error as Error & { code?: string; errors?: readonly Error[] }
  return message || errors.map((one) => one.message).join('; ') || code
}

const gone = (cause: unknown): CannotGoOn =>
  new CannotGoOn({ code: 'platform.databaseGone', facts: { said: saidBy(cause) } }, cause)

/** The database left while something was asked of it: it is done whole or not at all, and can be asked again. */
export const isDatabaseGone = (error: unknown): boolean =>
  error instanceof CannotGoOn && error.refusal.code === 'platform.databaseGone'

/** Connects, or tells that nobody answers. */
export const connected = async <T>(connect: () => Promise<T>): Promise<T> => {
  try {
    return await connect()
  } catch (error) {
    throw gone(error)
  }
}

/** Asks on a connection. What fails because it broke is told as that, whatever the driver made of it. */
export const unlessGone = async <T>(ask: () => Promise<T>, isBroken: () => boolean): Promise<T> => {
  try {
    return await ask()
  } catch (error) {
    if (isDatabaseGone(error) || !(isBroken() || isLoss(error))) throw error
    throw gone(error)
  }
}

import type { Log } from '#platform'

/** Does something again and again, never twice at once. What fails is told to the log and tried again the next time. */
export const every = (
  seconds: number,
  body: () => Promise<unknown>,
  log: Pick<Log, 'error'>,
): { readonly end: () => Promise<void> } => {
  let running: Promise<unknown> = Promise.resolve()
  let isRunning = false
  const timer = setInterval(() => {
    if (isRunning) return
    isRunning = true
    running = body()
      .catch((error: unknown) => log.error({ err: error }, 'a job failed'))
      .finally(() => {
        isRunning = false
      })
  }, seconds * 1000)
  timer.unref()
  return {
    end: async () => {
      clearInterval(timer)
      await running
    },
  }
}

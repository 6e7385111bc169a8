import pino from 'pino'

/** Structured lines, one a request, on the stream of errors: the other is for what a command has to tell. */
export type Log = pino.Logger

export const logAt = (level: string): Log =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ fd: 2, sync: false }))

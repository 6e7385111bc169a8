import type { Say } from '../page.ts'
import type { Objection } from './endpoint.ts'

/** What every endpoint may say in place of an answer (RFC 9457). */
export const problemType = 'application/problem+json'

export type Problem = { readonly status: number; readonly body: string }

const titles: Readonly<Record<number, string>> = {
  400: 'platform.api.problem400',
  401: 'platform.api.problem401',
  403: 'platform.api.problem403',
  404: 'platform.api.problem404',
  405: 'platform.api.problem405',
  406: 'platform.api.problem406',
  413: 'platform.api.problem413',
  429: 'platform.api.problem429',
  500: 'platform.api.problem500',
  503: 'platform.api.problem503',
}

/** `about` is the page on which the kinds of problems are explained. */
export const problemOf = (
  say: Say,
  { status, detail, instance, about }: { status: number; detail: string | null; instance: string; about: string },
  more: Readonly<Record<string, unknown>> = {},
): Problem => ({
  status,
  body: `${JSON.stringify({
    type: `${about}#problem-${status}`,
    title: say(titles[status] ?? 'platform.api.problem500'),
    status,
    ...(detail === null ? {} : { detail }),
    instance,
    ...more,
  })}\n`,
})

export const problemOfObjection = (
  say: Say,
  { status, code, facts, parameter, value, nearest }: Objection,
  { instance, about }: { readonly instance: string; readonly about: string },
): Problem =>
  problemOf(
    say,
    { status, detail: say(code, facts), instance, about },
    { parameter, ...(value === '' ? {} : { value }), nearest },
  )

import type { Refusal } from '#kernel'

/**
 * What stops a program and an operator can mend, or try again: a code and facts, as a refusal has. It is thrown where no
 * answer can be given any more, and the command line says its sentence, in the operator's language.
 */
export class CannotGoOn extends Error {
  override name = 'CannotGoOn'
  readonly refusal: Refusal

  constructor(refusal: Refusal, cause?: unknown) {
    const facts = Object.entries(refusal.facts).map(([name, value]) => ` ${name}=${value}`)
    super(`${refusal.code}${facts.join('')}`, { cause })
    this.refusal = refusal
  }
}

/** What a sentence is about, in plain values. `say` writes them as the reader's language does. */
export type Facts = Readonly<Record<string, string | number | bigint>>

/** Where in a foreign file something is wrong. Lines and columns count from 1; `path` is a JSON pointer or a cell's address. */
export type Whereabouts = {
  readonly file: string
  readonly line?: number
  readonly column?: number | string
  readonly path?: string
}

/** One thing wrong in a foreign file. The code is a message key, as a refusal's is. */
export type Fault = { readonly code: string; readonly facts: Facts; readonly at: Whereabouts }

/** What is wrong with one field of a form. The code is a message key, as a refusal's is. */
export type FieldFault = { readonly field: string; readonly code: string; readonly facts: Facts }

/**
 * Why a deed was not done. The code is a message key; each language has its sentence. `faults` lists everything wrong in a
 * file, `fields` everything wrong in a form.
 */
export type Refusal<Code extends string = string> = {
  readonly code: Code
  readonly facts: Facts
  readonly faults?: readonly Fault[]
  readonly fields?: readonly FieldFault[]
}

/** Either the deed was done, or the rules said no. Bugs are neither: they throw. */
export type Attempt<Done, Code extends string = string> =
  | { readonly kind: 'done'; readonly value: Done }
  | { readonly kind: 'refused'; readonly refusal: Refusal<Code> }

export const done = <Done>(value: Done): { readonly kind: 'done'; readonly value: Done } => ({
  kind: 'done',
  value,
})

export const refused = <const Code extends string>(
  code: Code,
  facts: Facts = {},
  faults?: readonly Fault[],
): { readonly kind: 'refused'; readonly refusal: Refusal<Code> } => ({
  kind: 'refused',
  refusal: faults === undefined ? { code, facts } : { code, facts, faults },
})

/** A form that was understood, and whose fields the rules do not take. */
export const refusedFields = (
  fields: readonly FieldFault[],
): { readonly kind: 'refused'; readonly refusal: Refusal<'ui.form.notTaken'> } => ({
  kind: 'refused',
  refusal: { code: 'ui.form.notTaken', facts: { count: fields.length }, fields },
})

/** Closes a switch over `kind`: a new kind that nobody handles does not compile. */
export const unreachable = (never: never): never => {
  throw new Error(`Unhandled kind: ${JSON.stringify(never)}`)
}

import type { Child, FC } from 'hono/jsx'

/** `about` is the small line below: unit, year, what it is compared with. */
export type Fact = { readonly name: Child; readonly value: Child; readonly about?: Child }

/** Three to six large values in a row. */
export const Facts: FC<{ readonly facts: readonly Fact[] }> = ({ facts }) => (
  <dl class="facts">
    {facts.map(({ name, value, about }) => (
      <div>
        <dt>{name}</dt>
        <dd>
          {value}
          {about === undefined ? null : <small>{about}</small>}
        </dd>
      </div>
    ))}
  </dl>
)

/** Names and what they stand for, in two columns. */
export const Kv: FC<{ readonly rows: readonly { readonly name: Child; readonly value: Child }[] }> = ({ rows }) => (
  <dl class="kv">
    {rows.map(({ name, value }) => (
      <>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </>
    ))}
  </dl>
)

/** A plain list with a rule under each line. */
export const Lines: FC<{ readonly lines: readonly Child[] }> = ({ lines }) => (
  <ul class="list">
    {lines.map((line) => (
      <li>{line}</li>
    ))}
  </ul>
)

/** A term and what it means here; `about` says where it is from. */
export type Term = { readonly term: Child; readonly id?: string; readonly words: Child; readonly about?: Child }

/** A dictionary. */
export const Terms: FC<{ readonly terms: readonly Term[] }> = ({ terms }) => (
  <dl class="terms">
    {terms.map(({ term, id, words, about }) => (
      <div id={id}>
        <dt>{term}</dt>
        <dd>{words}</dd>
        {about === undefined ? null : <dd>{about}</dd>}
      </div>
    ))}
  </dl>
)

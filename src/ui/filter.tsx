import type { Child, FC, PropsWithChildren } from 'hono/jsx'
import type { Language } from '#kernel'
import { addressOf, type Here } from '#platform'

type FilterProps = PropsWithChildren<{
  /** The path of the page that answers, without a language. */
  readonly to: string
  /** What the button says. */
  readonly button: string
  /** Questions that stay as they are. */
  readonly keep?: Readonly<Record<string, string>>
  /** Beside the button: downloads, a reset link. */
  readonly beside?: Child
  readonly language: Language
  readonly here: Here
}>

/** What the reader chooses, as a plain GET form: the address is the view. */
export const Filter: FC<FilterProps> = ({ to, button, keep = {}, beside, language, here, children }) => (
  <form class="filter noprint" method="get" action={addressOf(language, to)}>
    {children}
    {Object.entries({ ...keep, ...(here.asOf === null ? {} : { asof: here.asOf }) }).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <button class="btn q" type="submit">
      {button}
    </button>
    {beside === undefined ? null : <div>{beside}</div>}
  </form>
)

export type Option = { readonly value: string; readonly words: string }

type SelectProps = {
  readonly label: Child
  readonly name: string
  readonly value: string
  readonly options: readonly Option[]
  /** Further choices, each list under its name. */
  readonly lists?: readonly { readonly name: string; readonly options: readonly Option[] }[]
}

const Options: FC<{ readonly options: readonly Option[]; readonly value: string }> = ({ options, value }) => (
  <>
    {options.map((option) => (
      <option value={option.value} selected={option.value === value}>
        {option.words}
      </option>
    ))}
  </>
)

/** One choice among a few, or among a few lists. */
export const Select: FC<SelectProps> = ({ label, name, value, options, lists = [] }) => (
  <label>
    {label}
    <select name={name}>
      <Options options={options} value={value} />
      {lists.map((list) => (
        <optgroup label={list.name}>
          <Options options={list.options} value={value} />
        </optgroup>
      ))}
    </select>
  </label>
)

import type { Child, FC, PropsWithChildren } from 'hono/jsx'
import type { Language } from '#kernel'
import { addressOf, type Filled, type Here, onceField, type Say } from '#platform'

type Part = { readonly say: Say; readonly language: Language; readonly here: Here }

/** Which form of a page was sent; a page with one form needs no name. */
const formField = 'form'

/** What was typed into this form of the page, if it was this one. */
export const filledIn = (here: Here, form: string): Filled | null =>
  here.filled !== null && (here.filled.fields[formField] ?? '') === form ? here.filled : null

const idOf = (form: string, field: string): string => (form === '' ? `field-${field}` : `${form}-${field}`)

type FormProps = PropsWithChildren<
  Part & {
    /** The path that it is sent to, without a language. */
    readonly to: string
    readonly name?: string
    /** What the button says; one that takes something away says so in its words. */
    readonly button: string
    /** It brings a file. */
    readonly files?: boolean
    /** Beside the button: the way back. */
    readonly beside?: Child
    readonly tone?: 'plain' | 'quiet'
  }
>

/** Everything that was wrong, on top, each with the way to its field. */
const Faults: FC<Part & { readonly form: string; readonly filled: Filled }> = ({ say, form, filled: { refusal } }) => {
  if (refusal === null)
    return (
      <p class="note ok" role="status">
        {say('ui.form.kept')}
      </p>
    )
  const fields = refusal.fields ?? []
  return (
    <div class="note bad" role="alert">
      <b>{say(refusal.code, refusal.facts)}</b>
      {fields.length === 0 ? null : (
        <ul>
          {fields.map(({ field, code, facts }) => (
            <li>
              <a href={`#${idOf(form, field)}`}>{say(code, facts)}</a>
            </li>
          ))}
        </ul>
      )}
      {(refusal.faults ?? []).length === 0 ? null : (
        <ul>
          {(refusal.faults ?? []).map(({ code, facts }) => (
            <li>{say(code, facts)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** A form that does a deed. It keeps what was typed when it was not taken, and is done once however often it is sent. */
export const Form: FC<FormProps> = ({
  to,
  name = '',
  button,
  files = false,
  beside,
  tone = 'plain',
  say,
  language,
  here,
  children,
}) => {
  const filled = filledIn(here, name)
  return (
    <form
      class="deed noprint"
      method="post"
      action={addressOf(language, to)}
      {...(files ? { enctype: 'multipart/form-data' } : {})}
    >
      {filled === null ? null : <Faults form={name} filled={filled} say={say} language={language} here={here} />}
      {here.once === null ? null : <input type="hidden" name={onceField} value={here.once} />}
      {name === '' ? null : <input type="hidden" name={formField} value={name} />}
      {children}
      <p class="acts">
        <button class={tone === 'quiet' ? 'btn q' : 'btn'} type="submit">
          {button}
        </button>
        {beside}
      </p>
    </form>
  )
}

type FieldProps = {
  readonly here: Here
  readonly say: Say
  /** The form that it stands in, where the page has several. */
  readonly form?: string
  readonly name: string
  readonly label: Child
  readonly hint?: Child
  /** What stands there before anybody types. */
  readonly value?: string
  /** It may stay empty. */
  readonly optional?: boolean
  /** Beside the field: what stands now, a unit, last year's answer. */
  readonly beside?: Child
}

type Typed = { readonly id: string; readonly value: string; readonly described: Readonly<Record<string, string>> }

const typedIn = (here: Here, form: string, name: string): string | undefined => {
  const typed = filledIn(here, form)?.fields[name]
  return typeof typed === 'string' ? typed : typed?.[0]
}

/** A label, a hint, the control and what is wrong with it, tied together for those who hear them. */
const Field: FC<FieldProps & { readonly control: (typed: Typed) => Child }> = ({
  here,
  say,
  form = '',
  name,
  label,
  hint,
  value = '',
  optional = false,
  beside,
  control,
}) => {
  const id = idOf(form, name)
  const fault = filledIn(here, form)?.refusal?.fields?.find(({ field }) => field === name)
  const about = [hint === undefined ? '' : `${id}-hint`, fault === undefined ? '' : `${id}-fault`]
    .filter(Boolean)
    .join(' ')
  const described = {
    ...(about === '' ? {} : { 'aria-describedby': about }),
    ...(fault === undefined ? {} : { 'aria-invalid': 'true' }),
  }
  return (
    <div class="fld">
      <label for={id}>
        {label}
        {optional ? <span class="opt"> {say('ui.form.optional')}</span> : null}
      </label>
      {hint === undefined ? null : (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {control({ id, value: typedIn(here, form, name) ?? value, described })}
      {beside === undefined ? null : <div class="beside">{beside}</div>}
      {fault === undefined ? null : (
        <span class="err" id={`${id}-fault`}>
          {say(fault.code, fault.facts)}
        </span>
      )}
    </div>
  )
}

type InputProps = FieldProps & {
  readonly type?: 'text' | 'email' | 'password' | 'date' | 'number' | 'search'
  /** What browsers may fill in, in the words of HTML. */
  readonly autocomplete?: string
  readonly most?: number
  readonly mode?: 'numeric' | 'decimal' | 'email'
  readonly min?: string
  readonly max?: string
  readonly isWide?: boolean
}

/** One line of text, a number, a day, a secret. What was secret is not shown again. */
export const Input: FC<InputProps> = ({
  type = 'text',
  autocomplete,
  most,
  mode,
  min,
  max,
  isWide = false,
  ...field
}) => (
  <Field
    {...field}
    control={({ id, value, described }) => (
      <input
        id={id}
        name={field.name}
        type={type}
        value={type === 'password' ? '' : value}
        class={isWide ? 'wide' : undefined}
        required={!(field.optional ?? false)}
        autocomplete={autocomplete}
        maxlength={most}
        inputmode={mode}
        min={min}
        max={max}
        {...described}
      />
    )}
  />
)

/** Some lines of text. */
export const TextArea: FC<FieldProps & { readonly rows?: number; readonly most?: number }> = ({
  rows = 4,
  most,
  ...field
}) => (
  <Field
    {...field}
    control={({ id, value, described }) => (
      <textarea
        id={id}
        name={field.name}
        rows={rows}
        maxlength={most}
        required={!(field.optional ?? false)}
        {...described}
      >
        {value}
      </textarea>
    )}
  />
)

type Choice = { readonly value: string; readonly words: Child; readonly hint?: Child }

type ChoiceList = {
  readonly name: string
  readonly options: readonly { readonly value: string; readonly words: string }[]
}

/** One choice among many, in one list or in several under their names. */
export const Choose: FC<
  FieldProps & {
    readonly options: readonly { readonly value: string; readonly words: string }[]
    readonly lists?: readonly ChoiceList[]
  }
> = ({ options, lists = [], ...field }) => (
  <Field
    {...field}
    control={({ id, value, described }) => (
      <select id={id} name={field.name} required={!(field.optional ?? false)} {...described}>
        {options.map((one) => (
          <option value={one.value} selected={one.value === value}>
            {one.words}
          </option>
        ))}
        {lists.map((list) => (
          <optgroup label={list.name}>
            {list.options.map((one) => (
              <option value={one.value} selected={one.value === value}>
                {one.words}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    )}
  />
)

type ManyProps = Omit<FieldProps, 'value' | 'beside'> & {
  readonly options: readonly Choice[]
  /** Those that are ticked before anybody ticks. */
  readonly values?: readonly string[]
  /** One of them, or any number. */
  readonly kind: 'one' | 'any'
}

/** A few choices, all to be seen. */
export const Ticks: FC<ManyProps> = ({
  here,
  say,
  form = '',
  name,
  label,
  hint,
  optional = false,
  options,
  values = [],
  kind,
}) => {
  const id = idOf(form, name)
  const filled = filledIn(here, form)
  const typed = filled?.fields[name]
  const ticked = filled === null ? values : typed === undefined ? [] : typeof typed === 'string' ? [typed] : typed
  const fault = filled?.refusal?.fields?.find(({ field }) => field === name)
  return (
    <fieldset class="fld" id={id} {...(fault === undefined ? {} : { 'aria-describedby': `${id}-fault` })}>
      <legend>
        {label}
        {optional ? <span class="opt"> {say('ui.form.optional')}</span> : null}
        {hint === undefined ? null : <span class="hint">{hint}</span>}
      </legend>
      {options.map((one) => (
        <label class="rad">
          <input
            type={kind === 'one' ? 'radio' : 'checkbox'}
            name={name}
            value={one.value}
            checked={ticked.includes(one.value)}
            required={kind === 'one' && !optional}
          />{' '}
          {one.words}
          {one.hint === undefined ? null : <span class="hint">{one.hint}</span>}
        </label>
      ))}
      {fault === undefined ? null : (
        <span class="err" id={`${id}-fault`}>
          {say(fault.code, fault.facts)}
        </span>
      )}
    </fieldset>
  )
}

/** A file from the reader's machine. A browser never fills it in again, so the page says that it must be chosen anew. */
export const FileInput: FC<FieldProps & { readonly accept: string }> = ({ accept, ...field }) => (
  <Field
    {...field}
    control={({ id, described }) => (
      <input
        id={id}
        name={field.name}
        type="file"
        accept={accept}
        required={!(field.optional ?? false)}
        {...described}
      />
    )}
  />
)

/** A value that the form carries and nobody types. */
export const Carried: FC<{ readonly name: string; readonly value: string }> = ({ name, value }) => (
  <input type="hidden" name={name} value={value} />
)

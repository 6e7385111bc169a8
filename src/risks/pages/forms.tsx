import type { FC } from 'hono/jsx'
import { type Language, type Words, wordsIn } from '#kernel'
import { EntryId } from '#plan/core'
import type { Shown } from '#platform'
import {
  assessmentOf,
  type Level,
  levelOf,
  mostElements,
  type Risk,
  type Scale,
  stateOf,
  type Wording,
  wordingOf,
} from '#risks/core'
import { Carried, Choose, Empty, Form, filledIn, Input, Lede, Link, Mast, TextArea } from '#ui'
import type { RegisterRead } from '../visible.ts'
import { DeedPage, IntoField, Reason, Scores, scoreFieldsNow } from './deed-page.tsx'
import { RisksFrame } from './risks-frame.tsx'
import type { Reader } from './saying.tsx'

export type ElementChoice = {
  readonly name: Words
  readonly options: readonly { readonly entry: EntryId; readonly number: string | null; readonly words: Words }[]
}

type OnRisk = { readonly read: RegisterRead; readonly risk: Risk }

const texts = ['title', 'cause', 'event', 'effect'] as const

const elementPlaces = Array.from({ length: mostElements }, (_, at) => ({ at, name: `elements.${at + 1}` }))

const typedAt = ({ here }: Pick<Reader, 'here'>, name: string): string => String(filledIn(here, '')?.fields[name] ?? '')

/** Places for elements: those that it names and one more, all in which something was typed, and four at least. */
const placesFor = (reader: Reader, now: Wording | null): typeof elementPlaces =>
  elementPlaces.slice(
    0,
    Math.max(
      ...[4, (now?.elements.length ?? 0) + 1],
      ...elementPlaces.flatMap(({ at, name }) => (typedAt(reader, name) === '' ? [] : [at + 1])),
    ),
  )

const elementWords = (language: Language, { names, number }: ReturnType<RegisterRead['names']['element']>): string =>
  `${number === null ? '' : `${number} `}${wordsIn(language, names)}`

/** The words of a risk. An element that is among the choices no more stays chosen until somebody takes it away. */
const WordingFields: FC<
  Reader & {
    read: RegisterRead
    now: Wording | null
    choices: readonly ElementChoice[]
    units: readonly string[] | null
  }
> = ({ read, now, choices, units, ...reader }) => {
  const { say, language } = reader
  const places = placesFor(reader, now)
  const there = new Set(choices.flatMap(({ options }) => options.map(({ entry }) => entry)))
  const typed = places.flatMap(({ name }) => EntryId.parse(typedAt(reader, name)) ?? [])
  const gone = [...new Set([...(now?.elements ?? []), ...typed])].filter((entry) => !there.has(entry))
  return (
    <>
      <Input
        name="title"
        label={say('risks.field.title')}
        hint={say('risks.field.titleHint')}
        value={now?.title ?? ''}
        most={200}
        isWide
        {...reader}
      />
      {texts.slice(1).map((name) => (
        <TextArea
          name={name}
          label={say(`risks.${name}`)}
          hint={say(`risks.field.${name}Hint`)}
          value={now?.[name as 'cause'] ?? ''}
          rows={3}
          most={4000}
          {...reader}
        />
      ))}
      <Choose
        name="owner"
        label={say('risks.owner')}
        value={now?.owner ?? ''}
        options={[
          { value: '', words: say('risks.choose') },
          ...read.names.units
            .filter(({ code }) => units === null || units.includes(code) || code === now?.owner)
            .map(({ code, names }) => ({ value: code, words: wordsIn(language, names) })),
        ]}
        {...reader}
      />
      <fieldset class="fld" id="field-elements">
        <legend>
          {say('risks.threatens')} <span class="hint">{say('risks.field.elementsHint')}</span>
        </legend>
        {places.map(({ at, name: place }) => (
          <Choose
            name={place}
            label={say('risks.field.element', { n: at + 1 })}
            value={now?.elements[at] ?? ''}
            options={[
              { value: '', words: say('risks.none') },
              ...gone.map((entry) => ({ value: entry, words: elementWords(language, read.names.element(entry)) })),
            ]}
            lists={choices.map(({ name, options }) => ({
              name: wordsIn(language, name),
              options: options.map(({ entry, number, words }) => ({
                value: entry,
                words: elementWords(language, { names: words, number }).slice(0, 120),
              })),
            }))}
            optional
            {...reader}
          />
        ))}
      </fieldset>
    </>
  )
}

export type NewRiskProps = {
  readonly read: RegisterRead
  readonly choices: readonly ElementChoice[]
  readonly units: readonly string[] | null
}

export const NewRiskPage: FC<Shown<NewRiskProps>> = ({ read, choices, units, ...reader }) => {
  const { say, language, here } = reader
  const title = say('risks.new.title')
  return (
    <RisksFrame title={title} kind="form" {...reader}>
      <Mast heading={title}>
        <Lede>{say('risks.new.about')}</Lede>
      </Mast>
      <Form
        to="/risks/new"
        button={say('risks.new.button')}
        beside={
          <Link to="/risks" language={language} here={here}>
            {say('risks.back')}
          </Link>
        }
        {...reader}
      >
        <WordingFields read={read} now={null} choices={choices} units={units} {...reader} />
        <Reason {...reader} />
      </Form>
    </RisksFrame>
  )
}

export const DescribePage: FC<Shown<OnRisk & NewRiskProps>> = ({ read, risk, choices, units, ...reader }) => {
  const { say, language } = reader
  const now = wordingOf(risk)
  const unitWords = (code: string): string => wordsIn(language, read.names.unit(code as Wording['owner']))
  const typedElement = (typed: string): string => {
    const entry = EntryId.parse(typed)
    return entry === null ? typed : elementWords(language, read.names.element(entry))
  }
  return (
    <DeedPage
      read={read}
      risk={risk}
      title={say('risks.describe.title')}
      about={say('risks.describe.about')}
      button={say('risks.describe.button')}
      to="describe"
      fields={[
        ...texts.map((name) => ({
          name,
          label: say(name === 'title' ? 'risks.field.title' : `risks.${name}`),
          now: now[name],
        })),
        { name: 'owner', label: say('risks.owner'), now: unitWords(now.owner), said: unitWords },
        ...placesFor(reader, now).map(({ at, name }) => ({
          name,
          label: say('risks.field.element', { n: at + 1 }),
          now: typedElement(now.elements[at] ?? ''),
          said: typedElement,
        })),
      ]}
      {...reader}
    >
      <WordingFields read={read} now={now} choices={choices} units={units} {...reader} />
    </DeedPage>
  )
}

export const AssessPage: FC<Shown<OnRisk & { readonly scale: Scale | null }>> = ({ read, risk, scale, ...reader }) => {
  const { say, language, here } = reader
  const latest = assessmentOf(risk)
  const now = latest !== null && latest.scale === scale?.n ? latest : null
  if (scale === null)
    return (
      <RisksFrame title={say('risks.assess.title')} kind="form" {...reader}>
        <Mast heading={say('risks.assess.title')} />
        <Empty>
          {say('risks.noScaleYet')}{' '}
          <Link to="/risks/scale" language={language} here={here}>
            {say('risks.scale.title')}
          </Link>
        </Empty>
      </RisksFrame>
    )
  return (
    <DeedPage
      read={read}
      risk={risk}
      title={say('risks.assess.title')}
      about={say('risks.assess.about')}
      button={say('risks.assess.button')}
      to="assess"
      fields={scoreFieldsNow(reader, scale, now)}
      {...reader}
    >
      <Scores scale={scale} now={now} {...reader} />
    </DeedPage>
  )
}

/** The deeds that need nothing but a reason. */
export type Plain = 'adopt' | 'reopen' | 'close' | 'escalate' | 'giveBack' | 'endWatch'

export const PlainPage: FC<Shown<OnRisk & { readonly plain: Plain; readonly to: string; readonly level?: Level }>> = ({
  read,
  risk,
  plain,
  to,
  level,
  ...reader
}) => {
  const { say } = reader
  return (
    <DeedPage
      read={read}
      risk={risk}
      title={say(`risks.${plain}.title`)}
      about={say(`risks.${plain}.about`)}
      button={say(`risks.${plain}.button`)}
      to={to}
      fields={[
        { name: 'state', label: say('risks.state'), now: say(`risks.states.${stateOf(risk).kind}`), said: () => '' },
        {
          name: 'level',
          label: say('risks.level'),
          now: say(`risks.level.${levelOf(risk)}`),
          said: (typed) => (typed === '' ? '' : say(`risks.level.${typed}`)),
        },
      ]}
      {...reader}
    >
      {level === undefined ? null : <Carried name="level" value={level} />}
    </DeedPage>
  )
}

export const MergePage: FC<Shown<OnRisk>> = ({ read, risk, ...reader }) => {
  const { say } = reader
  return (
    <DeedPage
      read={read}
      risk={risk}
      title={say('risks.merge.title')}
      about={say('risks.merge.about')}
      button={say('risks.merge.button')}
      to="merge"
      {...reader}
    >
      <IntoField label={say('risks.merge.into')} risk={risk} among={read.risks} {...reader} />
    </DeedPage>
  )
}

import type { Child, FC } from 'hono/jsx'
import type { Risk } from '#risks/core'
import { DataTable, dayWords, filledIn, Lines, SideSection } from '#ui'
import type { RegisterRead } from '../visible.ts'
import { By } from './by.tsx'
import { stepSentence } from './risk-history.tsx'
import type { Reader } from './saying.tsx'

/** A field of a form: what it is called, and what stands there now, in words. `said` gives what was typed in words, where it was a code. */
export type FieldNow = {
  readonly name: string
  readonly label: string
  readonly now: Child
  readonly said?: (typed: string) => Child
}

/**
 * When somebody else changed the risk while this form was filled in: what was done meanwhile, and side by side what stands now and what
 * was typed. The form below still holds what was typed, and goes on from what stands now.
 */
export const Changed: FC<
  Reader & { readonly risk: Risk; readonly read: RegisterRead; readonly fields: readonly FieldNow[] }
> = ({ risk, read, fields, say, language, here }) => {
  const filled = filledIn(here, '')
  if (filled === null || filled.refusal?.code !== 'risks.changedMeanwhile') return null
  const seen = Number(filled.fields['seen'] ?? 0)
  const since = risk.steps.filter(({ n }) => n > seen)
  const typed = (name: string): string => {
    const value = filled.fields[name] ?? ''
    return typeof value === 'string' ? value : value.join(', ')
  }
  return (
    <SideSection id="changed" heading={say('risks.changed.heading')} about={say('risks.changed.about')} wide>
      <Lines
        lines={since.map((step) => (
          <>
            <span class="dim num">{dayWords(language, step.on)}</span> {stepSentence({ say, language }, read, step)}{' '}
            <By people={read.people} person={step.by} say={say} />
          </>
        ))}
      />
      <DataTable
        label={say('risks.changed.heading')}
        columns={[
          { head: say('risks.changed.field') },
          { head: say('risks.changed.now'), short: say('risks.changed.now') },
          { head: say('risks.changed.typed'), short: say('risks.changed.typed') },
        ]}
        groups={[
          {
            rows: fields.map(({ name, label, now, said }) => ({
              cells: [label, <bdi>{now}</bdi>, <bdi>{said === undefined ? typed(name) : said(typed(name))}</bdi>],
            })),
          },
        ]}
        phone="cards"
        say={say}
      />
    </SideSection>
  )
}

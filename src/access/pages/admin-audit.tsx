import type { FC } from 'hono/jsx'
import type { Unit } from '#access/core'
import { wordsIn } from '#kernel'
import type { Shown, TrailEntry } from '#platform'
import { DataTable, Downloads, Empty, Filter, filesOf, Link, Select } from '#ui'
import { AdminDesk, asking, eventWords, Moment, unitWords, WhoWords } from './admin-parts.tsx'

/** What is asked of the trail, as it stands in the address. */
export type AuditAsked = {
  readonly person: string
  readonly event: string
  readonly unit: string
  readonly from: string
  readonly to: string
  readonly words: string
}

export type AuditProps = {
  readonly entries: readonly TrailEntry[]
  readonly names: ReadonlyMap<string, string>
  readonly events: readonly string[]
  readonly units: readonly Unit[]
  readonly asked: AuditAsked
  /** The number to go on below; null at the end. */
  readonly further: string | null
  /** Whether this is the first page of what was asked. */
  readonly isFirst: boolean
}

const AuditFilter: FC<Shown<Pick<AuditProps, 'events' | 'units' | 'asked'>>> = ({
  events,
  units,
  asked,
  say,
  language,
  here,
}) => (
  <Filter
    to="/admin/audit"
    button={say('access.admin.show')}
    beside={
      <Link to="/admin/audit" language={language} here={here}>
        {say('access.admin.showAll')}
      </Link>
    }
    language={language}
    here={here}
  >
    <label>
      {say('access.admin.who')}
      <input type="search" name="person" value={asked.person} maxlength={120} />
    </label>
    <Select
      label={say('access.admin.event')}
      name="event"
      value={asked.event}
      options={[
        { value: '', words: say('access.admin.anyEvent') },
        ...events.map((one) => ({ value: one, words: eventWords(say, one) })),
      ]}
    />
    <Select
      label={say('access.admin.unit')}
      name="unit"
      value={asked.unit}
      options={[
        { value: '', words: say('access.admin.anyUnit') },
        ...units.map(({ code, names }) => ({ value: code as string, words: wordsIn(language, names) as string })),
      ]}
    />
    <label>
      {say('access.admin.from')}
      <input type="date" name="from" value={asked.from} />
    </label>
    <label>
      {say('access.admin.to')}
      <input type="date" name="to" value={asked.to} />
    </label>
    <label>
      {say('access.admin.words')}
      <input type="search" name="words" value={asked.words} maxlength={120} />
    </label>
  </Filter>
)

/** Every deed, the latest first. */
export const AuditPage: FC<Shown<AuditProps>> = (props) => {
  const { entries, names, units, asked, further, isFirst, say, language, here } = props
  const part = { say, language, here }
  return (
    <AdminDesk
      title={say('access.admin.audit')}
      heading={say('access.admin.audit')}
      lede={say('access.admin.auditLede')}
      notes={
        <p>
          <Link to="/admin/audit/chain" language={language} here={here}>
            {say('access.admin.chainLink')}
          </Link>
        </p>
      }
      {...part}
    >
      <AuditFilter {...props} />
      {entries.length === 0 ? (
        <Empty>{say('access.admin.noEntries')}</Empty>
      ) : (
        <DataTable
          label={say('access.admin.audit')}
          phone="cards"
          say={say}
          columns={[
            { head: say('access.admin.when') },
            { head: say('access.admin.who'), short: say('access.admin.who') },
            { head: say('access.admin.event'), short: say('access.admin.event') },
            { head: say('access.admin.unit'), short: say('access.admin.unit') },
            { head: say('access.admin.reason'), short: say('access.admin.reason') },
          ]}
          groups={[
            {
              rows: entries.map((entry) => ({
                id: `n${entry.n}`,
                cells: [
                  <Link to={`/admin/audit/${entry.n}`} language={language} here={here}>
                    <Moment at={entry.at} language={language} />
                  </Link>,
                  <WhoWords person={entry.person} name={names.get(entry.person) ?? null} say={say} />,
                  eventWords(say, entry.event),
                  entry.unit === null ? '' : <bdi>{unitWords(units, entry.unit, language)}</bdi>,
                  entry.reason === null ? '' : <bdi>{entry.reason}</bdi>,
                ],
              })),
            },
          ]}
        />
      )}
      <p class="noprint">
        {isFirst ? null : (
          <Link to={asking('/admin/audit', asked)} language={language} here={here}>
            {say('access.admin.latest')}
          </Link>
        )}{' '}
        {further === null ? null : (
          <Link to={asking('/admin/audit', { ...asked, below: further })} rel="next" language={language} here={here}>
            {say('access.admin.earlier')}
          </Link>
        )}
      </p>
      <Downloads
        heading={say('access.admin.takeEntries')}
        files={filesOf('/admin/audit/entries', asking('', asked))}
        language={language}
        here={here}
      />
    </AdminDesk>
  )
}

import type { FC } from 'hono/jsx'
import { differences, type Unit } from '#access/core'
import { wordsIn } from '#kernel'
import type { Shown, Told, TrailEntry } from '#platform'
import { DataTable, Downloads, Empty, Filter, filesOf, Kv, Link, Note, Select, SideSection } from '#ui'
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

export type EntryProps = {
  readonly entry: TrailEntry
  readonly name: string | null
  readonly units: readonly Unit[]
  /** The page of what it was about, where there is one. */
  readonly about: { readonly to: string; readonly name: string } | null
  readonly hasNext: boolean
}

const ToldTable: FC<Shown<{ readonly told: Told; readonly label: string }>> = ({ told, label, say }) => (
  <DataTable
    label={label}
    phone="cards"
    say={say}
    columns={[
      { head: say('access.admin.part') },
      { head: say('access.admin.value'), short: say('access.admin.value') },
    ]}
    groups={[
      {
        rows: differences(null, told).map(({ at, after }) => ({
          cells: [<bdi class="addr">{at === '' ? say('access.admin.value') : at}</bdi>, <bdi>{after}</bdi>],
        })),
      },
    ]}
  />
)

/** One deed: who, when, why, what it was about, and what stood before beside what stands after. */
export const EntryPage: FC<Shown<EntryProps>> = ({ entry, name, units, about, hasNext, say, language, here }) => {
  const part = { say, language, here }
  const changes = differences(entry.before, entry.after)
  const facts = differences(null, entry.facts)
  const title = say('access.admin.entry', { n: entry.n })
  const step = (n: bigint, key: string) => (
    <Link to={`/admin/audit/${n}`} language={language} here={here}>
      {say(key)}
    </Link>
  )
  return (
    <AdminDesk
      title={title}
      kick={title}
      heading={eventWords(say, entry.event)}
      below={{ words: say('access.admin.audit'), to: '/admin/audit' }}
      {...part}
    >
      <Kv
        rows={[
          { name: say('access.admin.when'), value: <Moment at={entry.at} language={language} /> },
          { name: say('access.admin.who'), value: <WhoWords person={entry.person} name={name} say={say} /> },
          { name: say('access.admin.way'), value: say(`access.admin.ways.${entry.way}`) },
          { name: say('access.admin.event'), value: <bdi class="addr">{entry.event}</bdi> },
          ...(about === null
            ? []
            : [
                {
                  name: say('access.admin.about'),
                  value: (
                    <Link to={about.to} language={language} here={here}>
                      <bdi>{about.name}</bdi>
                    </Link>
                  ),
                },
              ]),
          {
            name: say('access.admin.unit'),
            value:
              entry.unit === null ? say('access.admin.noUnit') : <bdi>{unitWords(units, entry.unit, language)}</bdi>,
          },
          {
            name: say('access.admin.reason'),
            value: entry.reason === null ? say('access.admin.noReason') : <bdi>{entry.reason}</bdi>,
          },
        ]}
      />
      <SideSection heading={say('access.admin.changes')} about={say('access.admin.changesAbout')} wide>
        {changes.length === 0 ? (
          <p>{say('access.admin.noChanges')}</p>
        ) : (
          <DataTable
            label={say('access.admin.changes')}
            phone="cards"
            say={say}
            columns={[
              { head: say('access.admin.part') },
              { head: say('access.admin.before'), short: say('access.admin.before') },
              { head: say('access.admin.after'), short: say('access.admin.after') },
            ]}
            groups={[
              {
                rows: changes.map(({ at, before, after, isChanged }) => ({
                  cells: [
                    <bdi class="addr">{at === '' ? say('access.admin.value') : at}</bdi>,
                    before === null ? (
                      <span class="dim">{say('access.admin.nothing')}</span>
                    ) : isChanged ? (
                      <del>
                        <bdi>{before}</bdi>
                      </del>
                    ) : (
                      <bdi>{before}</bdi>
                    ),
                    after === null ? (
                      <span class="dim">{say('access.admin.nothing')}</span>
                    ) : isChanged ? (
                      <ins>
                        <bdi>{after}</bdi>
                      </ins>
                    ) : (
                      <bdi>{after}</bdi>
                    ),
                  ],
                })),
              },
            ]}
          />
        )}
      </SideSection>
      {facts.length === 0 ? null : (
        <SideSection heading={say('access.admin.facts')} wide>
          <ToldTable told={entry.facts} label={say('access.admin.facts')} {...part} />
        </SideSection>
      )}
      <SideSection heading={say('access.admin.chain')} about={say('access.admin.linkAbout')} wide>
        <Kv
          rows={[
            { name: say('access.admin.digest'), value: <bdi class="addr">{entry.digest}</bdi> },
            {
              name: say('access.admin.previous'),
              value: entry.previous === '' ? say('access.admin.first') : <bdi class="addr">{entry.previous}</bdi>,
            },
          ]}
        />
        <p class="noprint">
          {entry.n === '1' ? null : step(BigInt(entry.n) - 1n, 'access.admin.stepBefore')}{' '}
          {hasNext ? step(BigInt(entry.n) + 1n, 'access.admin.stepAfter') : null}
        </p>
      </SideSection>
    </AdminDesk>
  )
}

export type ChainProps = {
  readonly entries: number
  readonly head: { readonly n: string; readonly digest: string } | null
  readonly broken: {
    readonly n: string
    readonly at: string
    readonly event: string
    readonly why: 'changed' | 'gap'
  } | null
  /** What was noted elsewhere and is held against the trail: as typed, and what came of it. */
  readonly noted: string
  readonly stands: 'stands' | 'short' | 'other' | 'notUnderstood' | null
}

/** Whether every deed follows from the one before, and what to note elsewhere. */
export const ChainPage: FC<Shown<ChainProps>> = ({ entries, head, broken, noted, stands, say, language, here }) => {
  const part = { say, language, here }
  return (
    <AdminDesk
      title={say('access.admin.chain')}
      heading={say('access.admin.chain')}
      lede={say('access.admin.chainLede')}
      below={{ words: say('access.admin.audit'), to: '/admin/audit' }}
      {...part}
    >
      {broken === null ? (
        <Note tone="ok">{say('access.admin.chainWhole', { count: entries })}</Note>
      ) : (
        <Note tone="bad">
          {say(broken.why === 'gap' ? 'access.admin.chainGap' : 'access.admin.chainChanged', {
            n: broken.n,
            at: broken.at,
            event: broken.event,
          })}{' '}
          <Link to={`/admin/audit/${broken.n}`} language={language} here={here}>
            {say('access.admin.entry', { n: broken.n })}
          </Link>
        </Note>
      )}
      {head === null ? null : (
        <SideSection heading={say('access.admin.head')} about={say('access.admin.headAbout')} wide>
          <Kv
            rows={[
              {
                name: say('access.admin.number'),
                value: (
                  <Link to={`/admin/audit/${head.n}`} language={language} here={here}>
                    <bdi class="num">{head.n}</bdi>
                  </Link>
                ),
              },
              { name: say('access.admin.digest'), value: <bdi class="addr">{head.digest}</bdi> },
              {
                name: say('access.admin.toNote'),
                value: (
                  <bdi class="addr">
                    {head.n}:{head.digest}
                  </bdi>
                ),
              },
            ]}
          />
        </SideSection>
      )}
      <SideSection heading={say('access.admin.noted')} about={say('access.admin.notedAbout')}>
        {stands === null ? null : (
          <Note tone={stands === 'stands' ? 'ok' : 'bad'}>{say(`access.admin.noted.${stands}`)}</Note>
        )}
        <Filter to="/admin/audit/chain" button={say('access.admin.check')} language={language} here={here}>
          <label>
            {say('access.admin.toNote')}
            <input type="text" name="head" value={noted} maxlength={90} size={40} />
          </label>
        </Filter>
      </SideSection>
    </AdminDesk>
  )
}

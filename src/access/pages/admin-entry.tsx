import type { FC } from 'hono/jsx'
import { differences, type Unit } from '#access/core'
import type { Shown, Told, TrailEntry, Verified } from '#platform'
import { DataTable, Filter, Kv, Link, Note, SideSection } from '#ui'
import { AdminDesk, eventWords, Moment, unitWords, WhoWords } from './admin-parts.tsx'

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

export type ChainProps = Verified & {
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

import type { FC } from 'hono/jsx'
import type { BackupNoted, Check, SettingShown, Shown, TrailHead } from '#platform'
import { DataTable, Empty, Facts, Kv, Link, Note, Tag } from '#ui'
import type { AdminCounts } from '../store/admin.ts'
import { AdminDesk, Moment } from './admin-parts.tsx'

export type OverviewProps = {
  readonly counts: AdminCounts
  readonly head: TrailHead | null
  readonly backup: BackupNoted | null
  /** Days since the last backup; null when there is none. */
  readonly backupDays: number | null
  /** Whether the reader administers people as well, or reads the trail alone. */
  readonly seesPeople: boolean
}

/** Where administration begins: how much there is of everything, and what to look at. */
export const OverviewPage: FC<Shown<OverviewProps>> = ({
  counts,
  head,
  backup,
  backupDays,
  seesPeople,
  say,
  language,
  here,
}) => {
  const part = { say, language, here }
  const number = (n: number): string => n.toLocaleString(language)
  return (
    <AdminDesk
      title={say('access.admin.title')}
      heading={say('access.admin.title')}
      lede={say('access.admin.lede')}
      notes={
        !seesPeople || (backupDays !== null && backupDays <= 7) ? null : (
          <Note tone="warn">
            {backupDays === null ? say('access.admin.noBackup') : say('access.admin.oldBackup', { days: backupDays })}
          </Note>
        )
      }
      {...part}
    >
      <Facts
        facts={[
          ...(seesPeople
            ? [
                {
                  name: say('access.admin.peopleThere'),
                  value: number(counts.there),
                  about: say('access.admin.peopleOther', { invited: counts.invited, closed: counts.closed }),
                },
                { name: say('access.admin.rolesHeld'), value: number(counts.roles) },
                { name: say('access.admin.tokensLive'), value: number(counts.tokens) },
              ]
            : []),
          { name: say('access.admin.deeds'), value: <bdi>{number(Number(head?.n ?? 0))}</bdi> },
        ]}
      />
      <Kv
        rows={[
          ...(backup === null || !seesPeople
            ? []
            : [
                {
                  name: say('access.admin.backup'),
                  value: <Moment at={backup.at} language={language} />,
                },
              ]),
          {
            name: say('access.admin.audit'),
            value: (
              <Link to="/admin/audit" language={language} here={here}>
                {say('access.admin.auditLink')}
              </Link>
            ),
          },
          {
            name: say('access.admin.chain'),
            value: (
              <Link to="/admin/audit/chain" language={language} here={here}>
                {say('access.admin.chainLink')}
              </Link>
            ),
          },
        ]}
      />
    </AdminDesk>
  )
}

export type SettingsProps = {
  readonly settings: readonly SettingShown[]
  readonly version: string
  readonly build: string
  readonly runtime: string
  readonly startedAt: string
}

/** What the server runs with. Values that may hold a secret are not shown, only whether they are set. */
export const SettingsPage: FC<Shown<SettingsProps>> = ({
  settings,
  version,
  build,
  runtime,
  startedAt,
  say,
  language,
  here,
}) => {
  const part = { say, language, here }
  return (
    <AdminDesk
      title={say('access.admin.settings')}
      heading={say('access.admin.settings')}
      lede={say('access.admin.settingsLede')}
      {...part}
    >
      <Kv
        rows={[
          { name: say('access.admin.version'), value: <bdi class="addr">{`${version} (${build})`}</bdi> },
          { name: say('access.admin.runtime'), value: <bdi class="addr">{runtime}</bdi> },
          { name: say('access.admin.startedAt'), value: <Moment at={startedAt} language={language} /> },
        ]}
      />
      <DataTable
        label={say('access.admin.settings')}
        phone="cards"
        say={say}
        columns={[
          { head: say('access.admin.setting') },
          { head: say('access.admin.value'), short: say('access.admin.value') },
          { head: say('access.admin.origin'), short: say('access.admin.origin') },
        ]}
        groups={[
          {
            rows: settings.map(({ name, isSet, value }) => ({
              cells: [
                <bdi class="addr">{name}</bdi>,
                value !== null ? (
                  <bdi class="addr">{value}</bdi>
                ) : isSet ? (
                  <Tag>{say('access.admin.isSecret')}</Tag>
                ) : (
                  <span class="dim">{say('access.admin.notSet')}</span>
                ),
                say(isSet ? 'access.admin.isSet' : 'access.admin.isDefault'),
              ],
            })),
          },
        ]}
      />
    </AdminDesk>
  )
}

export type BackupProps = { readonly backup: BackupNoted | null; readonly days: number | null }

/** When the last backup was made, how large it is, and where it was written. */
export const BackupPage: FC<Shown<BackupProps>> = ({ backup, days, say, language, here }) => {
  const part = { say, language, here }
  return (
    <AdminDesk
      title={say('access.admin.backup')}
      heading={say('access.admin.backup')}
      lede={say('access.admin.backupLede')}
      {...part}
    >
      {backup === null ? (
        <Note tone="bad">{say('access.admin.noBackup')}</Note>
      ) : (
        <>
          <Note tone={(days ?? 0) > 7 ? 'warn' : 'ok'}>{say('access.admin.backupAge', { days: days ?? 0 })}</Note>
          <Kv
            rows={[
              { name: say('access.admin.when'), value: <Moment at={backup.at} language={language} /> },
              { name: say('access.admin.file'), value: <bdi class="addr">{backup.file}</bdi> },
              { name: say('access.admin.size'), value: say('access.admin.bytes', { bytes: backup.bytes }) },
              {
                name: say('access.admin.holds'),
                value: say('access.admin.rowsOfTables', { rows: backup.rows, tables: backup.tables }),
              },
              {
                name: say('access.admin.inTrail'),
                value: (
                  <Link to={`/admin/audit/${backup.n}`} language={language} here={here}>
                    {say('access.admin.entry', { n: backup.n })}
                  </Link>
                ),
              },
            ]}
          />
        </>
      )}
      <Note>
        {say('access.admin.backupHow')} <bdi class="addr">meridian backup</bdi>
      </Note>
    </AdminDesk>
  )
}

export type HealthProps = { readonly checks: readonly Check[] }

/** What `doctor` looks at, looked at now. */
export const HealthPage: FC<Shown<HealthProps>> = ({ checks, say, language, here }) => {
  const part = { say, language, here }
  const ill = checks.filter(({ well }) => !well)
  return (
    <AdminDesk
      title={say('access.admin.health')}
      heading={say('access.admin.health')}
      lede={say('access.admin.healthLede')}
      {...part}
    >
      {ill.length === 0 ? (
        <Note tone="ok">{say('access.admin.allWell', { count: checks.length })}</Note>
      ) : (
        <Note tone="bad">{say('access.admin.ill', { count: ill.length })}</Note>
      )}
      {checks.length === 0 ? (
        <Empty>{say('access.admin.noChecks')}</Empty>
      ) : (
        <DataTable
          label={say('access.admin.health')}
          phone="cards"
          say={say}
          columns={[
            { head: say('access.admin.checked') },
            { head: say('access.admin.standing'), short: say('access.admin.standing') },
            { head: say('access.admin.seen'), short: say('access.admin.seen') },
          ]}
          groups={[
            {
              rows: [...ill, ...checks.filter(({ well }) => well)].map(({ about, well, seen }) => ({
                cells: [
                  say(about),
                  well ? say('access.admin.well') : <Tag>{say('access.admin.unwell')}</Tag>,
                  <bdi class="wrap">{say(seen.code, seen.facts)}</bdi>,
                ],
              })),
            },
          ]}
        />
      )}
    </AdminDesk>
  )
}

import type { FC } from 'hono/jsx'
import type { Shown } from '#platform'
import type { SheetColumn, SheetLine } from '#risks/core'
import { DataTable, Empty, FileInput, Form, filledIn, Lede, Link, Mast, Note, SideSection } from '#ui'
import type { Sheet } from '../store/sheets.ts'
import { RisksFrame } from './risks-frame.tsx'
import { type Reader, RiskLink, Several } from './saying.tsx'

export const ImportPage: FC<Shown<Record<never, never>>> = ({ say, language, here }) => {
  const reader = { say, language, here }
  const title = say('risks.import.title')
  return (
    <RisksFrame title={title} kind="form" {...reader}>
      <Mast heading={title}>
        <Lede>{say('risks.import.about')}</Lede>
      </Mast>
      <SideSection heading={say('risks.import.out')}>
        <p>{say('risks.import.how')}</p>
        <p class="acts">
          <a class="btn q" href={`/${language}/risks/workbook.xlsx`} download="">
            {say('risks.import.takeIt')}
          </a>
        </p>
      </SideSection>
      <SideSection heading={say('risks.import.in')}>
        <Form to="/risks/import" button={say('risks.import.look')} files {...reader}>
          <FileInput
            name="file"
            label={say('risks.import.file')}
            hint={say('risks.import.fileHint')}
            accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            {...reader}
          />
        </Form>
      </SideSection>
    </RisksFrame>
  )
}

export type PreviewProps = { readonly sheet: Sheet; readonly lines: readonly SheetLine[] }

const kinds = ['refused', 'new', 'changed', 'unchanged'] as const

const said = (reader: Reader, sheet: Sheet, line: SheetLine) => {
  const { say } = reader
  const columnName = (column: SheetColumn): string =>
    say(`risks.column.${column.replaceAll(/_([a-z])/g, (_, sign: string) => sign.toUpperCase())}`)
  switch (line.kind) {
    case 'refused':
      return (
        <Several
          all={line.faults.map(({ column, code, facts }) => (
            <>
              <bdi class="f">
                {sheet.columns[column] ?? ''}
                {line.row}
              </bdi>{' '}
              <b>{columnName(column)}</b>: {say(code, facts)}
            </>
          ))}
          none=""
        />
      )
    case 'changed':
      return (
        <Several
          all={line.changes.map(({ column, before, after }) => (
            <>
              <b>{columnName(column)}</b>: <del>{before}</del> <ins>{after}</ins>
            </>
          ))}
          none=""
        />
      )
    default:
      return ''
  }
}

/** What a workbook would do, before anything is done: everything or nothing is taken. */
export const PreviewPage: FC<Shown<PreviewProps>> = ({ sheet, lines, say, language, here }) => {
  const reader = { say, language, here }
  const title = say('risks.import.preview')
  const count = (kind: SheetLine['kind']): number => lines.filter((line) => line.kind === kind).length
  const refusal = filledIn(here, '')?.refusal ?? null
  const isReady = !sheet.isTaken && count('refused') === 0 && count('new') + count('changed') > 0
  return (
    <RisksFrame
      title={title}
      kind="form"
      through={[{ words: say('risks.import.title'), to: '/risks/import' }]}
      {...reader}
    >
      <Mast kick={<bdi>{sheet.name}</bdi>} heading={title}>
        <Lede>
          {say('risks.import.counts', {
            added: count('new'),
            changed: count('changed'),
            unchanged: count('unchanged'),
            refused: count('refused'),
          })}
        </Lede>
      </Mast>
      {sheet.isTaken ? <Note tone="ok">{say('risks.import.takenAlready')}</Note> : null}
      {refusal === null || isReady ? null : <Note tone="bad">{say(refusal.code, refusal.facts)}</Note>}
      {count('refused') > 0 ? <Note tone="bad">{say('risks.import.mend')}</Note> : null}
      {isReady ? (
        <Form
          to={`/risks/import/${sheet.n}`}
          button={say('risks.import.take')}
          beside={
            <Link to="/risks/import" language={language} here={here}>
              {say('risks.back')}
            </Link>
          }
          {...reader}
        >
          <p>{say('risks.import.takeAbout')}</p>
        </Form>
      ) : null}
      <SideSection heading={say('risks.import.rows')} wide>
        {lines.length === 0 ? (
          <Empty>{say('risks.import.nothingToTake')}</Empty>
        ) : (
          <DataTable
            label={say('risks.import.rows')}
            columns={[
              { head: say('risks.import.row'), number: true },
              { head: say('risks.risk'), short: say('risks.risk') },
              { head: say('risks.import.what'), short: say('risks.import.what') },
            ]}
            groups={kinds.flatMap((kind) => {
              const these = lines.filter((line) => line.kind === kind)
              return these.length === 0
                ? []
                : [
                    {
                      heading: say(`risks.import.kind.${kind}`, { count: these.length }),
                      rows: these.map((line) => ({
                        cells: [
                          line.row,
                          'risk' in line ? (
                            <RiskLink risk={line.risk} {...reader} />
                          ) : (
                            <bdi>{line.cells.title ?? line.cells.risk ?? ''}</bdi>
                          ),
                          said(reader, sheet, line),
                        ],
                      })),
                    },
                  ]
            })}
            phone="cards"
            say={say}
          />
        )}
      </SideSection>
    </RisksFrame>
  )
}

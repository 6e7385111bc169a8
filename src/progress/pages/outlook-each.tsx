import type { Child, FC } from 'hono/jsx'
import { DataTable, Fig, SideSection, Status, type TableRow, Wording } from '#ui'
import type { Outlook, Outlooks } from '../outlook.ts'
import { neededPace, paceWords } from './outlook-chart.tsx'
import { reasonShort } from './outlook-reason.tsx'
import { asksText, Chance, markOf, type Part, scribeOf } from './outlook-saying.tsx'

/** What it is held against, by name. */
const What: FC<Part> = (part) => {
  const { outlook, say, language } = part
  const { benchmark, target, answer, held } = outlook
  return (
    <>
      {target === null || answer === null ? (
        say(held === 'nothing' ? 'progress.each.kind' : 'progress.each.noNumber', { held })
      ) : (
        <>
          <bdi>{asksText({ ...part, answer })}</bdi> <Fig>({String(target.year)})</Fig>
        </>
      )}
      {outlook.gap === null ? null : (
        <span class="u why">{say('progress.hypothesis.gap', { by: outlook.gap.by, as: outlook.gap.as })}</span>
      )}
      <span class="u why">
        {benchmark === null ? (
          say('progress.each.kind', { held })
        ) : (
          <Wording words={benchmark.source} language={language} />
        )}
      </span>
    </>
  )
}

const cellsOf = (part: Part): readonly Child[] => {
  const { outlook, say, language } = part
  const { answer } = outlook
  const status = answer?.assessment.status ?? 'not assessed'
  const reason = reasonShort(part)
  const known = <Status status={markOf(status)} say={say} {...(reason === '' ? {} : { reason })} />
  if (answer === null) return [<What {...part} />, known, '–', '–', '–']
  const scribe = scribeOf(answer, { say, language })
  const { projection } = answer.assessment
  const pace = neededPace(answer)
  return [
    <What {...part} />,
    known,
    projection === null ? '–' : <Fig>{scribe.interval(projection.lo80, projection.hi80)}</Fig>,
    projection === null ? '–' : <Chance p={projection.p} say={say} language={language} />,
    pace === null ? '–' : <span class="nw">{paceWords(scribe, pace, { say, language })}</span>,
  ]
}

/** Gaps stand among the benchmarks where a status is of one; else they have a place of their own. */
const inRows = (all: Outlooks): readonly Outlook[] =>
  all.filter(({ gap }) => gap === null || (all[0].gap !== null && gap.sides !== null))

/** Every benchmark side by side, one row each, all named. */
export const OutlookEach: FC<Part> = (part) => {
  const { all, say } = part
  const rows: readonly TableRow[] = inRows(all).map((outlook) => ({ cells: cellsOf({ ...part, outlook }) }))
  if (rows.length < 2) return null
  return (
    <SideSection id="benchmarks" heading={say('progress.each.heading')}>
      <DataTable
        label={say('progress.each.heading')}
        columns={[
          { head: say('progress.each.what') },
          { head: say('progress.each.status') },
          { head: say('progress.each.expected'), number: true, short: say('progress.each.expected') },
          { head: say('progress.each.chance'), number: true, short: say('progress.each.chance') },
          { head: say('progress.each.needed'), number: true, short: say('progress.each.needed') },
        ]}
        groups={[{ rows }]}
        phone="cards"
        say={say}
      />
    </SideSection>
  )
}

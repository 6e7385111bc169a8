import type { Child, FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Shown } from '#platform'
import { isGroup } from '#statistics/core'
import { Filter, Link, type Option, Select, Views, Wording } from '#ui'
import { type Exploring, everyBreakdown, exploringAddress, pivots, views } from '../core/exploring.ts'
import type { Explored } from '../exploring.ts'
import { AreaName, breakdownWords } from './names.tsx'

type FormProps = { readonly explored: Explored; readonly groups: readonly string[] }

/** What can be typed: any other spelling, code or language is understood too. */
export const AreaNames: FC<Shown<Pick<FormProps, 'groups'> & Pick<Explored, 'names'>>> = ({
  names,
  groups,
  language,
}) => {
  const collator = new Intl.Collator(language)
  const known = new Set(groups)
  const words = [...names.values()]
    .filter(({ code, kind }) => kind === 'economy' || known.has(code))
    .map((area) => wordsIn(language, area.names))
  return (
    <datalist id="areas">
      {[...new Set(words)].toSorted(collator.compare).map((name) => (
        <option value={name} />
      ))}
    </datalist>
  )
}

const SeriesNames: FC<Shown<Pick<FormProps, 'explored'>>> = ({ explored, language }) => (
  <datalist id="series-names">
    {[...explored.series.values()]
      .filter(({ code }) => !explored.exploring.series.includes(code))
      .map(({ names, code, frame }) => (
        <option value={wordsIn(language, names)}>{frame === null ? code : `${frame} · ${code}`}</option>
      ))}
  </datalist>
)

/** What stays as it is while something is added. */
const kept = (one: Exploring): Readonly<Record<string, string>> =>
  Object.fromEntries(
    new URLSearchParams(exploringAddress({ ...one, breakdowns: [], from: null, to: null }).split('?')[1]),
  )

/** Boxes to type into, breakdown and years: a plain form, and what is typed is sought here and not in the browser. */
export const ExplorerForm: FC<Shown<FormProps>> = (props) => {
  const { explored, say, language, here } = props
  const { exploring, breakdowns, dimensions, years } = explored
  const there = [...new Set(breakdowns.map(({ breakdown }) => breakdown))]
  const current = exploring.breakdowns.join(',')
  const words = (breakdown: string) => breakdownWords(say, language, dimensions, breakdown)
  const options: readonly Option[] = [
    { value: '', words: say('statistics.explore.plainest') },
    ...there.map((value) => ({ value, words: words(value) })),
    { value: everyBreakdown, words: say('statistics.explore.everyBreakdown') },
    ...(exploring.breakdowns.length > 1
      ? [{ value: current, words: exploring.breakdowns.map(words).join(' + ') }]
      : []),
  ]
  const year = (name: 'from' | 'to', shown: number | undefined) => (
    <label>
      {say(`statistics.filter.${name}`)}
      <input
        name={name}
        value={exploring[name] === null ? '' : String(exploring[name])}
        placeholder={shown === undefined ? '' : String(shown)}
        inputmode="numeric"
        pattern="[0-9]{4}"
        size={5}
      />
    </label>
  )
  return (
    <>
      <Filter to="/series" button={say('ui.frame.show')} keep={kept(exploring)} language={language} here={here}>
        <label>
          {say('statistics.explore.addSeries')}
          <input name="with" list="series-names" size={30} autocomplete="off" />
        </label>
        <label>
          {say('statistics.explore.addArea')}
          <input name="add" list="areas" size={30} autocomplete="off" />
        </label>
        {there.length < 2 ? null : (
          <Select label={say('statistics.filter.breakdown')} name="breakdown" value={current} options={options} />
        )}
        {year('from', years[0])}
        {year('to', years.at(-1))}
      </Filter>
      <SeriesNames {...props} />
      <AreaNames {...props} names={explored.names} />
    </>
  )
}

const without = (all: readonly string[], one: string): readonly string[] => all.filter((other) => other !== one)
const moved = (exploring: Exploring, group: string, into: 'areas' | 'groups'): Exploring => ({
  ...exploring,
  areas: into === 'areas' ? [...without(exploring.areas, group), group] : without(exploring.areas, group),
  groups: into === 'groups' ? [...without(exploring.groups, group), group] : without(exploring.groups, group),
})

/** More than these are folded: the view is what the reader came for. */
const mostInline = 16

/** What is chosen, each with a link to the view without it; a group is its members or one figure. */
export const Chosen: FC<Shown<FormProps>> = ({ explored, say, language, here }) => {
  const { exploring, names, series, members } = explored
  const link = (to: Exploring, words: Child) => (
    <Link to={exploringAddress(to)} language={language} here={here} rel="nofollow">
      {words}
    </Link>
  )
  const remove = say('statistics.explore.remove')
  const name = (area: string) => <AreaName area={area} areas={names} language={language} />
  const anybody = exploring.areas.length + exploring.groups.length === 0
  const count = exploring.series.length + exploring.groups.length + exploring.areas.length
  const list = (
    <ul class="chosen small noprint">
      {exploring.series.map((code) => (
        <li>
          <Link to={`/series/${code}`} language={language} here={here}>
            <Wording words={series.get(code)?.names ?? { en: code }} language={language} />
          </Link>{' '}
          {exploring.series.length < 2 ? null : link({ ...exploring, series: without(exploring.series, code) }, remove)}
        </li>
      ))}
      {anybody ? <li>{say('statistics.explore.everybody')}</li> : null}
      {exploring.groups.map((group) => (
        <li>
          {name(group)}{' '}
          {say('statistics.explore.members', { count: members.get(group) ?? 0, day: here.asOf ?? here.today })}{' '}
          {link(moved(exploring, group, 'areas'), say('statistics.explore.asOne'))}{' '}
          {link({ ...exploring, groups: without(exploring.groups, group) }, remove)}
        </li>
      ))}
      {exploring.areas.map((area) => (
        <li>
          {name(area)}{' '}
          {isGroup(area) ? <>{link(moved(exploring, area, 'groups'), say('statistics.explore.asMembers'))} </> : null}
          {link({ ...exploring, areas: without(exploring.areas, area) }, remove)}
        </li>
      ))}
    </ul>
  )
  if (count <= mostInline) return list
  return (
    <details>
      <summary>{say('statistics.explore.chosen', { count })}</summary>
      {list}
    </details>
  )
}

/** Table, lines, dots and map; of the table, what its rows are. */
export const ExplorerViews: FC<Shown<Pick<FormProps, 'explored'> & { readonly maps: boolean }>> = (props) => {
  const { explored, maps, say, language, here } = props
  const { exploring } = explored
  const shown = views.filter((view) => view !== 'map' || maps)
  return (
    <>
      <Views
        label={say('statistics.explore.views')}
        views={shown.map((view) => ({
          words: say(`statistics.explore.view.${view}`),
          to: exploringAddress({ ...exploring, view }),
          current: view === exploring.view,
        }))}
        language={language}
        here={here}
      />
      {exploring.view !== 'table' ? null : (
        <p class="small noprint">
          {say('statistics.explore.rows')}{' '}
          {pivots.map((rows, index) => (
            <>
              {index === 0 ? '' : ' · '}
              {rows === exploring.rows ? (
                <b>{say(`statistics.explore.row.${rows}`)}</b>
              ) : (
                <Link to={exploringAddress({ ...exploring, rows })} language={language} here={here} rel="nofollow">
                  {say(`statistics.explore.row.${rows}`)}
                </Link>
              )}
            </>
          ))}
        </p>
      )}
    </>
  )
}

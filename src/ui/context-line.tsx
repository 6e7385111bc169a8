import type { Child, FC } from 'hono/jsx'
import type { Language } from '#kernel'
import { addressOf, type Here, type Say } from '#platform'
import { dayWords } from './figures.ts'
import { sameIn } from './languages.ts'

type LineProps = { readonly say: Say; readonly language: Language; readonly here: Here }

/** The form that asks for another date; it works without scripts and keeps the page's question. */
const AnotherDate: FC<LineProps> = ({ say, language, here }) => (
  <details class="asof noprint">
    <summary>{say('ui.frame.anotherDate')}</summary>
    <form class="filter" method="get" action={addressOf(language, here.path)}>
      {Object.entries(here.query).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <label>
        {say('ui.frame.dateToAskAbout')}
        <input type="date" name="asof" required value={here.asOf ?? here.today} max={here.today} />
      </label>
      <button class="btn q" type="submit">
        {say('ui.frame.show')}
      </button>
    </form>
  </details>
)

const day = (language: Language, words: Here['today']) => <b class="nw">{dayWords(language, words)}</b>

/** What is in force here and as of which day. Another day than today is a state of the page and is washed. */
export const ContextLine: FC<LineProps> = ({ say, language, here }) => (
  <div class={here.asOf === null ? 'ctx' : 'ctx past'}>
    <div class="row">
      {here.context.map((show) => show(say, language, here))}
      <div class="end">
        {here.asOf === null ? (
          <span>{say.rich('ui.frame.asOf', { day: day(language, here.today) })}</span>
        ) : (
          <span>
            {say.rich('ui.frame.knownOn', { day: day(language, here.asOf) })} ·{' '}
            <a href={sameIn(language, { ...here, asOf: null })}>{say('ui.frame.backToToday')}</a>
          </span>
        )}{' '}
        <AnotherDate say={say} language={language} here={here} />
        {here.account.length === 0 ? null : (
          <div class="acct noprint">{here.account.map((show): Child => show(say, language, here))}</div>
        )}
      </div>
    </div>
  </div>
)

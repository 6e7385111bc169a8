import type { Child, FC } from 'hono/jsx'
import { type Facts, type Language, wordsIn } from '#kernel'
import { addressOf, type Here, type Nearby, type Say, type Trouble } from '#platform'
import { Bare } from './bare.tsx'
import { Frame } from './frame.tsx'
import { Lede, Mast } from './layout.tsx'
import { Link } from './link.tsx'
import { Wording } from './words.tsx'

type Words = {
  readonly status: number
  readonly title: string
  readonly lede: Child
  readonly nearby: readonly Nearby[]
}

/** What a reader typed, as far as a page can repeat it: no control characters, and not without end. */
const repeatable = (fact: Facts[string]): Facts[string] =>
  typeof fact === 'string' ? shortened(fact.replaceAll(/\p{Cc}/gu, '\ufffd')) : fact
const shortened = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text)

const wordsOf = (trouble: Trouble, say: Say, language: Language): Words => {
  switch (trouble.kind) {
    case 'absent': {
      const names = Object.entries(trouble.names).map(([name, words]) => [name, wordsIn(language, words)])
      const told = Object.fromEntries(Object.entries(trouble.facts).map(([name, fact]) => [name, repeatable(fact)]))
      const sentence = say(trouble.code, { ...told, ...Object.fromEntries(names) })
      const { status, nearby } = trouble
      return status === 404
        ? { status, title: say('ui.error.notFound.title'), lede: sentence, nearby }
        : { status, title: say('ui.error.notUnderstood.title'), lede: sentence, nearby }
    }
    case 'refused':
      return {
        status: 403,
        title: say('ui.error.refused.title'),
        lede: say(trouble.refusal.code, trouble.refusal.facts),
        nearby: [],
      }
    case 'failed':
      return {
        status: 500,
        title: say('ui.error.failed.title'),
        lede: say.rich('ui.error.failed.lede', { reference: <bdi class="addr">{trouble.reference}</bdi> }),
        nearby: [],
      }
    case 'tooMany':
      return { status: 429, title: say('ui.error.tooMany.title'), lede: say('ui.error.tooMany.lede'), nearby: [] }
    case 'away':
      return { status: 503, title: say('ui.error.away.title'), lede: say('ui.error.away.lede'), nearby: [] }
  }
}

type ErrorPageProps = { readonly reply: Trouble; readonly say: Say; readonly language: Language; readonly here: Here }

/** What happened, what is safe, what next. */
export const ErrorPage: FC<ErrorPageProps> = ({ reply, say, language, here }) => {
  const { status, title, lede, nearby } = wordsOf(reply, say, language)
  const told = (
    <Mast kick={say('ui.error.kick', { status: String(status) })} heading={title}>
      <Lede>{lede}</Lede>
      {nearby.length === 0 ? null : <p class="dim">{say('ui.error.nearby')}</p>}
      <ul class="list near">
        {reply.kind === 'refused' && here.reader === null ? (
          <li>
            <Link
              to={`/sign-in?to=${encodeURIComponent(addressOf(language, here.path))}`}
              language={language}
              here={here}
              rel="nofollow"
            >
              {say('ui.error.signIn')}
            </Link>
          </li>
        ) : null}
        {nearby.map(({ to, words }) => (
          <li>
            <Link to={to} language={language} here={here}>
              <Wording words={words} language={language} />
            </Link>
          </li>
        ))}
        <li>
          <Link to="/" language={language} here={here}>
            {say('ui.error.home')}
          </Link>
        </li>
      </ul>
    </Mast>
  )
  // What stands in a frame of somebody else's page stays as bare as what was to stand there.
  return here.path.startsWith('/embed/') ? (
    <Bare title={title} whole={null} say={say} language={language} here={here}>
      {told}
    </Bare>
  ) : (
    <Frame title={title} say={say} language={language} here={here} fleeting>
      {told}
    </Frame>
  )
}

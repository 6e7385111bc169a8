import type { FC } from 'hono/jsx'
import type { Source } from '#statistics/core'
import { dayWords, Lines, Link, SideSection, Wording } from '#ui'
import type { Reader } from './names.tsx'

/** Whose the figures of a page are: each data set with its publisher, licence and newest release. */
export const AreaSources: FC<Reader & { readonly sources: readonly Source[] }> = ({ sources, say, language, here }) =>
  sources.length === 0 ? null : (
    <SideSection
      id="sources"
      heading={say('statistics.economy.sources')}
      about={say('statistics.economy.sourcesAbout')}
    >
      <Lines
        lines={sources.map(({ dataset, releases: [newest] }) => (
          <>
            <Link to={`/sources#${dataset.code}`} language={language} here={here}>
              <Wording words={dataset.names} language={language} />
            </Link>
            {' · '}
            <Wording words={dataset.publisher} language={language} />
            {' · '}
            <a href={dataset.licence.address} rel="license">
              <bdi lang="en">{dataset.licence.name}</bdi>
            </a>
            {newest === undefined ? null : (
              <>
                {' · '}
                <Link to={`/releases/${newest.number}`} language={language} here={here}>
                  {dayWords(language, newest.knownOn)}
                </Link>
              </>
            )}
          </>
        ))}
      />
    </SideSection>
  )

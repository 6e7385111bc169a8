import type { FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Shown } from '#platform'
import { Cite, Lines, Link, SideSection, signsOf, Wording } from '#ui'
import type { GlanceRead } from '../glance.ts'
import { editionWords, questionOf } from './glance-choices.tsx'

/** Whose the figures of this page are, since when they are known, and how to quote the page. */
export const Sources: FC<Shown<GlanceRead>> = ({ sources, ix, glance, say, language, here }) => (
  <SideSection
    id="sources"
    heading={say('plan.glance.sources')}
    about={
      <Link to="/sources" language={language} here={here}>
        {say('plan.glance.allSources')}
      </Link>
    }
  >
    {sources.length === 0 ? null : (
      <Lines
        lines={sources.map(({ dataset, releases }) => (
          <>
            <Wording words={dataset.names} language={language} />
            {signsOf(language).stop}
            <bdi lang="en">{dataset.credit}</bdi>
            {releases.slice(0, 1).map((release) => (
              <>
                {' · '}
                <Link to={`/releases/${release.number}`} language={language} here={here}>
                  {say('plan.glance.knownOn', { day: release.knownOn })}
                </Link>
              </>
            ))}
          </>
        ))}
      />
    )}
    <Cite
      title={wordsIn(language, ix.plan.names)}
      part={editionWords(glance.edition, language, say)}
      to={`/${questionOf(here)}`}
      say={say}
      language={language}
      here={here}
    />
  </SideSection>
)

import type { FC } from 'hono/jsx'
import type { SearchProps, Shown } from '#platform'
import { Frame } from './frame.tsx'
import { Lede, Mast, Note, SideSection } from './layout.tsx'
import { Link } from './link.tsx'
import { SearchForm } from './search-form.tsx'
import { type Asked, Hits, listed, Pages, to } from './search-hits.tsx'
import { Views } from './views.tsx'

/** What one can ask for, before anything is asked. */
const Examples: FC<Asked> = ({ kinds, say, language, here }) => (
  <SideSection heading={say('ui.search.examples')}>
    <dl class="kv">
      {kinds.map(({ key, example }) => (
        <>
          <dt>{say(key)}</dt>
          <dd>
            <Link to={to({ q: say(example) })} language={language} here={here}>
              {say(example)}
            </Link>
          </dd>
        </>
      ))}
    </dl>
  </SideSection>
)

/** What was understood otherwise than it was typed. */
const Remarks: FC<Asked> = ({ asked, kind, strangeKind, strangePage, page, found, say, language, here }) => (
  <>
    {strangeKind === null ? null : (
      <Note tone="warn">
        {strangeKind.near === null
          ? say('ui.search.noSuchKind', { value: strangeKind.value })
          : say.rich(
              'ui.search.nearKind',
              { value: strangeKind.value, name: say(strangeKind.near.key) },
              {
                a: (words) => (
                  <Link to={to({ q: asked, kind: strangeKind.near?.code ?? '' })} language={language} here={here}>
                    {words}
                  </Link>
                ),
              },
            )}
      </Note>
    )}
    {strangePage === null ? null : (
      <Note tone="warn">
        {kind === null
          ? say('ui.search.noPages', { value: strangePage })
          : say('ui.search.noSuchPage', { value: strangePage, page })}
      </Note>
    )}
    {found === null || found.left === 0 ? null : (
      <Note tone="warn">{say('ui.search.left', { count: found.left })}</Note>
    )}
    {found === null || found.reread.length + found.unknown.length === 0 ? null : (
      <ul class="list">
        {found.reread.map(({ typed, read }) => (
          <li>{say('ui.search.reread', { typed, read: listed(language, read) })}</li>
        ))}
        {found.unknown.map((word) => (
          <li>{say('ui.search.unknown', { word })}</li>
        ))}
      </ul>
    )}
  </>
)

/** Nothing was found: what is like it, and where else something is. */
const Nothing: FC<Asked> = ({ asked, kind, found, say, language, here }) => (
  <>
    <Lede>
      {say(kind === null ? 'ui.search.none' : 'ui.search.noneOfKind', {
        asked,
        kind: kind === null ? '' : say(kind.key),
      })}
    </Lede>
    {found === null || found.count === 0 ? null : (
      <p>
        <Link to={to({ q: asked })} language={language} here={here}>
          {say('ui.search.elsewhere', { count: found.count })}
        </Link>
      </p>
    )}
    {found === null || found.nearest.length === 0 ? null : (
      <>
        <p class="dim">{say('ui.search.nearest')}</p>
        <ul class="list near">
          {found.nearest.map((word) => (
            <li>
              <Link to={to({ q: word })} language={language} here={here}>
                {word}
              </Link>
            </li>
          ))}
        </ul>
      </>
    )}
  </>
)

const Kinds: FC<Asked> = ({ asked, kind, found, say, language, here }) =>
  found === null || found.counts.length < 2 ? null : (
    <Views
      label={say('ui.search.kinds')}
      views={[
        {
          words: say('ui.search.counted', { name: say('ui.search.everything'), count: found.count }),
          to: to({ q: asked }),
          current: kind === null,
        },
        ...found.counts.map((one) => ({
          words: say('ui.search.counted', { name: say(one.kind.key), count: one.count }),
          to: to({ q: asked, kind: one.kind.code }),
          current: one.kind === kind,
        })),
      ]}
      language={language}
      here={here}
    />
  )

/** What a question finds, by kind, each with why it is there. It is complete without scripts: the address is the question. */
export const SearchPage: FC<Shown<SearchProps>> = (props) => {
  const { asked, kind, found, say, language, here } = props
  const title = asked === '' ? say('ui.search.title') : say('ui.search.titleOf', { asked })
  const shown = found?.groups.reduce((sum, { hits }) => sum + hits.length, 0) ?? 0
  return (
    <Frame title={title} fleeting={asked !== ''} say={say} language={language} here={here}>
      <Mast heading={say('ui.search.title')}>
        <SearchForm {...props} />
        {asked === '' ? (
          <Lede>{say('ui.search.lede')}</Lede>
        ) : shown === 0 ? (
          <Nothing {...props} />
        ) : (
          <Lede>
            {say('ui.search.found', {
              count: kind === null ? (found?.count ?? 0) : (found?.groups[0]?.count ?? 0),
              asked,
            })}
          </Lede>
        )}
        <Remarks {...props} />
      </Mast>
      <Kinds {...props} />
      {(found?.groups ?? []).map((group) =>
        group.hits.length === 0 ? null : (
          <SideSection heading={say(group.kind.key)}>
            <Hits group={group} {...props} />
          </SideSection>
        ),
      )}
      <Pages {...props} />
      {shown === 0 ? <Examples {...props} /> : null}
    </Frame>
  )
}

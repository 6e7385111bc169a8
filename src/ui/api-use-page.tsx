import type { FC } from 'hono/jsx'
import type { ApiUseProps, Shown } from '#platform'
import { snippetsFor } from './api-snippets.ts'
import { Frame } from './frame.tsx'
import { Lede, Mast, SideSection } from './layout.tsx'

/** The same few figures in each of the usual tools. */
export const ApiUsePage: FC<Shown<ApiUseProps>> = ({ address, csv, say, language, here }) => (
  <Frame
    title={say('ui.api.useTitle')}
    crumbs={[{ to: '/api', words: say('platform.api.title') }]}
    say={say}
    language={language}
    here={here}
  >
    <Mast heading={say('ui.api.useTitle')}>
      <Lede>{say('ui.api.useLede')}</Lede>
    </Mast>
    {snippetsFor(`${here.origin}${address}`, `${here.origin}${csv}`).map(({ name, code }) => (
      <SideSection heading={name}>
        <pre class="cite" dir="ltr">
          <code>{code}</code>
        </pre>
      </SideSection>
    ))}
    <SideSection heading={say('ui.api.sheet')}>
      <p>{say('ui.api.sheetHow')}</p>
      <p>
        <a href={csv} dir="ltr" class="addr">
          {csv}
        </a>
      </p>
    </SideSection>
  </Frame>
)

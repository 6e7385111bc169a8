import type { FC } from 'hono/jsx'
import type { Shown } from '#platform'
import { type Column, DataTable, Empty, Fig, Frame, Lede, Link, Mast, SideSection, Wording } from '#ui'
import type { FrameworkRead } from '../core/frameworks.ts'
import type { Indexed } from '../core/indexed.ts'
import { editionName, frameworkPath } from '../reading.ts'

type FrameworksProps = { readonly ix: Indexed; readonly all: readonly FrameworkRead[] }

/** The outside frameworks that the plan links to, with how much of each edition does. */
export const FrameworksPage: FC<Shown<FrameworksProps>> = ({ ix, all, say, language, here }) => {
  const title = say('plan.frameworks.title')
  const editions = all[0]?.editions ?? []
  const columns: readonly Column[] = [
    { head: say('plan.frameworks.framework') },
    ...editions.map((one) => ({
      head: <Fig>{editionName(one)}</Fig>,
      unit: say('plan.frameworks.links'),
      short: editionName(one),
      number: true,
    })),
    { head: say('plan.frameworks.codes'), short: say('plan.frameworks.codes') },
  ]
  return (
    <Frame
      title={title}
      description={say('plan.frameworks.lede')}
      crumbs={[{ words: <Wording words={ix.plan.names} language={language} />, to: '/' }, { words: title }]}
      say={say}
      language={language}
      here={here}
    >
      <Mast heading={title}>
        <Lede>{say('plan.frameworks.lede')}</Lede>
      </Mast>
      <SideSection wide heading={say('plan.frameworks.all')}>
        {all.length === 0 ? (
          <Empty>{say('plan.frameworks.none')}</Empty>
        ) : (
          <DataTable
            label={title}
            phone="cards"
            columns={columns}
            groups={[
              {
                rows: all.map(({ framework, links, codes, findings }) => ({
                  cells: [
                    <Link to={frameworkPath(framework.slug)} language={language} here={here}>
                      <Wording words={framework.names} language={language} />
                    </Link>,
                    ...editions.map(({ code }) => <>{links.get(code)?.length ?? 0}</>),
                    codes.length === 0 ? (
                      <span class="u">{say('plan.frameworks.noCodes')}</span>
                    ) : (
                      <>
                        {codes.map(({ code }, at) => (
                          <>
                            {at === 0 ? '' : ' · '}
                            <Fig>{code}</Fig>
                          </>
                        ))}
                        {findings.length === 0 ? null : (
                          <div class="u">{say('plan.frameworks.slips', { count: findings.length })}</div>
                        )}
                      </>
                    ),
                  ],
                })),
              },
            ]}
            say={say}
          />
        )}
      </SideSection>
    </Frame>
  )
}

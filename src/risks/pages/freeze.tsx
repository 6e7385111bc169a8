import type { FC } from 'hono/jsx'
import type { Shown } from '#platform'
import type { Review, walkOf } from '#risks/core'
import { Form, Input, Lede, Mast, Note, SideSection } from '#ui'
import type { People } from '../people.ts'
import { By } from './by.tsx'
import { RisksFrame } from './risks-frame.tsx'
import { RiskLink, Several } from './saying.tsx'
import { stateMark } from './walk.tsx'

export type FreezeProps = {
  readonly review: Review
  readonly walk: ReturnType<typeof walkOf>
  readonly people: People
}

/** What was said of every risk, and the decision under which it is kept for good. */
export const FreezePage: FC<Shown<FreezeProps>> = ({ review, walk, people, say, language, here }) => {
  const reader = { say, language, here }
  const title = say('risks.freeze.title')
  const unready = [...walk.left, ...walk.outdated, ...walk.astray]
  return (
    <RisksFrame
      title={title}
      kind="form"
      through={[{ words: say('risks.reviews.title'), to: '/risks/reviews' }]}
      {...reader}
    >
      <Mast heading={say('risks.freeze.heading', { year: String(review.year) })}>
        <Lede>{say('risks.freeze.about')}</Lede>
      </Mast>
      {unready.length === 0 ? null : (
        <Note tone="warn">{say('risks.freeze.notYet', { count: new Set(unready).size })}</Note>
      )}
      <SideSection heading={say('risks.walk.list')}>
        <Several
          all={walk.list.map((risk) => {
            const verdict = walk.verdicts.get(risk.id)
            return (
              <>
                <span aria-hidden="true">{stateMark(verdict, unready.includes(risk))}</span>{' '}
                <RiskLink risk={risk} {...reader} />{' '}
                {verdict == null ? say('risks.walk.notSaid') : say(`risks.verdict.${verdict.kind}`)}
                {verdict == null ? null : (
                  <div class="small">
                    <bdi>{verdict.reason}</bdi> <By people={people} person={verdict.by} say={say} />
                  </div>
                )}
              </>
            )
          })}
          none={say('risks.review.noList')}
        />
      </SideSection>
      <SideSection heading={say('risks.decision')}>
        <Form to={`/risks/reviews/${review.year}/freeze`} button={say('risks.freeze.button')} {...reader}>
          <Input
            name="number"
            label={say('risks.freeze.number')}
            hint={say('risks.freeze.numberHint')}
            most={100}
            {...reader}
          />
          <Input name="on" type="date" label={say('risks.freeze.on')} value={here.today} {...reader} />
        </Form>
      </SideSection>
    </RisksFrame>
  )
}

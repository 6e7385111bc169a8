import type { FC } from 'hono/jsx'
import type { PersonId } from '#kernel'
import type { Shown } from '#platform'
import type { Frozen, Review } from '#risks/core'
import { DataTable, dayWords, Empty, Form, Input, Lede, Link, Mast, SideSection } from '#ui'
import type { People } from '../people.ts'
import { By } from './by.tsx'
import { RisksFrame } from './risks-frame.tsx'
import type { Reader } from './saying.tsx'

type FrozenRow = { readonly review: Frozen; readonly by: PersonId }

export type ReviewsProps = {
  readonly frozen: readonly FrozenRow[]
  readonly people: People
  /** Only whoever may say verdicts or freeze sees it. */
  readonly open: { readonly review: Review; readonly left: number; readonly count: number } | null
  readonly mayReview: boolean
  readonly mayFreeze: boolean
}

const FrozenList: FC<Reader & Pick<ReviewsProps, 'frozen' | 'people'>> = ({ frozen, people, say, language, here }) => (
  <DataTable
    label={say('risks.reviews.title')}
    columns={[
      { head: say('risks.year') },
      { head: say('risks.decision'), short: say('risks.decision') },
      { head: say('risks.day'), short: say('risks.day') },
      { head: say('risks.reviews.risks'), number: true, short: say('risks.reviews.risks') },
    ]}
    groups={[
      {
        rows: frozen.map(({ review: { year, decision, risks }, by }) => ({
          cells: [
            <Link to={`/risks/reviews/${year}`} language={language} here={here}>
              {String(year)}
            </Link>,
            <bdi>{decision.number}</bdi>,
            <>
              {dayWords(language, decision.on)} <By people={people} person={by} say={say} />
            </>,
            risks.length,
          ],
        })),
      },
    ]}
    phone="cards"
    say={say}
  />
)

/** Every yearly review, and the one that is under way. */
export const ReviewsPage: FC<Shown<ReviewsProps>> = ({
  frozen,
  people,
  open,
  mayReview,
  mayFreeze,
  say,
  language,
  here,
}) => {
  const reader = { say, language, here }
  const title = say('risks.reviews.title')
  const next = Math.max(Number(here.today.slice(0, 4)), (frozen[0]?.review.year ?? 0) + 1)
  return (
    <RisksFrame title={title} description={say('risks.reviews.about')} kind="desk" {...reader}>
      <Mast heading={title}>
        <Lede>{say('risks.reviews.about')}</Lede>
      </Mast>
      {open === null ? null : (
        <SideSection heading={say('risks.review.underWay', { year: String(open.review.year) })}>
          <p>
            {say('risks.review.openedOn', { day: dayWords(language, open.review.openedOn) })}{' '}
            <By people={people} person={open.review.openedBy} say={say} />
          </p>
          <p>{say('risks.review.progress', { done: open.count - open.left, count: open.count })}</p>
          <p class="acts noprint">
            {mayReview ? (
              <Link class="btn" to={`/risks/reviews/${open.review.year}/walk`} language={language} here={here}>
                {say('risks.review.goOn')}
              </Link>
            ) : null}
            {mayFreeze ? (
              <Link class="btn q" to={`/risks/reviews/${open.review.year}/freeze`} language={language} here={here}>
                {say('risks.freeze.title')}
              </Link>
            ) : null}
          </p>
        </SideSection>
      )}
      {open === null && mayReview ? (
        <SideSection heading={say('risks.review.open')} about={say('risks.review.openAbout')}>
          <Form to="/risks/reviews" button={say('risks.review.openButton')} {...reader}>
            <Input name="year" label={say('risks.year')} value={String(next)} mode="numeric" most={4} {...reader} />
          </Form>
        </SideSection>
      ) : null}
      <SideSection heading={say('risks.reviews.frozen')} wide>
        {frozen.length === 0 ? (
          <Empty>{say('risks.reviews.none')}</Empty>
        ) : (
          <FrozenList frozen={frozen} people={people} {...reader} />
        )}
      </SideSection>
    </RisksFrame>
  )
}

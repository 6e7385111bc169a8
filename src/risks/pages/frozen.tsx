import type { FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Shown } from '#platform'
import { type Compared, type Frozen, type FrozenRisk, frozenGrade, isAboveAppetite, scaleNumbered } from '#risks/core'
import { Cite, DataTable, Downloads, dayWords, Empty, Lede, Link, Mast, SideSection, Tag, Wording } from '#ui'
import { RisksFrame } from './risks-frame.tsx'
import { GradeMark, gradeWords, type Reader, Several, scoreWords } from './saying.tsx'

export type FrozenProps = {
  readonly frozen: Frozen
  readonly digest: string
  /** The year before it that was frozen, and what moved since; null for the first. */
  readonly compared: { readonly year: number; readonly all: readonly Compared[] } | null
}

const FrozenGrade: FC<Reader & { readonly frozen: Frozen; readonly risk: FrozenRisk }> = ({
  frozen,
  risk,
  say,
  language,
}) => {
  const graded = frozenGrade(frozen, risk)
  if (graded === null || risk.assessment === null) return <span class="dim">{say('ui.missing.not-yet-assessed')}</span>
  const { scale, grade } = graded
  return (
    <>
      <span class="nw">
        <GradeMark grade={grade} /> <b>{gradeWords(language, scale, grade)}</b>
      </span>
      <span class="u why">
        {scoreWords({ say, language }, scaleNumbered(frozen.scales, risk.assessment.scale), risk.assessment.residual)}
      </span>
      {isAboveAppetite(scale, grade) ? <Tag>{say('risks.aboveAppetite')}</Tag> : null}
    </>
  )
}

const FrozenTable: FC<Reader & { readonly frozen: Frozen }> = ({ frozen, ...reader }) => {
  const { say, language, here } = reader
  return (
    <DataTable
      label={say('risks.frozen.list')}
      columns={[
        { head: say('risks.risk') },
        { head: say('risks.walk.verdict'), short: say('risks.walk.verdict') },
        { head: say('risks.which.residual'), short: say('risks.which.residual') },
        { head: say('risks.owner'), short: say('risks.owner') },
        { head: say('risks.threatens'), short: say('risks.threatens') },
        { head: say('risks.mitigations'), short: say('risks.mitigations') },
      ]}
      groups={[
        {
          rows: frozen.risks.map((risk) => ({
            id: risk.id,
            cells: [
              <>
                <Link to={`/risks/${risk.id}`} language={language} here={here}>
                  <bdi class="f">{risk.id}</bdi> <bdi>{risk.title}</bdi>
                </Link>
                <div class="small">
                  <bdi>{risk.event}</bdi>
                </div>
              </>,
              <>
                <b>{say(`risks.verdict.${risk.verdict}`)}</b>
                {risk.into === null ? null : (
                  <>
                    {' '}
                    <bdi class="f">{risk.into}</bdi>
                  </>
                )}
                <div class="small">
                  <bdi>{risk.reason}</bdi>
                </div>
              </>,
              <FrozenGrade frozen={frozen} risk={risk} {...reader} />,
              <Wording words={risk.owner.names} language={language} />,
              <Several
                all={risk.elements.map(({ names, number }) => (
                  <>
                    {number === null ? null : <bdi class="f">{number}</bdi>}{' '}
                    <Wording words={names} language={language} />
                  </>
                ))}
                none={say('risks.noElements')}
              />,
              <Several
                all={risk.mitigations.map((one) => (
                  <>
                    <bdi>{one.what}</bdi>{' '}
                    <span class="dim">
                      {say(`risks.mitigation.state.${one.state}`)} · {dayWords(language, one.dueOn)}
                    </span>
                  </>
                ))}
                none={say('risks.noMitigations')}
              />,
            ],
          })),
        },
      ]}
      phone="cards"
      wide
      say={say}
    />
  )
}

const signs = { new: '+', graver: '▲', lighter: '▼', same: '=', merged: '→', closed: '×', left: '–' } as const

const ComparedTable: FC<Reader & { readonly all: readonly Compared[] }> = ({ all, say, language, here }) => (
  <DataTable
    label={say('risks.frozen.moved')}
    columns={[
      { head: say('risks.risk') },
      { head: say('risks.movement'), short: say('risks.movement') },
      { head: say('risks.frozen.mitigations'), short: say('risks.frozen.mitigations') },
    ]}
    groups={[
      {
        rows: all.map(({ id, title, movement, mitigations }) => ({
          cells: [
            <Link to={`/risks/${id}`} language={language} here={here}>
              <bdi class="f">{id}</bdi> <bdi>{title}</bdi>
            </Link>,
            <>
              <span aria-hidden="true">{signs[movement]}</span> {say(`risks.movement.${movement}`)}
            </>,
            <Several
              all={mitigations.map(({ what, after }) => (
                <>
                  <bdi>{what}</bdi> <b>{say(`risks.mitigation.state.${after}`)}</b>
                </>
              ))}
              none={say('risks.frozen.noneOpen')}
            />,
          ],
        })),
      },
    ]}
    phone="cards"
    say={say}
  />
)

/** A review as it was decided: read from the text that was kept, and from nothing else. */
export const FrozenPage: FC<Shown<FrozenProps>> = ({ frozen, digest, compared, say, language, here }) => {
  const reader = { say, language, here }
  const title = say('risks.frozen.title', { year: String(frozen.year) })
  const path = `/risks/reviews/${frozen.year}`
  const above = frozen.risks.filter((risk) => {
    const graded = frozenGrade(frozen, risk)
    return (
      graded !== null &&
      isAboveAppetite(graded.scale, graded.grade) &&
      risk.verdict !== 'closed' &&
      risk.verdict !== 'merged'
    )
  })
  return (
    <RisksFrame
      title={title}
      description={say('risks.frozen.about', {
        number: frozen.decision.number,
        day: dayWords(language, frozen.decision.on),
      })}
      through={[{ words: say('risks.reviews.title'), to: '/risks/reviews' }]}
      last={String(frozen.year)}
      {...reader}
    >
      <Mast heading={title}>
        <Lede>{say('risks.frozen.lede', { count: frozen.risks.length, above: above.length })}</Lede>
        <p>
          {say('risks.frozen.about', { number: frozen.decision.number, day: dayWords(language, frozen.decision.on) })}
        </p>
      </Mast>
      <SideSection heading={say('risks.frozen.list')} about={say('risks.frozen.listAbout')} wide>
        {frozen.risks.length === 0 ? (
          <Empty>{say('risks.review.noList')}</Empty>
        ) : (
          <FrozenTable frozen={frozen} {...reader} />
        )}
      </SideSection>
      {compared === null ? null : (
        <SideSection
          heading={say('risks.frozen.since', { year: String(compared.year) })}
          about={say('risks.frozen.sinceAbout')}
          wide
        >
          <ComparedTable all={compared.all} {...reader} />
        </SideSection>
      )}
      <SideSection heading={say('risks.scale')} about={say('risks.frozen.scaleAbout')}>
        <Several
          all={frozen.scales.map((scale) => (
            <>
              {say('risks.scale.number', { n: scale.n })}:{' '}
              {scale.grades.map(({ words }) => wordsIn(language, words)).join(', ')}.{' '}
              {say('risks.appetiteIs', { grade: gradeWords(language, scale, scale.appetite) })}
            </>
          ))}
          none={say('ui.missing.not-yet-assessed')}
        />
      </SideSection>
      <SideSection heading={say('risks.frozen.kept')} about={say('risks.frozen.keptAbout')}>
        <p class="small">
          SHA-256{' '}
          <bdi class="f">
            {digest.match(/.{1,16}/g)?.map((part) => (
              <>
                {part}
                <wbr />
              </>
            ))}
          </bdi>
        </p>
        <Downloads
          heading={say('risks.frozen.take')}
          files={[{ kind: 'JSON', to: `${path}/frozen.json` }]}
          language={language}
          here={here}
        />
        <Cite title={title} to={path} say={say} language={language} here={here} />
      </SideSection>
    </RisksFrame>
  )
}

import type { Child, FC } from 'hono/jsx'
import type { Shown } from '#platform'
import { Cite, DataTable, Frame, Lede, Mast, percentSign, SideSection, type Standing, Status } from '#ui'
import type { StandingRecord } from '../accuracy-kept.ts'
import { likelyFrom, methodVersion, unlikelyBelow } from '../core/index.ts'
import { isolated, MethodViews, type Reader, WhichCalibration } from './methods-parts.tsx'
import { chanceWords } from './outlook-saying.tsx'
import { AggregatesSection, LabelsSection } from './statuses-labels.tsx'

/** Rules in their order; the first that holds decides. The words of each are `progress.rule.<name>`. */
const rules: readonly (readonly [rule: string, status: Standing])[] = [
  ['no-data', 'na'],
  ['outside-scale', 'na'],
  ['no-target', 'na'],
  ['no-direction', 'na'],
  ['met', 'met'],
  ['target-year-passed', 'na'],
  ['stale', 'na'],
  ['too-few-observations', 'na'],
  ['horizon-too-long', 'na'],
  ['no-errors-known', 'na'],
  ['away', 'away'],
  ['likely', 'likely'],
  ['unlikely', 'unlikely'],
  ['uncertain', 'uncertain'],
]

const [likely, unlikely] = [likelyFrom * 100, unlikelyBelow * 100].map(String)

/** The band of probability of each word, in signs without the sign of per cent. */
const words: readonly (readonly [status: Standing, chance: string | null])[] = [
  ['met', null],
  ['likely', `≥ ${likely}`],
  ['uncertain', `${unlikely}–${likely}`],
  ['unlikely', `< ${unlikely}`],
  ['away', `< ${unlikely}`],
  ['na', null],
]

/** Notation for who wants to compute it again: the same in every language. */
export const Formula: FC<{ readonly children?: Child }> = ({ children }) => (
  <p>
    <code dir="ltr">{children}</code>
  </p>
)

const WordsSection: FC<Reader> = ({ say, language }) => (
  <SideSection id="words" heading={say('progress.statuses.words')} about={say('progress.statuses.wordsAbout')}>
    <DataTable
      label={say('progress.statuses.words')}
      caption={say('progress.statuses.wordsTable')}
      columns={[
        { head: say('progress.statuses.status') },
        { head: say('progress.statuses.chance') },
        { head: say('progress.statuses.meaning') },
      ]}
      groups={[
        {
          rows: words.map(([status, chance]) => ({
            id: status,
            cells: [
              <Status status={status} say={say} />,
              chance === null ? '–' : <bdi class="f">{isolated(language, `${chance}${percentSign(language)}`)}</bdi>,
              say(`progress.statuses.means.${status}`),
            ],
          })),
        },
      ]}
      say={say}
    />
    <p>
      {say.rich('progress.statuses.shown', {
        low: chanceWords(0.01, { say, language }),
        middle: chanceWords(0.67, { say, language }),
        high: chanceWords(0.9, { say, language }),
      })}
    </p>
  </SideSection>
)

const RulesSection: FC<Reader> = ({ say }) => (
  <SideSection id="rules" heading={say('progress.statuses.rules')} about={say('progress.statuses.rulesAbout')}>
    <DataTable
      label={say('progress.statuses.rules')}
      caption={say('progress.statuses.rulesTable')}
      columns={[
        { head: say('progress.statuses.number') },
        { head: say('progress.statuses.condition') },
        { head: say('progress.statuses.status') },
      ]}
      groups={[
        {
          rows: rules.map(([rule, status], at) => ({
            id: `rule-${rule}`,
            cells: [`${at + 1}`, say(`progress.rule.${rule}`), <Status status={status} say={say} />],
          })),
        },
      ]}
      say={say}
    />
    <p>{say('progress.statuses.unrounded')}</p>
    <p>{say('progress.statuses.away')}</p>
    <Formula>{'(x − x₀) / (T − x₀) ÷ (t − t₀) / (tT − t₀) < −0.1'}</Formula>
  </SideSection>
)

const GivenSection: FC<Reader> = ({ say }) => (
  <SideSection id="given" heading={say('progress.statuses.given')} about={say('progress.statuses.givenAbout')}>
    {['day', 'baseline', 'benchmark', 'observed'].map((one) => (
      <p>{say(`progress.statuses.given.${one}`)}</p>
    ))}
  </SideSection>
)

const ProjectionSection: FC<Reader> = ({ say }) => (
  <SideSection
    id="projection"
    heading={say('progress.statuses.projection')}
    about={say('progress.statuses.projectionAbout')}
  >
    <p class="text">{say('progress.statuses.delegate')}</p>
    <p>{say('progress.statuses.formula')}</p>
    <Formula>{'z = −ln(−ln(v / 100)),  z(h) = z(n) + ¼ own(h) + ¾ peers(h),  v(h) = 100 exp(−exp(−z(h)))'}</Formula>
    <p>{say('progress.statuses.own')}</p>
    <Formula>{'own(h) = b (φ + φ² + … + φʰ),  φ = 0.95,  b = Σ w d / Σ w,  w = 0.7^age'}</Formula>
    <p>{say('progress.statuses.group')}</p>
    <p>{say('progress.statuses.amounts')}</p>
    <p>{say('progress.statuses.second')}</p>
    <p>{say('progress.statuses.feasible')}</p>
  </SideSection>
)

const IntervalsFrom: FC<Reader> = ({ say }) => (
  <SideSection
    id="intervals"
    heading={say('progress.statuses.intervals')}
    about={say('progress.statuses.intervalsAbout')}
  >
    <DataTable
      label={say('progress.statuses.intervals')}
      caption={say('progress.statuses.intervalsTable')}
      columns={[
        { head: say('progress.statuses.says') },
        { head: say('progress.statuses.when') },
        { head: say('progress.statuses.errors') },
      ]}
      groups={[
        {
          rows: ['indicator', 'family', 'none'].map((on) => ({
            cells: [
              say(`progress.calibrated.${on}`),
              say(`progress.calibrated.${on}.when`),
              say(`progress.calibrated.${on}.errors`),
            ],
          })),
        },
      ]}
      say={say}
    />
    <p>{say('progress.statuses.chanceOf')}</p>
    <Formula>{'p = 1 − F(T − f)'}</Formula>
  </SideSection>
)

/** How every status is decided, for a delegate and for a statistician. */
export const StatusesPage: FC<Shown<StandingRecord>> = ({ standing, kept, say, language, here }) => {
  const reader = { say, language, here }
  const title = say('progress.statuses.title')
  return (
    <Frame title={title} current="/methods" {...reader}>
      <Mast kick={say('progress.methods.kick')} heading={title}>
        <Lede big>{say('progress.statuses.lede')}</Lede>
        <p class="num">{say('progress.statuses.version', { version: methodVersion })}</p>
        <WhichCalibration record={{ standing, kept }} {...reader} />
      </Mast>
      <MethodViews current="/methods/statuses" {...reader} />
      <div class="stack">
        <WordsSection {...reader} />
        <RulesSection {...reader} />
        <GivenSection {...reader} />
        <ProjectionSection {...reader} />
        <IntervalsFrom {...reader} />
        <LabelsSection {...reader} />
        <AggregatesSection {...reader} />
        <Cite title={title} to="/methods/statuses" {...reader} />
      </div>
    </Frame>
  )
}

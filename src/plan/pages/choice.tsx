import type { FC } from 'hono/jsx'
import { wordsIn } from '#kernel'
import type { Shown } from '#platform'
import { Fig, Frame, Lede, Mast, signsOf, Wording } from '#ui'
import type { Element } from '../core/element.ts'
import { becameOf, cameFrom, type Step } from '../core/history.ts'
import type { Indexed } from '../core/indexed.ts'
import { editionName, editionOf, shortNameOf } from '../reading.ts'
import { type Reader, ThingLink } from './naming.tsx'

type ChoiceProps = { readonly ix: Indexed; readonly uses: readonly Element[] }

const Steps: FC<Reader & { readonly steps: readonly Step[]; readonly words: string; readonly none: string }> = ({
  steps,
  words,
  none,
  ...reader
}) => (
  <>
    {steps.map((step) => (
      <p class="small">
        <b>{reader.say(`plan.relation.${step.row.relation}`)}</b>.{' '}
        {step.elements.length === 0
          ? reader.say(none, { edition: editionName({ code: step.edition }) })
          : reader.say(words, { edition: editionName({ code: step.edition }) })}{' '}
        {step.elements.map((element, index) => (
          <>
            {index === 0 ? '' : '; '}
            <ThingLink to={element} kind {...reader} />
          </>
        ))}
      </p>
    ))}
  </>
)

/** A number that was used for two things over time: both, with what each was and what became of it. */
export const ChoicePage: FC<Shown<ChoiceProps>> = ({ ix, uses, say, language, here }) => {
  const reader = { ix, say, language, here }
  const [first] = uses
  if (first === undefined) throw new Error('ChoicePage: there is nothing to choose from')
  const name = wordsIn(language, shortNameOf(ix, first))
  return (
    <Frame
      title={name}
      crumbs={[{ words: <Wording words={ix.plan.names} language={language} />, to: '/' }, { words: name }]}
      say={say}
      language={language}
      here={here}
    >
      <Mast heading={name}>
        <Lede>{say('plan.choice.lede', { name, count: uses.length })}</Lede>
      </Mast>
      <div class="alts">
        {uses.map((element) => (
          <section>
            <h2>
              <Fig>{editionName({ code: element.edition })}</Fig>
              {signsOf(language).comma}
              {say(`plan.state.${editionOf(ix, element.edition).state}`)}
            </h2>
            <p class="text">
              <ThingLink to={element} {...reader} />
            </p>
            {element.statement === null ? null : (
              <p>
                <Wording words={element.statement} language={language} />
              </p>
            )}
            <Steps steps={cameFrom(ix, element)} words="plan.choice.cameFrom" none="plan.choice.isNew" {...reader} />
            <Steps steps={becameOf(ix, element)} words="plan.choice.became" none="plan.choice.dropped" {...reader} />
          </section>
        ))}
      </div>
    </Frame>
  )
}

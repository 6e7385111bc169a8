import type { FC } from 'hono/jsx'
import { type Language, wordsIn } from '#kernel'
import type { Here, Say, Shown } from '#platform'
import type { Area } from '#statistics/core'
import { Downloads, Filter, filesOf, type Option, Select } from '#ui'
import { tailOf } from '../core/address.ts'
import type { Glance } from '../core/glance.ts'
import { kindOf } from '../core/indexed.ts'
import type { GlanceRead } from '../glance.ts'
import { editionName, referenceOf } from '../reading.ts'

/** The question that leads to this view, without what is as it is anyway. */
export const questionOf = (here: Here): string => {
  const asked = new URLSearchParams(here.query).toString()
  return asked === '' ? '' : `?${asked}`
}

/** A choice holds no markup: marks around the years keep their order in Arabic. */
const isolated = (language: Language, words: string): string => (language === 'ar' ? `\u2066${words}\u2069` : words)

/** An edition by its years and what it is: "2028–2031, draft". */
export const editionWords = (edition: Glance['edition'], language: Language, say: Say): string =>
  say('plan.editionState', { years: isolated(language, editionName(edition)), state: edition.state })

const namedIn = (language: Language, areas: readonly Area[]): readonly Option[] => {
  const { compare } = new Intl.Collator(language)
  return areas
    .map(({ code, names }) => ({ value: code as string, words: wordsIn(language, names) }))
    .toSorted((a, b) => compare(a.words, b.words))
}

/** What the reader chooses: edition, goal, whom it is about, and what targets are held against. */
export const Choices: FC<Shown<GlanceRead>> = ({ glance, area, areas, ix, say, language, here }) => {
  const [goal] = glance.goals
  const question = questionOf(here)
  return (
    <Filter
      to="/"
      button={say('plan.glance.show')}
      language={language}
      here={here}
      beside={
        <Downloads
          heading={say('plan.glance.download')}
          files={filesOf('/glance', question)}
          language={language}
          here={here}
        />
      }
    >
      <Select
        label={say('plan.edition')}
        name="edition"
        value={glance.edition.code}
        options={glance.editions.map((one) => ({ value: one.code, words: editionWords(one, language, say) }))}
      />
      {goal === undefined ? null : (
        <Select
          label={wordsIn(language, kindOf(ix, goal).label)}
          name="goal"
          value={glance.goal === null ? '' : (tailOf(glance.goal.id) ?? '')}
          options={[
            { value: '', words: say('plan.glance.allGoals') },
            ...glance.goals.map((one) => ({
              value: tailOf(one.id) ?? '',
              words: `${referenceOf(one) ?? ''} ${wordsIn(language, one.title)}`.trim(),
            })),
          ]}
        />
      )}
      <Select
        label={say('plan.glance.area')}
        name="area"
        value={area?.code ?? ''}
        options={[{ value: '', words: say('plan.glance.world') }]}
        lists={[
          ...areas.lists.map(({ names, groups }) => ({
            name: wordsIn(language, names),
            options: namedIn(language, groups),
          })),
          { name: say('plan.glance.economies'), options: namedIn(language, areas.economies) },
        ]}
      />
      <Select
        label={say('plan.glance.heldAgainst')}
        name="read"
        value={glance.read}
        options={(['first', ...glance.reads] as const).map((one) => ({
          value: one,
          words: say(`plan.glance.read.${one}`),
        }))}
      />
    </Filter>
  )
}

import type { Child, FC } from 'hono/jsx'
import type { Shown } from '#platform'
import { Fig, languageNames, SideSection, Text, WordChanges } from '#ui'
import type { CompareRead } from '../compare.ts'
import { endsOf } from '../core/compare.ts'
import type { Element } from '../core/element.ts'
import type { CrosswalkRow } from '../core/plan.ts'
import { compared, editionOf, isSame, referenceOf } from '../reading.ts'
import { wordDiff } from '../word-diff.ts'
import { hasOtherWords } from './compare-table.tsx'
import { changesOf } from './element-words.tsx'
import { arrow, languageName, type Reader, ThingLink } from './naming.tsx'

/** Printed words of both, in the language of the text, where both are quoted whole and differ. */
const Printed: FC<Reader & { readonly before: Element; readonly after: Element }> = ({ before, after, ix, say }) => {
  const [from, to] = [editionOf(ix, before.edition).source.language, editionOf(ix, after.edition).source.language]
  const [old, fresh] = [before.printed, after.printed]
  if (from !== to || old === null || fresh === null || old.cut || fresh.cut || old.text === fresh.text) return null
  return (
    <p class="small">
      <span class="dim">{say('plan.compare.printed')}</span>{' '}
      <bdi lang={from} dir={from === 'ar' ? 'rtl' : 'ltr'}>
        <WordChanges changes={changesOf(wordDiff(old.text, fresh.text, from))} say={say} />
      </bdi>
    </p>
  )
}

/** The words of two elements in one text, the change marked; the printed ones below. */
export const WordsOfBoth: FC<Reader & { readonly before: Element; readonly after: Element; readonly lead?: Child }> = ({
  before,
  after,
  lead,
  ...reader
}) => {
  const { say, language } = reader
  const { language: base, title, statement } = compared(before, after, language)
  const mark = base === language ? {} : { lang: base }
  return (
    <div>
      {isSame(title) && isSame(statement) ? (
        <p class="small">
          {lead} {say('plan.words.same')}
        </p>
      ) : (
        <>
          <Text {...mark}>
            {lead} <WordChanges changes={changesOf(title)} say={say} />
          </Text>
          {statement === null || isSame(statement) ? null : (
            <Text {...mark}>
              <WordChanges changes={changesOf(statement)} say={say} />
            </Text>
          )}
        </>
      )}
      <Printed before={before} after={after} {...reader} />
    </div>
  )
}

/** The pairs of a row whose words differ. */
const changedIn = ({ ix, pair }: CompareRead, row: CrosswalkRow, language: Reader['language']) => {
  const { before, after } = endsOf(ix, { from: pair.from.code, to: pair.to.code, row })
  return before.flatMap((one) =>
    after.filter((other) => hasOtherWords(one, other, language)).map((other) => [one, other] as const),
  )
}

/** Every row whose words changed, word by word (S11). */
export const WordByWord: FC<Shown<CompareRead>> = ({ say, language, here, ...read }) => {
  const { ix, pair, rows } = read
  const reader = { ix, say, language, here }
  const changed = rows
    .map((row) => ({ row, pairs: changedIn(read, row, language) }))
    .filter(({ pairs }) => pairs.length > 0)
  if (changed.length === 0) return null
  const numbers = (one: Element, other: Element): Child | null => {
    const [a, b] = [referenceOf(one), referenceOf(other)]
    if (b === null) return null
    if (a === null || a === b) return <Fig>{b}</Fig>
    return (
      <>
        <Fig>{a}</Fig> {arrow(language)} <Fig>{b}</Fig>
      </>
    )
  }
  return (
    <SideSection id="words" heading={say('plan.compare.words')} about={say('plan.words.about')}>
      {changed.map(({ row, pairs }) => (
        <div id={`words-${row.id}`} class="stack">
          {pairs.map(([one, other]) =>
            numbers(one, other) === null ? (
              <div>
                <p class="small">
                  <ThingLink to={other} kind {...reader} />
                </p>
                <WordsOfBoth before={one} after={other} {...reader} />
              </div>
            ) : (
              <WordsOfBoth
                before={one}
                after={other}
                lead={
                  <a href={`#${row.id}`}>
                    <b>{numbers(one, other)}</b>
                  </a>
                }
                {...reader}
              />
            ),
          )}
        </div>
      ))}
      <p class="small dim">
        {say('plan.words.base', { language: languageNames[language] })}{' '}
        {say('plan.words.sourceLanguage', { language: languageName(language, pair.to.source.language) })}
      </p>
    </SideSection>
  )
}

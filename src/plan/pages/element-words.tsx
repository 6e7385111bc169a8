import type { FC } from 'hono/jsx'
import { Kv, Link, languageNames, Note, SideSection, signsOf, Text, type WordChange, WordChanges, Wording } from '#ui'
import { pathOf } from '../core/address.ts'
import type { Element } from '../core/element.ts'
import { findingsOf, ofRole } from '../core/indexed.ts'
import { anchorOf, comparisonsOf, editionName, editionOf, isSame } from '../reading.ts'
import type { Run } from '../word-diff.ts'
import { atStart, languageName, Numbers, Quoted, type Reader, sourceLanguage, ThingLink } from './naming.tsx'

export type Of = Reader & { readonly of: Element }

const kinds = { same: 'kept', inserted: 'added', deleted: 'removed' } as const

/** A change of white space alone is no change of words. */
export const changesOf = (runs: readonly Run[]): readonly WordChange[] =>
  runs.flatMap(({ kind, text }) => {
    if (text.trim() !== '') return [{ kind: kinds[kind], words: text }]
    return kind === 'deleted' ? [] : [{ kind: 'kept' as const, words: text }]
  })

/** The words in both editions, the change marked word by word. */
export const BothEditions: FC<Of> = ({ of, ...reader }) => {
  const { ix, say, language } = reader
  const all = comparisonsOf(ix, of, language)
  if (all.length === 0) return null
  return (
    <SideSection id="words" heading={say('plan.words.heading')} about={say('plan.words.about')}>
      {all.map(({ from, to, language: base, title, statement }) => {
        const other = from.edition === of.edition ? to : from
        const mark = base === language ? {} : { lang: base }
        return (
          <div>
            <p class="small dim">
              {editionName({ code: from.edition })} → {editionName({ code: to.edition })} ·{' '}
              <ThingLink to={other} kind {...reader} />
            </p>
            {isSame(title) && isSame(statement) ? (
              <p class="small">{say('plan.words.same')}</p>
            ) : (
              <>
                {isSame(title) ? null : (
                  <Text {...mark}>
                    <WordChanges changes={changesOf(title)} say={say} />
                  </Text>
                )}
                {statement === null || isSame(statement) ? null : (
                  <Text {...mark}>
                    <WordChanges changes={changesOf(statement)} say={say} />
                  </Text>
                )}
              </>
            )}
          </div>
        )
      })}
      <p class="small dim">
        {say('plan.words.base', { language: languageNames[all[0]?.language ?? language] })}{' '}
        {say('plan.words.sourceLanguage', { language: languageName(language, sourceLanguage(ix, of)) })}
      </p>
    </SideSection>
  )
}

/** Where the print leaves a doubt: what is taken, the other reading, why. */
export const Readings: FC<Of> = ({ of, ...reader }) => {
  const { say, language } = reader
  return of.readings.length === 0 ? null : (
    <SideSection id="readings" heading={say('plan.readings.heading')} about={say('plan.readings.about')}>
      {of.readings.map(({ aspect, taken, other, why, line }) => (
        <div>
          <h3>
            <Wording words={aspect} language={language} />
            {line === null ? null : <span class="dim small"> {say('plan.line', { line: String(line) })}</span>}
          </h3>
          <Kv
            rows={[
              { name: say('plan.readings.taken'), value: <Wording words={taken} language={language} /> },
              { name: say('plan.readings.other'), value: <Wording words={other} language={language} /> },
              { name: say('plan.readings.why'), value: <Wording words={why} language={language} /> },
            ]}
          />
        </div>
      ))}
    </SideSection>
  )
}

/** What a careful reader found about it. */
export const FindingsAbout: FC<Of> = ({ of, ...reader }) => {
  const { ix, say, language, here } = reader
  const findings = findingsOf(ix, of)
  return findings.length === 0 ? null : (
    <SideSection id="findings" heading={say('plan.finding.heading')}>
      {findings.map((finding) => (
        <Note heading={atStart(say(`plan.finding.${finding.kind}`), language)}>
          <Wording words={finding.finding} language={language} /> {say('plan.finding.takenIs')}{' '}
          <Wording words={finding.taken} language={language} />
          {signsOf(language).stop}
          <Link to={`/findings#${anchorOf(finding)}`} language={language} here={here}>
            {say('plan.finding.more')}
          </Link>
        </Note>
      ))}
    </SideSection>
  )
}

/** The text it was read from: paragraph, lines, the printed words, other wordings of the same print. */
export const Source: FC<Of> = ({ of, ...reader }) => {
  const { ix, say, language, here } = reader
  const edition = editionOf(ix, of.edition)
  const paragraph = ofRole(ix, of.edition, 'paragraph').find((one) => one.number === of.source.paragraph)
  return (
    <SideSection id="source" heading={say('plan.source.heading')}>
      <Kv
        rows={[
          { name: say('plan.source.act'), value: <Wording words={edition.act} language={language} /> },
          ...(of.source.paragraph === null
            ? []
            : [
                {
                  name: say('plan.source.paragraph'),
                  value:
                    paragraph === undefined || paragraph.id === of.id ? (
                      <bdi class="f">{of.source.paragraph}</bdi>
                    ) : (
                      <Link to={pathOf(ix, paragraph)} language={language} here={here}>
                        <bdi class="f">{of.source.paragraph}</bdi>
                      </Link>
                    ),
                },
              ]),
          {
            name: say('plan.source.lines', { count: of.source.lines.length }),
            value: (
              <>
                <Numbers of={of.source.lines} language={language} />{' '}
                <span class="dim">{say('plan.source.of', { file: edition.source.file })}</span>
              </>
            ),
          },
          {
            name: say('plan.source.number'),
            value: of.number === null ? say('plan.source.noNumber') : <bdi class="f">{of.number}</bdi>,
          },
          ...(of.printed === null
            ? []
            : [
                {
                  name: say('plan.source.printed', { language: languageName(language, edition.source.language) }),
                  value: (
                    <>
                      <Quoted quotation={of.printed} language={edition.source.language} />{' '}
                      <span class="dim">{say('plan.line', { line: String(of.printed.line) })}</span>
                    </>
                  ),
                },
              ]),
          ...of.variants.map(({ printed, where }) => ({
            name: (
              <>
                {say('plan.source.variant')} <Wording words={where} language={language} />
              </>
            ),
            value: (
              <>
                <Quoted quotation={printed} language={edition.source.language} />{' '}
                <span class="dim">{say('plan.line', { line: String(printed.line) })}</span>
              </>
            ),
          })),
          {
            name: say('plan.source.certainty'),
            value: `${say(`plan.certainty.${of.certainty}`)}${signsOf(language).stop}${say(`plan.certainty.${of.certainty}Means`)}`,
          },
          ...(of.note === null
            ? []
            : [{ name: say('plan.source.note'), value: <Wording words={of.note} language={language} /> }]),
        ]}
      />
      <p class="small dim">
        {say('plan.rendering.words', { language: languageName(language, edition.source.language) })}
      </p>
    </SideSection>
  )
}

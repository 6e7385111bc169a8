import { wordsIn } from '#kernel'
import { type Ask, columnsOf, notesOf, type TakeAway } from '#platform'
import { pathOf } from './core/address.ts'
import { findingsOf } from './core/indexed.ts'
import type { FrameworkShown } from './frameworks.ts'
import type { TakenFrom } from './glance-taking.ts'
import { joined } from './taking.ts'

/**
 * Every link to a framework: a row for each code that it prints; one without a code has one row, and none is supplied. Beside them
 * the codes that series here serve, printed or not.
 */
export const frameworkTaken = (read: FrameworkShown, from: TakenFrom, { say }: Pick<Ask, 'say'>): TakeAway => {
  const { ix, framework, editions, serving } = read
  const { language, asOf, addressOf, address } = from
  const title = wordsIn(language, framework.names)
  const links = [...read.links.values()].flat()
  return {
    name: `${ix.plan.slug}-${framework.slug}-links`,
    title: `${wordsIn(language, ix.plan.names)}: ${title}`,
    language,
    tables: [
      {
        name: 'links',
        label: title,
        columns: columnsOf(say, 'plan.column', [
          ['framework', 'text'],
          ['edition', 'text'],
          ['code', 'text'],
          ['link', 'text'],
          ['title', 'text'],
          ['element', 'text'],
          ['element_kind', 'text'],
          ['element_title', 'text'],
          ['paragraph', 'text'],
          ['series_here', 'text'],
          ['findings', 'text'],
          ['as_of', 'day'],
          ['address', 'text'],
        ]),
        rows: links.flatMap(({ link, at, codes }) =>
          (codes.length === 0 ? [null] : codes).map((code) => [
            framework.slug,
            link.edition,
            code,
            link.id,
            wordsIn(language, link.title),
            at?.id ?? null,
            at?.kind ?? null,
            at === null ? null : wordsIn(language, at.title),
            link.source.paragraph,
            code === null ? null : joined((serving.get(code) ?? []).map((one) => one.code)),
            joined(findingsOf(ix, link).map(({ id }) => id)),
            asOf,
            addressOf(pathOf(ix, link)),
          ]),
        ),
      },
      {
        name: 'series',
        label: say('plan.column.seriesHere'),
        columns: columnsOf(say, 'plan.column', [
          ['code', 'text'],
          ['series', 'text'],
          ['title', 'text'],
          ['elements', 'text'],
        ]),
        rows: [...serving].flatMap(([code, some]) =>
          some.map(({ code: series, names, measures }) => [
            code,
            series,
            wordsIn(language, names),
            joined(measures.map(({ edition, id }) => `${edition}/${id}`)),
          ]),
        ),
      },
    ],
    notes: notesOf(say, {
      source: [
        wordsIn(language, ix.plan.organisation.names),
        ...editions.map(({ act }) => wordsIn(language, act)),
      ].join(' · '),
      credit: say('plan.foot.wording'),
      asOf,
      address,
      missing: say('plan.taking.empty'),
    }),
  }
}

import { wordsIn } from '#kernel'
import { csvOf } from '#platform'
import { pathOf } from './core/address.ts'
import type { LinkAt } from './core/frameworks.ts'
import { findingsOf } from './core/indexed.ts'
import type { FrameworkShown } from './frameworks.ts'
import type { TakenFrom } from './glance-taking.ts'

const all = ({ links }: FrameworkShown): readonly LinkAt[] => [...links.values()].flat()

/** A row for each code that a link prints; a link without a code has one row, and none is supplied. */
export const frameworkCsv = (read: FrameworkShown, { language, asOf, addressOf }: TakenFrom): string =>
  csvOf([
    [
      'framework',
      'edition',
      'code',
      'link',
      'title',
      'element',
      'element_kind',
      'element_title',
      'paragraph',
      'series_here',
      'findings',
      'as_of',
      'address',
    ],
    ...all(read).flatMap(({ link, at, codes }) =>
      (codes.length === 0 ? [null] : codes).map((code) => [
        read.framework.slug,
        link.edition,
        code,
        link.id,
        wordsIn(language, link.title),
        at?.id ?? null,
        at?.kind ?? null,
        at === null ? null : wordsIn(language, at.title),
        link.source.paragraph,
        code === null ? null : (read.serving.get(code) ?? []).map((one) => one.code).join(' ') || null,
        findingsOf(read.ix, link)
          .map(({ id }) => id)
          .join(' ') || null,
        asOf,
        addressOf(pathOf(read.ix, link)),
      ]),
    ),
  ])

export const frameworkJson = (read: FrameworkShown, { asOf, addressOf }: TakenFrom): string =>
  JSON.stringify({
    framework: read.framework,
    asOf,
    editions: read.editions.map(({ code }) => code),
    links: all(read).map(({ link, at, codes }) => ({
      edition: link.edition,
      id: link.id,
      title: link.title,
      codes,
      element:
        at === null ? null : { id: at.id, kind: at.kind, title: at.title, address: addressOf(pathOf(read.ix, at)) },
      paragraph: link.source.paragraph,
      lines: link.source.lines,
      findings: findingsOf(read.ix, link).map(({ id }) => id),
      address: addressOf(pathOf(read.ix, link)),
    })),
    series: Object.fromEntries(
      [...read.serving].map(([code, some]) => [
        code,
        some.map((one) => ({
          series: one.code,
          names: one.names,
          measures: one.measures.map(({ edition, id }) => `${edition}/${id}`),
        })),
      ]),
    ),
    findings: read.findings,
  })

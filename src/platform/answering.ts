import { type Actor, type Day, type Language, mayDoSomewhere } from '#kernel'
import { asOfFrom, byPrecision, partsOf, patternOf } from './asking.ts'
import { type CiteFormat, citationOf, citedIn, citeFormatFrom, citeFormats } from './citing.ts'
import type { ReadDb } from './db.ts'
import type { Feature } from './feature.ts'
import { isolated } from './isolates.ts'
import type { Here, Reader, Say, Section, Show } from './page.ts'
import { framePlaces, panelsAt } from './panel.ts'
import type { Filled } from './posting/form.ts'
import { keptForm } from './posting/kept-form.ts'
import type { Who } from './posting/who.ts'
import { type Absent, absent, notUnderstood, type Params, type Reply, type Route, type Taken } from './route.ts'

/** Why there is no page, for whoever shows it. */
export type Trouble =
  | Absent
  | Extract<Reply, { readonly kind: 'refused' }>
  | { readonly kind: 'failed'; readonly reference: string }
  | { readonly kind: 'tooMany' }
  | { readonly kind: 'away' }

/** The page that tells a reader what is wrong: the look of it is not ours. */
export type TroubleShow = (trouble: Trouble) => Show

/** What was asked, once it is understood: one of our routes, a language, a day, and only the questions it knows. */
export type Asked = {
  readonly language: Language
  readonly path: string
  readonly route: Extract<Route, { readonly kind: 'get' }> | null
  readonly params: Params
  readonly query: Params
  readonly asOf: Day | null
  /** `?cite=`: not the page, but how it is quoted. */
  readonly cite: CiteFormat | null
  /** `?kept=`: the form of this page waits behind it. */
  readonly kept: string | null
  readonly strange: Absent | null
}

/** What an answer is: markup with its status, or a file. */
export type Answered =
  | { readonly kind: 'page'; readonly status: number; readonly html: string }
  | { readonly kind: 'go'; readonly to: string }
  | Taken

/** Who reads, when it is somebody; the number of their form, and what they had filled in. */
export type Visiting = { readonly who?: Who; readonly once?: string; readonly filled?: Filled }

export type Answering = {
  readonly understood: (url: URL, accepted: Language, today: Day) => Asked
  readonly answered: (
    db: ReadDb,
    by: Actor,
    asked: Asked,
    today: Day,
    origin: string,
    visiting?: Visiting,
  ) => Promise<Answered>
  /** What a deed has to show that no address leads to. */
  readonly shownTo: (
    show: Show,
    who: Who,
    at: { readonly language: Language; readonly path: string },
    today: Day,
    origin: string,
  ) => Answered
  readonly troubled: (trouble: Trouble, language: Language, today: Day, origin: string, path: string) => Answered
}

/** A file about another day says so by its name, as one that lies beside it is of today. */
const named = (name: string, asOf: Day | null): string =>
  asOf === null || name.includes(asOf) ? name : name.replace(/(?=\.[a-z]+$)/, `_${asOf}`)

const statusOf = (trouble: Trouble): number => {
  switch (trouble.kind) {
    case 'absent':
      return trouble.status
    case 'refused':
      return 403
    case 'failed':
      return 500
    case 'tooMany':
      return 429
    case 'away':
      return 503
  }
}

const readerOf = (who: Who | undefined): Reader | null =>
  who?.name == null ? null : { name: who.name, by: who.by, signIn: who.signIn }

/** No page: an address that begins with a language that is none of ours says so. */
const nowhere = (pathname: string, language: Language | null): Absent => {
  const [, named] = /^\/([a-z]{2,3}(?:-[a-z0-9]{2,8})*)\//i.exec(pathname) ?? []
  return language === null && named !== undefined
    ? absent('platform.noSuchLanguage', { language: named.slice(0, 40) })
    : absent('platform.noSuchAddress', { address: pathname.slice(0, 200) })
}

export const answeringOf = (
  features: readonly Feature[],
  voices: Readonly<Record<Language, Say>>,
  troubleShow: TroubleShow,
): Answering => {
  const gets = features
    .flatMap(({ routes }) => routes.flatMap((route) => (route.kind === 'get' ? [route] : [])))
    .toSorted(byPrecision)
    .map((route) => ({ route, match: patternOf(route.path) }))
  const panels = features.flatMap((feature) => feature.panels)
  const sections: readonly Section[] = features.flatMap((feature) => feature.sections ?? [])

  const written = (show: Show, status: number, language: Language, here: Here): Answered => ({
    kind: 'page',
    status,
    html: isolated(language, `<!doctype html>${show(voices[language], language, here)}`),
  })

  const hereOf = (path: string, query: Params, asOf: Day | null, today: Day, origin: string): Here => ({
    path,
    query,
    asOf,
    today,
    origin,
    sections,
    context: [],
    foot: [],
    account: [],
    reader: null,
    once: null,
    filled: null,
  })

  return {
    understood: (url, accepted, today) => {
      const { language, path } = partsOf(url.pathname)
      const found =
        language === null
          ? null
          : gets.flatMap(({ route, match }) => {
              const params = match(path)
              return params === null ? [] : [{ route, params }]
            })[0]
      const asOf = asOfFrom(url.searchParams.get('asof'), today)
      const citing = url.searchParams.get('cite')
      const cite = citeFormatFrom(citing)
      const query = Object.fromEntries(
        (found?.route.asks ?? []).flatMap((name) => {
          // A form with several boxes of one name asks for a list.
          const value = url.searchParams.getAll(name).filter(Boolean).join(',')
          return value === '' ? [] : [[name, value]]
        }),
      )
      return {
        language: language ?? accepted,
        path,
        route: found?.route ?? null,
        params: found?.params ?? {},
        query,
        asOf: asOf.kind === 'asked' ? asOf.asOf : null,
        cite,
        kept: url.searchParams.get('kept'),
        strange:
          asOf.kind === 'strange'
            ? notUnderstood('platform.dateNotUnderstood', { value: asOf.value, today })
            : found === undefined || found === null
              ? nowhere(url.pathname, language)
              : citing !== null && citing !== '' && cite === null
                ? notUnderstood('platform.citeNotUnderstood', {
                    value: citing.slice(0, 80),
                    formats: citeFormats.join(', '),
                  })
                : null,
      }
    },
    answered: async (db, by, asked, today, origin, visiting = {}) => {
      const look = { db, by, today, asOf: asked.asOf ?? today }
      const at = panelsAt(panels, { ...look, query: asked.query })
      const context = await at(framePlaces.context, [asked.path])
      const foot = await at(framePlaces.foot, [asked.path])
      const account = await at(framePlaces.account, [asked.path])
      const kept = asked.kept === null ? null : await keptForm(db, by.person, asked.path, asked.kept)
      const here: Here = {
        ...hereOf(asked.path, asked.query, asked.asOf, today, origin),
        sections: sections.filter(({ may }) => may === undefined || mayDoSomewhere(by, may)),
        context: context.get(asked.path) ?? [],
        foot: foot.get(asked.path) ?? [],
        account: account.get(asked.path) ?? [],
        reader: readerOf(visiting.who),
        once: visiting.once ?? null,
        filled: visiting.filled ?? (kept === null ? null : { fields: kept, refusal: null }),
      }
      const trouble = (one: Trouble) => written(troubleShow(one), statusOf(one), asked.language, here)
      if (asked.strange !== null) return trouble(asked.strange)
      if (asked.route === null) return trouble(absent('ui.nothingHere'))
      const reply = await asked.route.answer(
        { ...look, panels: at, say: voices[asked.language], language: asked.language, here },
        asked.params,
        asked.query,
      )
      switch (reply.kind) {
        case 'page': {
          const page = written(reply.show, 200, asked.language, here)
          if (asked.cite === null || page.kind !== 'page') return page
          const cited = citedIn(page.html)
          return cited === null
            ? trouble(absent('platform.nothingToCite'))
            : citationOf(asked.cite, cited, asked.asOf ?? today, asked.language)
        }
        case 'file': {
          const file = { ...reply, name: named(reply.name, asked.asOf) }
          return typeof file.body === 'string' && file.type.startsWith('image/svg')
            ? { ...file, body: isolated(asked.language, file.body) }
            : file
        }
        case 'go':
          return reply
        case 'absent':
        case 'refused':
          return trouble(reply)
      }
    },
    shownTo: (show, who, { language, path }, today, origin) =>
      written(show, 200, language, { ...hereOf(path, {}, null, today, origin), reader: readerOf(who) }),
    troubled: (trouble, language, today, origin, path) =>
      written(troubleShow(trouble), statusOf(trouble), language, hereOf(path, {}, null, today, origin)),
  }
}

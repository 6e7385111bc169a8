import { absent, plainText, type Route, take, taken } from '#platform'
import { cardOf } from '#ui'
import { lookUp } from '../core/address.ts'
import { entryOfElement } from '../core/indexed.ts'
import { measuredOf } from '../measured.ts'
import { cardWords } from '../pages/picture-words.ts'
import { picturePlace } from '../places.ts'
import { editionOf } from '../reading.ts'
import { isAbsent, notFound, notThereYet, planFor } from './asked.ts'

/** The picture of a target's page, for those who pass its address on: what it is, its last figure, how it stands. */
export const pictureRoutes: readonly Route[] = [
  take({
    path: '/editions/:edition/:segment/:tail/picture',
    may: 'plan.see',
    load: async (ask, params) => {
      const ix = await planFor(ask)
      if (isAbsent(ix)) return ix
      const [code = '', segment = '', tail = ''] = [params['edition'], params['segment'], params['tail']]
      const found = lookUp(ix, code, segment, tail)
      if (found.kind === 'nothing') return notFound(ix, found, code, segment)
      if (found.kind !== 'element') return absent('ui.nothingHere')
      const { element } = found
      const edition = editionOf(ix, element.edition)
      const later = notThereYet(ix, edition, ask)
      if (later !== null) return later
      const measured = await measuredOf(ask, ix, edition, element, {})
      if (measured === null || measured.role !== 'target') return absent('ui.nothingHere')
      const entry = entryOfElement(element)
      const { say, language, here } = ask
      const [standing] = (await ask.panels(picturePlace, [entry])).get(entry) ?? []
      const words = standing === undefined ? null : plainText(String(standing(say, language, here)))
      const bytes = await cardOf({ ...cardWords(ix, element, measured, { say, language }), standing: words })
      return taken('image/png', `${element.edition}-${element.id.replaceAll('/', '-')}.png`, bytes, true)
    },
  }),
]

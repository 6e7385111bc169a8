import type { FC } from 'hono/jsx'
import { type Branded, mayDoSomewhere } from '#kernel'
import type { CsvCell } from './csv.ts'
import { type Show, type Shown, showing } from './page.ts'
import type { Look } from './work.ts'

/** Where a page leaves room for what other features know about the same things: a section of it, or a cell of a row. */
export type Place<Name extends string> = {
  readonly kind: 'section' | 'cell'
  readonly name: string
  readonly id: { readonly trusted: (text: string) => Branded<Name> }
}

/** What the page that a panel becomes a part of was asked: the look, and what follows its question mark. */
type PageLook = Look & { readonly query: Readonly<Record<string, string>> }

/** What a panel is asked with: the same, and the places that it leaves in its own part for those below it. */
export type PanelLook = PageLook & { readonly panels: PanelsAt }

/** What a part says in a file of the page that it stands on: by the names of columns, the same for every id. */
export type ToldCells = Readonly<Record<string, CsvCell>>

/** A part of somebody else's page, and the same for its file; a part that is words alone tells nothing. */
export type PartShow = Show & { readonly told?: ToldCells }

export type Panel = {
  readonly place: string
  readonly may: string
  /** One part for each id that something is known about: a page has one, a table has a hundred. */
  readonly answer: (look: PanelLook, ids: readonly string[]) => Promise<ReadonlyMap<string, PartShow>>
}

/** A part of somebody else's page. `load` asks once for all ids; one that it knows nothing about is absent. */
export const panel = <Name extends string, Props extends object>(part: {
  place: Place<Name>
  may: string
  load: (look: PanelLook, ids: readonly Branded<Name>[]) => Promise<ReadonlyMap<Branded<Name>, Props>>
  show: FC<Shown<Props>>
  told?: (props: Props) => ToldCells
}): Panel => ({
  place: part.place.name,
  may: part.may,
  answer: async (look, ids) => {
    if (!mayDoSomewhere(look.by, part.may)) return new Map()
    const found = await part.load(
      look,
      ids.map((id) => part.place.id.trusted(id)),
    )
    return new Map(
      [...found].map(([id, props]) => {
        const show = showing(part.show, props)
        return [id, part.told === undefined ? show : Object.assign(show, { told: part.told(props) })]
      }),
    )
  },
})

/** What the features know for a place, for each id, in the order of the features. */
export type PanelsAt = (
  place: Place<string>,
  ids: readonly string[],
) => Promise<ReadonlyMap<string, readonly PartShow[]>>

export const panelsAt = (panels: readonly Panel[], look: PageLook): PanelsAt => {
  const at: PanelsAt = async (place, ids) => {
    // One after the other: they share a transaction, and so a connection.
    const answers: ReadonlyMap<string, PartShow>[] = []
    for (const one of panels) if (one.place === place.name) answers.push(await one.answer({ ...look, panels: at }, ids))
    return new Map(
      ids
        .map((id) => [id, answers.flatMap((answer) => answer.get(id) ?? [])] as const)
        .filter(([, all]) => all.length > 0),
    )
  }
  return at
}

/** The head and the foot of every page, and whose it is; the id is the page's path. */
const anyPath = { trusted: (text: string) => text as Branded<'path'> }
export const framePlaces = {
  context: { kind: 'section', name: 'frame.context', id: anyPath },
  foot: { kind: 'section', name: 'frame.foot', id: anyPath },
  account: { kind: 'section', name: 'frame.account', id: anyPath },
} as const satisfies Readonly<Record<string, Place<'path'>>>

import type { FC } from 'hono/jsx'
import type { Shown } from '#platform'
import type { Thing } from '../core/address.ts'
import type { Bracket } from '../core/element.ts'
import type { Indexed } from '../core/indexed.ts'
import type { Kind } from '../core/organisation.ts'
import type { Edition } from '../core/plan.ts'
import { ElementPage, type ElementProps } from './element.tsx'
import { BracketPage } from './element-bracket.tsx'
import { ElementListPage } from './element-list.tsx'

/** What an address below an edition names: an element, a bracket, or all of a kind. */
export type Shows =
  | ({ readonly kind: 'element' } & ElementProps)
  | { readonly kind: 'bracket'; readonly ix: Indexed; readonly bracket: Bracket }
  | {
      readonly kind: 'list'
      readonly ix: Indexed
      readonly edition: Edition
      readonly of: Kind
      readonly things: readonly Thing[]
    }

export const ThingPage: FC<Shown<{ readonly shows: Shows }>> = ({ shows, ...reader }) => {
  switch (shows.kind) {
    case 'element': {
      const { kind: _, ...props } = shows
      return <ElementPage {...props} {...reader} />
    }
    case 'bracket':
      return <BracketPage ix={shows.ix} bracket={shows.bracket} {...reader} />
    case 'list':
      return <ElementListPage ix={shows.ix} edition={shows.edition} kind={shows.of} things={shows.things} {...reader} />
  }
}

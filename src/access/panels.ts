import type { Branded } from '#kernel'
import { framePlaces, type Panel, panel } from '#platform'
import { AccountPart } from './pages/account-panel.tsx'

export const panels: readonly Panel[] = [
  panel({
    place: framePlaces.account,
    may: 'access.signIn',
    load: async ({ by }, paths) => {
      const isSomebody = by.grants.some(({ permission }) => permission === 'access.account')
      return new Map<Branded<'path'>, { readonly isSomebody: boolean }>(paths.map((path) => [path, { isSomebody }]))
    },
    show: AccountPart,
  }),
]

import type { Words } from '#kernel'
import type { Say } from '#platform'
import type { Area } from '#statistics/core'

/** The short name of an indicator of the calibration: our words where there are any, else its code in English. */
export const indicatorWords = (say: Say, indicator: string): string => {
  const key = `progress.indicator.${indicator}`
  return say.has(key) ? say(key) : indicator.replaceAll('-', ' ')
}

/** A group by its names, and the list of groups that it is of; null where the statistics do not have it. */
export type NamedGroup = { readonly names: Words; readonly list: string | null }

/**
 * Groups as a calibration names them: `WLD`, `LDC` by the end of a code of the statistics, `M 019` by its number, `R …` and `I …` by
 * their English names. One that the statistics do not have keeps its English words.
 */
export const groupNames = (areas: ReadonlyMap<string, Area>): ((group: string) => NamedGroup) => {
  const groups = [...areas.values()].filter(({ kind }) => kind === 'group')
  const known = new Map<string, NamedGroup>()
  return (group) => {
    const standing = known.get(group)
    if (standing !== undefined) return standing
    const [, kind = '', rest = group] = /^(?:([MRI]) )?(.*)$/.exec(group) ?? []
    const found =
      kind === 'R' || kind === 'I'
        ? groups.find(({ names }) => names.en === rest)
        : groups.find(({ code }) => code.endsWith(`/${rest}`) || code.endsWith(`-${rest}`))
    const named = { names: found?.names ?? { en: rest }, list: found?.code.split('/')[0] ?? null }
    known.set(group, named)
    return named
  }
}

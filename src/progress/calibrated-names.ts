import type { Words } from '#kernel'
import type { Say } from '#platform'
import type { Area } from '#statistics/core'

/** The short name of an indicator of the calibration: our words where there are any, else its code in English. */
export const indicatorWords = (say: Say, indicator: string): string => {
  const key = `progress.indicator.${indicator}`
  return say.has(key) ? say(key) : indicator.replaceAll('-', ' ')
}

/**
 * The names of groups as a calibration names them: `WLD`, `LDC` by the end of a code of the statistics, `M 019` by its number, `R …`
 * and `I …` by their English names. One that the statistics do not have keeps its English words.
 */
export const groupNames = (areas: ReadonlyMap<string, Area>): ((group: string) => Words) => {
  const groups = [...areas.values()].filter(({ kind }) => kind === 'group')
  const known = new Map<string, Words>()
  return (group) => {
    const standing = known.get(group)
    if (standing !== undefined) return standing
    const [, kind = '', rest = group] = /^(?:([MRI]) )?(.*)$/.exec(group) ?? []
    const found =
      kind === 'R' || kind === 'I'
        ? groups.find(({ names }) => names.en === rest)
        : groups.find(({ code }) => code.endsWith(`/${rest}`) || code.endsWith(`-${rest}`))
    const words: Words = found?.names ?? { en: rest }
    known.set(group, words)
    return words
  }
}

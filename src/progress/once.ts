import type { PanelLook } from '#platform'

/** What several parts of one page ask alike is read once for all of them. */
export const oncePerLook = <Key, Found>(
  read: (look: PanelLook, key: Key) => Promise<Found>,
): ((look: PanelLook, key: Key) => Promise<Found>) => {
  const kept = new WeakMap<PanelLook, Map<Key, Promise<Found>>>()
  return (look, key) => {
    const own = kept.get(look) ?? new Map<Key, Promise<Found>>()
    kept.set(look, own)
    const standing = own.get(key) ?? read(look, key)
    own.set(key, standing)
    return standing
  }
}

/** Requests that one address may make: `rate` a second on the average of ten seconds, so a page with its parts is no burst. */
export type Limiter = (address: string, now: number) => { readonly allowed: boolean; readonly retryAfter: number }

const seconds = 10
const most = 10_000

export const limiterOf = (rate: number): Limiter => {
  const full = rate * seconds
  const buckets = new Map<string, { level: number; at: number }>()
  return (address, now) => {
    const bucket = buckets.get(address) ?? { level: full, at: now }
    bucket.level = Math.min(full, bucket.level + ((now - bucket.at) / 1000) * rate)
    bucket.at = now
    // The oldest are forgotten first: an attacker with many addresses cannot fill the memory.
    buckets.delete(address)
    buckets.set(address, bucket)
    if (buckets.size > most) buckets.delete(buckets.keys().next().value ?? '')
    if (bucket.level < 1) return { allowed: false, retryAfter: Math.ceil((1 - bucket.level) / rate) }
    bucket.level -= 1
    return { allowed: true, retryAfter: 0 }
  }
}

/** Requests that one address may make: `rate` a second on the average of ten seconds, so a page with its parts is no burst. */
export type Limiter = (address: string, now: number) => Allowance

/** Whether a request is answered, in how many seconds the next one would be, and how many more there are at once. */
export type Allowance = {
  readonly allowed: boolean
  readonly retryAfter: number
  readonly left: number
  /** In how many seconds the whole burst is there again. */
  readonly reset: number
}

/** How long an average is. */
export const limitSeconds = 10
const most = 10_000

export const limiterOf = (rate: number): Limiter => {
  const full = rate * limitSeconds
  const buckets = new Map<string, { level: number; at: number }>()
  return (address, now) => {
    const bucket = buckets.get(address) ?? { level: full, at: now }
    bucket.level = Math.min(full, bucket.level + ((now - bucket.at) / 1000) * rate)
    bucket.at = now
    // The oldest are forgotten first: an attacker with many addresses cannot fill the memory.
    buckets.delete(address)
    buckets.set(address, bucket)
    if (buckets.size > most) buckets.delete(buckets.keys().next().value ?? '')
    const reset = (): number => Math.ceil((full - bucket.level) / rate)
    if (bucket.level < 1)
      return { allowed: false, retryAfter: Math.ceil((1 - bucket.level) / rate), left: 0, reset: reset() }
    bucket.level -= 1
    return { allowed: true, retryAfter: 0, left: Math.floor(bucket.level), reset: reset() }
  }
}

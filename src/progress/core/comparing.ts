/** What two numbers may differ by and still be equal: 1e-9 of the larger, and of 1 at least (progress.md, 1). */
export const slack = (a: number, b: number): number => 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))

export const atLeast = (a: number, b: number): boolean => a >= b - slack(a, b)

export const atMost = (a: number, b: number): boolean => a <= b + slack(a, b)

export const same = (a: number, b: number): boolean => Math.abs(a - b) <= slack(a, b)

export const within = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high)

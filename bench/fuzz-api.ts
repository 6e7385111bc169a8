/**
 * Asks the API of a running server anything for some minutes, every parameter of every endpoint, and stops at the first answer that is
 * none: `node --import ./scripts/tsx-loader.mjs bench/fuzz-api.ts http://localhost:4321 300`. It prints what it asked in all.
 */
import { fuzzed, randomFrom } from '../src/app/fuzzing.ts'

const [origin = 'http://localhost:4321', seconds = '300', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)

const ask = (address: string, headers: Readonly<Record<string, string>>) => fetch(`${origin}${address}`, { headers })
const counts = await fuzzed(ask, randomFrom(Number(seed)), Number(seconds) * 1000)
process.stdout.write(`${JSON.stringify({ seed, ...counts })}\n`)
process.exitCode = counts.failed.length === 0 ? 0 : 1

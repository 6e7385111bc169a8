/** The document of the API, as much of it as is asked by it. */
type Parameter = {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly schema: {
    readonly type?: string
    readonly enum?: readonly string[]
    readonly items?: { enum?: readonly string[] }
  }
  readonly example?: unknown
}
type Document = {
  readonly paths: Readonly<Record<string, { readonly get: { readonly parameters: readonly Parameter[] } }>>
}

type Ask = (address: string, headers: Readonly<Record<string, string>>) => Promise<Response>

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What breaks programs: nothing, quotes, signs of other scripts, half characters, numbers of every size, what is code elsewhere. */
const nasty = [
  '',
  ' ',
  '0',
  '-1',
  '1e9',
  '1e400',
  'NaN',
  '9999999999999999999999',
  '2024',
  '1799',
  'null',
  '[]',
  '{}',
  '*',
  ',',
  ',,a,,',
  '|',
  "' or 1=1 --",
  '"; drop table x',
  '%',
  '%00',
  '\u0000',
  '\ud800',
  '../../etc/passwd',
  '<script>',
  '=1+1',
  'é\u0301',
  'الهدف ١٫٧',
  '电子废物',
  '\u202eabc',
  'a'.repeat(500),
  Array.from({ length: 400 }, (_, at) => `c${at}`).join(','),
  '__proto__',
  'constructor',
  'toString',
  '2024-02-30',
  '2026-13-01',
  '9999-12-31',
  '0000-00-00',
  'then',
] as const

const accepts = ['application/json', 'text/csv', 'application/x-ndjson', '*/*', 'image/png', '', 'a;q=x,/', 'text/*']

export type Counts = {
  readonly asked: number
  readonly statuses: Readonly<Record<string, number>>
  readonly failed: readonly string[]
}

/** What is wrong with an answer by the document, of the path with this template; null: nothing. */
export type Held = (template: string, answer: Response, body: string) => string | null

/** Asks for so many milliseconds. What failed: a status of 500 and above, a problem that does not say which, and what `held` finds. */
export const fuzzed = async (
  ask: Ask,
  random: () => number,
  milliseconds: number,
  held: Held = () => null,
): Promise<Counts> => {
  const one = <Value>(all: readonly Value[]): Value | undefined => all[Math.floor(random() * all.length)]
  const { paths } = (await (await ask('/api/openapi.json', {})).json()) as Document
  const statuses: Record<string, number> = {}
  const failed: string[] = []
  let asked = 0

  const scrambled = (text: string): string => {
    const at = Math.floor(random() * (text.length + 1))
    return `${text.slice(0, at)}${one(nasty) ?? ''}${text.slice(at + Math.floor(random() * 2))}`
  }
  const valueFor = ({ schema, example }: Parameter): string => {
    const choices = schema.enum ?? schema.items?.enum ?? []
    const usual = example === undefined ? (one(choices) ?? '') : String(example)
    const dice = random()
    if (dice < 0.55 && usual !== '') return usual
    if (dice < 0.65) return one(choices) ?? usual
    if (dice < 0.75) return scrambled(usual)
    if (dice < 0.8) return `${usual},${usual},${one(nasty) ?? ''}`
    return one(nasty) ?? ''
  }
  const written = (text: string): string => encodeURIComponent(text.toWellFormed())

  const until = performance.now() + milliseconds
  const templates = Object.entries(paths)
  while (performance.now() < until && failed.length < 20) {
    const [template, { get }] = one(templates) ?? ['', { get: { parameters: [] } }]
    let path = template
    const question: string[] = []
    for (const parameter of get.parameters) {
      const isUsual = parameter.in === 'path' || parameter.example !== undefined
      if (parameter.in === 'path') path = path.replace(`{${parameter.name}}`, written(valueFor(parameter)) || '-')
      else if (random() < (isUsual ? 0.9 : 0.2)) question.push(`${parameter.name}=${written(valueFor(parameter))}`)
    }
    if (random() < 0.05) question.push(`${written(one(nasty) ?? '')}=${written(one(nasty) ?? '')}`)
    if (random() < 0.03) question.push('%E0%A4%A=%')
    const address = `/api/v1${path}${question.length === 0 ? '' : `?${question.join('&')}`}`
    const answer = await ask(address, { accept: random() < 0.7 ? '*/*' : (one(accepts) ?? '') })
    const body = await answer.text()
    asked += 1
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
    const isProblem = answer.headers.get('content-type') === 'application/problem+json'
    const says = isProblem ? (JSON.parse(body) as { status?: number; title?: string }) : null
    const isWell = answer.status < 500 && (answer.status < 400 || (says?.status === answer.status && says.title !== ''))
    const complaint = isWell ? held(template, answer, body) : ''
    if (complaint !== null) failed.push(`${answer.status} ${address} ${complaint}`)
  }
  return { asked, statuses, failed }
}

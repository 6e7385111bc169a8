import { operatorActor } from '#access'
import { type Attempt, done, refused } from '#kernel'
import {
  addEvent,
  CannotGoOn,
  type Command,
  configOf,
  givenBy,
  languageFor,
  logAt,
  printed,
  todayIs,
  voices,
} from '#platform'
import { auditExport, auditVerify } from './commands/audit.ts'
import { backup, restore } from './commands/backup.ts'
import { demo } from './commands/demo.ts'
import { doctor } from './commands/doctor.ts'
import { evaluateMethods } from './commands/methods.ts'
import { migrate } from './commands/migrate.ts'
import { routes } from './commands/routes.ts'
import { serve } from './commands/serve.ts'
import { equipFor } from './equipping.ts'
import type { HouseAnswer, HouseCommand } from './house.ts'
import { featureList, indexAll, withDatabase } from './opened.ts'
import { barOn } from './progress.ts'
import { versionOf } from './version.ts'

const house: readonly HouseCommand[] = [
  serve,
  demo,
  doctor,
  migrate,
  backup,
  restore,
  auditVerify,
  auditExport,
  routes,
  evaluateMethods,
]
const commands: readonly Command[] = featureList.flatMap((feature) => feature.commands)

const typed = process.argv.slice(2)
const json = typed.includes('--json')
const wantsHelp = typed.includes('--help') || typed.includes('-h') || typed.length === 0
/** The operator's language, as their terminal says it. */
const tongue = (process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || 'en').slice(0, 2)

/** How the command line speaks. Errors carry codes and facts; what of them is told to people is said here. */
const say = voices()[languageFor(tongue)]

const print = (status: number, lines: readonly string[]): number => {
  const stream = status === 0 ? process.stdout : process.stderr
  for (const line of lines) stream.write(`${line}\n`)
  return status
}

const usageOf = (name: string, takes: readonly string[]): string =>
  [
    'meridian',
    name,
    ...takes.map((one) => (one.startsWith('--') ? `[${one.replace(/=$/, ' …')}]` : one.toUpperCase())),
  ].join(' ')

const helpLines = (name: string): readonly string[] => {
  const all = [
    ...house.map((one) => ({ ...one, json: one.name !== 'serve' })),
    ...commands.map(({ name: two, about, takes }) => ({ name: two as string, about, takes, json: true })),
  ]
  const chosen = all.filter((one) => name !== '' && (one.name === name || one.name.startsWith(`${name} `)))
  const shown = chosen.length > 0 ? chosen : all
  const wide = Math.max(...shown.map(({ name: one }) => one.length)) + 2
  const lines =
    shown.length === 1
      ? shown.flatMap((one) => [say(one.about), '', usageOf(one.name, [...one.takes, ...(one.json ? ['--json'] : [])])])
      : [say('app.help.lede'), '', ...shown.map((one) => `  ${one.name.padEnd(wide)}${say(one.about)}`)]
  return [...lines, '', say('app.help.status')]
}

const optionsIn = (
  one: HouseCommand,
  words: readonly string[],
): Attempt<{ options: Record<string, string>; words: string[] }> => {
  const options: Record<string, string> = {}
  const plain: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    const [flag = '', inline] = word.split('=', 2)
    if (!word.startsWith('--')) plain.push(word)
    else if (flag === '--json') continue
    else if (one.takes.includes(flag)) options[flag.slice(2)] = ''
    else if (one.takes.includes(`${flag}=`)) {
      if (inline === undefined) at += 1
      options[flag.slice(2)] = inline ?? words[at] ?? ''
    } else return refused('ui.argumentNotUnderstood', { command: one.name, argument: word })
  }
  const extra = plain[one.takes.filter((name) => !name.startsWith('--')).length]
  if (extra !== undefined) return refused('ui.argumentNotUnderstood', { command: one.name, argument: extra })
  return done({ options, words: plain })
}

const answerLines = (answer: HouseAnswer): number => {
  if (answer.kind === 'done') return print(0, json ? [JSON.stringify(answer.facts)] : answer.lines)
  const { status, lines } = printed(answer, say, json)
  if (answer.kind === 'refused' && answer.facts !== undefined)
    return print(status, json ? [JSON.stringify(answer.facts)] : [...(answer.lines ?? []), ...lines])
  return print(status, lines)
}

const runFeature = async (
  command: Command,
  words: readonly string[],
  config: Parameters<typeof withDatabase>[0],
): Promise<number> => {
  const { given, json: asJson } = givenBy(command, words)
  const bar = barOn(process.stderr, command.name)
  const answer = await withDatabase(config, async (database) => {
    await database.migrate()
    const today = todayIs()
    if (command.kind === 'look')
      return database.read((db) => command.answer({ db, by: operatorActor, today, asOf: today }, given))
    return database.write(
      async (db) => {
        const one = await command.answer(
          { db, by: operatorActor, today, ...(bar === undefined ? {} : { progress: bar }) },
          given,
        )
        if (one.kind === 'done') {
          await indexAll(db)
          addEvent(db, {
            person: operatorActor.person,
            event: command.event,
            way: 'command',
            ...(one.value.trail ?? { facts: one.value.facts }),
          })
        }
        return one
      },
      (one) => one.kind === 'done',
    )
  })
  bar?.end()
  const { status, lines } = printed(answer, say, asJson)
  return print(status, lines)
}

const main = async (): Promise<number> => {
  const [first = '', second = ''] = typed.filter((word) => !word.startsWith('-'))
  if (typed.includes('--version')) return print(0, [process.env['npm_package_version'] ?? (await versionOf())])
  const one = house.find(({ name }) => name === first || name === `${first} ${second}`)
  const two = commands.find(({ name }) => name === `${first} ${second}`)
  if (wantsHelp) {
    const name = one?.name ?? two?.name ?? first
    return print(0, helpLines(name))
  }
  if (one === undefined && two === undefined)
    return print(2, [say('app.noSuchCommand', { command: [first, second].join(' ').trim() }), '', ...helpLines(first)])
  const config = configOf(process.env)
  if (config.kind === 'refused') return print(2, printed({ ...config, kind: 'misuse' }, say, json).lines)
  equipFor(config.value, config.value.origin ?? `http://localhost:${config.value.port}`, say)
  if (one !== undefined) {
    const words = typed.slice(typed.indexOf(one.name === first ? first : second) + 1)
    const given = optionsIn(one, words)
    if (given.kind === 'refused') return print(2, printed({ ...given, kind: 'misuse' }, say, json).lines)
    const log = logAt(config.value.log)
    const answer = await one.run({ config: config.value, say, log, ...given.value })
    return answer === null ? 0 : answerLines(answer)
  }
  if (two === undefined) return 2
  return runFeature(two, typed.slice(typed.indexOf(second) + 1), config.value)
}

// A reader that has seen enough (`| head`) closes the pipe: that is no fault of anybody.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })

/** The system's code for a full disk, and PostgreSQL's. */
const fullDisk = ['ENOSPC', '53100']

/** What an operator can mend, as a refusal; null for a fault of ours. */
const stoppedBy = (error: unknown) => {
  if (error instanceof CannotGoOn) return { kind: 'refused' as const, refusal: error.refusal }
  return fullDisk.includes((error as { code?: string }).code ?? '') ? refused('app.diskFull') : null
}

main().then(
  (status) => {
    process.exitCode = status
  },
  (error: unknown) => {
    const stopped = stoppedBy(error)
    const { status, lines } = printed(stopped ?? refused('app.fault'), say, json)
    process.exitCode = print(status, lines)
    if (stopped === null) console.error(error)
  },
)

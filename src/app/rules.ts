import { dirname, normalize } from 'node:path'
import { allowed, ground, organisations, wordsOfThePlan } from './allowed.ts'
import { sentencesIn } from './sentences.ts'

/** A file of the house as its rules see it: its text, and where it stands. */
export type File = { readonly path: string; readonly folder: string; readonly inside: string; readonly text: string }

export const fileAt = (path: string, text: string): File => {
  const [, folder = '', ...rest] = path.split('/')
  return { path, folder, inside: rest.join('/'), text }
}

/** A rule and the files that break it. */
export type Rule = { readonly name: string; readonly offences: readonly string[] }

const isFeature = (folder: string) => folder in allowed
const isTest = (file: File) => /\.test\.tsx?$|^(?:testing|browser)\//.test(file.inside)
const isCode = (file: File) => /\.tsx?$/.test(file.path)
const isCore = (file: File) => file.inside.startsWith('core/') && !isTest(file)

/** Every specifier in `from '…'` and `import('…')`. */
const importsOf = (file: File): readonly string[] =>
  [...file.text.matchAll(/(?:\bfrom |\bimport\(|\bimport )'([^']+)'/g)].flatMap((match) => match[1] ?? [])

/** Why this import is not allowed, or null. */
const objection = (file: File, specifier: string): string | null => {
  if (specifier.startsWith('.')) {
    const within = isCore(file) ? `src/${file.folder}/core/` : `src/${file.folder}/`
    return normalize(`${dirname(file.path)}/${specifier}`).startsWith(within) ? null : `a path out of ${within}`
  }
  if (!specifier.startsWith('#')) return isCore(file) ? 'core imports no package' : null
  const door = /^#([a-z]+)(?:\/(core|testing))?$/.exec(specifier)
  if (door === null) return 'not a door'
  const [, entered = '', part] = door
  if (part === 'testing' && !isTest(file)) return 'builders are for tests'
  if (isCore(file) && entered !== 'kernel' && part !== 'core') return 'core enters only the kernel and other cores'
  if (file.folder === 'app' || entered === file.folder) return null
  const mayEnter = isFeature(file.folder)
    ? [...Object.keys(ground), ...(allowed[file.folder] ?? [])]
    : ground[file.folder]
  return mayEnter?.includes(entered) ? null : `${entered} is not on the line of ${file.folder}`
}

const circles = (): readonly string[] =>
  Object.keys(allowed).filter((start) => {
    const reach = new Set<string>()
    const visit = (name: string) => {
      for (const next of allowed[name] ?? []) {
        if (reach.has(next)) continue
        reach.add(next)
        visit(next)
      }
    }
    visit(start)
    return reach.has(start)
  })

const strangeSql = (file: File): readonly string[] =>
  [...file.text.matchAll(/sql`([^`]*)`/g)].flatMap(([, statement = '']) => {
    const named = [...statement.matchAll(/(?:^-- |\b(?:(?<!distinct )from|join|into|update|copy)\s+)([a-z]+)\./gm)].map(
      (match) => match[1],
    )
    const strange = named.filter((schema) => schema !== file.folder)
    const place = /^store(?:\/[a-z-]+)?\.ts$/.test(file.inside) ? [] : [`${file.path}: SQL outside a store`]
    return [...place, ...strange.map((schema) => `${file.path}: names ${schema}`)]
  })

const saysOneOf = (file: File, words: readonly string[], pattern: (word: string) => RegExp): readonly string[] =>
  words.filter((word) => pattern(word).test(file.text)).map((word) => `${file.path} says ${word}`)

/** Sentences in code. These rules' own names are for developers. */
const said = (file: File): readonly string[] =>
  isTest(file) || file.path === 'src/app/rules.ts'
    ? []
    : sentencesIn(file.text, file.path.endsWith('.tsx')).map((one) => `${file.path} says “${one}” itself`)

/** The whole house, one rule after the other. Messages are read only for the names that only content may say. */
export const rulesOn = (all: readonly File[]): readonly Rule[] => {
  const files = all.filter(isCode)
  const folders = new Set(files.map((file) => file.folder))
  const features = files.filter((file) => isFeature(file.folder))
  return [
    {
      name: 'has no folder that is not on the list',
      offences: [...folders].filter((folder) => !isFeature(folder) && !(folder in ground) && folder !== 'app'),
    },
    {
      name: 'has nothing on the list that does not exist yet',
      offences: Object.entries(allowed)
        .flat(2)
        .filter((name) => !folders.has(name)),
    },
    { name: 'has one-way doors: the list has no circle', offences: circles() },
    {
      name: 'is entered by its doors, along the list',
      offences: files.flatMap((file) =>
        importsOf(file).flatMap((specifier) => {
          const why = objection(file, specifier)
          return why === null ? [] : [`${file.path} → ${specifier}: ${why}`]
        }),
      ),
    },
    {
      name: 'enters a feature for its rows in one file only, neighbours/<feature>.ts',
      offences: features
        .filter((file) => !isTest(file))
        .flatMap((file) =>
          importsOf(file)
            .filter((one) => isFeature(one.slice(1)) && file.inside !== `neighbours/${one.slice(1)}.ts`)
            .map((one) => `${file.path} → ${one}`),
        ),
    },
    {
      // Of markup, where a link opens (`="_blank"`) has the name of one of the words.
      name: 'does not speak of the plan below the features',
      offences: files
        .filter((file) => file.folder in ground)
        .flatMap((file) =>
          saysOneOf(file, wordsOfThePlan, (word) => new RegExp(`(?<![a-z])${word}s?(?![a-z])(?!="_)`, 'i')),
        ),
    },
    {
      name: 'names no organization outside content',
      offences: all
        .filter((file) => file.path !== 'src/app/allowed.ts')
        .flatMap((file) => saysOneOf(file, organisations, (word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u'))),
    },
    {
      name: 'has an index.ts only at a door',
      offences: files
        .map((file) => file.path)
        .filter((path) => /\/index\.tsx?$/.test(path) && !/^src\/[a-z]+\/(?:core\/|testing\/)?index\.ts$/.test(path)),
    },
    {
      name: 'has no file of more than 400 lines',
      offences: files.filter((file) => file.text.split('\n').length > 401).map((file) => file.path),
    },
    {
      name: 'keeps TSX in pages and ui, so that the rest runs on bare Node',
      offences: files
        .map((file) => file.path)
        .filter((path) => path.endsWith('.tsx') && !/^src\/(?:ui\/|[a-z]+\/pages\/)/.test(path)),
    },
    {
      name: 'catches only in app and platform',
      offences: features.filter((file) => !isTest(file) && /\bcatch\b\s*[({]/.test(file.text)).map((file) => file.path),
    },
    {
      name: 'writes SQL only in stores, and only about the tables of the feature',
      offences: features.filter((file) => !isTest(file)).flatMap(strangeSql),
    },
    { name: 'says nothing to people in code: sentences are messages', offences: files.flatMap(said) },
    {
      name: 'leaves nothing to do that is not an issue',
      offences: files
        .filter((file) => new RegExp(`\\b(?:TO${'DO'}|FIX${'ME'})\\b`).test(file.text))
        .map((file) => file.path),
    },
  ]
}

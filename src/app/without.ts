import { cpSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { rootFolder } from '#platform'

/** What the house is made of, besides its packages. */
const parts = [
  'bin',
  'changes',
  'src',
  'bench',
  'scripts',
  'content',
  'docs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vitest.config.ts',
  ...['ARCHITECTURE', 'CHANGELOG', 'CONTRIBUTING', 'GLOSSARY', 'README'].map((name) => `${name}.md`),
]

/** The lists that name features, each on a line of its own. Nothing else in the house does. */
const lists = [
  'src/app/features.ts',
  'src/app/allowed.ts',
  'src/app/office.test.ts',
  'src/app/api.test.ts',
  'src/app/api-contract.test.ts',
  'src/app/browser/screens.ts',
  'bench/run.ts',
] as const

const removeFrom = (copy: string, feature: string): void => {
  for (const one of [
    `src/${feature}`,
    `bench/${feature}.ts`,
    `src/app/browser/${feature}.test.ts`,
    `src/app/${feature}.test.ts`,
    // It asks what can be taken out of the house; the copy is what is left.
    'src/app/deletion.test.ts',
  ])
    rmSync(path.join(copy, one), { recursive: true, force: true })
  const named = new RegExp(`\\b${feature}\\b`)
  for (const list of lists.map((one) => path.join(copy, one)).filter((one) => existsSync(one))) {
    const kept = readFileSync(list, 'utf8')
      .split('\n')
      .map((line) =>
        line.startsWith('export const removable') ? line.replace(new RegExp(`'${feature}'(?:, )?`), '') : line,
      )
      .filter((line) => line.trimStart().startsWith('/**') || !named.test(line))
    writeFileSync(list, kept.join('\n'))
  }
}

/** Makes a copy of the house without a feature, in a folder beside it that shares its packages. */
export const copiedWithout = (feature: string, copy: string): void => {
  for (const part of parts)
    if (existsSync(path.join(rootFolder, part)))
      cpSync(path.join(rootFolder, part), path.join(copy, part), { recursive: true })
  symlinkSync(path.join(rootFolder, 'node_modules'), path.join(copy, 'node_modules'), 'dir')
  removeFrom(copy, feature)
}

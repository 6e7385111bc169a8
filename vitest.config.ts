import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const house = ['src/app/architecture.test.ts', 'src/app/completeness.test.ts']
const browser = ['src/app/browser/**/*.test.ts']

/** What takes minutes comes first: one that came last would keep one processor, and everybody, waiting. */
const longest = ['killing', 'browser/axe', 'browser/keyboard', 'walking', 'browser/screens', 'auditing', 'starting']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
      return at === -1 ? longest.length : at
    }
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // As many as there are processors, and never one alone: a file that waits for a browser or a database leaves its processor idle.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      // The rules of the house need no database: `npm run check` runs these.
      { test: { name: 'house', include: house, testTimeout: 60_000 } },
      {
        test: {
          name: 'features',
          include: ['src/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: [...house, ...browser],
          globalSetup: ['src/platform/testing/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: browser,
          globalSetup: ['src/app/browser/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})

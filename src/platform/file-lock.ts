import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'

/** One process at a time. The lock is the operating system's, so it is released even after `kill -9`. */
export const alone = async <T>(file: string, body: () => Promise<T>): Promise<T> => {
  mkdirSync(path.dirname(file), { recursive: true })
  const lock = new DatabaseSync(file)
  try {
    for (;;) {
      try {
        lock.exec('begin exclusive')
        break
      } catch (error) {
        if (!/locked/.test(String(error))) throw error
        await sleep(50)
      }
    }
    return await body()
  } finally {
    lock.close()
  }
}

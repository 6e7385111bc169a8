import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { rootFolder } from '#platform'

export type Started = {
  readonly address: string
  readonly child: ChildProcess
  /** All that it has said so far. */
  readonly said: () => string
  readonly stop: () => Promise<void>
}

/** Starts Meridian as an operator does, on a data folder of its own and a free port, and waits until it says where it is. */
export const startMeridian = (
  data: string,
  environment: Readonly<Record<string, string>> = {},
  words: readonly string[] = ['serve', '--port', '0'],
): Promise<Started> =>
  new Promise((resolve, reject) => {
    const { DATABASE_URL: _, DATABASE_OWNER_URL: __, DATABASE_READ_URL: ___, ...own } = process.env
    const child = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        '--max-semi-space-size=8',
        '--import',
        path.join(rootFolder, 'scripts', 'tsx-loader.mjs'),
        path.join(rootFolder, 'src', 'app', 'main.ts'),
        ...words,
      ],
      {
        env: {
          ...own,
          LANG: 'en',
          LC_ALL: 'en',
          MERIDIAN_DATA: data,
          MERIDIAN_LOG: 'error',
          MERIDIAN_RATE: '100000',
          ...environment,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    let said = ''
    const stop = (): Promise<void> =>
      new Promise((ended) => {
        if (child.exitCode !== null || child.signalCode !== null) return ended()
        child.once('exit', () => ended())
        child.kill('SIGTERM')
      })
    const listen = (chunk: Buffer): void => {
      said += chunk.toString()
      const address = /Meridian is at (http\S+)\//.exec(said)?.[1]
      if (address !== undefined) resolve({ address, child, said: () => said, stop })
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', (code) => reject(new Error(`Meridian ended with ${code}:\n${said}`)))
  })

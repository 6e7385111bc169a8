import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openCluster, owner, port } from '../embedded.ts'
import { allowServing, migrate } from '../migrating.ts'
import type { TestServer } from './index.ts'

const run = async (config: pg.ClientConfig, ...statements: readonly string[]): Promise<void> => {
  const client = new pg.Client(config)
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

/**
 * One cluster a run, with a migrated template that each test file copies. With DATABASE_URL the same tests run on that
 * server: its owner (DATABASE_OWNER_URL, else the same) must be allowed to make databases and roles.
 */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const url = process.env['DATABASE_OWNER_URL'] ?? process.env['DATABASE_URL']
  const folder = mkdtempSync(path.join(tmpdir(), 'meridian-test-'))
  const cluster = url === undefined ? await openCluster(path.join(folder, 'pg')) : null
  const base: pg.ClientConfig =
    cluster === null ? connectionOf(url ?? '') : { host: cluster.socket, port, user: owner, database: 'postgres' }
  const mark = process.pid.toString(36)
  const template = `meridian_template_${mark}`
  const serving = `meridian_serve_${mark}`
  await run(base, `create database ${template}`, `create role ${serving} login password '${mark}'`)
  const client = new pg.Client({ ...base, database: template })
  await client.connect()
  await client.query('begin')
  await migrate(client)
  await allowServing(client, serving)
  await client.query('commit')
  await client.end()
  const server: TestServer = { owner: base, serving: { user: serving, password: mark }, template }
  project.provide('server', server)
  return async () => {
    if (cluster === null)
      await run(
        base,
        `drop database if exists ${template} with (force)`,
        `drop owned by ${serving}`,
        `drop role ${serving}`,
      )
    await cluster?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const connectionOf = (url: string): pg.ClientConfig => {
  const at = new URL(url)
  return {
    host: decodeURIComponent(at.searchParams.get('host') ?? at.hostname),
    port: Number(at.port || 5432),
    user: decodeURIComponent(at.username),
    password: decodeURIComponent(at.password),
    database: at.pathname.slice(1) || 'postgres',
  }
}

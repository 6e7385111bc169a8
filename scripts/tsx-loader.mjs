// Node runs .ts as it is and refuses .tsx: this hook closes the gap, so there is no build step. What it makes is kept by
// the digest of the file.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire, enableCompileCache, registerHooks } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)
const cache = path.resolve(fileURLToPath(import.meta.url), '../../node_modules/.cache/tsx')
mkdirSync(cache, { recursive: true })
enableCompileCache(path.join(cache, 'v8'))

let esbuild
const compiled = (file) => {
  const code = readFileSync(file, 'utf8')
  const kept = path.join(cache, `${createHash('sha1').update(file).update(code).digest('hex')}.js`)
  try {
    return readFileSync(kept, 'utf8')
  } catch {
    esbuild ??= require('esbuild')
    const made = esbuild.transformSync(code, {
      loader: 'tsx',
      format: 'esm',
      jsx: 'automatic',
      jsxImportSource: 'hono/jsx',
      sourcemap: 'inline',
      sourcefile: file,
      target: 'node24',
    }).code
    const part = `${kept}.${process.pid}`
    writeFileSync(part, made)
    renameSync(part, kept)
    return made
  }
}

registerHooks({
  load: (url, context, next) =>
    url.endsWith('.tsx')
      ? { format: 'module', source: compiled(fileURLToPath(url)), shortCircuit: true }
      : next(url, context),
})

/**
 * Finds sentences that code says itself instead of by a message. It reads a file as far as it must: comments and regular
 * expressions are passed over, texts and what stands between tags are looked at.
 */

type Text = {
  readonly said: string
  /** The code before it and after it, for what it is given to. */
  readonly before: string
  readonly after: string
  /** In a literal that is `as const`: one of a closed list. */
  readonly isConst: boolean
}

/** Words that sentences have and that identifiers, classes and headers, put in a row, have not. */
const little =
  /^(?:a|an|and|are|be|been|but|by|can|cannot|could|did|do|does|for|from|had|has|have|if|in|is|it|its|may|must|no|none|not|nothing|of|on|only|or|so|than|that|the|there|these|they|this|those|to|was|were|which|will|with|without|you|your)$/i

/** At least three words in a row, one of them a little one; or two that begin as a sentence does and end as one. */
const isSentence = (said: string): boolean => {
  const runs = said
    .split(/[^\p{L}\p{N}'’ ,:;“”"-]+/u)
    .map((run) => run.split(/[ ,:;“”"]+/).filter((word) => /^\p{L}/u.test(word)))
  return (
    runs.some((words) => words.length >= 3 && words.some((word) => little.test(word))) ||
    /^\p{Lu}\p{Ll}+ \p{Ll}.*[.!?]$/su.test(said)
  )
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t' }

/** Titles of works, in their quotation marks, are names. */
const withoutTitles = (said: string): string => said.replaceAll(/“[^”]*”/g, '…')

/** Where a slash begins a regular expression: after nothing that could be divided. */
const mayBeRegExp = (before: string, next: string): boolean =>
  next !== '>' && /(?:^|[(,=:[!&|?{;+]|=>|\breturn|\bcase)\s*$/.test(before)

const asConst = /^\s+as const\b/

/** The texts of a file, and its code without them: what a template holds is code again. */
const textsOf = (source: string): { readonly texts: readonly Text[]; readonly code: string } => {
  const texts: { -readonly [Name in keyof Text]: Text[Name] }[] = []
  /** How many texts there were where each open bracket stands. */
  const opened: number[] = []
  let code = ''
  let at = 0
  const until = (end: RegExp): string => {
    let said = ''
    while (at < source.length && !end.test(source[at] ?? '') && (end.source === '`' || source[at] !== '\n')) {
      if (source[at] === '\\') {
        at += 1
        said += escapes[source[at] ?? ''] ?? source[at] ?? ''
      } else if (source.startsWith('${', at) && end.source === '`') {
        at += 2
        said += '…'
        codeUntil('}')
      } else said += source[at] ?? ''
      at += 1
    }
    return said
  }
  const codeUntil = (end: string | null): void => {
    let depth = 0
    for (; at < source.length; at += 1) {
      const sign = source[at] ?? ''
      const two = source.slice(at, at + 2)
      if (sign === end && depth === 0) return
      if (two === '//' && source[at - 1] !== ':') at = (source.indexOf('\n', at) + source.length) % source.length
      else if (two === '/*') at = source.indexOf('*/', at) + 1
      else if (sign === '/' && mayBeRegExp(code.slice(-20), source[at + 1] ?? '')) {
        at += 1
        let inClass = false
        for (; at < source.length && (source[at] !== '/' || inClass) && source[at] !== '\n'; at += 1) {
          if (source[at] === '\\') at += 1
          else if (source[at] === '[') inClass = true
          else if (source[at] === ']') inClass = false
        }
        code += '/./'
      } else if ((sign === "'" && !/\w$/.test(code)) || sign === '"' || sign === '`') {
        const before = code.slice(-160)
        at += 1
        const nth = texts.push({ said: '', before, after: '', isConst: false }) - 1
        const said = until(new RegExp(sign))
        texts[nth] = {
          said,
          before,
          after: source.slice(at + 1, at + 12),
          isConst: asConst.test(source.slice(at + 1, at + 20)),
        }
        code += "''"
      } else {
        if (sign === '{') depth += 1
        if (sign === '}') depth -= 1
        if ('([{'.includes(sign)) opened.push(texts.length)
        if (')]}'.includes(sign)) {
          const first = opened.pop() ?? texts.length
          if (asConst.test(source.slice(at + 1, at + 20))) for (const text of texts.slice(first)) text.isConst = true
        }
        code += sign
      }
    }
  }
  codeUntil(null)
  return { texts, code }
}

/** Told to developers, not to people: bugs that throw, lines of the log, statements for the database, a published schema, what is only compared. */
const isForDevelopers = ({ said, before }: Text): boolean =>
  /\bnew Error\((?:[^()]|\([^()]*\))*$/.test(before) ||
  /\blog(?:\.[a-z]+|\[[^\]]*\])\((?:[^()]|\([^()]*\))*$/.test(before) ||
  /\bsql$/.test(before) ||
  /\bdescription:\s*$/.test(before) ||
  /(?:\.(?:includes|startsWith|endsWith)\(|[!=]==\s)$/.test(before) ||
  /^\s*(?:select|insert into|update|delete from|create|drop|alter|grant|begin|copy|truncate|lock table|set local) /.test(
    said,
  )

/**
 * A name, as its place says: the key of a property, a member of a type, one of a closed list. Where people read what it names,
 * that is said by a message.
 */
const isName = ({ before, after, isConst }: Text): boolean =>
  isConst || (/[{,[(]\s*$/.test(before) && /^\]?:/.test(after)) || /[^|]\|\s*$/.test(before)

/** Every sentence that this source says by itself. */
export const sentencesIn = (source: string, isMarkup: boolean): readonly string[] => {
  const { texts, code } = textsOf(source)
  const between = isMarkup ? [...code.matchAll(/>([^<>{}=()&|]*)</g)].map(([, said = '']) => said.trim()) : []
  const names = texts.filter(isName).map(({ said }) => said)
  const told = texts.filter((text) => !isForDevelopers(text) && !names.includes(text.said)).map(({ said }) => said)
  return [...told, ...between].filter((said) => isSentence(withoutTitles(said)))
}

import { wordsIn } from '#kernel'
import { type Ask, addressAsOf, addressOf, columnsOf, notesOf, type TakeAway, type TakenCell } from '#platform'
import {
  assessmentOf,
  gradedOf,
  gradeNamed,
  lateCount,
  levelOf,
  mitigationsOf,
  type Risk,
  stateOf,
  type Which,
  wordingOf,
} from '#risks/core'
import type { RegisterRead } from './visible.ts'

/** The register as a table that leaves: codes for programs, words for people. */
export const registerFile = (ask: Ask, read: RegisterRead, shown: readonly Risk[], address: string): TakeAway => {
  const { say, language, asOf, here } = ask
  const columns = columnsOf(say, 'risks.column', [
    ...(
      ['risk', 'title', 'cause', 'event', 'effect', 'owner', 'owner_name', 'elements', 'level', 'state'] as const
    ).map((key) => [key, 'text'] as const),
    ['since', 'day'],
    ['assessed_on', 'day'],
    ['scale', 'number'],
    ...(['inherent', 'residual'] as const).flatMap(
      (which) =>
        [
          [`${which}_likelihood`, 'number'],
          [`${which}_impact`, 'number'],
          [`${which}_grade`, 'text'],
        ] as const,
    ),
    ['missing', 'text'],
    ['mitigations', 'number'],
    ['late_mitigations', 'number'],
  ])
  const graded = (risk: Risk, which: Which): readonly TakenCell[] => {
    const found = gradedOf(read.scales, risk, which)
    if (found.kind === 'missing') return [null, null, null]
    const { score, scale, grade } = found.value
    return [score.likelihood, score.impact, wordsIn(language, gradeNamed(scale, grade).words)]
  }
  const rows = shown.map((risk): readonly TakenCell[] => {
    const { title, cause, event, effect, owner, elements } = wordingOf(risk)
    const assessment = assessmentOf(risk)
    return [
      ...[risk.id, title, cause, event, effect, owner, wordsIn(language, read.names.unit(owner)), elements.join(' ')],
      ...[levelOf(risk), stateOf(risk).kind, risk.steps[0]?.on ?? null],
      ...[assessment?.on ?? null, assessment?.scale ?? null],
      ...graded(risk, 'inherent'),
      ...graded(risk, 'residual'),
      assessment === null ? say('ui.missing.not-yet-assessed') : null,
      ...[mitigationsOf(risk, asOf).length, lateCount(risk, asOf)],
    ]
  })
  return {
    name: 'risks',
    title: say('risks.title'),
    language,
    tables: [{ name: 'risks', label: say('risks.title'), columns, rows }],
    notes: notesOf(say, { asOf, address: `${here.origin}${addressAsOf(addressOf(language, address), asOf)}` }),
  }
}

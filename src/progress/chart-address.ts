import type { Element, Indexed } from '#plan/core'
import { selectionKey } from '#statistics/core'
import { outlookPath } from './hypothesis.ts'
import type { Outlook, Outlooks } from './outlook.ts'
import { viewTo } from './pages/hypothesis-parts.tsx'

/** The address of the drawing without an ending: of the whole outlook of the same line, asked for the same number where that is not its first. */
export const chartOf = (
  ix: Indexed,
  element: Element,
  all: Outlooks,
  { answer, selection, gap, target }: Outlook,
): string | null => {
  if (answer?.assessment.latest == null || selection === null || gap !== null) return null
  const first = all.find((one) => one.gap === null)
  const isFirst = target?.value === first?.target?.value && target?.year === first?.target?.year
  const typed = isFirst || target === null ? {} : { number: String(target.value), by: String(target.year) }
  const question = { line: selectionKey(selection), ...typed }
  const at = { path: outlookPath(ix, element), question }
  return viewTo(at, {}, '/chart')
}

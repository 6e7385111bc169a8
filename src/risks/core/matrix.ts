import { gradedOf, type Risk, type Which } from './risk.ts'
import type { Scale } from './scale.ts'

/** A cell of the matrix: its steps from 1, its grade, and the risks that stand there. */
export type MatrixCell = {
  readonly likelihood: number
  readonly impact: number
  readonly grade: number
  readonly risks: readonly Risk[]
}

export type Matrix = {
  readonly scale: Scale
  readonly which: Which
  /** From the most likely row down; in a row from the least impact on. */
  readonly rows: readonly (readonly MatrixCell[])[]
  /** Not yet assessed at all. */
  readonly unassessed: readonly Risk[]
  /** Assessed on another scale: its steps mean something else, so that they have no cell here. */
  readonly otherScale: readonly Risk[]
}

export const matrixOf = (scale: Scale, scales: readonly Scale[], risks: readonly Risk[], which: Which): Matrix => {
  const placed = new Map<string, Risk[]>()
  const unassessed: Risk[] = []
  const otherScale: Risk[] = []
  for (const risk of risks) {
    const graded = gradedOf(scales, risk, which)
    if (graded.kind === 'missing') unassessed.push(risk)
    else if (graded.value.scale.n !== scale.n) otherScale.push(risk)
    else {
      const key = `${graded.value.score.likelihood} ${graded.value.score.impact}`
      placed.set(key, [...(placed.get(key) ?? []), risk])
    }
  }
  const rows = scale.likelihood.map((_, row) => {
    const likelihood = scale.likelihood.length - row
    return scale.impact.map((__, column) => ({
      likelihood,
      impact: column + 1,
      grade: scale.matrix[likelihood - 1]?.[column] ?? 0,
      risks: placed.get(`${likelihood} ${column + 1}`) ?? [],
    }))
  })
  return { scale, which, rows, unassessed, otherScale }
}

import type { Answer } from '../answering.ts'
import type { Assessment, Projection, Question } from '../core/index.ts'
import { complementOf, officialLabels } from '../core/labels.ts'
import type { Outlook } from '../outlook.ts'
import type { OutlookParts } from '../pages/outlook-saying.tsx'

const point = { year: 2031, value: 95 }
const latest = { year: 2023, value: 67.4 }
const baseline = { year: 2015, value: 40 }
const labelled = { baseline, latest, target: point, direction: 'up', goal: 'reach', met: false } as const

export const aProjection: Projection = {
  year: 2031,
  horizon: 8,
  method: 'mean',
  value: 82.5,
  ...{ lo80: 73.9, hi80: 91.6, lo95: 66.8, hi95: 98.2 },
  shortSeries: false,
  farHorizon: false,
  calibrationN: 92,
  calibrated: true,
  calibratedOn: 'indicator',
  widened: 1,
  ownTrend: 82,
  peerMedian: 83.3,
  p: 0.03,
}

export const aQuestion: Question = {
  unit: 'percent',
  direction: 'up',
  goal: 'reach',
  tolerance: 0,
  baseline,
  baselineFromSeries: false,
  target: point,
  observations: { years: [2015, 2018, 2022, 2023], values: [40, 48.6, 64.4, 67.4] },
  asOf: 2026,
  indicator: null,
  peers: null,
  method: null,
}

export const anAssessment: Assessment = {
  status: 'unlikely',
  reason: null,
  met: false,
  latest,
  baseline: { ...baseline, from: 'given' },
  labels: officialLabels(labelled),
  complement: complementOf(labelled, officialLabels(labelled)),
  distanceCovered: 0.5,
  timeElapsed: 0.5,
  projection: aProjection,
  secondOpinion: { method: 'linear-5', value: 94.8, reaches: false, agrees: true },
  feasibility: { requiredPace: 3.45, band: '50-75', percentile: 63, achievedShare: 37, n: 590, economies: 119 },
}

/** An answer about a share of people that is held against 95 per cent by 2031. */
export const anAnswer = (assessment: Partial<Assessment> = {}, rest: Partial<Answer> = {}): Answer => ({
  ask: { selection: { series: 'USE', breakdown: '' }, area: 'world', target: point, wanted: null },
  area: 'M49-world/001',
  question: aQuestion,
  assessment: { ...anAssessment, ...assessment },
  fan: [2024, 2027, 2031].map((year, at) => ({
    year,
    method: 'mean' as const,
    value: 70 + at * 6,
    interval: { lo80: 68 + at * 3, hi80: 73 + at * 9, lo95: 66, hi95: 76 + at * 11 },
    calibratedOn: 'indicator' as const,
    widened: 1,
  })),
  line: 'custodian',
  lacking: null,
  series: { code: 'USE', decimals: 1, unit: 'PT', better: 'up', lowest: '0', highest: '100' } as never,
  observations: [],
  breakIn: null,
  paces: { '50-75': { n: 590, economies: 119, q: Array.from({ length: 101 }, (_, at) => at / 12 - 1) } },
  tables: { peers: 'none', paces: 'none' } as never,
  gap: null,
  ...rest,
})

const words = (en: string) => ({ en, fr: en, es: en, ar: en, ru: en, zh: en })

export const anOutlook = (answer: Answer | null, rest: Partial<Outlook> = {}): Outlook => ({
  element: { id: 'target/2.1', edition: '2028-2031' } as never,
  measure: { words: words('People online'), unit: words('% of people'), kind: 'series' } as never,
  selection: null,
  benchmark: {
    kind: 'companion',
    asks: { comparator: 'at-least', value: 95 },
    unit: words('% of people'),
    by: 2031,
    source: words('a band'),
  } as never,
  held: 'companion',
  fit: 'same',
  target: point,
  answer,
  notAsked: null,
  gap: null,
  band: null,
  why: null,
  ...rest,
})

/** What a page is given, with a calibration that was made after the day asked about where `later`. */
export const outlookParts = (outlook: Outlook, later = false): OutlookParts => ({
  outlook,
  all: [outlook],
  about: { names: null },
  calibration: { head: { number: 1, dated: '2026-11-24' }, later } as never,
  others: [{ edition: '2024–2027', by: 2030, value: 95 }],
})

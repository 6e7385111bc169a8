/** The published classifications. `un2023` is kept for older files and never shown; `un2023rho` is the one of 2023 to show. */
export type LabelMethod = 'un2022' | 'un2023' | 'un2023rho' | 'eurostat'

export type LabelName =
  | 'target-met'
  | 'on-track'
  | 'fair-progress'
  | 'limited-or-no-progress'
  | 'deterioration'
  | 'stagnation-or-regression'
  | 'significant-progress'
  | 'moderate-progress'
  | 'insufficient-progress'
  | 'movement-away'
  | 'no-change'
  | 'moderate-movement-away'
  | 'significant-movement-away'

/** A label holds from its lower limit on; what reaches none has the last label. */
type Steps = { readonly from: readonly (readonly [least: number, label: LabelName])[]; readonly below: LabelName }

/** Limits of the ratio, or of rho (progress.md, 5). */
export const ratioSteps: Readonly<Record<LabelMethod, Steps>> = {
  un2022: {
    from: [
      [0.95, 'on-track'],
      [0.5, 'fair-progress'],
      [-0.1, 'limited-or-no-progress'],
    ],
    below: 'deterioration',
  },
  un2023: {
    from: [
      [0.95, 'on-track'],
      [0.1, 'fair-progress'],
    ],
    below: 'stagnation-or-regression',
  },
  un2023rho: {
    from: [
      [0.95, 'on-track'],
      [0.1, 'fair-progress'],
    ],
    below: 'stagnation-or-regression',
  },
  eurostat: {
    from: [
      [0.95, 'significant-progress'],
      [0.6, 'moderate-progress'],
      [0, 'insufficient-progress'],
    ],
    below: 'movement-away',
  },
}

/** Limits of the growth a year without a numerical target, its sign turned where less is better. */
export const growthSteps: Readonly<Record<'un2023rho', Steps>> = {
  un2023rho: {
    from: [
      [0.02, 'on-track'],
      [0.005, 'fair-progress'],
    ],
    below: 'stagnation-or-regression',
  },
}

export const stepOf = ({ from, below }: Steps, value: number): LabelName =>
  from.find(([least]) => value >= least)?.[1] ?? below

/** Growth a year without a target, by the limits of 1 per cent and 0; its sign turned where less is better. */
export const eurostatGrowth = (growth: number): LabelName => {
  if (growth >= 0.01) return 'significant-progress'
  if (growth > 0) return 'moderate-progress'
  if (growth === 0) return 'no-change'
  return growth > -0.01 ? 'moderate-movement-away' : 'significant-movement-away'
}

/** How far a rule was read at its source: there itself, or as somebody else restates it. */
export type Read = 'contents-confirmed' | 'restated' | 'not-confirmed'

/** Where a classification is published, and what of it was confirmed (progress.md, 5, the table of sources). */
export type LabelSource = {
  readonly method: LabelMethod
  readonly shown: boolean
  readonly url: string
  readonly read: Read
  /** The second source that restates it. */
  readonly restatedBy: string
}

export const labelSources: readonly LabelSource[] = [
  {
    method: 'un2022',
    shown: true,
    url: 'https://unstats.un.org/sdgs/report/2022/Progress_Chart_Technical_Note_2022.pdf',
    read: 'restated',
    restatedBy: 'UNDP, SDG diagnostics (open-source code)',
  },
  {
    method: 'un2023rho',
    shown: true,
    url: 'https://unstats.un.org/sdgs/files/report/2023/Progress_Chart_Technical_Note_2023.pdf',
    read: 'restated',
    restatedBy: 'Eustat, “Measuring progress on the SDGs”, chapter 2 (github.com/EUSTAT-DES/site)',
  },
  {
    method: 'un2023',
    shown: false,
    url: 'https://unstats.un.org/sdgs/files/report/2023/Progress_Chart_Technical_Note_2023.pdf',
    read: 'not-confirmed',
    restatedBy: '',
  },
  {
    method: 'eurostat',
    shown: true,
    url: 'https://ec.europa.eu/eurostat/web/sdi/publications',
    read: 'restated',
    restatedBy: 'Statistics Canada, Open SDG, docs/progress-methodology.md',
  },
]

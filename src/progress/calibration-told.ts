import type { CalibrationInputs, Series } from './core/index.ts'
import { bands, type Calibrated, peerLevels } from './core/index.ts'

const seriesText = (series: Series): string =>
  [
    'code,year,value',
    ...[...series.keys()]
      .toSorted()
      .flatMap((code) =>
        [...(series.get(code) ?? [])].toSorted(([a], [b]) => a - b).map(([year, value]) => `${code},${year},${value}`),
      ),
    '',
  ].join('\n')

/** A calibration as the files that it is kept as: those it replaces of `before`, and the series it was computed from. */
export const filesOfCalibrated = (
  before: ReadonlyMap<string, string>,
  inputs: CalibrationInputs,
  { calibration, peers, paces }: Calibrated,
  dated: string,
): ReadonlyMap<string, string> => {
  const manifest = JSON.parse(before.get('manifest.json') ?? '{}') as Record<string, unknown>
  const { indicator, rows, indicators, generic, groups } = calibration
  const file = {
    indicator,
    horizons: rows.G1,
    combined: { horizons: rows.combined },
    generic: { horizons: generic },
    aggregate: {
      indicators: Object.fromEntries(Object.entries(groups).map(([name, horizons]) => [name, { horizons }])),
    },
    indicators,
  }
  const peerLines = [...peers].flatMap(([name, table]) =>
    [...table].flatMap(([ahead, gains]) => gains.map((gain, at) => `${name},${ahead},${peerLevels[at]},${gain}`)),
  )
  const quantiles = Array.from({ length: 101 }, (_, at) => `q${at}`)
  const paceLines = bands.flatMap((band) => {
    const row = paces[band]
    return row === undefined ? [] : [[band, row.n, row.economies, ...row.q].join(',')]
  })
  const observed = [[indicator, inputs.lender.series] as const].concat(
    [...inputs.others].map(([name, { series }]) => [name, series] as const),
  )
  return new Map([
    ...before,
    ['manifest.json', `${JSON.stringify({ ...manifest, dated }, null, 2)}\n`],
    ['calibration.json', `${JSON.stringify(file)}\n`],
    ['peers.csv', ['indicator,h,level,gain', ...peerLines, ''].join('\n')],
    ['pace-distribution-5y.csv', [['band', 'n', 'economies', ...quantiles].join(','), ...paceLines, ''].join('\n')],
    ...observed.map(([name, series]) => [`inputs/${name}.csv`, seriesText(series)] as const),
  ])
}

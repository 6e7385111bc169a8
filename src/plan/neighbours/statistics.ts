/** What we ask of the statistics. */
export {
  type AreaLine,
  type AreaLines,
  aggregatesOf,
  areaLinesOf,
  areaPlace,
  areasOf,
  dimensions,
  groupsOf,
  latestOf,
  pathsOf,
  publishedWorldOf,
  revisionOf,
  seriesOf,
  seriesPlace,
  sourcesOf,
} from '#statistics'

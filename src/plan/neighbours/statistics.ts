/** What we ask of the statistics. */
export {
  areasOf,
  dimensions,
  latestOf,
  pathsOf,
  publishedWorldOf,
  revisionOf,
  seriesOf,
  sourcesOf,
} from '#statistics'

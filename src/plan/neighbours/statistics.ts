/** What we ask of the statistics. */
export {
  areasOf,
  dimensions,
  latestOf,
  pathsOf,
  publishedWorldOf,
  revisionOf,
  seriesOf,
  seriesPlace,
  sourcesOf,
} from '#statistics'

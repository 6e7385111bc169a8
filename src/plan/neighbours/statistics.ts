/** What we ask of the statistics. */
export {
  aggregatesOf,
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

/** What we ask of the statistics. */
export {
  areasOf,
  dimensions,
  groupsOf,
  latestOf,
  pathsOf,
  publishedWorldOf,
  revisionOf,
  seriesOf,
  sourcesOf,
} from '#statistics'

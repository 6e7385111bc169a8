/** What we ask of the statistics. */
export { areasOf, dimensions, groupsOf, latestOf, pathsOf, publishedWorldOf, seriesOf, sourcesOf } from '#statistics'

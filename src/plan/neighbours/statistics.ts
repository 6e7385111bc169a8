/** What we ask of the statistics. */
export { areasOf, dimensions, latestOf, pathsOf, publishedWorldOf, seriesOf, sourcesOf } from '#statistics'

/** What we ask of the statistics: the figures that watch a risk. */
export { areasOf, pathsOf, publishedWorldOf, seriesOf, sourcesOf } from '#statistics'

/** What we ask of the statistics. */
export {
  aggregatesOf,
  areasOf,
  figuresDependOn,
  type GroupFigures,
  type GroupMember,
  groupsOf,
  membersOfGroups,
  pathsOf,
  publishedWorldOf,
  seriesOf,
  sourcesOf,
} from '#statistics'

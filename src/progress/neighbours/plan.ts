/** What we ask of the plan. */
export {
  areaRow,
  compareRow,
  entryPlace,
  glanceHead,
  glancePlace,
  linePlace,
  picturePlace,
  planInForce,
  targetLine,
  targetRow,
} from '#plan'

/** What we ask of the plan. */
export {
  areaRow,
  compareRow,
  entryPlace,
  glanceHead,
  glancePlace,
  linePlace,
  planInForce,
  targetLine,
  targetRow,
} from '#plan'

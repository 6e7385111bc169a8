/** What we ask of the plan. */
export { compareRow, entryPlace, glancePlace, planInForce, targetRow } from '#plan'

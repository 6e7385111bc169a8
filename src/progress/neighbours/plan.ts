/** What we ask of the plan. */
export { areaRow, compareRow, entryPlace, glancePlace, planInForce, targetRow } from '#plan'

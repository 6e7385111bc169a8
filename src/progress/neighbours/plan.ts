/** What we ask of the plan. */
export { entryPlace, planInForce, targetRow } from '#plan'

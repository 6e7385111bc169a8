/** What we ask of the plan. */
export { entryPlace, glancePlace, planInForce, targetRow } from '#plan'

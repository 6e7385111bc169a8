/** What we ask of the plan. */
export { entryPlace, glanceHead, glancePlace, linePlace, planInForce, targetLine, targetRow } from '#plan'

/** What we ask of the plan: its elements with their history, and the units of the organization that were declared with it. */
export { editionName, entryPlace, planInForce } from '#plan'

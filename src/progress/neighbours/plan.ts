/** What we ask of the plan. */
export { planInForce } from '#plan'

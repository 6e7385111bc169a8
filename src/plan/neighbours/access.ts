/** What we ask of who is who: a plan declares the units of its organisation. */
export { declareUnits } from '#access'

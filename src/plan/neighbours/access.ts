/** What we ask of who is who: a plan declares the units of its organization. */
export { declareUnits } from '#access'

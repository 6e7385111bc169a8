/** The version of the rules that make statuses, projections and intervals: another number says other things of the same figures. */
export const methodVersion = 1

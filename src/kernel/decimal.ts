/** A decimal as a whole number of units of 10 to the minus `places`. */
type Scaled = { readonly units: bigint; readonly places: number }

const form = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/

const scaled = (decimal: string): Scaled => {
  const [, sign = '', whole = '', part = '', power = '0'] = form.exec(decimal) ?? []
  if (whole === '' && part === '') throw new Error(`"${decimal}" is not a decimal`)
  const places = part.length - Number(power)
  const units = BigInt(`${whole}${part}`) * (sign === '-' ? -1n : 1n)
  return places < 0 ? { units: units * 10n ** BigInt(-places), places: 0 } : { units, places }
}

const written = ({ units, places }: Scaled): string => {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const part = places === 0 ? '' : `.${digits.slice(digits.length - places)}`
  return `${units < 0n ? '-' : ''}${whole}${part}`
}

const at = ({ units, places }: Scaled, wanted: number): bigint => units * 10n ** BigInt(wanted - places)

const together = (a: string, b: string): readonly [bigint, bigint, number] => {
  const [one, other] = [scaled(a), scaled(b)]
  const places = Math.max(one.places, other.places)
  return [at(one, places), at(other, places), places]
}

/** The same number in plain digits: `.5` is `0.5`, `9.17E-05` is `0.0000917`. No digit is lost or added. */
export const plainDecimal = (decimal: string): string => {
  const one = scaled(decimal)
  const plain = written(one)
  return one.units === 0n && decimal.startsWith('-') ? `-${plain}` : plain
}

/** One less the other, exactly: `0.3` less `0.1` is `0.2`. */
export const decimalLess = (a: string, b: string): string => {
  const [one, other, places] = together(a, b)
  return written({ units: one - other, places })
}

/** The middle of two, exactly. */
export const decimalMiddle = (a: string, b: string): string => {
  const [one, other, places] = together(a, b)
  return written({ units: (one + other) * 5n, places: places + 1 })
}

/**
 * Whether two decimals say the same at the precision of the coarser one: 16.6 and 16.60000038 do. A half of its last place
 * is rounded up by some and down by others, so it is within: 0.07725 and 0.0772 are the same.
 */
export const sameAtPrecision = (a: string, b: string): boolean => {
  const [one, other, places] = together(a, b)
  const apart = one > other ? one - other : other - one
  const coarser = Math.min(scaled(a).places, scaled(b).places)
  return places === coarser ? apart === 0n : apart * 2n <= 10n ** BigInt(places - coarser)
}

/**
 * How many decimals to show: those asked for, or as many more as it takes for a number that is not zero, and that rounding
 * would make zero, to show its first two digits.
 */
export const decimalsShown = (decimal: string, decimals: number): number => {
  const size = Math.abs(Number(decimal))
  if (size === 0 || size >= 0.5 * 10 ** -decimals) return decimals
  return Math.min(12, 1 - Math.floor(Math.log10(size)))
}

/** A decimal as a whole number of units of 10 to the minus `places`. */
type Scaled = { readonly units: bigint; readonly places: number }

const form = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/

const scaled = (decimal: string): Scaled => {
  const [, sign = '', whole = '', part = '', power = '0'] = form.exec(decimal) ?? []
  if (whole === '' && part === '') throw new Error(`decimal: "${decimal}" is not one`)
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

const together = (a: string, b: string): readonly [bigint, bigint, number] => {
  const [one, other] = [scaled(a), scaled(b)]
  const places = Math.max(one.places, other.places)
  const to = ({ units, places: own }: Scaled) => units * 10n ** BigInt(places - own)
  return [to(one), to(other), places]
}

/** The same number in plain digits: `.5` is `0.5`, `9.17E-05` is `0.0000917`. No digit is lost or added. */
export const plainDecimal = (decimal: string): string => written(scaled(decimal))

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
 * How many decimals to show: those of the series, or as many more as it takes for a number that is not zero to show its
 * first two digits.
 */
export const decimalsShown = (decimal: string, decimals: number): number => {
  const size = Math.abs(Number(decimal))
  if (size === 0 || size >= 0.5 * 10 ** -decimals) return decimals
  return Math.min(12, 1 - Math.floor(Math.log10(size)))
}

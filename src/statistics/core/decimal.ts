type Digits = { readonly units: bigint; readonly scale: number }

/** A published decimal in digits alone: `9.17E-05` is `0.0000917`, `.5` is `0.5`. Its value and its precision stay. */
export const plainDecimal = (text: string): string => {
  const found = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text)
  if (found === null || (found[2] === '' && found[3] === '')) throw new Error(`"${text}" is not a decimal`)
  const [, sign = '', whole = '', part = '', power = '0'] = found
  const digits = `${whole}${part}`
  const point = whole.length + Number(power)
  const before = point <= 0 ? '' : digits.slice(0, point).padEnd(point, '0')
  const after = point <= 0 ? `${'0'.repeat(-point)}${digits}` : digits.slice(point)
  return `${sign === '-' ? '-' : ''}${before.replace(/^0+(?=\d)/, '') || '0'}${after === '' ? '' : `.${after}`}`
}

const digitsOf = (text: string): Digits => {
  const plain = plainDecimal(text)
  const scale = plain.split('.')[1]?.length ?? 0
  return { units: BigInt(plain.replace('.', '')), scale }
}

const written = ({ units, scale }: Digits): string => {
  const digits = `${units < 0n ? -units : units}`.padStart(scale + 1, '0')
  const cut = digits.length - scale
  return `${units < 0n ? '-' : ''}${digits.slice(0, cut)}${scale === 0 ? '' : `.${digits.slice(cut)}`}`
}

const at = ({ units, scale }: Digits, wanted: number): bigint => units * 10n ** BigInt(wanted - scale)

/** One decimal less another, exactly: 90.6 less 77.5 is 13.1. */
export const lessOf = (one: string, other: string): string => {
  const [a, b] = [digitsOf(one), digitsOf(other)]
  const scale = Math.max(a.scale, b.scale)
  return written({ units: at(a, scale) - at(b, scale), scale })
}

/** Half away from zero, as a printed table does it. */
const rounded = (one: Digits, scale: number): bigint => {
  if (one.scale <= scale) return at(one, scale)
  const by = 10n ** BigInt(one.scale - scale)
  const half = one.units < 0n ? -by / 2n : by / 2n
  return (one.units + half) / by
}

/**
 * Whether two decimals say the same at the precision of the coarser one: 16.6 and 16.60000038 do. A half of its last place
 * is rounded up by some and down by others, so it is within: 0.07725 and 0.0772 are the same.
 */
export const sameAtPrecision = (one: string, other: string): boolean => {
  const [a, b] = [digitsOf(one), digitsOf(other)]
  const scale = Math.max(a.scale, b.scale)
  const apart = at(a, scale) - at(b, scale)
  if (a.scale === b.scale) return apart === 0n
  const place = 10n ** BigInt(scale - Math.min(a.scale, b.scale))
  return (apart < 0n ? -apart : apart) * 2n <= place
}

/** How many decimals a display needs so that what is not zero does not read as zero: at least those asked for. */
export const decimalsFor = (text: string, decimals: number): number => {
  const plain = plainDecimal(text)
  const part = plain.split('.')[1] ?? ''
  const first = part.search(/[1-9]/)
  if (first < 0 || /[1-9]/.test(plain.split('.')[0] ?? '')) return decimals
  const one = digitsOf(text)
  return rounded(one, decimals) !== 0n ? decimals : Math.max(decimals, first + 1)
}

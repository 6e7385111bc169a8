const number = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/

/**
 * A number's text as JSON and XML write numbers, digit for digit: `.5` is `0.5`, `+1` is `1`, `65.40` stays. Null when it is no
 * number: it then leaves as a text.
 */
export const decimalText = (cell: string | number | bigint): string | null => {
  const text = String(cell)
  // Most are plain: this asks once and makes nothing.
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) return text
  const found = number.exec(text)
  if (found === null) return null
  const [, sign = '', whole = '', part = '', power] = found
  if (whole === '' && part === '') return null
  const digits = `${whole.replace(/^0+(?=\d)/, '') || '0'}${part === '' ? '' : `.${part}`}`
  return `${sign === '-' ? '-' : ''}${digits}${power === undefined ? '' : `e${power}`}`
}

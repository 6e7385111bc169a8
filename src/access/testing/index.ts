import type { Unit } from '#access/core'
import { UnitCode } from '#kernel'

export const aUnit = (code: string, some: Partial<Unit> = {}): Unit => ({
  code: UnitCode.trusted(code),
  names: { en: code },
  short: null,
  sort: 'secretariat',
  under: null,
  serves: [],
  advises: [],
  members: [],
  ...some,
})

import { z } from 'zod'
import { mayDo } from '#kernel'
import { absent, fileOf, get, type Params, post, type Route, take, type Upload } from '#platform'
import { isOpen, scaleOn, wordingOf } from '#risks/core'
import { unitScope } from '../deeds/deciding.ts'
import { judgedSheet, receiveSheet, takeSheet } from '../deeds/importing.ts'
import { registerOf, registerWithScales } from '../held.ts'
import { namingOf } from '../naming.ts'
import { ImportPage, PreviewPage } from '../pages/import.tsx'
import { sheetNumbered } from '../store/sheets.ts'
import { workbookOf } from '../workbook.ts'

const numberOf = (params: Params): number => (/^\d{1,12}$/.test(params['sheet'] ?? '') ? Number(params['sheet']) : 0)

/** In bytes: a workbook, and what a form has around it. */
const longest = 5_100_000

const upload = z.custom<Upload>(
  (value) => typeof value === 'object' && value !== null && 'bytes' in value && (value as Upload).bytes.length > 0,
  'ui.form.empty',
)

export const importRoutes: readonly Route[] = [
  get({ path: '/risks/import', may: 'risks.import', load: async () => ({}), page: ImportPage }),
  take({
    path: '/risks/workbook.xlsx',
    may: 'risks.import',
    load: async (ask) => {
      const { risks, scales } = await registerWithScales(ask.db)
      const own = risks.filter(
        (risk) => isOpen(risk) && mayDo(ask.by, 'risks.import', unitScope(wordingOf(risk).owner)),
      )
      return fileOf('xlsx', workbookOf(ask, own, scaleOn(scales, ask.today), await namingOf(ask.db)), ask)
    },
  }),
  post({
    path: '/risks/import',
    may: 'risks.import',
    event: 'risks.sheetReceived',
    order: z.object({ file: upload }),
    longest,
    deed: receiveSheet,
    trail: ({ n, name, rows }) => ({ facts: { sheet: n, name, rows } }),
    goTo: ({ n }) => `/risks/import/${n}`,
  }),
  get({
    path: '/risks/import/:sheet',
    may: 'risks.import',
    load: async ({ db, by, today }, params) => {
      const sheet = await sheetNumbered(db, numberOf(params))
      if (sheet === null || sheet.person !== by.person) return absent('risks.import.noSuchSheet')
      return { sheet, lines: await judgedSheet(db, by, sheet, await registerOf(db), today) }
    },
    page: PreviewPage,
  }),
  post({
    path: '/risks/import/:sheet',
    may: 'risks.import',
    event: 'risks.sheetTaken',
    order: z.object({}),
    deed: (work, _, params) => takeSheet(work, { n: numberOf(params) }),
    trail: ({ n, name, entered, changed }) => ({ facts: { sheet: n, name }, after: { entered, changed } }),
    goTo: () => '/risks',
  }),
]

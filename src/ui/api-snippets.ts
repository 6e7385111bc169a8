/** A language in which the same table is read; the code is for whoever copies it, and for the tests that run it. */
export type Snippet = { readonly name: string; readonly code: string }

/** `address` answers in JSON, `csv` the same in CSV; both are whole addresses. */
export const snippetsFor = (address: string, csv: string): readonly Snippet[] => [
  { name: 'R', code: `figures <- read.csv("${csv}")\nhead(figures[, c("area", "year", "value")])` },
  {
    name: 'Python',
    code: [
      'import json',
      'from urllib.request import urlopen',
      '',
      `address = "${address}"`,
      'rows = []',
      'while address:',
      '    page = json.load(urlopen(address))',
      '    rows += page["data"]',
      '    address = page["next"]',
      'print(len(rows), rows[0]["area"], rows[0]["year"], rows[0]["value"])',
    ].join('\n'),
  },
  {
    name: 'JavaScript',
    code: [
      `let address = '${address}'`,
      'const rows = []',
      'while (address) {',
      '  const page = await (await fetch(address)).json()',
      '  rows.push(...page.data)',
      '  address = page.next',
      '}',
      'console.log(rows.length, rows[0].area, rows[0].year, rows[0].value)',
    ].join('\n'),
  },
  {
    name: 'Excel (Power Query)',
    code: `= Table.PromoteHeaders(Csv.Document(Web.Contents("${csv}"), [Encoding = 65001]))`,
  },
  { name: 'Google Sheets', code: `=IMPORTDATA("${csv}")` },
]

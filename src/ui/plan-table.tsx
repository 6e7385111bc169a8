import type { Child, FC } from 'hono/jsx'

/**
 * A row of a long list of undertakings: its number and words, the latest value with its small line, where it stands, and
 * what it would take. A row without a value has no line either, and says why; it then takes one line less on a phone.
 */
export type PlanRow = {
  readonly id: string
  readonly number: string
  readonly title: Child
  readonly ask: Child
  readonly latest:
    | { readonly kind: 'value'; readonly value: Child; readonly unit: Child; readonly line: Child }
    | { readonly kind: 'none'; readonly words: Child }
  readonly status: Child
  readonly take?: Child
}

type PlanGroup = {
  readonly heading: Child
  readonly about?: Child
  readonly id?: string
  readonly rows: readonly PlanRow[]
}

type PlanTableProps = {
  readonly caption: string
  readonly heads: {
    readonly number: Child
    readonly title: Child
    readonly latest: Child
    readonly line: Child
    readonly status: Child
    readonly take: Child
    /** Before the last cell on a phone: "It would take:". */
    readonly takeShort: string
  }
  readonly groups: readonly PlanGroup[]
}

const Row: FC<{ readonly row: PlanRow; readonly takeShort: string }> = ({ row, takeShort }) => {
  const { id, number, title, ask, latest, status, take } = row
  return (
    <tr id={id} class={latest.kind === 'none' ? 'bare' : undefined}>
      <td class="no num">
        <bdi>{number}</bdi>
      </td>
      <th scope="row">
        {title}
        <span class="ask">{ask}</span>
      </th>
      {latest.kind === 'none' ? (
        <td class="none" colspan={3}>
          {latest.words}
        </td>
      ) : (
        <>
          <td class="n val">{latest.value}</td>
          <td class="unit u">{latest.unit}</td>
          <td class="line">{latest.line}</td>
        </>
      )}
      <td class="stat">{status}</td>
      <td class="take" data-h={take === undefined ? undefined : takeShort}>
        {take}
      </td>
    </tr>
  )
}

/** The long list, in groups. */
export const PlanTable: FC<PlanTableProps> = ({ caption, heads, groups }) => (
  <table class="plan">
    <caption class="sr">{caption}</caption>
    <thead>
      <tr>
        <th scope="col">{heads.number}</th>
        <th scope="col">{heads.title}</th>
        <th scope="col" colspan={2}>
          {heads.latest}
        </th>
        <th scope="col">{heads.line}</th>
        <th scope="col">{heads.status}</th>
        <th scope="col">{heads.take}</th>
      </tr>
    </thead>
    {groups.map(({ heading, about, id, rows }) => (
      <tbody>
        <tr class="grp" id={id}>
          <th colspan={7} scope="rowgroup">
            {heading} {about === undefined ? null : <span class="about">{about}</span>}
          </th>
        </tr>
        {rows.map((row) => (
          <Row row={row} takeShort={heads.takeShort} />
        ))}
      </tbody>
    ))}
  </table>
)

import { Link, type PlanRow, Wording } from '#ui'
import { pathOf } from '../core/address.ts'
import { referenceOf } from '../reading.ts'
import { Asked } from './glance-asked.tsx'
import { Line, type RowProps, Unit, Value } from './glance-latest.tsx'
import { Distance, hasTake, Standing, Take } from './glance-standing.tsx'

/** A target as a row of the long list. */
export const planRow = (props: RowProps): PlanRow => {
  const { row, ix, say, language, here } = props
  const { target, latest } = row
  return {
    id: target.id.replaceAll('/', '-'),
    number: referenceOf(target) ?? '',
    title: (
      <Link class="t" to={pathOf(ix, target)} language={language} here={here}>
        <Wording words={target.title} language={language} />
      </Link>
    ),
    ask: <Asked {...props} />,
    latest:
      latest === null
        ? { kind: 'none', words: say('plan.glance.none') }
        : {
            kind: 'value',
            value: <Value {...props} latest={latest} />,
            unit: <Unit {...props} latest={latest} />,
            line: <Line {...props} latest={latest} />,
          },
    status: (
      <>
        {props.cells.map((show) => show(say, language, here))}
        {props.cells.length === 0 ? <Standing {...props} /> : <Distance {...props} />}
      </>
    ),
    ...(hasTake(props) ? { take: <Take {...props} /> } : {}),
  }
}

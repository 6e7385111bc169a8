import type { FC } from 'hono/jsx'
import { ChartTaking, SideSection } from '#ui'
import { chartTitle, OutlookChart } from './outlook-chart.tsx'
import { OutlookEach } from './outlook-each.tsx'
import { OutlookFacts, OutlookWarnings } from './outlook-facts.tsx'
import { OutlookLabels } from './outlook-labels.tsx'
import { OutlookLede } from './outlook-lede.tsx'
import { OutlookPaces } from './outlook-paces.tsx'
import { areaText, measureText, type Part } from './outlook-saying.tsx'
import { OutlookTable } from './outlook-table.tsx'
import { Takes } from './outlook-takes.tsx'
import { Why } from './outlook-why.tsx'

/** Whether it will be met: the sentence, the drawing and its table, then everything that they rest on. */
export const OutlookSection: FC<Part> = (props) => {
  const { outlook, about, chart = null, say, language, here } = props
  const { answer } = outlook
  const { measure } = outlook
  const area = areaText(about, { say, language })
  return (
    <>
      <SideSection
        id="outlook"
        heading={say('progress.outlook.heading')}
        {...(measure === null
          ? {}
          : { about: say('progress.outlook.about', { measure: measureText(outlook, { say, language }), area }) })}
      >
        <OutlookLede {...props} />
        <Takes {...props} />
        {answer === null ? null : (
          <>
            <OutlookChart {...props} answer={answer} />
            <OutlookTable {...props} answer={answer} />
            {chart === null ? null : (
              <ChartTaking
                heading={say('progress.chart.take')}
                title={chartTitle({ ...props, answer })}
                to={chart}
                say={say}
                language={language}
                here={here}
              />
            )}
            <OutlookFacts {...props} answer={answer} />
            <details>
              <summary>{say('progress.told.heading')}</summary>
              <Why {...props} />
            </details>
            <OutlookWarnings {...props} answer={answer} />
          </>
        )}
      </SideSection>
      <OutlookEach {...props} />
      {answer === null ? null : (
        <>
          <OutlookPaces {...props} answer={answer} />
          <OutlookLabels {...props} answer={answer} />
        </>
      )}
    </>
  )
}

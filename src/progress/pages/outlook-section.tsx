import type { FC } from 'hono/jsx'
import { SideSection } from '#ui'
import { OutlookChart } from './outlook-chart.tsx'
import { OutlookLede } from './outlook-lede.tsx'
import { areaText, measureText, type Part } from './outlook-saying.tsx'
import { OutlookTable } from './outlook-table.tsx'

/** Whether it will be met: the sentence, the drawing and its table, then everything that they rest on. */
export const OutlookSection: FC<Part> = (props) => {
  const { outlook, about, say, language } = props
  const { answer } = outlook
  return (
    <SideSection
      id="outlook"
      heading={say('progress.outlook.heading')}
      about={
        outlook.measure === null
          ? undefined
          : say('progress.outlook.about', {
              measure: measureText(outlook, language),
              area: areaText(about, { say, language }),
            })
      }
    >
      <OutlookLede {...props} />
      {answer === null ? null : (
        <>
          <OutlookChart {...props} answer={answer} />
          <OutlookTable {...props} answer={answer} />
        </>
      )}
    </SideSection>
  )
}

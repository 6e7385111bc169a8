import type { FC } from 'hono/jsx'
import type { Shown } from '#platform'
import { type Level, levels, type Matrix, type Risk, type Which } from '#risks/core'
import { ChartFigure, Cite, Empty, Filter, Lede, Link, Mast, Select, SideSection } from '#ui'
import type { RegisterRead } from '../visible.ts'
import { MatrixPicture, MatrixTable } from './matrix-picture.tsx'
import { RisksFrame } from './risks-frame.tsx'
import { type Reader, RiskLink, Several } from './saying.tsx'

export type MatrixProps = {
  readonly read: RegisterRead
  readonly matrix: Matrix | null
  readonly which: Which
  readonly level: Level | undefined
  readonly address: string
}

const Beside: FC<Reader & { readonly heading: string; readonly risks: readonly Risk[] }> = ({
  heading,
  risks,
  ...reader
}) =>
  risks.length === 0 ? null : (
    <SideSection heading={heading}>
      <Several all={risks.map((risk) => <RiskLink risk={risk} {...reader} />)} none="" />
    </SideSection>
  )

/** The matrix as a picture and as a table. */
export const MatrixPage: FC<Shown<MatrixProps>> = ({ read, matrix, which, level, address, ...reader }) => {
  const { say, language, here } = reader
  const title = say('risks.matrix.title')
  return (
    <RisksFrame title={title} description={say('risks.matrix.about')} {...reader}>
      <Mast heading={title}>
        <Lede>
          {matrix === null
            ? say('risks.noScaleYet')
            : say('risks.matrix.lede', {
                count: matrix.rows.flat().reduce((sum, one) => sum + one.risks.length, 0),
                which,
              })}
        </Lede>
      </Mast>
      <Filter to="/risks/matrix" button={say('risks.show')} language={language} here={here}>
        <Select
          label={say('risks.which')}
          name="which"
          value={which}
          options={(['residual', 'inherent'] as const).map((value) => ({ value, words: say(`risks.which.${value}`) }))}
        />
        <Select
          label={say('risks.level')}
          name="level"
          value={level ?? ''}
          options={[
            { value: '', words: say('risks.any') },
            ...levels.map((value) => ({ value, words: say(`risks.level.${value}`) })),
          ]}
        />
      </Filter>
      {matrix === null ? (
        <Empty>
          <Link to="/risks/scale" language={language} here={here}>
            {say('risks.scale.title')}
          </Link>
        </Empty>
      ) : (
        <>
          <SideSection heading={say(`risks.which.${which}`)} about={say('risks.matrix.read')} wide>
            <ChartFigure caption={say('risks.matrix.caption')}>
              <MatrixPicture matrix={matrix} title={title} say={say} language={language} />
            </ChartFigure>
            <MatrixTable matrix={matrix} {...reader} />
          </SideSection>
          <Beside heading={say('risks.matrix.unassessed')} risks={matrix.unassessed} {...reader} />
          <Beside heading={say('risks.matrix.otherScale')} risks={matrix.otherScale} {...reader} />
        </>
      )}
      <Cite title={title} to={address} say={say} language={language} here={here} />
    </RisksFrame>
  )
}

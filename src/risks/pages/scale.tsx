import type { FC } from 'hono/jsx'
import { type Language, languages, wordsIn } from '#kernel'
import type { Shown } from '#platform'
import { isAboveAppetite, type Scale, wordLists } from '#risks/core'
import {
  DataTable,
  dayWords,
  Empty,
  Form,
  Input,
  Kv,
  Lede,
  Link,
  languageNames,
  Mast,
  SideSection,
  TextArea,
} from '#ui'
import { Reason } from './deed-page.tsx'
import { RisksFrame } from './risks-frame.tsx'
import { GradeMark, gradeWords, type Reader, stepWords } from './saying.tsx'

const ScaleTable: FC<Reader & { readonly scale: Scale }> = ({ scale, say, language }) => (
  <DataTable
    label={say('risks.scale.number', { n: scale.n })}
    caption={say('risks.scale.tableAbout')}
    columns={[
      { head: say('risks.likelihood') },
      ...scale.impact.map((_, at) => ({ head: stepWords(language, scale, 'impact', at + 1) })),
    ]}
    groups={[
      {
        rows: scale.matrix
          .map((row, at) => ({
            cells: [
              stepWords(language, scale, 'likelihood', at + 1),
              ...row.map((grade) => (
                <span class="nw">
                  <GradeMark grade={grade} /> {gradeWords(language, scale, grade)}
                </span>
              )),
            ],
          }))
          .toReversed(),
      },
    ]}
    say={say}
  />
)

export type ScaleProps = { readonly scale: Scale | null; readonly all: readonly Scale[]; readonly maySet: boolean }

/** How risks are measured here, today and before. */
export const ScalePage: FC<Shown<ScaleProps>> = ({ scale, all, maySet, say, language, here }) => {
  const reader = { say, language, here }
  const title = say('risks.scale.title')
  return (
    <RisksFrame title={title} description={say('risks.scale.about')} {...reader}>
      <Mast heading={title}>
        <Lede>{say(scale === null ? 'risks.noScaleYet' : 'risks.scale.about')}</Lede>
        {maySet ? (
          <p class="acts noprint">
            <Link class="btn q" to="/risks/scale/new" language={language} here={here}>
              {say('risks.scale.new')}
            </Link>
          </p>
        ) : null}
      </Mast>
      {all.length === 0 ? <Empty>{say('risks.noScaleYet')}</Empty> : null}
      {all.toReversed().map((one) => (
        <SideSection
          id={`scale-${one.n}`}
          heading={say('risks.scale.number', { n: one.n })}
          about={one.n === scale?.n ? say('risks.scale.inForce') : undefined}
          wide
        >
          <Kv
            rows={[
              { name: say('risks.scale.since'), value: dayWords(language, one.since) },
              {
                name: say('risks.scale.appetite'),
                value: say('risks.appetiteIs', { grade: gradeWords(language, one, one.appetite) }),
              },
              {
                name: say('risks.scale.aboveIs'),
                value: one.grades
                  .flatMap(({ words }, at) => (isAboveAppetite(one, at) ? [wordsIn(language, words)] : []))
                  .join(', '),
              },
              { name: say('risks.reason'), value: <bdi>{one.reason}</bdi> },
            ]}
          />
          <ScaleTable scale={one} {...reader} />
        </SideSection>
      ))}
    </RisksFrame>
  )
}

export type NewScaleProps = {
  readonly typed: {
    readonly lines: Readonly<Record<(typeof wordLists)[number], Readonly<Record<Language, string>>>>
    readonly matrix: string
    readonly appetite: string
  }
}

export const NewScalePage: FC<Shown<NewScaleProps>> = ({ typed, say, language, here }) => {
  const reader = { say, language, here }
  const title = say('risks.scale.new')
  return (
    <RisksFrame
      title={title}
      kind="form"
      through={[{ words: say('risks.scale.title'), to: '/risks/scale' }]}
      {...reader}
    >
      <Mast heading={title}>
        <Lede>{say('risks.scale.newAbout')}</Lede>
      </Mast>
      <Form to="/risks/scale/new" button={say('risks.scale.button')} {...reader}>
        <Input name="since" type="date" label={say('risks.scale.since')} value={here.today} {...reader} />
        {wordLists.map((list) => (
          <fieldset class="fld">
            <legend>
              {say(`risks.scale.${list}`)} <span class="hint">{say(`risks.scale.${list}Hint`)}</span>
            </legend>
            <div class="pair">
              {languages.map((one) => (
                <TextArea
                  name={`${list}.${one}`}
                  label={<span lang={one}>{languageNames[one]}</span>}
                  value={typed.lines[list][one]}
                  rows={5}
                  most={600}
                  {...reader}
                />
              ))}
            </div>
          </fieldset>
        ))}
        <TextArea
          name="matrix"
          label={say('risks.scale.matrix')}
          hint={say('risks.scale.matrixHint')}
          value={typed.matrix}
          rows={5}
          most={200}
          {...reader}
        />
        <Input
          name="appetite"
          label={say('risks.scale.appetite')}
          hint={say('risks.scale.appetiteHint')}
          value={typed.appetite}
          mode="numeric"
          most={1}
          {...reader}
        />
        <Reason {...reader} />
      </Form>
    </RisksFrame>
  )
}

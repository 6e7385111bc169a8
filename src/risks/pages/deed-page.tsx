import type { Child, FC, PropsWithChildren } from 'hono/jsx'
import { isOpen, type Risk, type RiskId, type Scale, type Score, seenOf, wordingOf } from '#risks/core'
import { Carried, Choose, Form, Lede, Link, Mast, TextArea } from '#ui'
import type { RegisterRead } from '../visible.ts'
import { Changed, type FieldNow } from './changed.tsx'
import { RisksFrame } from './risks-frame.tsx'
import { gradeWords, type Reader, riskPath, stepWords } from './saying.tsx'

/** Why something is done: everything that is decided about a risk has its reason. */
export const Reason: FC<Reader> = (reader) => (
  <TextArea
    name="reason"
    label={reader.say('risks.reason')}
    hint={reader.say('risks.reasonHint')}
    rows={2}
    most={2000}
    {...reader}
  />
)

/** Into which other risk that stands this one goes. */
export const IntoField: FC<
  Reader & {
    readonly label: string
    readonly risk: Risk
    readonly among: readonly Risk[]
    readonly value?: RiskId | null
    readonly optional?: boolean
  }
> = ({ label, risk, among, value = null, optional = false, ...reader }) => (
  <Choose
    name="into"
    label={label}
    value={value ?? ''}
    options={[
      { value: '', words: reader.say(optional ? 'risks.none' : 'risks.choose') },
      ...among
        .filter((one) => one.id !== risk.id && isOpen(one))
        .map((one) => ({ value: one.id, words: `${one.id} ${wordingOf(one).title}` })),
    ]}
    optional={optional}
    {...reader}
  />
)

type DeedPageProps = PropsWithChildren<
  Reader & {
    readonly read: RegisterRead
    readonly risk: Risk
    readonly title: string
    readonly about: Child
    readonly button: string
    /** Below the risk's own address. */
    readonly to: string
    readonly fields?: readonly FieldNow[]
  }
>

/** A page with one form about one risk. It carries the number of the latest row that it was shown with. */
export const DeedPage: FC<DeedPageProps> = ({
  read,
  risk,
  title,
  about,
  button,
  to,
  fields = [],
  children,
  ...reader
}) => {
  const { say, language, here } = reader
  const { title: name } = wordingOf(risk)
  return (
    <RisksFrame
      title={title}
      kind="form"
      through={[
        {
          words: (
            <>
              <bdi>{risk.id}</bdi> <bdi>{name}</bdi>
            </>
          ),
          to: riskPath(risk),
        },
      ]}
      {...reader}
    >
      <Mast heading={title}>
        <Lede>{about}</Lede>
      </Mast>
      <Form
        to={`${riskPath(risk)}/${to}`}
        button={button}
        beside={
          <Link to={riskPath(risk)} language={language} here={here}>
            {say('risks.back')}
          </Link>
        }
        {...reader}
      >
        <Changed risk={risk} read={read} fields={fields} {...reader} />
        <Carried name="seen" value={String(seenOf(risk))} />
        {children}
        <Reason {...reader} />
      </Form>
    </RisksFrame>
  )
}

const scoreFields = [
  ['inherentLikelihood', 'likelihood', 'inherent'],
  ['inherentImpact', 'impact', 'inherent'],
  ['residualLikelihood', 'likelihood', 'residual'],
  ['residualImpact', 'impact', 'residual'],
] as const

type ScoresNow = { readonly inherent: Score; readonly residual: Score } | null

export const scoreFieldsNow = ({ say, language }: Reader, scale: Scale, now: ScoresNow): readonly FieldNow[] =>
  scoreFields.map(([name, of, which]) => ({
    name,
    label: say(`risks.field.${name}`),
    now: now === null ? say('ui.missing.not-yet-assessed') : stepWords(language, scale, of, now[which][of]),
    said: (typed) => stepWords(language, scale, of, Number(typed)),
  }))

/** Likelihood and impact, before and after what is done, in the words of the scale. */
export const Scores: FC<Reader & { readonly scale: Scale; readonly now: ScoresNow; readonly optional?: boolean }> = ({
  scale,
  now,
  optional = false,
  ...reader
}) => {
  const { say, language } = reader
  return (
    <>
      {(['inherent', 'residual'] as const).map((which) => (
        <fieldset class="fld">
          <legend>
            {say(`risks.which.${which}`)} <span class="hint">{say(`risks.which.${which}About`)}</span>
          </legend>
          <div class="pair">
            {scoreFields
              .filter(([, , one]) => one === which)
              .map(([name, of]) => (
                <Choose
                  name={name}
                  label={say(`risks.${of}`)}
                  value={now === null ? '' : String(now[which][of])}
                  optional={optional}
                  options={[
                    { value: '', words: say('risks.choose') },
                    ...scale[of].map((_, at) => ({
                      value: String(at + 1),
                      words: `${at + 1} · ${stepWords(language, scale, of, at + 1)}`,
                    })),
                  ]}
                  {...reader}
                />
              ))}
          </div>
        </fieldset>
      ))}
      <p class="small dim">{say('risks.appetiteIs', { grade: gradeWords(language, scale, scale.appetite) })}</p>
    </>
  )
}

import type { FC } from 'hono/jsx'
import type { ApiPageProps, ApiShown, Shown } from '#platform'
import { Frame } from './frame.tsx'
import { Lede, Mast, SideSection } from './layout.tsx'
import { Link } from './link.tsx'

type Parameter = ApiShown['parameters'][number]
const idOfEndpoint = (template: string): string => template.replaceAll(/[^a-zA-Z]+/g, '-').replaceAll(/^-|-$/g, '')

type PartProps = Shown<{ readonly shown: ApiShown }>

const choicesOf = ({ schema }: Parameter): readonly string[] => (schema.enum ?? []).map(String)

const Input: FC<{ readonly parameter: Parameter; readonly id: string }> = ({ parameter, id }) => {
  const { name, required, example, schema } = parameter
  const choices = choicesOf(parameter)
  if (choices.length > 0)
    return (
      <select name={name} id={id}>
        {required ? null : <option value="" />}
        {choices.map((one) => (
          <option value={one} selected={one === example}>
            {one}
          </option>
        ))}
      </select>
    )
  const isNumber = schema.type === 'integer' || schema.type === 'number'
  return (
    <input
      id={id}
      name={name}
      type={isNumber ? 'number' : 'text'}
      {...(schema.type === 'number' ? { step: 'any' } : {})}
      value={example ?? ''}
      required={required}
      dir="ltr"
    />
  )
}

/** The parameters as a plain form: what is sent opens at its own address. */
const Try: FC<PartProps> = ({ shown: one, say }) => (
  <form class="filter noprint" method="get" action="/api/try">
    <input type="hidden" name="endpoint" value={one.template} />
    {one.parameters.map((parameter) => (
      <label for={`${idOfEndpoint(one.template)}-${parameter.name}`}>
        <code>{parameter.name}</code>
        <Input parameter={parameter} id={`${idOfEndpoint(one.template)}-${parameter.name}`} />
      </label>
    ))}
    <button class="btn q" type="submit">
      {say('ui.api.try')}
    </button>
  </form>
)

const Parameters: FC<PartProps> = ({ shown: one, say }) => (
  <ul class="list">
    {one.parameters.map(({ name, description, required, in: place }) => (
      <li>
        <code class="addr">{name}</code> {description}
        {required ? <> {say(place === 'path' ? 'ui.api.inPath' : 'ui.api.required')}</> : null}
      </li>
    ))}
  </ul>
)

const Fields: FC<PartProps> = ({ shown: one }) => (
  <ul class="list">
    {one.fields.map(({ name, type, about }) => (
      <li>
        <code class="addr">{name}</code>{' '}
        <code class="addr dim" dir="ltr">
          {type}
        </code>
        {about === '' ? null : <> {about}</>}
      </li>
    ))}
  </ul>
)

const Endpoint: FC<PartProps> = (props) => {
  const { shown: one, say, here } = props
  return (
    <SideSection
      heading={
        <code class="addr" dir="ltr">
          {one.template}
        </code>
      }
      id={idOfEndpoint(one.template)}
      about={say(one.about)}
    >
      <Try {...props} />
      <pre class="cite" dir="ltr">
        <code>{`curl '${here.origin}${one.address}'`}</code>
      </pre>
      <details>
        <summary>{say('ui.api.parameters', { count: one.parameters.length })}</summary>
        <Parameters {...props} />
      </details>
      <details>
        <summary>{say('ui.api.fields', { count: one.fields.length })}</summary>
        <Fields {...props} />
      </details>
    </SideSection>
  )
}

const problems = [400, 401, 403, 404, 406, 413, 429] as const

/** All that programs can ask, each with a form to try it. No part of it needs a script or another server. */
export const ApiPage: FC<Shown<ApiPageProps>> = ({ endpoints, say, language, here }) => (
  <Frame title={say('platform.api.title')} say={say} language={language} here={here}>
    <Mast heading={say('platform.api.title')}>
      <Lede>{say('platform.api.lede')}</Lede>
      <p>
        <a href="/api/openapi.json">OpenAPI 3.1</a>
        {' · '}
        <Link to="/api/use" language={language} here={here}>
          {say('ui.api.useTitle')}
        </Link>
      </p>
    </Mast>
    <SideSection heading={say('ui.api.how')}>
      <ul class="list">
        {(['howAnswers', 'howPages', 'howDays', 'howKept', 'howRate'] as const).map((key) => (
          <li>{say(`ui.api.${key}`)}</li>
        ))}
      </ul>
    </SideSection>
    <SideSection heading={say('ui.api.endpoints')}>
      <ul class="list">
        {endpoints.map((one) => (
          <li>
            <a href={`#${idOfEndpoint(one.template)}`}>
              <code class="addr" dir="ltr">
                {one.template}
              </code>
            </a>{' '}
            {say(one.about)}
          </li>
        ))}
      </ul>
    </SideSection>
    {endpoints.map((one) => (
      <Endpoint shown={one} say={say} language={language} here={here} />
    ))}
    <SideSection heading={say('ui.api.problems')} about={say('ui.api.problemsAbout')}>
      <dl class="kv">
        {problems.map((status) => (
          <>
            <dt id={`problem-${status}`}>{status}</dt>
            <dd>{say(`platform.api.problem${status}`)}</dd>
          </>
        ))}
      </dl>
    </SideSection>
  </Frame>
)

/** In the foot of every page. */
export const ApiFoot: FC<Shown<object>> = ({ say, language, here }) => (
  <p>
    <Link to="/api" language={language} here={here}>
      {say('ui.api.foot')}
    </Link>
  </p>
)

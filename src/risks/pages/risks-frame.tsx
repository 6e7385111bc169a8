import type { Child, FC, PropsWithChildren } from 'hono/jsx'
import { type Crumb, Frame } from '#ui'
import type { Reader } from './saying.tsx'

type RisksFrameProps = PropsWithChildren<
  Reader & {
    readonly title: string
    readonly description?: string
    /** The steps between the register and this page. */
    readonly through?: readonly Crumb[]
    /** What the page itself is called in its path, where that is not its title. */
    readonly last?: Child
    /** A desk may do something; a form is nothing to be found or kept. */
    readonly kind?: 'page' | 'desk' | 'form'
  }
>

/** The page around every page below the register, with the way back to it. */
export const RisksFrame: FC<RisksFrameProps> = ({ title, through = [], last = title, kind = 'page', ...rest }) => (
  <Frame
    title={title}
    current="/risks"
    fleeting={kind === 'form'}
    desk={kind !== 'page'}
    crumbs={[{ words: rest.say('risks.title'), to: '/risks' }, ...through, { words: last }]}
    {...rest}
  />
)

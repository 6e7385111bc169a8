import type { FC, PropsWithChildren } from 'hono/jsx'

/** What may be wider than the page moves inside its own region, which the keyboard can reach. */
export const Scroll: FC<PropsWithChildren<{ readonly label: string }>> = ({ label, children }) => (
  <section class="scroll" tabindex={0} aria-label={label}>
    {children}
  </section>
)

import type { FC, PropsWithChildren } from 'hono/jsx'

/** A figure, a range, a code or an address: it keeps its own direction, digits and line in any sentence. */
export const Fig: FC<PropsWithChildren> = ({ children }) => <bdi class="f">{children}</bdi>

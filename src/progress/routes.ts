import type { Route, Section } from '#platform'
import { methodsRoutes } from './routes/methods.ts'
import { outlookRoutes } from './routes/outlook.ts'

export const routes: readonly Route[] = [...methodsRoutes, ...outlookRoutes]

export const sections: readonly Section[] = [{ to: '/methods', key: 'progress.section.methods', order: 65 }]

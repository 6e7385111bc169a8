import type { Route, Section } from '#platform'
import { methodsRoutes } from './routes/methods.ts'
import { methodsPastRoutes } from './routes/methods-past.ts'
import { outlookRoutes } from './routes/outlook.ts'

export const routes: readonly Route[] = [...methodsRoutes, ...methodsPastRoutes, ...outlookRoutes]

export const sections: readonly Section[] = [{ to: '/methods', key: 'progress.section.methods', order: 65 }]

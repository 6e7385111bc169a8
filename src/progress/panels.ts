import type { Panel } from '#platform'
import { areaRowsPanel } from './area-rows.ts'
import { comparePanel } from './compare-panel.ts'
import { glancePanels } from './glance-panels.ts'
import { outlookPanels } from './outlook-panels.ts'
import { wherePanel } from './where-panel.ts'

/** What we know about the things on other features' pages. */
export const panels: readonly Panel[] = [...outlookPanels, ...glancePanels, wherePanel, comparePanel, areaRowsPanel]

import type { Section } from '#platform'

/** What the plan has in the head of every page; the edition that is shown first answers for `/editions`. */
export const sections: readonly Section[] = [
  { to: '/', key: 'plan.section.plan', order: 10 },
  { to: '/editions', key: 'plan.section.text', order: 20 },
  { to: '/compare', key: 'plan.section.compare', order: 22 },
  { to: '/frameworks', key: 'plan.section.frameworks', order: 24, isInFoot: true },
  { to: '/findings', key: 'plan.section.findings', order: 60 },
  { to: '/glossary', key: 'plan.section.glossary', order: 70, isInFoot: true },
]

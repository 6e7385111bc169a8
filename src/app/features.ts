import { access } from '#access'
import { plan } from '#plan'
import type { Feature } from '#platform'
import { progress } from '#progress'
import { risks } from '#risks'
import { statistics } from '#statistics'

/** What this Meridian is made of, one line each: deleting a feature is deleting its folder and its lines. */
export const features: Readonly<Record<string, Feature>> = {
  access,
  statistics,
  plan,
  progress,
  risks,
}

import { type Branded, idKind } from '#kernel'

/** A series as its custodian codes it: `IT.NET.USER.ZS`, `SE_ADT_ACTS`. */
export type SeriesCode = Branded<'series'>
export const SeriesCode = idKind('series', /^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/)

export type DatasetCode = Branded<'dataset'>
export const DatasetCode = idKind('dataset', /^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/)

/** An economy by three letters, or a group for which a figure was published, `scheme/code`: `WB-world/WB-WLD`. */
export type AreaCode = Branded<'area'>
export const AreaCode = idKind('area', /^(?:[A-Z]{3}|[A-Za-z0-9-]{1,40}\/[A-Za-z0-9-]{1,40})$/)

export const isGroup = (area: string): boolean => area.includes('/')

/** Releases are numbered in the order of loading, from 1. */
export type ReleaseNumber = number

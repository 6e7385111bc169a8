import { Day } from '#kernel'
import { type ReadDb, type Row, sql, text, type WriteDb, whole } from '#platform'

export type CalibrationHead = {
  readonly number: number
  /** The day of its computation. */
  readonly dated: Day
  readonly digest: string
  readonly author: string
  readonly reason: string
}

const readHead = (row: Row): CalibrationHead => ({
  number: whole(row, 'number'),
  dated: Day.trusted(text(row, 'dated')),
  digest: text(row, 'digest'),
  author: text(row, 'author'),
  reason: text(row, 'reason'),
})

/** Every calibration, the newest first. */
export const calibrations = (db: ReadDb): Promise<readonly CalibrationHead[]> =>
  db.all(
    sql`-- progress.calibrations
      select number, dated::text, digest, author, reason from progress.calibration order by number desc`,
    readHead,
  )

export type InForce = {
  readonly calibration: number
  readonly since: Day
  readonly author: string
  readonly reason: string
}

/** Who put which calibration in force, and from which day: the latest word first. */
export const wordsInForce = (db: ReadDb): Promise<readonly InForce[]> =>
  db.all(
    sql`-- progress.wordsInForce
      select calibration, since::text, author, reason from progress.in_force order by since desc, n desc`,
    (row) => ({
      calibration: whole(row, 'calibration'),
      since: Day.trusted(text(row, 'since')),
      author: text(row, 'author'),
      reason: text(row, 'reason'),
    }),
  )

/** The files of a calibration by name. */
export const filesOfCalibration = async (db: ReadDb, number: number): Promise<ReadonlyMap<string, string>> =>
  new Map(
    await db.all(
      sql`-- progress.filesOfCalibration
        select name, content from progress.calibration_file where calibration = ${number} order by name`,
      (row) => [text(row, 'name'), text(row, 'content')] as const,
    ),
  )

/** For deeds that add: nobody else adds until the transaction ends. */
export const takeTurn = (db: WriteDb): Promise<number> =>
  db.run(sql`-- progress.takeTurn
    select pg_advisory_xact_lock(hashtext('progress.calibration'))`)

export const addCalibration = async (
  db: WriteDb,
  { number, dated, digest, author, reason }: CalibrationHead,
  files: ReadonlyMap<string, string>,
): Promise<void> => {
  await db.run(sql`-- progress.addCalibration
    insert into progress.calibration (number, dated, digest, author, reason)
    values (${number}, ${dated}, ${digest}, ${author}, ${reason})`)
  await db.run(sql`-- progress.addFiles
    insert into progress.calibration_file (calibration, name, content)
    select ${number}::integer, name, content from unnest(${[...files.keys()]}::text[], ${[...files.values()]}::text[]) as given (name, content)`)
}

export const addWordInForce = (db: WriteDb, { calibration, since, author, reason }: InForce): Promise<number> =>
  db.run(sql`-- progress.addWordInForce
    insert into progress.in_force (calibration, since, author, reason)
    values (${calibration}, ${since}, ${author}, ${reason})`)

export type AccuracyRun = { readonly calibration: number; readonly on: Day; readonly result: string }

/** The newest backtest of a calibration, as JSON; null before the first. */
export const accuracyOfCalibration = (db: ReadDb, calibration: number): Promise<AccuracyRun | null> =>
  db.one(
    sql`-- progress.accuracyOfCalibration
      select calibration, run_on::text, result::text from progress.accuracy
      where calibration = ${calibration} order by n desc limit 1`,
    (row) => ({
      calibration: whole(row, 'calibration'),
      on: Day.trusted(text(row, 'run_on')),
      result: text(row, 'result'),
    }),
  )

export const addAccuracy = (db: WriteDb, run: AccuracyRun & { readonly author: string }): Promise<number> =>
  db.run(sql`-- progress.addAccuracy
    insert into progress.accuracy (calibration, run_on, author, result)
    values (${run.calibration}, ${run.on}, ${run.author}, ${run.result}::jsonb)`)

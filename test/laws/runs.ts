/** How often the laws are put to the test: a slice with a fixed seed on the embedded database, long on a PostgreSQL server. */
import { testEngine } from '../../packages/server/src/store/testing/test-database.ts';

export const isLong = testEngine === 'postgres';

/** Every property starts from it, so that a failure is found again. */
export const seed = 20_261_123;

export const runs = {
  /** Simulated histories of scans, in each of the two suites that run them (laws 1 and 5). */
  histories: isLong ? 500 : 6,
  /** Pairs of a faultless scan and the same scan with one fault. */
  isolation: isLong ? 30 : 4,
  /** Lives of one resource with the people who look after its issues. */
  lives: isLong ? 40 : 6,
  /** Scans of the same resources in other orders. */
  shuffles: 100,
  /** Estates that are scanned twice. */
  quiet: isLong ? 60 : 5,
  /** Orders in which a history is recorded. */
  replays: isLong ? 60 : 12,
  /** Properties of pure functions. */
  pure: 200,
};

/** Shrinking runs hundreds of scans: it is for finding out why, with SECURITY_MONKEY_TEST_SHRINK=yes. */
export function settings(numRuns: number): {
  readonly numRuns: number;
  readonly seed: number;
  readonly endOnFailure: boolean;
} {
  return { numRuns, seed, endOnFailure: process.env['SECURITY_MONKEY_TEST_SHRINK'] !== 'yes' };
}

/** One line at the end of a suite. */
export function tellRuns(law: string, counts: Readonly<Record<string, number>>): void {
  const told = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
  process.stdout.write(`law ${law} on ${testEngine}: ${told.join(', ')} (seed ${seed})\n`);
}

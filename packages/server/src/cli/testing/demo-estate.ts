/** A demo estate for tests: its database in a directory of its own, its history up to a given moment, and a keyboard on it. */
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import aws from '@security-monkey/aws';
import demo from '@security-monkey/demo';
import gcp from '@security-monkey/gcp';
import { createRegistry } from '../../engine/registry.ts';
import { seededIds } from '../../engine/testing/seeded.ts';
import { openDatabase } from '../../store/database/database.ts';
import { createDemoClock } from '../demo/demo-clock.ts';
import { beginOfHistory, fillHistory } from '../demo/fill-history.ts';
import { seedDemo } from '../demo/seed-demo.ts';
import { systemClock } from '../runtime/system-clock.ts';
import { createKeyboard } from './type-command.ts';

export type DemoEstate = Awaited<ReturnType<typeof openDemoEstate>>;

/** Its real clock stands at the moment. */
export async function openDemoEstate(now: Date) {
  const directory = mkdtempSync(join(tmpdir(), 'security-monkey-demo-'));
  const database = await openDatabase({ directory });
  const clock = createDemoClock({ now: () => now, sleep: systemClock.sleep });
  const registry = createRegistry([aws, gcp, demo]);
  const nextId = seededIds(1, clock.now);
  const keyboard = createKeyboard(database.db, { registry, clock, nextId });
  /** As start does it; `stopAt` stops it there, as Ctrl-C would. */
  const fillUp = async ({ stopAt }: { readonly stopAt?: Date } = {}): Promise<void> => {
    const stop = new AbortController();
    clock.goTo(await beginOfHistory(database.db, now));
    await seedDemo(keyboard.runtime);
    await fillHistory(keyboard.runtime, {
      clock,
      until: () => now,
      signal: stop.signal,
      tell: (at) => {
        if (stopAt !== undefined && at >= stopAt) stop.abort();
      },
    });
    clock.arrive();
  };
  const close = async (): Promise<void> => {
    await database.close();
    await rm(directory, { recursive: true, force: true });
  };
  return { ...keyboard, db: database.db, clock, fillUp, close };
}

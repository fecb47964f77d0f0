/** Law 1: could not look is never gone, and never fine. Histories in which every kind of call fails in every kind of way. */
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type Fault } from '../../packages/server/src/engine/testing/fake-faults.ts';
import { useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import { type History, histories, type Round } from './history/plan.ts';
import { createTold, runHistory } from './history.ts';
import { runs, settings, tellRuns } from './runs.ts';

const database = useTestDatabase();
const told = createTold();

afterAll(() => tellRuns('1', { histories: runs.histories, ...told }));

it('no history of scans with faults deletes, fixes or invents anything falsely', {
  timeout: 900_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(histories({ faults: 4, stops: false, rounds: 4 }), (history) =>
      runHistory(database(), history, told),
    ),
    settings(runs.histories),
  );
  expect(told.faults).toBeGreaterThan(runs.histories);
});

/** A history of one vault, which cannot be asked for, and two widgets, which can, under the same faults again and again. */
function steady(faults: readonly Fault[]): History {
  const quiet: Round = { mutations: [], wait: 10, decisions: [], scan: { faults: [] } };
  const faulty: Round = { ...quiet, scan: { faults } };
  const slot = (kind: 'vault' | 'widget', name: string) => ({ account: 'a1', kind, region: 'north', name });
  return {
    accounts: 1,
    resources: [
      { do: 'create', slot: slot('vault', 'v1'), patches: [{ body: { Locked: false } }] },
      { do: 'create', slot: slot('widget', 'w1'), patches: [{ policy: 'public one' }] },
      { do: 'create', slot: slot('widget', 'w2'), patches: [{ policy: 'public two' }] },
    ],
    rounds: [quiet, faulty, faulty, faulty],
  };
}

describe('nothing is deleted or fixed, however often', () => {
  it.each<readonly [string, Fault]>([
    ['a listing makes no sense', { kind: 'malformed', operation: '*' }],
    ['a listing lacks half of what can be asked for', { kind: 'short', operation: 'fake:ListWidgets' }],
    ['everything is denied', { kind: 'access_denied', operation: '*', skip: 2 }],
    [
      'every describe says that something else is not there',
      { kind: 'not_found', operation: 'fake:GetWidget' },
    ],
    ['every vault is said not to be there', { kind: 'not_found', operation: 'fake:GetVault' }],
    ['nothing ever answers', { kind: 'hang', operation: '*', skip: 2 }],
    ['the account is suspended', { kind: 'account_suspended', operation: '*' }],
    ['the second page is cut', { kind: 'cut', operation: 'fake:ListWidgets', skip: 1 }],
  ])('%s', async (_, fault) => {
    await runHistory(database(), steady([fault]));
    const kinds = await database().selectFrom('revision').select('kind').distinct().execute();
    expect(kinds).toEqual([{ kind: 'created' }]);
    const fixed = await database().selectFrom('issue').select('id').where('status', '=', 'fixed').execute();
    expect(fixed).toEqual([]);
  });
});

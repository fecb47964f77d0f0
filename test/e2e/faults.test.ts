/** The provider fails in every way: what could not be looked at is said, nothing is deleted, nothing is fixed, and afterwards all is as before. */

import { describe, expect, it } from 'vitest';
import { confirmations, denials, type Hit, hitsOf, roundsOf } from './denials.ts';
import {
  buildFaultyEstate,
  correctFaultyEstate,
  emptyListings,
  faultyCounts,
  faultyTechnologies,
  lackingListings,
} from './estate/faulty.ts';
import { prod } from './estate/known.ts';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { awsPermissions } from './messages.ts';
import { resetMoto } from './moto.ts';
import { motoUrl } from './own-moto.ts';
import {
  type IssueRow,
  type ItemRow,
  readComplaints,
  readCoverage,
  readHistory,
  readIssues,
  readItems,
} from './rows.ts';
import { storms } from './storms.ts';
import { once, useStories } from './story.ts';
import { scan, succeed } from './watching.ts';
import { type EngineName, engines, openWorkspace, type Workspace } from './workspace.ts';

const everyIssue = 'is:fixed OR -is:fixed';
const scope = ['--region', 'us-east-1', '--region', 'global'] as const;
const rounds = roundsOf(denials).map((operations, index) => ({
  index,
  what: operations.join(', '),
  operations,
}));

/** What is remembered: it must be the same before and after. */
async function remember(workspace: Workspace) {
  const items = await readItems(workspace);
  const issues = await readIssues(workspace, everyIssue);
  const watched = items.filter(({ name }) => name.endsWith('-open'));
  const histories = [];
  for (const { id } of watched) histories.push(await readHistory(workspace, id));
  return { items, issues, histories };
}

type Looked = Awaited<ReturnType<typeof look>>;

/** One scan under a fault, and all that it left. */
async function look(workspace: Workspace, asksDoctor = workspace.engine === 'postgres') {
  const scanned = await scan(workspace, ...scope);
  const complaints = asksDoctor ? await readComplaints(workspace) : undefined;
  if (workspace.engine === 'embedded') return { scanned, complaints };
  const items = await readItems(workspace);
  const issues = await readIssues(workspace, everyIssue);
  // Whatever the coverage says of a failure, the doctor has said, too.
  const coverage = failedScopesOf(scanned.summary).length > 0 ? await readCoverage(workspace) : [];
  return { scanned, complaints, seen: { items, issues, coverage } };
}

/** The embedded database is opened anew by every command, so there the doctor is asked after some of the rounds only. */
function isThorough(engine: EngineName, round: number): boolean {
  return engine === 'postgres' || round % 4 === 0;
}

function seenIn(found: Looked | undefined) {
  if (found?.seen === undefined) throw new Error('Nothing was read item by item.');
  return found.seen;
}

type Weather = {
  readonly proxy: FaultProxy;
  readonly plan: Parameters<FaultProxy['setPlan']>[0];
  readonly isThorough?: boolean;
};

async function lookUnder(workspace: Workspace, { proxy, plan, isThorough: all = true }: Weather) {
  proxy.resetCalls();
  proxy.setPlan(plan);
  const found = await look(workspace, all);
  proxy.setPlan(() => undefined);
  return found;
}

describe.skipIf(motoUrl === '')('faults', () => {
  const estate = once(async () => {
    await resetMoto(motoUrl);
    await buildFaultyEstate(motoUrl);
  });

  const story = useStories(async (engine) => {
    await estate();
    const proxy = await startFaultProxy(motoUrl, correctFaultyEstate);
    const workspace = await openWorkspace(engine, proxy.url);
    try {
      await succeed(workspace, 'account', 'add', 'aws', prod, '--name', 'prod');
      const first = await scan(workspace, ...scope);
      const before = await remember(workspace);
      const denied: Looked[] = [];
      for (const { operations, index } of rounds) {
        const plan: Weather['plan'] = ({ name }) => (operations.includes(name) ? 'deny' : undefined);
        denied.push(await lookUnder(workspace, { proxy, plan, isThorough: isThorough(engine, index) }));
      }
      const stormy: Looked[] = [];
      for (const { faults, hits = Number.POSITIVE_INFINITY } of storms) {
        const plan: Weather['plan'] = ({ name }, attempt) => (attempt <= hits ? faults[name] : undefined);
        stormy.push(await lookUnder(workspace, { proxy, plan }));
      }
      proxy.setCorrect(emptyListings);
      const empty = await look(workspace);
      proxy.setCorrect(lackingListings);
      const plan: Weather['plan'] = ({ name }) => (name in confirmations ? 'deny' : undefined);
      const unasked = await lookUnder(workspace, { proxy, plan });
      const asked = await look(workspace, true);
      const called = [...proxy.calls().keys()];
      proxy.setCorrect(({ body }) => body);
      const last = await look(workspace, true);
      return {
        first,
        before,
        denied,
        stormy,
        empty,
        unasked,
        asked,
        called,
        last,
        after: await remember(workspace),
      };
    } finally {
      await workspace.close();
      await proxy.stop();
    }
  });

  describe.each(engines)('on %s', (engine) => {
    it('begins well', () => {
      const { first, before } = story(engine);
      expect({ code: first.code, err: first.err }).toEqual({ code: 0, err: '' });
      const counted = Map.groupBy(before.items, ({ technology }) => technology);
      expect(
        Object.fromEntries([...counted].map(([technology, items]) => [technology, items.length])),
      ).toEqual(faultyCounts);
      expect(before.issues.filter(({ name }) => name === 'f-safe').map(({ check }) => check)).toEqual([
        'aws.s3-bucket.logging-disabled',
      ]);
    });

    it.each(rounds)('$what denied is said, and nothing is concluded', ({ operations, index }) => {
      const found = story(engine).denied[index];
      expect(found?.scanned.code).toBe(1);
      expect(found?.scanned.err).not.toBe('');
      expect(found?.scanned.summary).toMatchObject({ ...unchanged, ...lossOf(operations) });
      const told = found?.complaints?.map(
        (one) => `${one.permission} ${one.fix.includes(`Grant ${one.permission} `)}`,
      );
      const wanted = operations.map((operation) => `${permissionOf(operation)} true`).toSorted();
      expect(told?.toSorted()).toEqual(isThorough(engine, index) ? wanted : undefined);
    });

    it.each(storms.map((storm, index) => ({ ...storm, index })))('$what', ({ index, failed, unread }) => {
      const found = story(engine).stormy[index];
      const isWell = Object.keys(failed).length + unread.length === 0;
      expect(found?.scanned.code).toBe(isWell ? 0 : 1);
      expect(found?.scanned.summary).toMatchObject({ ...unchanged, failedAccounts: [] });
      const scopes = failedScopesOf(found?.scanned.summary);
      expect(scopes.map(({ technology }) => technology).toSorted()).toEqual(Object.keys(failed).toSorted());
      for (const { technology, failure } of scopes) expect(failed[technology]).toContain(failure.class);
      const complained = new Set(found?.complaints?.map(({ operation }) => operation));
      expect(unread.filter((operation) => !complained.has(operation))).toEqual([]);
      expect(complained.size === 0).toBe(isWell);
    });

    it('believes no listing that shows nothing at once', () => {
      const { empty, before } = story(engine);
      expect(empty.scanned.summary).toMatchObject({ ...unchanged, held: 0 });
      expect(before.items.length).toBe(18);
    });

    it('keeps what a listing lacks when nobody may ask for it', () => {
      const { unasked, called } = story(engine);
      const held = Object.keys(confirmations).length;
      expect(unasked.scanned.summary).toMatchObject({ ...unchanged, failedScopes: [], held });
      expect(Object.keys(confirmations).filter((operation) => !called.includes(operation))).toEqual([]);
    });

    it('says which permission the question lacks', () => {
      const { unasked } = story(engine);
      const permissions = unasked.complaints?.map(({ permission }) => permission);
      expect(permissions?.toSorted()).toEqual(Object.keys(confirmations).map(permissionOf).toSorted());
    });

    it('keeps what a listing lacks when it is still there', () => {
      const { asked } = story(engine);
      expect(asked.scanned.summary).toMatchObject({ ...unchanged, failedScopes: [], held: 0 });
      expect(asked.complaints).toEqual([]);
    });

    it('is as before when the faults are over, without one more revision', () => {
      const { last, before, after } = story(engine);
      expect({ code: last.scanned.code, err: last.scanned.err, complaints: last.complaints }).toEqual({
        code: 0,
        err: '',
        complaints: [],
      });
      expect(last.scanned.summary).toMatchObject({ ...unchanged, unknowns: 0 });
      expect(after).toEqual(before);
      expect(after.histories.length).toBeGreaterThanOrEqual(2);
      expect(after.histories.filter((revisions) => revisions.length !== 1)).toEqual([]);
    });
  });

  describe('item by item', () => {
    it.each(rounds)('$what denied leaves every issue as it is', ({ index }) => {
      const { before, denied } = story('postgres');
      const { issues } = seenIn(denied[index]);
      expect(issues.map(standing)).toEqual(before.issues.map(standing));
    });

    it.each(rounds)('$what denied makes exactly what rests on it unknown', ({ operations, index }) => {
      const { before, denied } = story('postgres');
      const { items } = seenIn(denied[index]);
      const hits = operations.flatMap(hitsBy);
      const wanted = before.items.map(({ name, technology, lastChanged }) => {
        const hit = hits.find((one) => one.technology === technology);
        return { name, technology, lastChanged, unknowns: hit?.unknowns?.[nameInTables(name)] ?? 0 };
      });
      const found = items.map(({ name, technology, lastChanged, unknowns }) => {
        return { name, technology, lastChanged, unknowns };
      });
      expect(found).toEqual(wanted);
    });

    it.each(rounds)('$what denied is in the coverage where it stops a listing', ({ operations, index }) => {
      const { coverage } = seenIn(story('postgres').denied[index]);
      const failed = coverage.filter(({ state }) => state === 'failed');
      expect(
        failed.map(({ technology, failure }) => `${technology} ${failure?.permission}`).toSorted(),
      ).toEqual(
        failedTechnologies(operations).map(({ technology, permission }) => `${technology} ${permission}`),
      );
    });

    it.each(Object.entries(confirmations))(
      '%s denied leaves %s where it is, unverified',
      (_operation, place) => {
        const { before, unasked } = story('postgres');
        const kept = ({ technology, name }: ItemRow): boolean => `${technology} ${name}` === place;
        const [item] = seenIn(unasked).items.filter(kept);
        expect(item).toEqual({ ...before.items.find(kept), status: 'unverified' });
      },
    );

    it('keeps every item when a listing shows nothing', () => {
      const { before, empty } = story('postgres');
      const kept = ({ id, status, openIssues }: ItemRow): object => ({ id, status, openIssues });
      expect(seenIn(empty).items.map(kept)).toEqual(before.items.map(kept));
    });
  });
});

function standing({ id, status, score }: IssueRow): object {
  return { id, status, score };
}

const unchanged = {
  created: 0,
  changed: 0,
  deleted: 0,
  issuesOpened: 0,
  issuesReopened: 0,
  issuesFixed: 0,
  failedChecks: 0,
};

describe('the table of denials', () => {
  it('has every operation that the plugin declares, and no other', () => {
    expect([...Object.keys(denials), ...Object.keys(confirmations)].toSorted()).toEqual(
      [...awsPermissions.keys()].toSorted(),
    );
  });
});

/** A key's name is its id, which the emulator gives. */
function nameInTables(name: string): string {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name) ? 'f-key' : name;
}

function permissionOf(operation: string): string {
  return awsPermissions.get(operation) ?? '';
}

function hitsBy(operation: string): readonly Hit[] {
  const denial = denials[operation];
  return denial === undefined ? [] : hitsOf(denial);
}

type Failed = { readonly technology: string; readonly class: string; readonly permission?: string };

/** The technologies whose listing is not believed, in the order of the alphabet, and why. */
function failedTechnologies(operations: readonly string[]): readonly Failed[] {
  return operations
    .flatMap((operation) => hitsBy(operation).flatMap((hit) => failedBy(hit, permissionOf(operation))))
    .toSorted((a, b) => (a.technology < b.technology ? -1 : 1));
}

function failedBy({ loss, technology }: Hit, permission: string): readonly Failed[] {
  const denied = { class: 'access_denied', permission };
  if (loss === 'account') return faultyTechnologies.map((one) => ({ technology: one, ...denied }));
  if (technology === undefined) return [];
  return loss === 'listing' || loss === 'names' ? [{ technology, ...denied }] : [];
}

/** What the summary of the scan must say of the losses. */
function lossOf(operations: readonly string[]): object {
  const hits = operations.flatMap(hitsBy);
  const failedWhole = (loss: Hit['loss']) =>
    operations
      .filter((operation) => hitsBy(operation).some((hit) => hit.loss === loss))
      .map((operation) => {
        const failure = { class: 'access_denied', permission: permissionOf(operation) };
        return { account: 'prod', failure };
      });
  const unknowns = hits.flatMap((hit) => Object.values(hit.unknowns ?? {}));
  return {
    failedScopes: failedTechnologies(operations).map(({ technology, ...failure }) => {
      return { account: 'prod', technology, failure };
    }),
    failedAccounts: failedWhole('account'),
    unreadableFacts: failedWhole('fact'),
    failedItems: itemCount(hits, 'items') + itemCount(hits, 'names'),
    partialItems: itemCount(hits, 'part'),
    unknowns: unknowns.reduce((sum, count) => sum + count, 0),
  };
}

function itemCount(hits: readonly Hit[], loss: Hit['loss']): number {
  return hits
    .flatMap((hit) =>
      hit.loss === loss && hit.technology !== undefined ? [faultyCounts[hit.technology]] : [],
    )
    .reduce((sum, count) => sum + count, 0);
}

type FailedScope = { readonly technology: string; readonly failure: { readonly class: string } };

function failedScopesOf(summary: Readonly<Record<string, unknown>> | undefined): readonly FailedScope[] {
  return (summary?.['failedScopes'] ?? []) as readonly unknown[] as readonly FailedScope[];
}

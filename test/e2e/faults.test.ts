/** The provider fails in every way: what could not be looked at is said, nothing is deleted, nothing is fixed, and afterwards all is as before. */
import { describe, expect, inject, it } from 'vitest';
import { type Denial, denials } from './denials.ts';
import { buildFaultyEstate, correctFaultyEstate, emptyListings, faultyBuckets } from './estate/faulty.ts';
import { prod } from './estate/known.ts';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { awsPermissions } from './messages.ts';
import { resetMoto } from './moto.ts';
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

const motoUrl = inject('motoUrl');
const everyIssue = 'is:fixed OR -is:fixed';
const scope = ['--region', 'us-east-1', '--region', 'global'] as const;

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

/** The embedded database is opened anew by every command, so there the doctor is asked after some of the denials only. */
function isThorough(engine: EngineName, operation: string): boolean {
  return engine === 'postgres' || Object.keys(denials).indexOf(operation) % 4 === 0;
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
      const denied = new Map<string, Looked>();
      for (const operation of Object.keys(denials)) {
        const plan: Weather['plan'] = ({ name }) => (name === operation ? 'deny' : undefined);
        const isRead = isThorough(engine, operation);
        denied.set(operation, await lookUnder(workspace, { proxy, plan, isThorough: isRead }));
      }
      const stormy: Looked[] = [];
      for (const { faults, hits = Number.POSITIVE_INFINITY } of storms) {
        const plan: Weather['plan'] = ({ name }, attempt) => (attempt <= hits ? faults[name] : undefined);
        stormy.push(await lookUnder(workspace, { proxy, plan }));
      }
      proxy.setCorrect(emptyListings);
      const empty = await look(workspace);
      proxy.setCorrect(({ body }) => body);
      const last = await look(workspace, true);
      return { first, before, denied, stormy, empty, last, after: await remember(workspace) };
    } finally {
      await workspace.close();
      await proxy.stop();
    }
  });

  describe.each(engines)('on %s', (engine) => {
    it('begins well', () => {
      const { first, before } = story(engine);
      expect({ code: first.code, err: first.err }).toEqual({ code: 0, err: '' });
      expect(before.items.map(({ name }) => name).toSorted()).toEqual([
        'default',
        'f-closed',
        'f-open',
        'f-open',
        'f-safe',
      ]);
      expect(before.issues.filter(({ name }) => name === 'f-safe').map(({ check }) => check)).toEqual([
        'aws.s3-bucket.logging-disabled',
      ]);
    });

    it.each(Object.entries(denials))('%s denied is said, and nothing is concluded', (operation, denial) => {
      const found = story(engine).denied.get(operation);
      const permission = awsPermissions.get(operation);
      expect(found?.scanned.code).toBe(1);
      expect(found?.scanned.err).not.toBe('');
      const unknowns = Object.values(denial.unknowns ?? {}).reduce((sum, count) => sum + count, 0);
      const loss = lossOf(denial, permission);
      expect(found?.scanned.summary).toMatchObject({ ...unchanged, ...loss, unknowns });
      const told = found?.complaints?.map((one) => [
        one.permission,
        one.fix.includes(`Grant ${permission} `),
      ]);
      expect(told).toEqual(isThorough(engine, operation) ? [[permission, true]] : undefined);
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
      expect(before.items.length).toBe(5);
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
      expect(after.histories.map((revisions) => revisions.length)).toEqual([1, 1]);
    });
  });

  describe('item by item', () => {
    it.each(Object.entries(denials))('%s denied leaves every issue as it is', (operation) => {
      const { before, denied } = story('postgres');
      const { issues } = seenIn(denied.get(operation));
      expect(issues.map(standing)).toEqual(before.issues.map(standing));
    });

    it.each(Object.entries(denials))(
      '%s denied makes exactly what rests on it unknown',
      (operation, denial) => {
        const { before, denied } = story('postgres');
        const { items } = seenIn(denied.get(operation));
        const wanted = before.items.map(({ name, technology, lastChanged }) => {
          const isHit = technology === denial.technology;
          return { name, technology, lastChanged, unknowns: isHit ? (denial.unknowns?.[name] ?? 0) : 0 };
        });
        const found = items.map(({ name, technology, lastChanged, unknowns }) => {
          return { name, technology, lastChanged, unknowns };
        });
        expect(found).toEqual(wanted);
      },
    );

    it.each(Object.entries(denials))(
      '%s denied is in the coverage where it stops a listing',
      (operation, denial) => {
        const { coverage } = seenIn(story('postgres').denied.get(operation));
        const failed = coverage.filter(({ state }) => state === 'failed');
        const permission = awsPermissions.get(operation);
        expect(failed.map(({ technology, failure }) => `${technology} ${failure?.permission}`)).toEqual(
          failedTechnologies(denial).map((technology) => `${technology} ${permission}`),
        );
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
    expect(Object.keys(denials).toSorted()).toEqual([...awsPermissions.keys()].toSorted());
  });
});

function failedTechnologies({ loss, technology }: Denial): readonly string[] {
  if (loss === 'account') return ['aws.ec2-security-group', 'aws.s3-bucket'];
  return loss === 'listing' && technology !== undefined ? [technology] : [];
}

/** What the summary of the scan must say of the loss. */
function lossOf(denial: Denial, permission: string | undefined): object {
  const failure = { class: 'access_denied', permission };
  const failedScopes = failedTechnologies(denial).map((technology) => ({
    account: 'prod',
    technology,
    failure,
  }));
  const groupCount = 3;
  const count = denial.technology === 'aws.s3-bucket' ? faultyBuckets.length : groupCount;
  const said = { failedScopes, failedAccounts: [] as object[], failedItems: 0, partialItems: 0 };
  switch (denial.loss) {
    case 'account':
      return { ...said, failedAccounts: [{ account: 'prod', failure }] };
    case 'listing':
      return said;
    case 'items':
      return { ...said, failedItems: count };
    case 'part':
      return { ...said, partialItems: count };
    case 'fact':
      return { ...said, unreadableFacts: [{ account: 'prod', failure }] };
  }
}

type FailedScope = { readonly technology: string; readonly failure: { readonly class: string } };

function failedScopesOf(summary: Readonly<Record<string, unknown>> | undefined): readonly FailedScope[] {
  return (summary?.['failedScopes'] ?? []) as readonly unknown[] as readonly FailedScope[];
}

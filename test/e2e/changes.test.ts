/** Twenty-odd changes of real resources: exactly the revisions and transitions that the table says, and no others. */

import { describe, expect, it } from 'vitest';
import { type Change, firstChanges, justified, secondChanges } from './change-table.ts';
import {
  buildChangingEstate,
  type ChangingEstate,
  changingBuckets,
  changingGroups,
  newBucket,
} from './estate/changing.ts';
import { correctionsFor } from './estate/corrections.ts';
import { startFaultProxy } from './fault-proxy.ts';
import { resetMoto } from './moto.ts';
import { motoUrl } from './own-moto.ts';
import { type IssueRow, type ItemRow, issueText, readHistory, readIssues, readItems } from './rows.ts';
import { once, useStories } from './story.ts';
import { addAccounts, type Scanned, scan, succeed } from './watching.ts';
import { type EngineName, engines, openWorkspace, type Workspace } from './workspace.ts';

/** Nothing else is changed. */
const changing = ['--technology', 'aws.s3-bucket', '--technology', 'aws.ec2-security-group'] as const;
const scope = ['--account', 'prod', '--region', 'us-east-1', '--region', 'global', ...changing] as const;

/** What the product knows after a scan. */
type State = {
  readonly scanned: Scanned;
  readonly items: readonly ItemRow[];
  readonly issues: readonly IssueRow[];
};

async function look(workspace: Workspace): Promise<State> {
  const scanned = await scan(workspace, ...scope);
  return {
    scanned,
    items: await readItems(workspace, 'is:deleted OR -is:deleted'),
    issues: await readIssues(workspace, 'is:fixed OR -is:fixed'),
  };
}

/** Both engines look at the same estate, so each stage is reached by both before the next changes are made. */
function createStages(estate: () => Promise<ChangingEstate>) {
  let waiting = 0;
  const stages = [firstChanges, secondChanges].map((changes) => {
    let go = (): void => undefined;
    const made = new Promise<void>((resolve) => {
      go = resolve;
    }).then(async () => {
      const built = await estate();
      for (const change of changes) await change.make(built);
    });
    return { made, go };
  });
  return async (stage: 0 | 1): Promise<void> => {
    waiting += 1;
    const chosen = stages[stage];
    if (waiting === engines.length * (stage + 1)) chosen?.go();
    await chosen?.made;
  };
}

async function justifyAll(workspace: Workspace, issues: readonly IssueRow[]): Promise<void> {
  for (const [name, text] of justified) {
    const issue = issues.find((one) => one.name === name && issueText(one).startsWith(text));
    if (issue === undefined) throw new Error(`There is no issue ${text} of ${name} to justify.`);
    await succeed(workspace, 'issue', 'justify', issue.id, '--reason', 'accepted');
  }
}

/** The embedded database is opened anew by every command, so there fewer histories are read. */
const readNames: Readonly<Record<EngineName, readonly string[]>> = {
  postgres: [...new Set([...firstChanges, ...secondChanges].map(({ name }) => name))],
  embedded: ['b-doomed', 'b-reborn', 'b-unblocked', 'b-same-policy', 'g-closed', 'g-same-rules'],
};

async function histories(workspace: Workspace, items: readonly ItemRow[]) {
  const found = new Map<string, readonly string[]>();
  for (const { id, name } of items) {
    if (!readNames[workspace.engine].includes(name)) continue;
    const revisions = await readHistory(workspace, id);
    found.set(
      id,
      revisions.map(({ kind }) => kind),
    );
  }
  return found;
}

describe.skipIf(motoUrl === '')('changes', () => {
  const estate = once(async () => {
    await resetMoto(motoUrl);
    return await buildChangingEstate(motoUrl);
  });
  const reach = createStages(estate);

  const story = useStories(async (engine) => {
    await estate();
    const proxy = await startFaultProxy(
      motoUrl,
      correctionsFor([...changingBuckets, { ...newBucket, region: 'us-east-1' }], changingGroups),
    );
    const workspace = await openWorkspace(engine, proxy.url);
    try {
      await addAccounts(workspace);
      const found = await look(workspace);
      await justifyAll(workspace, found.issues);
      const before = { ...found, issues: await readIssues(workspace, 'is:fixed OR -is:fixed') };
      await reach(0);
      const after = await look(workspace);
      await reach(1);
      const end = await look(workspace);
      return { before, after, end, histories: await histories(workspace, end.items) };
    } finally {
      await workspace.close();
      await proxy.stop();
    }
  });

  describe.each(engines)('on %s', (engine) => {
    it.each(firstChanges)('$name: $what', (change) => {
      const { before, after } = story(engine);
      expect(issueChanges(change.name, before, after)).toEqual(change.issues.toSorted());
    });

    it.each(secondChanges)('$name: $what', (change) => {
      const { after, end } = story(engine);
      expect(issueChanges(change.name, after, end)).toEqual(change.issues.toSorted());
    });

    it('makes exactly the revisions of the table', () => {
      const { before, end, histories: found } = story(engine);
      const known = new Set(before.items.map(({ id }) => id));
      for (const name of readNames[engine]) {
        const revisions = end.items
          .filter((item) => item.name === name)
          .toSorted((a, b) => (a.id < b.id ? -1 : 1))
          .flatMap(({ id }) => (found.get(id) ?? []).slice(0, known.has(id) ? -1 : undefined).toReversed());
        expect({ name, revisions }).toEqual({ name, revisions: revisionsOf(name) });
      }
    });

    it.each([
      ['first', firstChanges],
      ['second', secondChanges],
    ] as const)('counts the %s changes, and touches nothing else', (which, changes) => {
      const { before, after, end } = story(engine);
      const [earlier, later] = which === 'first' ? [before, after] : [after, end];
      const count = (kind: string) =>
        changes.flatMap(({ revisions }) => revisions).filter((one) => one === kind).length;
      expect({ code: later.scanned.code, err: later.scanned.err }).toEqual({ code: 0, err: '' });
      expect(later.scanned.summary).toMatchObject({
        created: count('created'),
        changed: count('changed'),
        deleted: count('deleted'),
        held: 0,
        unknowns: 0,
      });
      const touched = new Set(
        changes.filter(({ revisions }) => revisions.length > 0).map(({ name }) => name),
      );
      expect(untouched(later, touched)).toEqual(untouched(earlier, touched));
    });

    it('keeps the issue of a bucket made again, and binds it to the new item', () => {
      const { before, after } = story(engine);
      const [old] = before.issues.filter(({ name }) => name === 'b-reborn');
      const [now] = after.issues.filter(({ name }) => name === 'b-reborn');
      expect(now).toMatchObject({ id: old?.id, status: 'justified' });
      const item = after.items.find(({ id }) => id === now?.item);
      expect(item?.status).toBe('active');
      expect(now?.item).not.toBe(old?.item);
    });
  });
});

function revisionsOf(name: string): readonly string[] {
  return [...firstChanges, ...secondChanges]
    .filter((change) => change.name === name)
    .flatMap(({ revisions }) => revisions);
}

/** The changes of a name's issues as the table writes them. */
function issueChanges(name: string, before: State, after: State): readonly string[] {
  const own = (state: State) =>
    new Map(state.issues.filter((one) => one.name === name).map((one) => [one.id, one]));
  const [old, now] = [own(before), own(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((id) => ({ was: old.get(id), is: now.get(id) }))
    .filter(({ was, is }) => standing(was) !== standing(is))
    .map(({ was, is }) => `${textOf(is ?? was)}: ${standing(was)} → ${standing(is)}`)
    .toSorted();
}

function textOf(issue: IssueRow | undefined): string {
  return issue === undefined ? '' : issueText(issue).replace(/ \(\d+\)$/, '');
}

function standing(issue: IssueRow | undefined): string {
  return issue === undefined ? '–' : `${issue.status} ${issue.score}`;
}

/** What may not have changed: every other item as a whole, but for what its issues add up to. */
function untouched({ items }: State, touched: ReadonlySet<string>): readonly object[] {
  return items.filter(({ name }) => !touched.has(name)).map((item) => ({ ...item, score: 0, openIssues: 0 }));
}

describe('the table of changes', () => {
  it('has twenty changes and more, a quarter of them without any revision', () => {
    const all: readonly Change[] = [...firstChanges, ...secondChanges];
    expect(all.length).toBeGreaterThanOrEqual(20);
    expect(all.filter(({ revisions }) => revisions.length === 0).length).toBeGreaterThanOrEqual(
      all.length / 4,
    );
  });
});

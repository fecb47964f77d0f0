/** Law 4: an issue is (lineage, check, message, subject); a justification is bound to the evidence. Over random lives of one widget. */
import type { JsonObject } from '@security-monkey/sdk';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { justifyIssue } from '../../packages/server/src/engine/audit/decide-issue.ts';
import { scan } from '../../packages/server/src/engine/scan.ts';
import { setSetting } from '../../packages/server/src/engine/settings/settings.ts';
import type { Row } from '../../packages/server/src/store/schema.ts';
import { useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import { systemViewer } from '../../packages/server/src/store/viewer.ts';
import { createStage, type Stage } from './history/stage.ts';
import { runs, settings, tellRuns } from './runs.ts';

const database = useTestDatabase();
let lives = 0;

afterAll(() => tellRuns('4', { lives }));

/** What of the widget matters; `unrelated` changes nothing that a check looks at. */
type Widget = { ports: readonly number[]; policy: string; unrelated: number };

type Event =
  | { readonly do: 'ports'; readonly ports: readonly number[] }
  | { readonly do: 'policy'; readonly policy: string }
  | { readonly do: 'unrelated'; readonly value: number }
  | { readonly do: 'recreate' | 'delete' | 'create' }
  | { readonly do: 'rename'; readonly name: string }
  | { readonly do: 'score'; readonly score: number }
  | { readonly do: 'justify'; readonly pick: number }
  | { readonly do: 'rescan' };

const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('ports' as const), ports: fc.shuffledSubarray([22, 80, 443]) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('policy' as const),
      policy: fc.constantFrom('private', 'public one', 'public two'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unrelated' as const), value: fc.nat({ max: 9 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('recreate' as const, 'delete' as const, 'create' as const) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('rename' as const), name: fc.constantFrom('one', 'two') }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('score' as const), score: fc.nat({ max: 10 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('justify' as const), pick: fc.nat({ max: 3 }) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'rescan' as const }) },
);

/** What is expected of one subject. */
type Expected = {
  readonly id: string;
  status: 'open' | 'justified' | 'fixed';
  /** What the justification covers. */
  covered: string | undefined;
};

type Life = {
  readonly stage: Stage;
  readonly widget: Widget;
  isThere: boolean;
  readonly issues: Map<string, Expected>;
};

async function live(events: readonly Event[]): Promise<void> {
  const stage = await createStage(database(), ['a1']);
  const life: Life = {
    stage,
    widget: { ports: [22], policy: 'private', unrelated: 0 },
    isThere: true,
    issues: new Map(),
  };
  put(life, false);
  await look(life);
  for (const one of events) {
    await happen(life, one);
    await look(life);
  }
  lives += 1;
}

async function happen(life: Life, one: Event): Promise<void> {
  const { stage, widget } = life;
  switch (one.do) {
    case 'ports':
      widget.ports = one.ports;
      return put(life, false);
    case 'policy':
      widget.policy = one.policy;
      return put(life, false);
    case 'unrelated':
      widget.unrelated = one.value;
      return put(life, false);
    case 'recreate':
    case 'create':
      if (one.do === 'create' && life.isThere) return;
      life.isThere = true;
      return put(life, true);
    case 'delete':
      life.isThere = false;
      stage.cloud.account('a1').remove('widget', 'w1');
      return;
    case 'rename':
      await stage.db.updateTable('account').set({ name: one.name }).execute();
      return;
    case 'score':
      return setSetting(stage.runtime, 'law', {
        key: 'checks',
        value: { 'fake.widget.open-rule': { score: one.score } },
      });
    case 'justify':
      return justify(life, one.pick);
    case 'rescan':
      return;
    default:
      return one satisfies never;
  }
}

/** As it is now; made anew it has another identity and the same lineage. */
function put({ stage, widget, isThere }: Life, anew: boolean): void {
  if (!isThere) return;
  const estate = stage.cloud.account('a1');
  if (anew) estate.remove('widget', 'w1');
  const Rules: readonly JsonObject[] = widget.ports.map((Port) => ({ Port, Source: '0.0.0.0/0' }));
  estate.put({
    kind: 'widget',
    name: 'w1',
    attached: ['v1'],
    policy: widget.policy,
    body: { Rules, Tags: { turn: String(widget.unrelated) } },
  });
}

async function justify({ stage, issues }: Life, pick: number): Promise<void> {
  const open = [...issues]
    .filter(([, { status }]) => status === 'open')
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const chosen = open[pick % Math.max(1, open.length)];
  if (chosen === undefined) return;
  const [subject, expected] = chosen;
  const person = { viewer: systemViewer, name: 'law' };
  await justifyIssue(stage.runtime, person, { issueId: expected.id, reason: 'It is a law.' });
  expected.status = 'justified';
  expected.covered = (await stored(stage)).get(subject)?.evidence_hash;
}

async function stored({ db }: Stage): Promise<ReadonlyMap<string, Row<'issue'>>> {
  const rows = await db.selectFrom('issue').selectAll().orderBy('id').execute();
  return new Map(rows.map((row) => [`${row.check_id} ${row.subject_key}`, row]));
}

/** Scans, and holds what is stored against what the life of the widget makes of each subject. */
async function look(life: Life): Promise<void> {
  const { stage, widget, issues, isThere } = life;
  stage.clock.advance(60_000);
  await scan(stage.runtime, { signal: new AbortController().signal });
  const found = await stored(stage);
  const offences = new Map<string, string>(
    isThere
      ? [
          ...widget.ports.map((port) => [`fake.widget.open-rule {"port":${port}}`, `port ${port}`] as const),
          ...(widget.policy === 'private' ? [] : [['fake.widget.public-policy {}', widget.policy] as const]),
        ]
      : [],
  );
  for (const subject of new Set([...issues.keys(), ...offences.keys()])) {
    const row = found.get(subject);
    const expected = issues.get(subject) ?? { id: row?.id ?? '', status: 'open', covered: undefined };
    issues.set(subject, expected);
    settle(expected, { isOffence: offences.has(subject), evidence: row?.evidence_hash, isThere });
    expect({ subject, id: row?.id, status: row?.status }).toEqual({
      subject,
      id: expected.id,
      status: expected.status,
    });
  }
  expect(found.size).toBe(issues.size);
}

type Now = { readonly isOffence: boolean; readonly evidence: string | undefined; readonly isThere: boolean };

/** A look that finds nothing ends a justification; the end of the resource lets it wait for its return. */
function settle(expected: Expected, { isOffence, evidence, isThere }: Now): void {
  if (!isOffence) {
    if (isThere) expected.covered = undefined;
    expected.status = 'fixed';
    return;
  }
  const isCovered = expected.covered !== undefined && expected.covered === evidence;
  if (!isCovered) expected.covered = undefined;
  expected.status = isCovered ? 'justified' : 'open';
}

it('every issue keeps its identity, and its justification as long as its evidence', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 4, maxLength: 9 }), live),
    settings(runs.lives),
  );
  expect(lives).toBe(runs.lives);
});

describe('wider evidence', () => {
  it('opens the issue again and says what was added', async () => {
    const stage = await createStage(database(), ['a1']);
    const life: Life = {
      stage,
      widget: { ports: [], policy: 'public one', unrelated: 0 },
      isThere: true,
      issues: new Map(),
    };
    put(life, false);
    await look(life);
    await happen(life, { do: 'justify', pick: 0 });
    await look(life);
    await happen(life, { do: 'policy', policy: 'public two' });
    await look(life);
    const last = await database()
      .selectFrom('issue_transition')
      .select(['from_status', 'to_status', 'detail'])
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    expect(last).toEqual({
      from_status: 'justified',
      to_status: 'open',
      detail: {
        added: [{ path: '/Policy', value: 'public two' }],
        removed: [{ path: '/Policy', value: 'public one' }],
        ended: 'wider evidence',
      },
    });
  });
});

describe('a resource that is made anew', () => {
  it('hands its issues over within one scan, and leaves nothing waiting', async () => {
    const stage = await createStage(database(), ['a1']);
    const life: Life = {
      stage,
      widget: { ports: [22], policy: 'public one', unrelated: 0 },
      isThere: true,
      issues: new Map(),
    };
    put(life, false);
    await look(life);
    const before = await stored(stage);
    stage.clock.advance(60_000);
    await happen(life, { do: 'recreate' });
    await look(life);
    const after = await stored(stage);
    expect([...after.values()].map(({ id, status }) => [id, status])).toEqual(
      [...before.values()].map(({ id }) => [id, 'open']),
    );
    expect([...after.values()].map(({ item_id: id }) => id)).not.toEqual(
      [...before.values()].map(({ item_id: id }) => id),
    );
    expect(await database().selectFrom('audit_queue').selectAll().execute()).toEqual([]);
    expect(await database().selectFrom('issue_transition').selectAll().execute()).toHaveLength(2);
  });
});

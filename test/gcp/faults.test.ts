/** Google fails in every way, operation by operation: it is said, nothing is deleted, nothing is fixed, and afterwards all is as before. */
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventoryPermissions } from '../../packages/gcp/src/asset-inventory/assets.ts';
import { historyPermissions } from '../../packages/gcp/src/asset-inventory/history.ts';
import gcp from '../../packages/gcp/src/index.ts';
import { createKeyboard, type Keyboard } from '../../packages/server/src/cli/testing/type-command.ts';
import { createRegistry } from '../../packages/server/src/engine/registry.ts';
import { useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import { readCoverage, readIssues, readItems } from '../e2e/rows.ts';
import { type FakeGcp, type Fault, startFakeGcp } from '../fake-gcp/start.ts';
import { onVirtualTime } from './calm-time.ts';
import {
  type Confirmation,
  confirmations,
  type FaultRow,
  faultRows,
  type Hit,
  type Loss,
} from './fault-rows.ts';
import { faultyEstate, lackingEstate } from './resources/faulty.ts';
import { projects } from './resources/known.ts';
import { discoverAcme, succeed } from './watching.ts';

const database = useTestDatabase();
const { number } = projects['acme-web'];

type Kind = {
  readonly what: string;
  readonly fault: Omit<Fault, 'match'>;
  readonly class: string;
  readonly page?: 2;
};

/** What freezes comes last: it stays so until it can be looked at again. */
const kinds: readonly Kind[] = [
  { what: 'denied, by name', fault: { kind: 'PERMISSION_DENIED' }, class: 'access_denied' },
  {
    what: 'denied without a word',
    fault: { kind: 'PERMISSION_DENIED', isTerse: true },
    class: 'access_denied',
  },
  {
    what: 'not switched on where the credentials live',
    fault: { kind: 'SERVICE_DISABLED' },
    class: 'misconfigured',
  },
  { what: 'not found', fault: { kind: 'NOT_FOUND' }, class: 'not_found' },
  { what: 'over quota', fault: { kind: 'RESOURCE_EXHAUSTED' }, class: 'throttled' },
  { what: 'in trouble', fault: { kind: 'UNAVAILABLE' }, class: 'server_error' },
  { what: 'answered by a proxy', fault: { kind: 'not-json' }, class: 'invalid_response' },
  { what: 'cut in the middle', fault: { kind: 'half-page' }, class: 'network' },
  { what: 'never answered', fault: { kind: 'hang' }, class: 'timeout' },
  { what: 'in trouble on the second page', fault: { kind: 'UNAVAILABLE' }, class: 'server_error', page: 2 },
  {
    what: 'not switched on in the project',
    fault: { kind: 'SERVICE_DISABLED', consumer: number },
    class: 'api_disabled',
  },
];

const unchanged = {
  created: 0,
  changed: 0,
  deleted: 0,
  issuesOpened: 0,
  issuesReopened: 0,
  issuesFixed: 0,
  failedChecks: 0,
};

let fakes: { readonly whole: FakeGcp; readonly lacking: FakeGcp };
/** The operation that hangs. */
let hanging: string | undefined;

beforeAll(async () => {
  fakes = {
    whole: await startFakeGcp(faultyEstate, { pageCap: 1 }),
    lacking: await startFakeGcp(lackingEstate, { pageCap: 1 }),
  };
});
afterAll(async () => {
  await fakes.whole.close();
  await fakes.lacking.close();
});

/** So much later that nobody takes over any more what another account has loaded. */
let letTimePass = (): void => {};

/** Watching the estate, once scanned. */
async function given(): Promise<Keyboard> {
  const keyboard = createKeyboard(database(), ({ runtime, clock }) => {
    letTimePass = () => clock.advance(16 * 60_000);
    return {
      ...runtime,
      registry: createRegistry([onVirtualTime(clock, (operation) => operation === hanging)]),
    };
  });
  await discoverAcme(keyboard, fakes.whole.url);
  await succeed(keyboard, ['scan']);
  return keyboard;
}

async function remember(keyboard: Keyboard) {
  const items = await readItems(keyboard);
  const issues = await readIssues(keyboard, 'is:fixed OR -is:fixed');
  return { items, issues };
}

type Remembered = Awaited<ReturnType<typeof remember>>;

/** Nothing is gone and nothing is over, whatever else could not be looked at; `frozen`: what is not in use for now. */
function standing({ items, issues }: Remembered, frozen?: Hit): readonly string[] {
  const isFrozen = (one: { readonly account: string; readonly technology: string }) =>
    one.account === frozen?.account && one.technology === frozen.technology;
  return [
    // What is frozen is not counted with its item meanwhile.
    ...items.map((one) =>
      isFrozen(one) ? `item ${one.id} 0 0` : `item ${one.id} ${one.openIssues} ${one.score}`,
    ),
    ...issues.map((one) => `issue ${one.id} ${one.score} ${isFrozen(one) ? 'frozen' : one.status}`),
  ];
}

type Failure = {
  readonly class: string;
  readonly operation?: string | null;
  readonly permission?: string | null;
};
type Failed = { readonly failure: Failure };
type Summary = {
  readonly failedScopes: readonly (Failed & { readonly technology: string })[];
  readonly failedAccounts: readonly Failed[];
  readonly failedDiscoveries: readonly Failed[];
  readonly unreadableFacts: readonly Failed[];
  readonly frozen: readonly { readonly technology: string }[];
  readonly failedItems: number;
  readonly partialItems: number;
};

type Under = { readonly hit: Hit; readonly operation: string; readonly fault: Fault };

/** One scan of one technology under a fault, and all that is said of it. */
async function scanUnder(keyboard: Keyboard, fake: FakeGcp, { hit, operation, fault }: Under) {
  letTimePass();
  hanging = fault.kind === 'hang' ? operation : undefined;
  fake.put(fault);
  const [row] = await keyboard.json('scan', '--account', hit.account, '--technology', hit.technology);
  fake.heal();
  hanging = undefined;
  const summary = row as unknown as Summary;
  // What keeps a listing or an account from being looked at, the summary has told.
  const isOfItems = summary.partialItems + summary.failedItems > 0;
  const doctor = isOfItems ? ((await keyboard.json('doctor')) as unknown as readonly Failure[]) : [];
  const coverage = summary.frozen.length > 0 ? await readCoverage(keyboard) : [];
  const frozen = coverage.flatMap(({ state, failure }) => (state === 'frozen' ? (failure ?? []) : []));
  return { summary, told: [...failuresOf(summary), ...doctor, ...frozen] };
}

function failuresOf(summary: Summary): readonly Failure[] {
  const { failedScopes, failedAccounts, failedDiscoveries, unreadableFacts } = summary;
  return [...failedScopes, ...failedAccounts, ...failedDiscoveries, ...unreadableFacts].map(
    ({ failure }) => failure,
  );
}

/** How much was lost, in the words of the rows. */
function lossesIn(summary: Summary): Pick<Hit, 'losses' | 'count'> {
  const count = summary.failedItems + summary.partialItems;
  const isDead = summary.failedAccounts.length > 0;
  const losses: readonly (Loss | false)[] = [
    isDead && 'account',
    !isDead && summary.failedScopes.length + summary.frozen.length > 0 && 'listing',
    summary.failedDiscoveries.length > 0 && 'discovery',
    summary.failedItems > 0 && 'items',
    summary.partialItems > 0 && 'part',
  ];
  return { losses: losses.filter((one) => one !== false), count };
}

const methodOf = (operation: string) => `^${operation.replace(':', '.').replaceAll('.', '\\.')} `;

type Found = { readonly summary: Summary; readonly told: readonly Failure[] };

type Case = { readonly operation: string; readonly row: FaultRow; readonly kind: Kind };

const connecting = 'cloudresourcemanager:projects.get';

/** What the failure is called where it strikes; nothing is switched off for whole organizations. */
function classOf({ operation, kind }: Case, hit: Hit): string {
  const isOfNoProject = hit.account === 'acme' || operation === connecting;
  return kind.class === 'api_disabled' && isOfNoProject ? 'misconfigured' : kind.class;
}

/** What is otherwise than it must be, with the place. */
function problemsOf({ operation, row, kind }: Case, hit: Hit, { summary, told }: Found): readonly object[] {
  const expected = classOf({ operation, row, kind }, hit);
  // How long connecting takes is watched as a whole.
  const isUnnamed = kind.class === 'timeout' && operation === connecting;
  const wanted = {
    ...unchanged,
    losses: hit.losses,
    count: hit.count ?? 0,
    told: isUnnamed ? [`undefined ${expected}`] : [`${operation} ${expected}`],
    ...(expected === 'access_denied' && { permissions: [row.permission] }),
  };
  const seen = {
    ...Object.fromEntries(Object.keys(unchanged).map((name) => [name, Object(summary)[name]])),
    ...lossesIn(summary),
    told: [...new Set(told.map((one) => `${one.operation} ${one.class}`))],
    ...(expected === 'access_denied' && {
      permissions: [...new Set(told.map(({ permission }) => permission))],
    }),
  };
  if (isDeepStrictEqual(seen, wanted)) return [];
  return [{ place: `${operation} ${kind.what}: ${hit.account} ${hit.technology}`, seen, wanted }];
}

type Watched = { readonly keyboard: Keyboard; readonly before: Remembered };

/** One operation failing in every way for one technology, and healed afterwards; gives what is otherwise than it must be. */
async function sufferAll(
  { keyboard, before }: Watched,
  { operation, row }: Omit<Case, 'kind'>,
  hit: Hit,
): Promise<readonly object[]> {
  const place = `${operation}: ${hit.account} ${hit.technology}`;
  const problems: object[] = [];
  const compare = async (when: string, frozen?: Hit) => {
    const [wanted, seen] = [standing(before, frozen), standing(await remember(keyboard))];
    if (!isDeepStrictEqual(seen, wanted))
      problems.push({ place: `${place} ${when}`, seen: seen.filter((one) => !wanted.includes(one)) });
  };
  for (const kind of kinds) {
    if (kind.class === 'not_found' && hit.saysGone === true) continue;
    if (kind.page === 2 && row.isPaged !== true) continue;
    const isLast = kind.class === 'api_disabled';
    if (isLast) await compare('after all but the last');
    const match = new RegExp(`${methodOf(operation)}${kind.page === 2 ? '.*pageToken=' : ''}`);
    const fault = { match, permission: row.permission, ...kind.fault };
    const found = await scanUnder(keyboard, fakes.whole, { hit, operation, fault });
    problems.push(...problemsOf({ operation, row, kind }, hit, found));
    const isFrozen = hit.account === 'acme-web' && hit.losses.includes('listing');
    if (isLast) await compare('after the last', isFrozen ? hit : undefined);
  }
  letTimePass();
  await keyboard.type('scan', '--account', hit.account, '--technology', hit.technology);
  const complaints = await keyboard.json('doctor');
  if (!isDeepStrictEqual([await remember(keyboard), complaints], [before, []]))
    problems.push({ place: `${place} healed`, complaints });
  return problems;
}

describe('each operation', () => {
  it('may fail in any way', async () => {
    const keyboard = await given();
    const before = await remember(keyboard);
    const problems: object[] = [];
    for (const [operation, row] of Object.entries(faultRows))
      for (const hit of row.hits)
        problems.push(...(await sufferAll({ keyboard, before }, { operation, row }, hit)));
    expect(problems.map((problem) => JSON.stringify(problem))).toEqual([]);
  }, 300_000);
});

describe('an item that its listing lacks', () => {
  it('stays while Google says that it is there or does not answer, and goes when it is gone', async () => {
    const keyboard = await given();
    for (const account of ['acme', 'acme-web'])
      await succeed(keyboard, ['account', 'update', account, '--field', `endpoint=${fakes.lacking.url}`]);
    const problems: object[] = [];
    for (const [operation, row] of Object.entries(confirmations))
      problems.push(...(await askAbout(keyboard, operation, row)));
    expect(problems.map((problem) => JSON.stringify(problem))).toEqual([]);
  }, 300_000);
});

/** What says nothing of whether the missing item is there. */
const evasions = kinds.filter(
  ({ class: kind, page }) =>
    page === undefined && ['access_denied', 'server_error', 'invalid_response', 'network'].includes(kind),
);

/** Gives what is otherwise than it must be when this operation is asked about the item. */
async function askAbout(
  keyboard: Keyboard,
  operation: string,
  { permission, technology, item, goes = 1, believesListing = false }: Confirmation,
): Promise<readonly object[]> {
  const account = technology === 'gcp.folder' ? 'acme' : 'acme-web';
  const hit: Hit = { account, technology, losses: [] };
  const problems: object[] = [];
  const look = async (what: string, fault: Fault, wanted: Readonly<Record<string, unknown>>) => {
    const { summary } = await scanUnder(keyboard, fakes.lacking, { hit, operation, fault });
    const doctor = (await keyboard.json('doctor')) as unknown as readonly Failure[];
    const there = (await readItems(keyboard, `technology:${technology}`)).map(({ name }) => name);
    const seen = {
      deleted: Object(summary)['deleted'],
      isThere: there.includes(item),
      // The organization does not list its only project any more, which is told beside.
      told: doctor
        .filter((one) => one.operation === operation)
        .map((one) => `${one.class} ${one.permission}`),
    };
    if (!isDeepStrictEqual(seen, wanted))
      problems.push({ place: `${operation} ${what}: ${item}`, seen, wanted });
  };
  const match = new RegExp(methodOf(operation));
  const unmatched = { match: /^nothing$/, kind: 'UNAVAILABLE' } as const;
  await look('says that it is there', unmatched, { deleted: 0, isThere: true, told: [] });
  for (const { what, fault, class: kind } of evasions) {
    if (believesListing && kind === 'access_denied') continue;
    const told = [`${kind} ${permission}`];
    await look(what, { match, permission, ...fault }, { deleted: 0, isThere: true, told });
  }
  const isGone = { deleted: goes, isThere: false, told: [] };
  await look('says that it is gone', { match, kind: 'NOT_FOUND' }, isGone);
  return problems;
}

const ofInventory = { ...inventoryPermissions, ...historyPermissions };

it('has a row for every operation that the plugin declares, and no other, with its permission', () => {
  // How the inventory fails stands where it is switched on: asset-inventory.test.ts, asset-history.test.ts, other-assets.test.ts.
  const declared = [...gcp.accountTypes, ...gcp.watchers]
    .flatMap(({ permissions }) => Object.entries(permissions))
    .filter(([operation]) => !Object.hasOwn(ofInventory, operation));
  const rows = [...Object.entries(faultRows), ...Object.entries(confirmations)];
  expect(Object.fromEntries(rows.map(([operation, { permission }]) => [operation, permission]))).toEqual(
    Object.fromEntries(declared),
  );
});

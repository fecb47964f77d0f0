import { describe, expect, it } from 'vitest';
import { widgetWatcher } from '../testing/fake-watchers.ts';
import { testDigestKey } from '../testing/test-runtime.ts';
import { type Decision, type Known, reconcile } from './reconcile.ts';
import { createRecorder, withKeptParts } from './recorder.ts';
import { type Shaped, shape } from './shape.ts';
import { glance, sight } from './sighting.ts';

const place = { partition: 'fake', account: 'a1', region: 'north' };
const recorder = createRecorder(widgetWatcher, place, testDigestKey('k1'));
const base = { Name: 'w', CreatedAt: 't', Size: 1, Members: [], Policy: 'p' };
const denied = (path: string) => ({ path, class: 'access_denied', message: '' }) as const;

function shaped(
  config = base as object,
  unreadable: readonly ReturnType<typeof denied>[] = [],
  last?: Known,
): Shaped {
  const sighting = sight(recorder, glance(recorder, { config: { ...config }, unreadable }));
  if ('failure' in sighting) throw new Error(sighting.failure.message);
  return shape(recorder, sighting, last && { config: last.item.config, ephemeral: last.ephemeral });
}

const at = new Date(0);
function known(from: Shaped, item: Partial<Known['item']> = {}): Known {
  return {
    ephemeral: from.ephemeral,
    observedHash: from.observedHash,
    relations: [],
    item: {
      id: '01890000-0000-7000-8000-000000000001',
      account_id: '01890000-0000-7000-8000-000000000002',
      technology: widgetWatcher.id,
      scope_region: 'north',
      region: from.region,
      identity: from.identity,
      lineage: from.lineage,
      name: from.name,
      tags: { ...from.tags },
      terms: [...from.terms],
      status: 'active',
      predecessor: null,
      first_seen: at,
      last_changed: at,
      deleted_at: null,
      missing_since: null,
      config: from.durable,
      config_hash: from.configHash,
      recorder: recorder.version,
      unreadable: from.unreadable,
      ignored_by: null,
      score: 0,
      open_issues: 0,
      unknowns: 0,
      ...item,
    },
  };
}

type Case = {
  readonly name: string;
  readonly before: Known | undefined;
  readonly now: (before: Known | undefined) => Shaped;
  readonly decision: Partial<Decision>;
};

const same = shaped();
const without = shaped({ ...base, Policy: undefined }, [denied('/Policy')]);
const nothing = { revision: undefined, writesItem: false, writesSideRow: false, auditCause: undefined };

const cases: readonly Case[] = [
  {
    name: 'new',
    before: undefined,
    now: () => same,
    decision: { revision: 'created', auditCause: 'config' },
  },
  { name: 'equal', before: known(same), now: () => same, decision: nothing },
  {
    name: 'changed',
    before: known(same),
    now: () => shaped({ ...base, Size: 2 }),
    decision: { revision: 'changed', writesItem: true, auditCause: 'config' },
  },
  {
    name: 'only drifting',
    before: known(same),
    now: () => shaped({ ...base, LastUsedAt: 5 }),
    decision: { revision: undefined, writesItem: false, writesSideRow: true, auditCause: 'config' },
  },
  {
    name: 'a part became unreadable',
    before: known(same),
    now: (last) => shaped({ ...base, Policy: undefined }, [denied('/Policy')], last),
    decision: { revision: undefined, writesItem: true, auditCause: 'config' },
  },
  {
    name: 'a part was read for the first time',
    before: known(without),
    now: () => same,
    decision: { revision: 'rebaseline', auditCause: 'config' },
  },
  {
    name: 'a part was read for the first time, and another has changed',
    before: known(without),
    now: () => shaped({ ...base, Size: 2 }),
    decision: { revision: 'changed' },
  },
  {
    name: 'recorded otherwise by us',
    before: known(shaped({ ...base, Size: 2 }), { recorder: 'older' }),
    now: () => same,
    decision: { revision: 'rebaseline', recorder: recorder.version },
  },
  {
    name: 'recorded otherwise by us with the same result',
    before: known(same, { recorder: 'older' }),
    now: () => same,
    decision: { revision: undefined, writesItem: true, auditCause: 'config', recorder: recorder.version },
  },
  {
    name: 'a kept part of an older recorder',
    before: known(same, { recorder: 'older' }),
    now: (last) => shaped({ ...base, Policy: undefined }, [denied('/Policy')], last),
    decision: { revision: undefined, recorder: withKeptParts(recorder.version) },
  },
  {
    name: 'a real change beside a kept part of an older recorder',
    before: known(shaped({ ...base, Policy: 'p' }, [denied('/Policy')], known(same)), {
      recorder: withKeptParts(recorder.version),
    }),
    now: (last) => shaped({ ...base, Size: 2, Policy: undefined }, [denied('/Policy')], last),
    decision: { revision: 'changed', recorder: withKeptParts(recorder.version) },
  },
  {
    name: 'a kept part of an older recorder is read again',
    before: known(
      shaped(
        { ...base, Policy: 'old digest' },
        [denied('/Policy')],
        known(shaped({ ...base, Policy: 'old digest' })),
      ),
      {
        recorder: withKeptParts(recorder.version),
      },
    ),
    now: () => same,
    decision: { revision: 'rebaseline', recorder: recorder.version },
  },
  {
    name: 'frozen before',
    before: known(same, { status: 'frozen' }),
    now: () => same,
    decision: { revision: undefined, writesItem: true, auditCause: 'thawed' },
  },
  {
    name: 'deleted before',
    before: known(same, { status: 'deleted', deleted_at: at }),
    now: () => same,
    decision: { revision: 'created', writesItem: true, auditCause: 'config' },
  },
  {
    name: 'missing before',
    before: known(same, { missing_since: at }),
    now: () => same,
    decision: { revision: undefined, writesItem: true, auditCause: undefined },
  },
  {
    name: 'shown by another scope as well',
    before: known(same, { scope_region: 'south' }),
    now: () => same,
    decision: { ...nothing, scopeRegion: 'south' },
  },
  {
    name: 'lost by another scope',
    before: known(same, { scope_region: 'south', missing_since: at }),
    now: () => same,
    decision: { scopeRegion: 'north', writesItem: true },
  },
];

describe('reconcile', () => {
  it.each(cases)('$name', ({ before, now, decision }) => {
    const result = reconcile({ recorder, scopeRegion: 'north', known: before, shaped: now(before) });
    expect(result).toMatchObject(decision);
  });
});

import { describe, expect, it } from 'vitest';
import type { AuditInput } from '../judge.ts';
import { createRegistry } from '../registry.ts';
import { judgeItem } from './judge-item.ts';
import faultyPlugin from './testing/faulty-plugin.ts';

const registry = createRegistry([faultyPlugin]);
const checks = registry.allChecks.map(({ id }) => ({ id, options: {}, related: {} }));

function input(config: AuditInput['config']): AuditInput {
  return {
    itemId: 'one',
    item: {
      account: 'a1',
      partition: 'fake',
      technology: 'faulty.thing',
      region: 'global',
      name: 'n',
      lineage: 'thing/n',
      tags: {},
    },
    config,
    unreadable: [],
    now: 0,
    world: { accounts: [], organizations: [], networks: [] },
    checks,
  };
}

describe('judgeItem', () => {
  it('gives every other check the result it would have had without the one that throws', () => {
    const healthy = judgeItem(registry, input({ Name: 'n' })).results;
    const faulty = judgeItem(registry, input({ Name: 'n', Fault: 'throw' })).results;
    const thrown = Object.keys(faulty).filter((id) => faulty[id]?.kind === 'failed');
    expect(thrown).toHaveLength(1);
    expect(Object.keys(faulty)).toEqual(checks.map(({ id }) => id));
    const others = Object.entries(faulty).filter(([id]) => !thrown.includes(id));
    expect(others).toEqual(others.map(([id]) => [id, healthy[id]]));
  });

  it('names a check that no plugin brings', () => {
    const { results } = judgeItem(registry, {
      ...input({ Name: 'n' }),
      checks: [{ id: 'faulty.thing.gone', options: {}, related: {} }],
    });
    expect(results).toEqual({
      'faulty.thing.gone': { kind: 'failed', message: 'no plugin brings the check faulty.thing.gone' },
    });
  });
});

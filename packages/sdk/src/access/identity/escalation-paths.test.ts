/** The table of paths: each is found when it is whole, and not when a step is missing. */
import { describe, expect, it, test } from 'vitest';
import { parsePolicy } from '../policy/parse-policy.ts';
import { actionKey } from './action-key.ts';
import { effectivePermissions } from './effective-permissions.ts';
import { escalationPaths, findEscalations } from './find-escalations.ts';
import type { EscalationPath, PathStep } from './paths/escalation-path.ts';
import { overlap } from './quick-pattern.ts';

const now = Date.parse('2026-06-01T00:00:00Z');

function found(steps: readonly PathStep[]): readonly string[] {
  const Statement = steps.map(({ action, on }) => ({ Effect: 'Allow', Action: action, Resource: on ?? '*' }));
  const policy = parsePolicy({ Version: '2012-10-17', Statement }, { principal: 'ignored' });
  const attached = policy === undefined ? [] : [policy];
  return findEscalations(effectivePermissions({ attached }, now)).map(({ path }) => path.id);
}

/** Other paths may be whole in a part of one: their own ids are not asked about. */
const without = (path: EscalationPath, missing: PathStep) => path.steps.filter((step) => step !== missing);

describe.each(escalationPaths)('$id', (path) => {
  it('is found when it is whole', () => {
    expect(found(path.steps)).toContain(path.id);
  });

  it.each(path.steps)('is not found without $action', (missing) => {
    expect(found(without(path, missing))).not.toContain(path.id);
  });

  it.each(path.steps)('asks of $action what it works on', ({ action, on = [] }) => {
    const { place, kinds } = actionKey(action);
    expect(place).toBeDefined();
    expect(on.filter((kind) => !kinds.some((known) => overlap(known, kind)))).toEqual([]);
  });
});

test('there are many paths, each under its own id', () => {
  const ids = escalationPaths.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  expect(ids.length).toBeGreaterThan(100);
});

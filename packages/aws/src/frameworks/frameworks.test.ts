/** The controls of the frameworks and the checks agree both ways. */
import { describe, expect, it } from 'vitest';
import plugin from '../index.ts';
import { checksOf } from './framework.ts';
import { frameworks } from './frameworks.ts';

const watched = new Set(plugin.watchers.map(({ id }) => id));

/** Of technologies that are watched; a control may name checks of one that comes later. */
function isDecidable(check: string): boolean {
  return watched.has(check.slice(0, check.lastIndexOf('.')));
}

const pairsOfControls = frameworks.flatMap(({ id, controls }) =>
  controls.flatMap((control) =>
    checksOf(control)
      .filter(isDecidable)
      .map((check) => `${id} ${control.id}: ${check}`),
  ),
);

const pairsOfChecks = plugin.checks.flatMap((check) =>
  Object.entries(check.frameworks).flatMap(([id, controls]) =>
    controls.map((control) => `${id} ${control}: ${check.id}`),
  ),
);

it('every check that a control names says so itself, and the other way round', () => {
  expect(pairsOfChecks.toSorted()).toEqual(pairsOfControls.toSorted());
});

describe.each(frameworks.map((framework) => [framework.id, framework] as const))(
  '%s',
  (_id, { controls }) => {
    it('has each control once', () => {
      const ids = controls.map(({ id }) => id);
      expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([]);
    });

    it('has for each control checks, or a reason', () => {
      const silent = controls.filter((control) =>
        'checks' in control ? control.checks.length === 0 : control.open.trim() === '',
      );
      expect(silent).toEqual([]);
    });
  },
);

it('has the 70 controls of CIS AWS 7.0, 34 of them automated', () => {
  const controls = frameworks.find(({ id }) => id === 'cis-aws-7.0')?.controls ?? [];
  const automated = controls.filter(({ assessment }) => assessment === 'automated');
  expect([controls.length, automated.length]).toEqual([70, 34]);
});

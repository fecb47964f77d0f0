/** The controls of the frameworks and the checks agree both ways. */
import { frameworkProblems } from '@security-monkey/sdk/testing';
import { expect, it } from 'vitest';
import plugin from '../index.ts';
import { frameworks } from './frameworks.ts';

it('agree with the checks', () => {
  expect(frameworkProblems(plugin, frameworks)).toEqual([]);
});

it('has the 93 controls of CIS Google Cloud 5.0, 71 of them automated', () => {
  const controls = frameworks.find(({ id }) => id === 'cis-gcp-5.0')?.controls ?? [];
  const automated = controls.filter(({ assessment }) => assessment === 'automated');
  expect([controls.length, automated.length]).toEqual([93, 71]);
});

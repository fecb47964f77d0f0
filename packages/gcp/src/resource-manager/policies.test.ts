/** Reading what is laid on a project, when not all of it may be read. */
import type { JsonObject } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { answering, refuse } from '../test-support/answering.ts';
import { describePolicies } from './policies.ts';

const name = 'projects/123456789012';
const attached = 'policies/cloudresourcemanager.googleapis.com%2Fprojects%2F123456789012/denypolicies';

function described(special: Readonly<Record<string, (input: JsonObject) => unknown>>) {
  const { send } = answering((operation, input) => special[operation]?.(input) ?? {});
  return describePolicies(send, { listed: {}, name });
}

describe('deny policies', () => {
  const listed = () => ({ policies: [{ name: `${attached}/a` }, { name: `${attached}/b` }] });

  it('are asked for by the encoded name of the project', async () => {
    const context = answering(() => ({}));
    await describePolicies(context.send, { listed: {}, name });
    expect(context.asked.filter(({ operation }) => operation === 'iam:policies.listPolicies')).toEqual([
      { operation: 'iam:policies.listPolicies', input: { parent: attached } },
    ]);
  });

  it('that have vanished since they were listed are left out', async () => {
    const { config, unreadable } = await described({
      'iam:policies.listPolicies': listed,
      'iam:policies.get': ({ name: asked }) =>
        asked === `${attached}/a` ? { name: asked } : refuse('not_found'),
    });
    expect([config['denyPolicies'], unreadable]).toEqual([[{ name: `${attached}/a` }], []]);
  });

  it('of which one may not be read are unknown', async () => {
    const { config, unreadable = [] } = await described({
      'iam:policies.listPolicies': listed,
      'iam:policies.get': () => refuse('access_denied'),
    });
    expect([config['denyPolicies'], unreadable.map(({ path }) => path)]).toEqual([
      undefined,
      ['/denyPolicies'],
    ]);
  });
});

it('a project whose policy is not found is gone', async () => {
  const gone = described({ 'cloudresourcemanager:projects.getIamPolicy': () => refuse('not_found') });
  await expect(gone).rejects.toMatchObject({ failure: { class: 'not_found' } });
});

it('constraints that are not found leave the project there', async () => {
  const { unreadable = [] } = await described({
    'orgpolicy:projects.policies.list': () => refuse('not_found'),
  });
  expect(unreadable.map(({ path }) => path)).toEqual(['/orgPolicies']);
});

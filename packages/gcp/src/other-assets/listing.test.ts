/** How the assets of several types are listed, and what one of them does to the others. */
import { type JsonObject, OperationError, type WatchContext } from '@security-monkey/sdk';
import { expect, it } from 'vitest';
import { asset } from '../asset/watcher.ts';
import { lastPart } from '../lineage.ts';
import { organizationAsset } from '../organization-asset/watcher.ts';
import { answering } from '../test-support/answering.ts';

const [topic, job] = ['pubsub.googleapis.com/Topic', 'run.googleapis.com/Job'];
const readTime = '2026-05-06T07:08:09.123456Z';

const one = (assetType: string, name: string, rest: JsonObject = {}): JsonObject => ({
  name: `//a.googleapis.com/projects/acme-web/things/${name}`,
  assetType,
  ancestors: ['projects/123456789012', 'organizations/4242424242'],
  resource: { data: { name } },
  ...rest,
});

type Given = Readonly<Record<string, readonly JsonObject[] | (() => never)>>;

function holding(given: Given, fields: JsonObject = { otherAssets: `${topic}, ${job}` }) {
  const context = answering((_operation, { assetTypes, contentType }) => {
    const [type] = Array.isArray(assetTypes) ? assetTypes : [];
    const held = (typeof type === 'string' ? given[type] : undefined) ?? [];
    if (typeof held === 'function') return held();
    return contentType === 'RESOURCE' ? { readTime, assets: held } : { readTime };
  });
  return { ...context, facts: { partition: 'gcp', aliases: ['123456789012'] }, fields };
}

/** Names of what was listed, and why it did not end. */
async function listed(context: WatchContext, watcher: typeof asset = asset) {
  const names: string[] = [];
  try {
    for await (const page of watcher.list(context))
      names.push(...page.map(({ name }) => (typeof name === 'string' ? lastPart(name) : '')));
    return { names };
  } catch (error) {
    if (error instanceof OperationError) return { names, failure: error.failure };
    throw error;
  }
}

const refusing =
  (kind: 'rejected' | 'access_denied' | 'canceled', code: string, message = 'no') =>
  () => {
    throw new OperationError({ class: kind, code, message, permission: 'p', operation: 'o' });
  };

it('asks nothing where no type is named, and is complete', async () => {
  const context = holding({ [topic]: [one(topic, 'a')] }, {});
  expect(await listed(context)).toEqual({ names: [] });
  expect(context.asked).toEqual([]);
});

it('asks for each type by itself, and for its policies of the same moment', async () => {
  const context = holding({});
  await listed(context);
  const asked = (assetType: string, contentType: string) => ({
    parent: 'projects/acme-web',
    assetTypes: [assetType],
    pageSize: 1000,
    contentType,
    ...(contentType === 'IAM_POLICY' && { readTime }),
  });
  expect(context.asked.map(({ input }) => input)).toEqual([
    asked(topic, 'RESOURCE'),
    asked(topic, 'IAM_POLICY'),
    asked(job, 'RESOURCE'),
    asked(job, 'IAM_POLICY'),
  ]);
});

it('asks the inventory whose name the project has', async () => {
  const context = holding({}, { otherAssets: topic, assetInventory: 'folders/222222' });
  await listed(context);
  expect(new Set(context.asked.map(({ input }) => input['parent']))).toEqual(new Set(['folders/222222']));
});

it('a type that Google does not know is told by its name, and harms no other', async () => {
  const context = holding({
    [topic]: refusing('rejected', 'INVALID_ARGUMENT'),
    [job]: [one(job, 'nightly')],
  });
  expect(await listed(context)).toEqual({
    names: ['nightly'],
    failure: {
      class: 'misconfigured',
      code: 'INVALID_ARGUMENT',
      message: `Google does not know the asset type ${topic}, or does not list it: correct the field otherAssets (no)`,
      operation: 'o',
      permission: 'p',
    },
  });
});

it('several failures are told together, as the first', async () => {
  const context = holding({
    [topic]: refusing('access_denied', 'IAM_PERMISSION_DENIED', 'denied'),
    [job]: refusing('rejected', 'INVALID_ARGUMENT', 'unknown'),
  });
  expect((await listed(context)).failure).toMatchObject({
    class: 'access_denied',
    message: `${topic}: denied; Google does not know the asset type ${job}, or does not list it: correct the field otherAssets (unknown)`,
  });
});

it('a run that is stopped asks for nothing more', async () => {
  const context = holding({ [topic]: refusing('canceled', 'x') });
  expect((await listed(context)).failure).toMatchObject({ class: 'canceled' });
  expect(context.asked).toHaveLength(1);
});

it.each([
  ['none', {}],
  ['a text', { data: 'text' }],
  ['a list', { data: [] }],
])('an asset whose body is %s is named, and harms no other', async (_name, resource) => {
  const context = holding({
    [topic]: [one(topic, 'bare', { resource }), one(topic, 'a')],
    [job]: [one(job, 'b')],
  });
  expect(await listed(context)).toEqual({
    names: ['a', 'b'],
    failure: {
      class: 'invalid_response',
      message: `${topic}: The inventory gave one asset without a body: //a.googleapis.com/projects/acme-web/things/bare`,
      operation: 'cloudasset:assets.list',
    },
  });
});

it('leaves out what Google gives beside, as its types are patterns', async () => {
  const beside = one('pubsub-googleapis.com/Topic', 'other');
  expect(await listed(holding({ [topic]: [beside, one(topic, 'a')] }))).toEqual({ names: ['a'] });
});

it('gives a project its own, and the organization what lies in none', async () => {
  const above = (name: string, ancestors: readonly string[]) =>
    one(topic, name, { ancestors: [...ancestors] });
  const held = {
    [topic]: [
      one(topic, 'own'),
      above('foreign', ['projects/210987654321', 'organizations/4242424242']),
      above('of-folder', ['folders/222222', 'organizations/4242424242']),
      above('of-organization', ['organizations/4242424242']),
    ],
  };
  expect(await listed(holding(held))).toEqual({ names: ['own'] });
  expect(await listed(holding(held), organizationAsset)).toEqual({ names: ['of-folder', 'of-organization'] });
});

/** Reading parts: every failure is told, and only the codes for "not configured" mean absence. */
import { describe, expect, test } from 'vitest';
import { type Failure, OperationError } from '../failure.ts';
import type { JsonObject } from '../json/value.ts';
import { type Part, type PartsContext, readParts } from './read-parts.ts';

type Answers = Readonly<Record<string, unknown>>;

const denied: Failure = {
  class: 'access_denied',
  message: 'no',
  code: 'AccessDenied',
  operation: 's3:GetBucketAcl',
  permission: 's3:GetBucketAcl',
};
const vanished: Failure = { class: 'not_found', message: 'gone', code: 'NoSuchBucket' };
const noPolicy: Failure = { class: 'not_found', message: 'none', code: 'NoSuchBucketPolicy' };

function answering(answers: Answers, gone?: readonly string[]): PartsContext & { readonly calls: unknown[] } {
  const calls: unknown[] = [];
  const send = (
    ...call: readonly [string, JsonObject, ({ readonly region?: string } | undefined)?]
  ): Promise<unknown> => {
    calls.push(call);
    const answer = answers[call[0]];
    if (answer instanceof Error) return Promise.reject(answer);
    return Promise.resolve(answer);
  };
  return { send, calls, ...(gone === undefined ? {} : { gone }) };
}

const input = { Bucket: 'b' };
const acl: Part = { operation: 's3:GetBucketAcl', input };
const policy: Part = {
  operation: 's3:GetBucketPolicy',
  input,
  absent: ['NoSuchBucketPolicy'],
  take: (output) => output['Policy'],
};
const answers: Answers = {
  's3:GetBucketAcl': { Owner: { ID: 'o' }, $metadata: { requestId: 'r' } },
  's3:GetBucketPolicy': { Policy: '{}' },
};

test('adds each part to what was listed', async () => {
  expect(await readParts(answering(answers), { Name: 'b' }, { Acl: acl, Policy: policy })).toEqual({
    config: { Name: 'b', Acl: { Owner: { ID: 'o' } }, Policy: '{}' },
    unreadable: [],
  });
});

test.each(['access_denied', 'organization_denied', 'credentials', 'throttled', 'server_error'] as const)(
  'a code for "not configured" that comes with %s is no absence',
  async (failureClass) => {
    const refused: Failure = { ...denied, class: failureClass };
    const context = answering({ 's3:GetBucketPolicy': new OperationError(refused) });
    const part = { ...policy, absent: ['NoSuchBucketPolicy', 'AccessDenied'] };
    expect(await readParts(context, {}, { Policy: part })).toEqual({
      config: {},
      unreadable: [{ path: '/Policy', ...refused }],
    });
  },
);

test('asks in the region of the part', async () => {
  const context = answering(answers);
  await readParts(context, {}, { Acl: { ...acl, region: 'eu-west-1' }, Policy: policy });
  expect(context.calls).toEqual([
    ['s3:GetBucketAcl', input, { region: 'eu-west-1' }],
    ['s3:GetBucketPolicy', input, undefined],
  ]);
});

test('a part without calls is no part', async () => {
  expect(await readParts(answering({}), { Name: 'b' }, {})).toEqual({
    config: { Name: 'b' },
    unreadable: [],
  });
});

test('a code for "not configured" makes the part null', async () => {
  const context = answering({ 's3:GetBucketPolicy': new OperationError(noPolicy) });
  expect(await readParts(context, {}, { Policy: policy })).toEqual({
    config: { Policy: null },
    unreadable: [],
  });
});

test('an answer without the part makes it null', async () => {
  expect(await readParts(answering({ 's3:GetBucketPolicy': {} }), {}, { Policy: policy })).toEqual({
    config: { Policy: null },
    unreadable: [],
  });
});

describe('a failed part is left out and named', () => {
  test.each<Failure['class']>([
    'access_denied',
    'organization_denied',
    'throttled',
    'timeout',
    'server_error',
    'network',
    'invalid_response',
    'rejected',
  ])('%s', async (kind) => {
    const failure: Failure = { ...denied, class: kind };
    const context = answering({ ...answers, 's3:GetBucketAcl': new OperationError(failure) });
    expect(await readParts(context, { Name: 'b' }, { 'A/cl': acl, Policy: policy })).toEqual({
      config: { Name: 'b', Policy: '{}' },
      unreadable: [{ path: '/A~1cl', ...failure }],
    });
  });

  test('with the code for "not configured" of another part', async () => {
    const context = answering(
      { 's3:GetBucketAcl': new OperationError({ ...noPolicy, class: 'rejected' }) },
      [],
    );
    const { config, unreadable } = await readParts(context, {}, { Acl: acl });
    expect([config, unreadable.length]).toEqual([{}, 1]);
  });

  test('with a not-found that is not the resource’s, when the codes for that are known', async () => {
    const context = answering({ 's3:GetBucketAcl': new OperationError(noPolicy) }, ['NoSuchBucket']);
    expect((await readParts(context, {}, { Acl: acl })).unreadable).toEqual([{ path: '/Acl', ...noPolicy }]);
  });
});

describe('rejects', () => {
  const cases: readonly (readonly [string, Answers, readonly string[] | undefined, unknown])[] = [
    [
      'when the resource has vanished',
      { 's3:GetBucketAcl': new OperationError(vanished) },
      ['NoSuchBucket'],
      { failure: vanished },
    ],
    [
      'on any not-found when the codes are not known',
      { 's3:GetBucketAcl': new OperationError(vanished) },
      undefined,
      { failure: vanished },
    ],
    [
      'when the run was cancelled',
      { 's3:GetBucketAcl': new OperationError({ class: 'canceled', message: 'stop' }) },
      ['x'],
      { failure: { class: 'canceled' } },
    ],
    ['with a defect', { 's3:GetBucketAcl': new RangeError('bug') }, ['NoSuchBucket'], new RangeError('bug')],
    [
      'on an answer that is no object',
      { 's3:GetBucketAcl': 'text' },
      ['NoSuchBucket'],
      new TypeError('s3:GetBucketAcl answered with something that is no object'),
    ],
    [
      'as vanished rather than defect',
      { 's3:GetBucketAcl': new RangeError('bug'), 's3:GetBucketPolicy': new OperationError(vanished) },
      ['NoSuchBucket'],
      { failure: vanished },
    ],
  ];

  test.each(cases)('%s', async (...[, own, gone, expected]) => {
    const context = answering({ ...answers, ...own }, gone);
    await expect(readParts(context, {}, { Acl: acl, Policy: policy })).rejects.toMatchObject(
      expected as object,
    );
  });

  test('with what taking a part throws', async () => {
    const broken: Part = {
      ...acl,
      take: () => {
        throw new SyntaxError('bad');
      },
    };
    await expect(readParts(answering(answers), {}, { Acl: broken })).rejects.toThrow('bad');
  });

  test('only after every call has ended', async () => {
    let ended = false;
    const send = async (operation: string): Promise<unknown> => {
      if (operation === acl.operation) throw new OperationError(vanished);
      await new Promise((resolve) => setImmediate(resolve));
      ended = true;
      return {};
    };
    await expect(readParts({ send }, {}, { Acl: acl, Policy: policy })).rejects.toThrow('gone');
    expect(ended).toBe(true);
  });
});

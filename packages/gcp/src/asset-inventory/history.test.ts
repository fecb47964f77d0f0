/** Histories are asked for in pieces that Google and proxies take, and one unknown asset harms no other. */
import { type FailureClass, type JsonObject, OperationError, type Send } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { assetHistory, policyHistory, resourceHistory } from './history.ts';

const since = new Date('2026-10-27T00:00:00.000Z');
const start = '2026-11-01T02:03:04.567891Z';

/** An inventory that refuses each question with one of the names in it. */
function provider(refused: readonly string[] = [], failureClass: FailureClass = 'rejected') {
  const calls: JsonObject[] = [];
  const send: Send = async (operation, input) => {
    calls.push(input);
    const names = Array.isArray(input['assetNames']) ? input['assetNames'].map(String) : [];
    if (names.some((name) => refused.includes(name)))
      throw new OperationError({ class: failureClass, message: 'no', code: 'INVALID_ARGUMENT', operation });
    return {
      assets: names.map((name) => ({
        asset: { name, resource: { data: { name } } },
        window: { startTime: start },
      })),
    };
  };
  const sizes = (): readonly number[] => calls.map(({ assetNames }) => Object(assetNames).length);
  return { send, calls, sizes };
}

const namesOf = (count: number, length = 3): readonly string[] =>
  Array.from({ length: count }, (_, index) => `a${index}`.padEnd(length, 'x'));

const question = { operation: resourceHistory, parent: 'projects/1', since, isProven: false } as const;

describe('a question', () => {
  it('is about a hundred assets at most, and no longer than an address may be', async () => {
    const short = provider();
    await assetHistory(short.send, { ...question, names: namesOf(230) });
    expect(short.sizes()).toEqual([100, 100, 30]);
    const long = provider();
    const spans = await assetHistory(long.send, { ...question, names: namesOf(100, 200) });
    expect(long.sizes()).toEqual([33, 33, 33, 1]);
    expect(spans).toHaveLength(100);
  });

  it('is not put about nothing', async () => {
    const { send, calls } = provider();
    expect([await assetHistory(send, { ...question, names: [] }), calls]).toEqual([[], []]);
  });

  it('says from when on, and which content', async () => {
    const { send, calls } = provider();
    await assetHistory(send, { ...question, operation: policyHistory, names: ['a'] });
    expect(calls).toEqual([
      {
        parent: 'projects/1',
        assetNames: ['a'],
        contentType: 'IAM_POLICY',
        'readTimeWindow.startTime': '2026-10-27T00:00:00.000Z',
      },
    ]);
  });
});

describe('an asset that Google does not know', () => {
  it('is left out, and all others are told', async () => {
    const { send, calls } = provider(['a5', 'a77']);
    const names = namesOf(100, 0);
    const spans = await assetHistory(send, { ...question, names });
    expect(spans.map(({ name }) => name)).toEqual(names.filter((name) => !['a5', 'a77'].includes(name)));
    expect(calls.length).toBeLessThan(30);
  });

  it.each([
    ['alone may mean that the question is wrong', ['a0']],
    ['as all others may mean the same', ['a0', 'a1', 'a2']],
  ])('%s', async (_name, names) => {
    const { send } = provider(names);
    await expect(assetHistory(send, { ...question, names })).rejects.toMatchObject({
      failure: { class: 'rejected' },
    });
    expect(await assetHistory(send, { ...question, isProven: true, names })).toEqual([]);
  });

  it('is told by a refusal only: anything else is a failure of the question', async () => {
    const { send, calls } = provider(['a5'], 'access_denied');
    await expect(assetHistory(send, { ...question, names: namesOf(9, 0) })).rejects.toThrow('no');
    expect(calls).toHaveLength(1);
  });
});

describe('an answer', () => {
  const answering =
    (asset: object): Send =>
    async () => ({ assets: [asset] });

  it('may have no body, no beginning and no end', async () => {
    const send = answering({ asset: { name: 'a' }, window: {}, deleted: true });
    expect(await assetHistory(send, { ...question, names: ['a'] })).toEqual([
      { name: 'a', from: since, to: undefined, isDeleted: true, body: undefined },
    ]);
  });

  it('has the policy of a history of policies', async () => {
    const window = { startTime: start, endTime: '2026-11-02T00:00:00Z' };
    const asset = { name: 'a', resource: { data: { x: 1 } }, iamPolicy: { bindings: [] } };
    const asked = { ...question, operation: policyHistory, names: ['a'] } as const;
    expect(await assetHistory(answering({ asset, window }), asked)).toEqual([
      {
        name: 'a',
        from: new Date('2026-11-01T02:03:04.567Z'),
        to: new Date('2026-11-02T00:00:00Z'),
        isDeleted: false,
        body: { bindings: [] },
      },
    ]);
  });

  it('that makes no sense is a failure', async () => {
    const send = answering({ window: { startTime: 'yesterday' }, asset: { name: 'a' } });
    await expect(assetHistory(send, { ...question, names: ['a'] })).rejects.toMatchObject({
      failure: { class: 'invalid_response' },
    });
  });
});

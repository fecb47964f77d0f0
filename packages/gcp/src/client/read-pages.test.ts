/** When a listing of Google's is complete. */
import type { JsonObject, Send } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { listAggregated, listPages } from './read-pages.ts';

const call = {
  operation: 'compute:instances.aggregatedList',
  input: { project: 'acme-web' },
  member: 'instances',
};

async function read(pages: AsyncIterable<readonly JsonObject[]>) {
  const found: unknown[] = [];
  try {
    for await (const page of pages) found.push(page.map(({ name }) => name));
    return { found };
  } catch (error) {
    return { found, error };
  }
}

function answering(...answers: readonly JsonObject[]): Send & { readonly asked: JsonObject[] } {
  const asked: JsonObject[] = [];
  const send = async (_operation: string, input: JsonObject) => {
    asked.push(input);
    return answers[asked.length - 1];
  };
  return Object.assign(send, { asked });
}

const partial = { failure: { class: 'server_error', code: 'PARTIAL_ANSWER' } };

describe('a listing', () => {
  it('follows the tokens, the last of which may be empty', async () => {
    const send = answering({ instances: [{ name: 'a' }], nextPageToken: 't' }, { nextPageToken: '' });
    expect(await read(listPages(send, call))).toEqual({ found: [['a'], []] });
    expect(send.asked).toEqual([call.input, { ...call.input, pageToken: 't' }]);
  });

  it.each([
    ['unreachable places', { unreachable: ['locations/x'] }],
    ['unreachable places of Compute', { unreachables: ['zones/x'] }],
    ['missing zones', { missingZones: ['x'] }],
    ['warnings', { warnings: [{ code: 'REGION_UNREACHABLE', message: 'x' }] }],
    ['a warning', { warning: { code: 'UNREACHABLE' } }],
  ])('with %s gives what there is and is not complete', async (_name, told) => {
    const send = answering({ instances: [{ name: 'a' }], ...told, nextPageToken: 't' }, {});
    expect(await read(listPages(send, call))).toMatchObject({ found: [['a'], []], error: partial });
  });

  it('that says that there is nothing is complete', async () => {
    const send = answering({ warning: { code: 'NO_RESULTS_ON_PAGE', message: 'none' } });
    expect(await read(listPages(send, call))).toEqual({ found: [[]] });
  });

  it('whose second page is its own next one is not complete, and ends', async () => {
    const page = { instances: [{ name: 'a' }], nextPageToken: 't' };
    expect(await read(listPages(answering(page, page), call))).toMatchObject({
      found: [['a'], ['a']],
      error: { failure: { class: 'invalid_response', operation: call.operation } },
    });
  });

  it('of something else is refused', async () => {
    const send = answering({ instances: { a: 1 } });
    expect(await read(listPages(send, call))).toMatchObject({
      error: { failure: { class: 'invalid_response' } },
    });
  });
});

describe('an aggregated listing', () => {
  const empty = { warning: { code: 'NO_RESULTS_ON_PAGE' } };

  it('gives what lies in all places', async () => {
    const send = answering({
      items: {
        'zones/a': { instances: [{ name: 'a' }] },
        'zones/b': empty,
        'zones/c': { instances: [{ name: 'c' }] },
      },
    });
    expect(await read(listAggregated(send, call))).toEqual({ found: [['a', 'c']] });
  });

  it('is not complete when a place is not reached, though all pages come', async () => {
    const unreached = { warning: { code: 'UNREACHABLE', message: 'down' } };
    const send = answering(
      { items: { 'zones/a': unreached, 'zones/b': { instances: [{ name: 'b' }] } }, nextPageToken: 't' },
      { items: { 'zones/c': { instances: [{ name: 'c' }] } } },
    );
    expect(await read(listAggregated(send, call))).toMatchObject({
      found: [['b'], ['c']],
      error: { failure: { ...partial.failure, message: expect.stringContaining('zones/a: down') } },
    });
  });
});

/** When a listing in pages is whole. */
import { OperationError, type Send } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { markerPages, readAll } from './read-pages.ts';

const page = z.looseObject({ Things: z.array(z.number()).optional() });

type Page = { readonly Things?: readonly unknown[]; readonly NextMarker?: unknown } | Error;

/** Reads pages of which each is asked for by the marker that the one before gave. */
async function read(pages: Readonly<Record<string, Page>>, most?: number) {
  const send: Send = async (_operation, { Marker = 'first' }) => {
    const answer = typeof Marker === 'string' ? pages[Marker] : undefined;
    if (answer === undefined || answer instanceof Error) throw answer ?? new Error('no such page');
    return answer;
  };
  return await readAll(send, {
    ...markerPages('toy:List', { Limit: 2 }, page),
    elementsOf: ({ Things = [] }) => Things,
    ...(most !== undefined && { most }),
  });
}

const broken = new OperationError({ class: 'server_error', message: 'broken' });

describe('a listing', () => {
  it.each<[string, Readonly<Record<string, Page>>, readonly number[]]>([
    ['of one page', { first: { Things: [1, 2] } }, [1, 2]],
    ['of nothing', { first: {} }, []],
    ['of two pages', { first: { Things: [1, 2], NextMarker: 'b' }, b: { Things: [3] } }, [1, 2, 3]],
    ['with an empty page between', { first: { NextMarker: 'b' }, b: { Things: [3] } }, [3]],
    ['whose last marker is empty', { first: { Things: [1], NextMarker: '' } }, [1]],
    ['whose last marker is null', { first: { Things: [1], NextMarker: null } }, [1]],
  ])('is read to its end: %s', async (_name, pages, expected) => {
    expect(await read(pages)).toEqual(expected);
  });

  it.each<[string, Readonly<Record<string, Page>>, string]>([
    [
      'its second page is its own next one',
      { first: { NextMarker: 'b' }, b: { NextMarker: 'b' } },
      'invalid_response',
    ],
    ['its second page fails', { first: { Things: [1], NextMarker: 'b' }, b: broken }, 'server_error'],
    ['an element is not as the reference says', { first: { Things: ['1'] } }, 'invalid_response'],
  ])('is refused when %s', async (_name, pages, failureClass) => {
    await expect(read(pages)).rejects.toMatchObject({ failure: { class: failureClass } });
  });

  it('of just as many as may be held is whole, and of one more is refused', async () => {
    const pages = { first: { Things: [1, 2], NextMarker: 'b' }, b: { Things: [3] } };
    expect(await read(pages, 3)).toEqual([1, 2, 3]);
    await expect(read(pages, 2)).rejects.toMatchObject({
      failure: { class: 'rejected', operation: 'toy:List' },
    });
  });
});

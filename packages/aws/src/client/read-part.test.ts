/** Which failures are those of a part, and which those of the whole item or run. */
import { type FailureClass, OperationError } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { readPart } from './read-part.ts';

const place = { path: '/Tags', gone: ['NoSuchThing'] };
const failing = (failureClass: FailureClass, code: string) => async () => {
  throw new OperationError({ class: failureClass, code, message: code, permission: 'toy:ListTags' });
};

describe('a part', () => {
  it('is what was read, also when that is null', async () => {
    expect(await readPart(place, async () => null)).toEqual({ value: null, unreadable: [] });
  });

  it.each<[FailureClass, string]>([
    ['access_denied', 'AccessDenied'],
    ['server_error', 'InternalError'],
    ['not_found', 'NoSuchOtherThing'],
  ])('is unreadable by %s %s', async (failureClass, code) => {
    expect(await readPart(place, failing(failureClass, code))).toEqual({
      value: undefined,
      unreadable: [{ path: '/Tags', class: failureClass, code, message: code, permission: 'toy:ListTags' }],
    });
  });

  it.each<[FailureClass, string]>([
    ['not_found', 'NoSuchThing'],
    ['rejected', 'NoSuchThing'],
    ['canceled', 'AbortError'],
  ])('is not all that fails by %s %s', async (failureClass, code) => {
    await expect(readPart(place, failing(failureClass, code))).rejects.toMatchObject({ failure: { code } });
  });

  it('does not hide a mistake of ours', async () => {
    const mistaken = async () => {
      throw new TypeError('oops');
    };
    await expect(readPart(place, mistaken)).rejects.toThrow('oops');
  });
});

import { describe, expect, it } from 'vitest';
import { splitEphemeral } from './split-ephemeral.ts';

describe('splitEphemeral', () => {
  it('takes declared values out, wherever they are', () => {
    const config = { Name: 'n', LastUsed: 1, Keys: { a: { Used: 2, Id: 'a' } } };
    expect(splitEphemeral(config, { ephemeral: ['/LastUsed', '/Keys/*/Used'], unordered: [] })).toEqual({
      durable: { Keys: { a: { Id: 'a' } }, Name: 'n' },
      ephemeral: { '/Keys/a/Used': 2, '/LastUsed': 1 },
    });
  });

  it('sorts an unordered list by its durable parts, and the values follow their elements', () => {
    const declared = { ephemeral: ['/Keys/*/A'], unordered: ['/Keys'] };
    const first = {
      Keys: [
        { A: 1, Id: 'y' },
        { A: 2, Id: 'x' },
      ],
    };
    const drifted = {
      Keys: [
        { A: 9, Id: 'x' },
        { A: 0, Id: 'y' },
      ],
    };
    expect(splitEphemeral(first, declared)).toEqual({
      durable: { Keys: [{ Id: 'x' }, { Id: 'y' }] },
      ephemeral: { '/Keys/0/A': 2, '/Keys/1/A': 1 },
    });
    expect(splitEphemeral(drifted, declared)).toEqual({
      durable: { Keys: [{ Id: 'x' }, { Id: 'y' }] },
      ephemeral: { '/Keys/0/A': 9, '/Keys/1/A': 0 },
    });
  });

  it('keeps the values of equal elements apart', () => {
    const config = { Keys: [{ A: 1 }, { A: 2 }] };
    expect(splitEphemeral(config, { ephemeral: ['/Keys/*/A'], unordered: ['/Keys'] }).ephemeral).toEqual({
      '/Keys/0/A': 1,
      '/Keys/1/A': 2,
    });
  });

  it('follows elements through lists within lists', () => {
    const config = {
      Groups: [
        {
          Id: 'b',
          Keys: [
            { A: 1, Id: 'd' },
            { A: 2, Id: 'c' },
          ],
        },
        { Id: 'a', Keys: [] },
      ],
    };
    const declared = { ephemeral: ['/Groups/*/Keys/*/A'], unordered: ['/Groups', '/Groups/*/Keys'] };
    expect(splitEphemeral(config, declared)).toEqual({
      durable: {
        Groups: [
          { Id: 'a', Keys: [] },
          { Id: 'b', Keys: [{ Id: 'c' }, { Id: 'd' }] },
        ],
      },
      ephemeral: { '/Groups/1/Keys/0/A': 2, '/Groups/1/Keys/1/A': 1 },
    });
  });

  it('takes out whole elements of an ordered list without mixing up the rest', () => {
    const config = { List: [{ E: 1 }, 'kept', { E: 2 }] };
    expect(splitEphemeral(config, { ephemeral: ['/List/0', '/List/2'], unordered: [] }).durable).toEqual({
      List: ['kept'],
    });
  });
});

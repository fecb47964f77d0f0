/** Coverage: what a cell is, its name, the order of rows, folding, figures, and where the keys lead. */
import { describe, expect, it } from 'vitest';
import { freezingClasses } from '../../../../sdk/src/failure.ts';
import { type CellState, cellName, type Looked, shortAge, stateOf } from './cell-state.ts';
import { cellKey, cellOf } from './chosen-cell.ts';
import type { Cell, Scope } from './coverage-queries.ts';
import { causesOf, regionsByNeed, unreadCausesOf } from './failures-of.ts';
import { foldedOf, type MatrixInput, matricesOf, oldestOf } from './matrix-rows.ts';
import { movedInGrid } from './move-in-grid.ts';
import { failuresOf, freezesOf, freezing, totalsOf, unreadOf } from './totals.ts';

const now = new Date('2026-11-23T09:14:00Z');
const looked: Looked = { now, minutes: 60 };
const none = { never: 0, complete: 0, failed: 0, frozen: 0 };

function cell(scopes: Partial<Cell['scopes']>, changed: Partial<Cell> = {}): Cell {
  return {
    accountId: 'a1',
    account: 'prod',
    technology: 'aws.s3-bucket',
    scopes: { ...none, ...scopes },
    running: false,
    allCompleteSince: '2026-11-23T09:05:00Z',
    failingSince: null,
    classes: {},
    unknowns: { checks: 0, items: 0 },
    permissions: [],
    held: 0,
    nextRun: null,
    ...changed,
  };
}

function scope(changed: Partial<Scope>): Scope {
  return {
    account: 'prod',
    technology: 'aws.s3-bucket',
    region: 'eu-west-1',
    state: 'complete',
    running: false,
    lastComplete: null,
    age: null,
    lastAttempt: null,
    nextRun: null,
    failure: null,
    past: null,
    hint: null,
    failingSince: null,
    listed: 0,
    held: 0,
    ignored: 0,
    ...changed,
  };
}

const unknowns = (checks: number) => ({ unknowns: { checks, items: 1 } });
const at = (time: string) => ({ allCompleteSince: `2026-11-23T${time}:00Z` });

describe('the state of a cell', () => {
  it.each<[string, Cell | undefined, Partial<Looked>, CellState]>([
    ['no scope', undefined, {}, 'absent'],
    ['all failed', cell({ failed: 3 }), {}, 'unseen'],
    ['all that is not frozen failed', cell({ failed: 3, frozen: 2 }), {}, 'unseen'],
    ['some failed', cell({ failed: 1, complete: 2 }, unknowns(4)), {}, 'partly'],
    ['failed, the rest not tried yet', cell({ failed: 1, never: 2 }, { running: true }), {}, 'partly'],
    ['never tried', cell({ never: 2, complete: 1 }), {}, 'waiting'],
    ['tried for the first time', cell({ never: 2 }, { running: true }), {}, 'running'],
    ['all frozen', cell({ frozen: 2 }), {}, 'frozen'],
    ['complete with a frozen region', cell({ frozen: 2, complete: 1 }), {}, 'complete'],
    ['complete with unknown checks', cell({ complete: 1 }, unknowns(1)), {}, 'inPart'],
    ['one look missed', cell({ complete: 1 }, at('07:13')), {}, 'late'],
    ['within two intervals', cell({ complete: 1 }, at('07:15')), {}, 'complete'],
    ['late and running', cell({ complete: 1 }, { ...at('01:00'), running: true }), {}, 'complete'],
    [
      'a longer interval of its own',
      cell({ complete: 1 }, { ...at('01:00'), nextRun: '2026-11-23T12:00:00Z' }),
      {},
      'complete',
    ],
    ['overdue', cell({ complete: 1 }, { ...at('01:00'), nextRun: '2026-11-23T08:13:00Z' }), {}, 'late'],
  ])('%s', (...[, given, changed, state]) => {
    expect(stateOf(given, { ...looked, ...changed })).toBe(state);
  });
});

describe('the name of a cell', () => {
  const nameOf = (given: Cell | undefined): string =>
    cellName({
      cell: given,
      state: stateOf(given, looked),
      account: 'prod',
      technology: 'aws.s3-bucket',
      looked,
    });
  const lacking = { permissions: ['s3:GetBucketLogging'] };

  it.each<[Cell | undefined, string]>([
    [
      cell({ failed: 5, complete: 12 }, { classes: { access_denied: 5 }, ...lacking }),
      'could not look at 5 of 17 regions, missing permission s3:GetBucketLogging',
    ],
    [
      cell({ failed: 1 }, { classes: { throttled: 1 }, running: true }),
      'could not look at any of 1 region, too many calls, being looked at now',
    ],
    [
      cell({ complete: 1 }, { ...unknowns(9), ...lacking }),
      'complete, and 9 checks are unknown, missing permission s3:GetBucketLogging',
    ],
    [cell({ complete: 2, frozen: 1 }), 'complete, 9 min ago, 1 region frozen'],
    [cell({ complete: 2 }, at('01:00')), 'late, last complete 8 h 14 min ago'],
    [cell({ never: 3 }), '3 regions waiting for the first look'],
    [cell({ never: 2, complete: 1 }, { running: true }), '2 of 3 regions being looked at for the first time'],
    [cell({ frozen: 3 }, { classes: { account_suspended: 3 } }), 'frozen, account suspended'],
    [undefined, 'not in use'],
  ])('%#: %s', (given, words) => {
    expect(nameOf(given)).toBe(`aws.s3-bucket in prod: ${words}`);
  });

  it('has room for the larger unit of an age only', () => {
    expect([shortAge('3 h 02 min'), shortAge('9 min')]).toEqual(['3 h', '9 min']);
  });
});

describe('matrices', () => {
  const accounts = ['quiet', 'failing', 'unread', 'new', 'late'].map((name) => ({
    id: `id-${name}`,
    name,
    type: name === 'new' ? 'gcp' : 'aws',
    active: true,
    thirdParty: false,
  }));
  const own = (name: string, scopes: Partial<Cell['scopes']>, changed: Partial<Cell> = {}): Cell =>
    cell(scopes, { accountId: `id-${name}`, account: name, ...changed });
  const input: MatrixInput = {
    accounts: [
      ...accounts,
      { id: 'id-friend', name: 'friend', type: 'aws', active: true, thirdParty: true },
      { id: 'id-off', name: 'off', type: 'aws', active: false, thirdParty: false },
    ],
    cells: [
      own('quiet', { complete: 1 }),
      own('quiet', { complete: 1 }, { technology: 'aws.kms-key' }),
      own('unread', { complete: 1 }, unknowns(1)),
      own('failing', { failed: 1, complete: 1 }),
      own('late', { complete: 1 }, at('01:00')),
    ],
    minutesOf: () => 60,
    now,
  };

  it('are one for each type, with rows that need a hand first', () => {
    expect(
      matricesOf(input).map(({ type, technologies, rows }) => [
        type,
        technologies,
        rows.map(({ account, worst }) => `${account} ${worst}`),
      ]),
    ).toEqual([
      [
        'aws',
        ['aws.kms-key', 'aws.s3-bucket'],
        ['failing partly', 'unread inPart', 'late late', 'quiet complete'],
      ],
      ['gcp', [], ['new waiting']],
    ]);
  });

  it('let an account without cells wait, and call what others have and it has not not in use', () => {
    const [aws] = matricesOf({
      ...input,
      cells: input.cells.filter(({ account }) => account !== 'late'),
    });
    expect(aws?.rows.map(({ account, cells }) => [account, ...cells.map(({ state }) => state)])).toEqual([
      ['failing', 'absent', 'partly'],
      ['unread', 'absent', 'inPart'],
      ['late', 'waiting', 'waiting'],
      ['quiet', 'complete', 'complete'],
    ]);
  });

  it('fold complete rows when they are many, but never the chosen one', () => {
    const many = Array.from({ length: 13 }, (_, index) => `quiet-${index}`);
    const [aws] = matricesOf({
      ...input,
      accounts: [
        ...accounts,
        ...many.map((name) => ({ id: `id-${name}`, name, type: 'aws', active: true, thirdParty: false })),
      ],
      cells: [...input.cells, ...many.map((name) => own(name, { complete: 1 }))],
    });
    const names = ({ shown, folded }: ReturnType<typeof foldedOf>) => [
      shown.map(({ account }) => account),
      folded.length,
    ];
    expect(names(foldedOf(aws?.rows ?? [], false, 'id-quiet-7'))).toEqual([
      ['failing', 'unread', 'late', 'quiet-7'],
      13,
    ]);
    expect(names(foldedOf(aws?.rows ?? [], true, undefined))[1]).toBe(0);
    expect(names(foldedOf(matricesOf(input)[0]?.rows ?? [], false, undefined))[1]).toBe(0);
  });

  it('tell the oldest look of a row', () => {
    const oldest = (...cells: readonly Cell[]): string | undefined => {
      const [matrix] = matricesOf({ ...input, cells });
      const row = matrix?.rows.find(({ account }) => account === 'quiet');
      return row && oldestOf(row, (time) => time.slice(11, 16));
    };
    const kms = { technology: 'aws.kms-key' };
    expect(
      oldest(own('quiet', { complete: 1 }), own('quiet', { complete: 1 }, { ...kms, ...at('08:00') })),
    ).toBe('08:00');
    expect(oldest(own('quiet', { never: 1 }, { allCompleteSince: null }))).toBe('first look');
    expect(oldest(own('quiet', { failed: 1 }, { allCompleteSince: null }))).toBe('never complete');
    expect(oldest(own('quiet', { frozen: 1 }, { allCompleteSince: null }))).toBe('frozen');
  });
});

describe('figures', () => {
  const cells = [
    cell(
      { complete: 3, failed: 2, frozen: 1 },
      { classes: { throttled: 2, region_disabled: 1 }, failingSince: '2026-11-20T00:00:00Z' },
    ),
    cell(
      { failed: 3 },
      {
        account: 'data',
        classes: { throttled: 3 },
        failingSince: '2026-11-14T00:00:00Z',
        allCompleteSince: null,
      },
    ),
    cell({ never: 1, failed: 1 }, { classes: { access_denied: 1 } }),
  ];

  it('add up', () => {
    expect(totalsOf(cells)).toEqual({
      complete: 3,
      failed: 6,
      frozen: 1,
      never: 1,
      all: 11,
      failingSince: '2026-11-14T00:00:00Z',
      oldest: '2026-11-23T09:05:00Z',
    });
  });

  it('tell failures from what is frozen, the most frequent first, with where it is most', () => {
    expect(failuresOf(cells).map((one) => [one.class, one.scopes, one.first.account, one.cells])).toEqual([
      ['throttled', 5, 'data', 2],
      ['access_denied', 1, 'prod', 1],
    ]);
    expect(freezesOf(cells).map((one) => [one.class, one.scopes])).toEqual([['region_disabled', 1]]);
  });

  it('freeze what the server freezes', () => {
    expect(freezing).toEqual(freezingClasses);
  });

  it('count what could be read in part only', () => {
    expect(unreadOf([cell({}, unknowns(3)), cell({}), cell({}, unknowns(2))])).toEqual({
      checks: 5,
      items: 2,
    });
  });
});

describe('the regions of a cell', () => {
  const denied = {
    class: 'access_denied',
    message: 'denied',
    operation: 'kms:ListKeys',
    permission: 'kms:ListKeys',
  };
  const scopes = [
    scope({ region: 'us-east-1' }),
    scope({ region: 'eu-west-1', state: 'failed', failure: denied, hint: 'Grant it.' }),
    scope({ region: 'af-south-1', state: 'frozen', failure: { class: 'region_disabled', message: 'off' } }),
    scope({ region: 'eu-north-1', state: 'failed', failure: denied, hint: 'Grant it.' }),
    scope({
      region: 'ap-east-1',
      state: 'failed',
      failure: { ...denied, class: 'throttled', message: 'slow' },
    }),
  ];

  it('stand in the order of need', () => {
    expect(regionsByNeed(scopes).map(({ region }) => region)).toEqual([
      'ap-east-1',
      'eu-north-1',
      'eu-west-1',
      'af-south-1',
      'us-east-1',
    ]);
  });

  it('have each cause once, and lack a permission only where one was denied', () => {
    expect(
      causesOf(scopes).map((cause) => [cause.class, cause.permission, cause.hint, cause.regions]),
    ).toEqual([
      ['access_denied', 'kms:ListKeys', 'Grant it.', ['eu-west-1', 'eu-north-1']],
      ['region_disabled', undefined, undefined, ['af-south-1']],
      ['throttled', undefined, undefined, ['ap-east-1']],
    ]);
  });

  it('tell what could not be read once, with what to do', () => {
    const unknown = { class: 'access_denied', permission: 's3:GetBucketLogging', message: 'denied' };
    const causes = unreadCausesOf([unknown, unknown], [{ ...unknown, hint: 'Grant it.' }]);
    expect(causes.map(({ permission, hint }) => [permission, hint])).toEqual([
      ['s3:GetBucketLogging', 'Grant it.'],
    ]);
  });
});

describe('the address', () => {
  it('names a cell', () => {
    const place = { accountId: '01a1', technology: 'aws.kms-key' };
    expect(cellOf(cellKey(place))).toEqual(place);
  });

  it.each([undefined, '', '/', 'a1', 'a1/', '/aws'])('%s names none', (text) => {
    expect(cellOf(text)).toBeUndefined();
  });
});

describe('keys in a matrix', () => {
  const size = { rows: 20, columns: 5 };

  it.each([
    ['ArrowUp', 2, 3],
    ['ArrowDown', 4, 3],
    ['ArrowLeft', 3, 2],
    ['ArrowRight', 3, 4],
    ['Home', 3, 0],
    ['End', 3, 4],
    ['PageUp', 0, 3],
    ['PageDown', 11, 3],
    ['Ctrl+Home', 0, 0],
    ['Ctrl+End', 19, 4],
  ])('%s', (key, row, column) => {
    expect(movedInGrid({ row: 3, column: 3 }, key, size)).toEqual({ row, column });
  });

  it('stay inside, and are left alone otherwise', () => {
    expect(movedInGrid({ row: 0, column: 4 }, 'ArrowRight', size)).toEqual({ row: 0, column: 4 });
    expect(movedInGrid({ row: 0, column: 4 }, 'Tab', size)).toBeUndefined();
    expect(movedInGrid({ row: 0, column: 4 }, 'toString', size)).toBeUndefined();
  });
});

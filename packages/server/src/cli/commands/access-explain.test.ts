/** `access explain` of files and of items. */
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../store/testing/test-database.ts';
import { createKeyboard, type Keyboard } from '../testing/type-command.ts';

const database = useTestDatabase();
let keyboard: Keyboard;
beforeEach(() => {
  keyboard = createKeyboard(database());
});

const open = { Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage', Resource: '*' };

describe('a file', () => {
  it('is explained grant by grant, the most open first', async () => {
    const named = { ...open, Principal: { AWS: '222222222222' } };
    keyboard.files.set('-', JSON.stringify({ Version: '2012-10-17', Statement: [named, open] }));
    expect(await keyboard.type('access', 'explain', '-')).toEqual({
      code: 0,
      error: '',
      lines: [
        'The policy has 2 grants:',
        '',
        'PUBLIC (internet)',
        '  Anyone on the internet may sqs:SendMessage (write) on *, says /Statement/1.',
        '  No condition limits it.',
        '',
        'EXTERNAL (unknown-account)',
        '  222222222222 may sqs:SendMessage (write) on *, says /Statement/0.',
        '  The principal is named and no condition limits it further.',
      ],
    });
  });

  it('that holds no policy is said to be none, and nothing is called closed', async () => {
    keyboard.files.set('-', '[]');
    expect(await keyboard.type('access', 'explain', '-')).toMatchObject({
      code: 1,
      lines: ['unknown: the policy is no policy document'],
    });
  });

  it('as the tools of AWS print it, with the policy as text, is explained', async () => {
    keyboard.files.set('-', JSON.stringify({ Policy: JSON.stringify({ Statement: open }) }));
    expect(await keyboard.type('access', 'explain', '-')).toMatchObject({
      code: 0,
      lines: [
        'The policy at /Policy has 1 grant:',
        '',
        'PUBLIC (internet)',
        expect.any(String),
        expect.any(String),
      ],
    });
  });

  it('that holds something else is not called closed', async () => {
    keyboard.files.set('-', JSON.stringify({ Policy: 'none', Attributes: {} }));
    expect(await keyboard.type('access', 'explain', '-')).toEqual({
      code: 1,
      error: '',
      lines: ['unknown: the file holds no resource policy'],
    });
  });

  it('with a data protection policy beside the access policy is explained by the access policy', async () => {
    const protection = {
      DataDirection: 'Inbound',
      Principal: ['*'],
      DataIdentifier: [],
      Operation: { Deny: {} },
    };
    keyboard.files.set(
      '-',
      JSON.stringify({ Policy: { Statement: open }, DataProtectionPolicy: { Statement: [protection] } }),
    );
    const typed = await keyboard.type('access', 'explain', '-');
    expect(typed.code).toBe(0);
    expect(typed.lines.filter((line) => line.startsWith('The policy'))).toEqual([
      'The policy at /Policy has 1 grant:',
    ]);
  });

  it('with a statement that cannot be read says so', async () => {
    keyboard.files.set('-', JSON.stringify({ Statement: [open, { ...open, Effect: 'Maybe' }] }));
    const typed = await keyboard.type('access', 'explain', '-');
    expect(typed.code).toBe(1);
    expect(typed.lines.at(-1)).toBe('malformed: /Statement/1: Effect is neither Allow nor Deny');
  });

  it('gives an object a grant under --json', async () => {
    keyboard.files.set('-', JSON.stringify({ Statement: open }));
    expect(await keyboard.json('access', 'explain', '-')).toMatchObject([
      { policy: '', isPublic: true, classes: ['internet'], actions: { write: ['sqs:SendMessage'] } },
    ]);
  });
});

describe('the reason chains of docs/access-engine.md', () => {
  const text = readFileSync(new URL('../../../../../docs/access-engine.md', import.meta.url), 'utf8');
  const chains = [...text.matchAll(/### ([^\n]+)\n\n```json\n(.+?)\n```\n\n```text\n(.+?)\n```/gs)];

  it('are five', () => {
    expect(chains).toHaveLength(5);
  });

  it.each(chains.map(([, title = '', policy = '', printed = '']) => ({ title, policy, printed })))(
    '$title',
    async ({ policy, printed }) => {
      keyboard.files.set('-', policy);
      const typed = await keyboard.type('access', 'explain', '-');
      expect([typed.code, typed.lines.join('\n')]).toEqual([0, printed]);
    },
  );
});

it('a target that is neither an item nor a file is refused', async () => {
  expect(await keyboard.type('access', 'explain', 'nothing')).toMatchObject({ code: 1 });
});

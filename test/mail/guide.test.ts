/** The guide to mail says what there is: its commands are commands, its variables are keys of the configuration. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseCommandLine } from '../../packages/server/src/cli/parse.ts';
import { loadConfig } from '../../packages/server/src/config/config.ts';

const guide = readFileSync(new URL('../../docs/guides/mail.md', import.meta.url), 'utf8');

it('every command in it is understood', async () => {
  const lines = [...guide.matchAll(/^ *npm run monkey -- (.*)$/gm)].map(([, line = '']) => line);
  expect(lines.length).toBeGreaterThan(6);
  for (const line of lines) {
    const argv = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '');
    expect(await parseCommandLine(argv, '0')).toMatchObject({ kind: 'run' });
  }
});

it('what it exports is a configuration', () => {
  const exported = [...guide.matchAll(/^ *export (\w+)='?([^'\s]*)'?/gm)];
  const environment = Object.fromEntries(exported.map(([, name = '', value = '']) => [name, value]));
  const config = loadConfig({ ...environment, SECURITY_MONKEY_DATA_DIRECTORY: '/nowhere' }, '/nowhere');
  expect(config).toMatchObject({
    smtpHost: 'smtp.example.com',
    smtpUsername: 'monkey',
    mailFrom: 'monkey@example.com',
    publicUrl: 'https://monkey.example.com',
  });
});

/** The last use of a key is found by the key's id, also in what is stored. */
import { redactConfig } from '@security-monkey/sdk';
import { expect, it } from 'vitest';
import { userConfig } from '../config.ts';
import { keyId, userWithKey } from '../example.ts';
import { keysOf, lastUseOf } from './access-keys.ts';

it('survives the redactor, which takes such ids out of everything else', () => {
  const stored = redactConfig(userWithKey('2025-01-01', '2025-12-31'), {
    secret: [],
    digest: (text) => `<${text}>`,
  });
  const config = userConfig.parse(stored);
  expect(keysOf(config).map(({ key }) => [key.AccessKeyId, lastUseOf(config, key)])).toEqual([
    [keyId, '2025-12-31T00:00:00.000Z'],
  ]);
});

/** The row of the root user, and reports that have none. */
import { expect, it } from 'vitest';
import { rootRow } from './root-row.ts';

const content = (text: string) => ({ Content: Buffer.from(text).toString('base64') });

it('is found under its column names', () => {
  const report = content('user,mfa_active\nalice,false\n<root_account>,true\n');
  expect(rootRow(report)).toEqual({ user: '<root_account>', mfa_active: 'true' });
});

it.each([
  ['without the row', content('user,mfa_active\nalice,false')],
  ['with a user of nearly that name', content('user,mfa_active\n<root_account>2,true')],
  ['cut off within the row', content('user,mfa_active,arn\n<root_account>,true')],
  ['without content', {}],
])('a report %s is refused', (_name, report) => {
  expect(() => rootRow(report)).toThrow('The credential report has no whole row of the root user');
});

/** The table of errors and the way into it. */
import { OperationError } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { StoreError } from '../store/database/store-error.ts';
import { CodedError } from './coded-error.ts';
import { errorTable } from './error-table.ts';
import { toCodedError } from './to-coded-error.ts';

describe('the table of errors', () => {
  it.each(Object.entries(errorTable))('%s says in one line what is wrong and what to do', (code, entry) => {
    expect(code).toMatch(/^[a-z_]+$/);
    expect(entry.status).toBeGreaterThanOrEqual(400);
    expect(entry.remedy).not.toBe('');
    expect(`${entry.sentence} ${entry.remedy}`).not.toContain('\n');
  });
});

describe('what was thrown', () => {
  it.each([
    {
      rule: 'stays what it is when it is coded',
      thrown: new CodedError('account_unknown', { account: 'prod' }),
      code: 'account_unknown',
      says: 'There is no account prod. See `security-monkey account list`.',
    },
    {
      rule: 'by the store becomes what a person can do about it',
      thrown: new StoreError('directory_held', 'The data directory /d is in use by process 7.'),
      code: 'database_held',
      says: 'The data directory /d is in use by process 7. Stop that process, or use PostgreSQL by DATABASE_URL to work from several.',
    },
    {
      rule: 'by a provider names the permission',
      thrown: new OperationError({
        class: 'access_denied',
        message: 'not authorized.',
        operation: 's3:GetBucketAcl',
        permission: 's3:GetBucketAcl',
      }),
      code: 'provider_failed',
      says: 's3:GetBucketAcl: not authorized. Grant s3:GetBucketAcl to the role that Security Monkey uses; `security-monkey permissions` prints the whole role.',
    },
    {
      rule: 'for want of space says so',
      thrown: Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' }),
      code: 'disk_full',
      says: 'The disk is full. Free some space and run the command again; nothing recorded before is lost.',
    },
    {
      rule: 'unexpectedly is a defect, of one line',
      thrown: new Error('undefined is not a function\n    at here'),
      code: 'internal',
      says: 'Security Monkey has a defect: undefined is not a function. Run the command again with --debug and report what it prints.',
    },
  ])('$rule', ({ thrown, code, says }) => {
    expect(toCodedError(thrown)).toMatchObject({ code, message: says });
  });
});

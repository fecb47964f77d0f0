/** `account list`. */

import { listAccounts } from '../../store/accounts.ts';
import { systemViewer } from '../../store/viewer.ts';
import { accountObject, accountTable } from '../accounts/account-shape.ts';
import { defineCommand } from '../command.ts';

export const accountList = defineCommand({
  name: 'account list',
  description: 'Lists the accounts; under --json in the form that account import takes.',
  needs: 'runtime',
  arguments: {},
  options: {},
  run: async ({ runtime, output }) => {
    const accounts = await listAccounts(runtime.db, systemViewer);
    const count = await output.rows(accounts, { columns: accountTable, object: accountObject });
    if (count === 0)
      await output.text('No accounts. Add one: security-monkey account add aws 123456789012 --name prod');
    return 0;
  },
});

/** `account remove`: takes an account away, with everything recorded of it. */
import { tellAccounts } from '../../engine/tell-accounts.ts';
import { CodedError } from '../../errors/coded-error.ts';
import { removeAccount } from '../../store/accounts.ts';
import { inTransaction } from '../../store/database/transaction.ts';
import { defineCommand } from '../command.ts';
import { requireAccount } from '../resolve/require-account.ts';

export const accountRemove = defineCommand({
  name: 'account remove',
  description:
    'Removes an account with its items, their history, issues and justifications, for good. To keep them and stop scanning: account update NAME --active no.',
  needs: 'runtime',
  arguments: { account: { description: 'its name, identifier or id' } },
  options: { yes: { description: 'really remove it and everything recorded of it' } },
  run: async ({ runtime, output, author }, { arguments: words, options }) => {
    const account = await requireAccount(runtime.db, words.account);
    const { id, name } = account;
    if (!options.yes)
      throw new CodedError('usage', {
        problem: `Removing ${name} also removes everything recorded of it; say so with --yes, or stop scanning it with \`security-monkey account update ${name} --active no\``,
        command: 'security-monkey account remove',
      });
    await inTransaction(runtime.db, async (tx) => {
      await removeAccount(tx, id);
      await tellAccounts(tx, runtime, { by: author, before: [account], after: [] });
    });
    await output.object({ removed: id, name });
    await output.text(`Removed ${name} and everything recorded of it.`);
    return 0;
  },
});

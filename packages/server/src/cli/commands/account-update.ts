/** `account update`: changes what a person decides about an account. */
import { tellAccounts } from '../../engine/tell-accounts.ts';
import { changeAccount, draftOf } from '../../front/accounts/account-draft.ts';
import { checkDraft } from '../../front/accounts/check-draft.ts';
import { requireAccountType } from '../../front/accounts/require-account-type.ts';
import { inTransaction } from '../../store/database/transaction.ts';
import { accountObject } from '../accounts/account-shape.ts';
import { parseFieldOptions } from '../accounts/field-options.ts';
import { defineCommand } from '../command.ts';
import { requireAccount } from '../resolve/require-account.ts';

const yesNo = ['yes', 'no'] as const;

export const accountUpdate = defineCommand({
  name: 'account update',
  description: 'Changes an account. Its type and identifier stay: for those, remove it and add another.',
  needs: 'runtime',
  arguments: { account: { description: 'its name, identifier or id' } },
  options: {
    name: { value: 'NAME', description: 'what you call it' },
    field: {
      value: 'KEY=VALUE',
      description: 'sets a field of the account type; KEY= takes it away (repeatable)',
      repeat: true,
    },
    notes: { value: 'TEXT', description: 'for people only' },
    'third-party': { value: 'YES|NO', description: 'whether it is somebody else’s', choices: yesNo },
    active: { value: 'YES|NO', description: 'whether it is scanned', choices: yesNo },
  },
  examples: ['account update prod --active no', 'account update prod --field role=Audit --field externalId='],
  run: async ({ runtime, registry, output, author }, { arguments: words, options }) => {
    const account = await requireAccount(runtime.db, words.account);
    const before = draftOf(account);
    const draft = checkDraft(requireAccountType(registry, account.type), {
      ...before,
      name: options.name ?? before.name,
      fields: parseFieldOptions(options.field, before.fields),
      notes: options.notes ?? before.notes,
      thirdParty: isYes(options['third-party']) ?? before.thirdParty,
      active: isYes(options.active) ?? before.active,
    });
    const changed = await inTransaction(runtime.db, async (tx) => {
      const after = await changeAccount(tx, account, draft);
      await tellAccounts(tx, runtime, { by: author, before: [account], after: [after] });
      return after;
    });
    await output.object(accountObject(changed));
    await output.text(`Changed ${draft.name}.`);
    return 0;
  },
});

function isYes(text: string | undefined): boolean | undefined {
  return text === undefined ? undefined : text === 'yes';
}

/** `account add`: one more account to watch, or to know. */
import { tellAccounts } from '../../engine/tell-accounts.ts';
import { addAccount } from '../../front/accounts/account-draft.ts';
import { checkDraft } from '../../front/accounts/check-draft.ts';
import { refuseMixing } from '../../front/accounts/refuse-mixing.ts';
import { requireAccountType } from '../../front/accounts/require-account-type.ts';
import { inTransaction } from '../../store/database/transaction.ts';
import { accountObject } from '../accounts/account-shape.ts';
import { parseFieldOptions } from '../accounts/field-options.ts';
import { defineCommand } from '../command.ts';

export const accountAdd = defineCommand({
  name: 'account add',
  description:
    'Adds an account. An active one is scanned at its interval by start and worker, at once the first time. A third-party account is somebody else’s: access from it is judged as such.',
  needs: 'runtime',
  endsDemo: true,
  arguments: {
    type: { description: 'the account type, such as aws' },
    identifier: { description: 'what the provider calls it, such as 123456789012' },
  },
  options: {
    name: { value: 'NAME', description: 'what you call it', required: true },
    field: {
      value: 'KEY=VALUE',
      description: 'a field of the account type, such as role=SecurityMonkey (repeatable)',
      repeat: true,
    },
    notes: { value: 'TEXT', description: 'for people only' },
    'third-party': { description: 'it is somebody else’s' },
    inactive: { description: 'do not scan it' },
  },
  examples: [
    'account add aws 123456789012 --name prod',
    'account add aws 210987654321 --name vendor --third-party --inactive',
    'account add aws 123456789012 --name prod --field role=Audit --field externalId=abc',
  ],
  run: async ({ config, runtime, registry, output, author }, { arguments: words, options }) => {
    const type = requireAccountType(registry, words.type);
    refuseMixing({ demo: config.isDemo === true, registry }, type.id);
    const draft = checkDraft(type, {
      type: type.id,
      identifier: words.identifier,
      name: options.name,
      fields: parseFieldOptions(options.field),
      thirdParty: options['third-party'],
      active: !options.inactive,
      notes: options.notes ?? '',
    });
    const account = await inTransaction(runtime.db, async (tx) => {
      const added = await addAccount(tx, draft, runtime);
      await tellAccounts(tx, runtime, { by: author, before: [], after: [added] });
      return added;
    });
    const { identifier, name } = account;
    await output.object(accountObject(account));
    await output.text(`Added ${name} (${type.id} ${identifier}).`);
    if (draft.active)
      await output.text(
        `Next: security-monkey account test ${name}, then security-monkey scan --account ${name}`,
      );
    return 0;
  },
});

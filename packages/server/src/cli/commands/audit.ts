/** `audit`: judges what is recorded, without collecting. */
import { auditPending } from '../../engine/audit/audit-pending.ts';
import { enqueueAgain } from '../../engine/audit/enqueue.ts';
import { requireTechnologies } from '../../front/require-technology.ts';
import { defineCommand } from '../command.ts';
import { exitCodeOf } from '../exit-code-of.ts';
import { requireAccount } from '../resolve/require-account.ts';

export const audit = defineCommand({
  name: 'audit',
  description:
    'Runs every check anew on what is recorded. It asks no provider. Exit code 1 when a check failed.',
  needs: 'runtime',
  arguments: {},
  options: {
    account: { value: 'ACCOUNT', description: 'only this account (repeatable)', repeat: true },
    technology: { value: 'ID', description: 'only this technology (repeatable)', repeat: true },
  },
  run: async ({ runtime, registry, output, signal }, { options }) => {
    requireTechnologies(registry, options.technology);
    const accounts = await Promise.all(options.account.map((text) => requireAccount(runtime.db, text)));
    const selection = {
      ...(accounts.length === 0 ? {} : { accountIds: accounts.map(({ id }) => id) }),
      ...(options.technology.length === 0 ? {} : { technologies: options.technology }),
    };
    await enqueueAgain(runtime, selection);
    const summary = await auditPending(runtime, { ...selection, signal });
    await output.object({ ...summary });
    await output.text(
      `Audited ${summary.items} items: issues ${summary.opened} opened, ${summary.reopened} reopened, ${summary.fixed} fixed; ${summary.unknown} answers unknown, ${summary.failed} checks failed.`,
    );
    return summary.failed === 0 ? exitCodeOf(registry) : 1;
  },
});

/** `account import`: many accounts at once, from a file. */

import type { JsonValue } from '@security-monkey/sdk';
import { z } from 'zod';
import type { Registry } from '../../engine/registry.ts';
import { tellAccounts } from '../../engine/tell-accounts.ts';
import { CodedError } from '../../errors/coded-error.ts';
import {
  type Account,
  type AccountDraft,
  addAccount,
  changeAccount,
  draftOf,
} from '../../front/accounts/account-draft.ts';
import { checkDraft } from '../../front/accounts/check-draft.ts';
import { refuseMixing } from '../../front/accounts/refuse-mixing.ts';
import { requireAccountType } from '../../front/accounts/require-account-type.ts';
import { listAccounts } from '../../store/accounts.ts';
import { inTransaction } from '../../store/database/transaction.ts';
import { systemViewer } from '../../store/viewer.ts';
import { defineCommand } from '../command.ts';
import { parseJsonText } from '../parse-json.ts';

/** What account list prints, of which only these keys are taken. */
const entrySchema = z.object({
  type: z.string(),
  identifier: z.union([z.string(), z.int().transform(String)]),
  name: z.string(),
  fields: z.record(z.string(), z.json()).default({}),
  thirdParty: z.boolean().default(false),
  active: z.boolean().default(true),
  notes: z.string().default(''),
});

export const accountImport = defineCommand({
  name: 'account import',
  description:
    'Adds the accounts of a file and changes those that are there already (by type and identifier): all of them or, when one is wrong, none. The file holds a JSON list, or one object a line as account list --json prints them: {"type", "identifier", "name", "fields", "thirdParty", "active", "notes"}.',
  needs: 'runtime',
  endsDemo: true,
  arguments: { file: { description: 'the file, or - for standard input' } },
  options: {},
  examples: ['account import accounts.json', 'account list --json | security-monkey account import -'],
  run: async ({ config, runtime, registry, output, author, readText }, { arguments: { file } }) => {
    const drafts = parseEntries(registry, file, await readText(file));
    for (const { type } of drafts) refuseMixing({ demo: config.isDemo === true, registry }, type);
    const known = await listAccounts(runtime.db, systemViewer);
    const counts = { added: 0, changed: 0, unchanged: 0 };
    await inTransaction(runtime.db, async (tx) => {
      const [before, after]: [Account[], Account[]] = [[], []];
      for (const draft of drafts) {
        const present = known.find(
          ({ type, identifier }) => type === draft.type && identifier === draft.identifier,
        );
        const isSame = present && JSON.stringify(draftOf(present)) === JSON.stringify(draft);
        counts[present === undefined ? 'added' : isSame ? 'unchanged' : 'changed'] += 1;
        if (isSame) continue;
        if (present !== undefined) before.push(present);
        after.push(
          present === undefined
            ? await addAccount(tx, draft, runtime)
            : await changeAccount(tx, present, draft),
        );
      }
      await tellAccounts(tx, runtime, { by: author, before, after });
    });
    await output.object(counts);
    await output.text(`${counts.added} added, ${counts.changed} changed, ${counts.unchanged} as they were.`);
    return 0;
  },
});

function parseEntries(registry: Registry, path: string, text: string): readonly AccountDraft[] {
  return listOf(path, text).map((value, index) => {
    const entry = entrySchema.safeParse(value);
    if (entry.success) return checkDraft(requireAccountType(registry, entry.data.type), entry.data);
    const [issue] = entry.error.issues;
    const problem = `entry ${index + 1}, ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`;
    throw new CodedError('file_invalid', { path, problem });
  });
}

/** A list, or one object a line. */
function listOf(path: string, text: string): readonly JsonValue[] {
  const refuse = (problem: string) => ['file_invalid', { path, problem }] as const;
  if (text.trimStart().startsWith('[')) {
    const list = parseJsonText(text, refuse);
    return Array.isArray(list) ? list : [];
  }
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => parseJsonText(line, refuse));
}

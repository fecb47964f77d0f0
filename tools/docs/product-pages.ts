/** The pages about the product itself: configuration, errors, settings. */
import type { z } from 'zod';
import { configKeys, configSchema } from '../../packages/server/src/config/keys.ts';
import { describeSetting } from '../../packages/server/src/engine/settings/describe-settings.ts';
import { settingKeys } from '../../packages/server/src/engine/settings/schema.ts';
import { type ErrorEntry, errorTable } from '../../packages/server/src/errors/error-table.ts';
import { keyTable } from './key-table.ts';
import { code, page, table } from './markdown.ts';

/** Every key of the configuration with its environment variable. */
export function configurationPage(): string {
  const variables = new Map<string, string>(configKeys.map(({ key, meta }) => [key, meta.env]));
  return page(
    '# Configuration',
    'Keys stand in `security-monkey.json` in the data directory, or in the environment, which wins. Unknown keys are refused.',
    'The data directory is `SECURITY_MONKEY_DATA_DIRECTORY`; without it, `.security-monkey` at the root of a checkout, else the place where the system keeps a user’s data.',
    keyTable(configSchema, { head: 'variable', of: (key) => code(variables.get(key) ?? '') }),
  );
}

/** Every error that a person may meet. */
export function errorsPage(): string {
  const entries: readonly (readonly [string, ErrorEntry])[] = Object.entries(errorTable);
  return page(
    '# Errors',
    'Words in braces are filled in. The exit code is that of the command line, the status that of the API.',
    table(
      ['code', 'exit', 'status', 'what it says', 'what to do'],
      entries.map(([id, entry]) => [
        code(id),
        String(entry.exit),
        String(entry.status),
        entry.sentence,
        entry.remedy,
      ]),
    ),
  );
}

/** Every setting that a person may change while the product runs. */
export function settingsPage(schema: z.ZodType): string {
  return page(
    '# Settings',
    'Changed by `security-monkey settings set KEY VALUE` while the product runs; what they touch is audited again.',
    keyTable(schema),
    'Accounts are named by `type:identifier` or by their name, where `*` stands for any text. Of several that say something the most specific wins, part by part: the identifier, the whole name, then the pattern with most characters beside its stars. In a path, `[]` is any element of a list and `<key>` any key.',
    ...settingKeys.flatMap((key) => {
      const parts = describeSetting(key).slice(1);
      if (parts.length === 0) return [];
      return [
        `## ${key}`,
        table(
          ['part', 'meaning'],
          parts.map(({ path, description }) => [code(path), description]),
        ),
      ];
    }),
  );
}

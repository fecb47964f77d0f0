/** `settings describe`: what there is to set, part by part. */
import { describeSetting } from '../../engine/settings/describe-settings.ts';
import { requireSettingKey } from '../../engine/settings/parse-setting.ts';
import { settingKeys } from '../../engine/settings/schema.ts';
import { defineCommand } from '../command.ts';
import { printLines } from '../output/print-lines.ts';

export const settingsDescribe = defineCommand({
  name: 'settings describe',
  description:
    'Says what each setting is, or one of them with all its parts. In a path, [] is any element of a list and <key> any key.',
  needs: 'catalogue',
  arguments: { key: { description: `the setting: ${settingKeys.join(', ')}`, optional: true } },
  options: {},
  examples: ['settings describe', 'settings describe ignore'],
  run: async ({ registry, output }, { arguments: { key } }) => {
    const keys = key === undefined ? settingKeys : [requireSettingKey(key)];
    const parts = keys.flatMap((one) => describeSetting(one).slice(0, key === undefined ? 1 : undefined));
    for (const { path, description } of parts) {
      await output.object({ path, description });
      await output.text(`${path}: ${description}`);
    }
    if (key !== 'knownAccounts') return 0;
    for (const { id, type, title, source, version, accounts } of registry.allKnownAccounts)
      await output.object({
        list: id,
        type,
        title,
        source,
        version,
        accounts: accounts.map((one) => ({ ...one })),
      });
    await printLines(
      output,
      registry.allKnownAccounts.map(
        ({ id, title, accounts, version, source }) =>
          `  ${id}: ${title} (${accounts.length} accounts, ${version}, ${source})`,
      ),
    );
    return 0;
  },
});

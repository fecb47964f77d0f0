/** `settings set`: changes one setting. */
import { settingKeys } from '../../engine/settings/schema.ts';
import { getSetting, setSetting } from '../../engine/settings/settings.ts';
import { defineCommand } from '../command.ts';
import { parseJsonText } from '../parse-json.ts';

export const settingsSet = defineCommand({
  name: 'settings set',
  description:
    'Sets one setting as a whole, given as JSON. It takes effect with the next audit or scan; nothing has to be restarted.',
  needs: 'runtime',
  arguments: {
    key: { description: `the setting: ${settingKeys.join(', ')}` },
    value: { description: 'its value as JSON, or - to read it from standard input' },
  },
  options: {},
  examples: [
    `settings set intervals '{"minutes": 30}'`,
    `settings set networks '[{"name": "office", "cidr": "203.0.113.0/24"}]'`,
    `settings set ignore '[{"name": "temporary", "technology": "aws.s3-bucket", "prefix": "tmp-"}]'`,
    `settings set overrides '{"test-*": {"aws.s3-bucket.no-policy": {"enabled": false}}}'`,
  ],
  run: async ({ runtime, author, output, readText }, { arguments: { key, value } }) => {
    const text = value === '-' ? await readText('-') : value;
    const parsed = parseJsonText(text, (problem) => ['setting_invalid', { key, problem }]);
    await setSetting(runtime, author, { key, value: parsed });
    await output.object({ key, value: await getSetting(runtime.db, key) });
    await output.text(`${key} is set.`);
    return 0;
  },
});

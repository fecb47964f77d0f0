/** `settings get`: all settings or one. */
import { settingKeys } from '../../engine/settings/schema.ts';
import { exportSettings, getSetting } from '../../engine/settings/settings.ts';
import { defineCommand } from '../command.ts';

export const settingsGet = defineCommand({
  name: 'settings get',
  description: 'Shows every setting with its value, or one. What each is, settings describe says.',
  needs: 'runtime',
  arguments: { key: { description: `the setting: ${settingKeys.join(', ')}`, optional: true } },
  options: {},
  run: async ({ runtime, output }, { arguments: { key } }) => {
    const settings =
      key === undefined ? await exportSettings(runtime.db) : { [key]: await getSetting(runtime.db, key) };
    for (const [name, value] of Object.entries(settings)) {
      await output.object({ key: name, value });
      const text = JSON.stringify(value, null, 2);
      for (const line of (key === undefined ? `${name} = ${text}` : text).split('\n'))
        await output.text(line);
    }
    return 0;
  },
});

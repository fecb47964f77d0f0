/** `settings export`: all settings as one object. */
import { exportSettings } from '../../engine/settings/settings.ts';
import { defineCommand } from '../command.ts';

export const settingsExport = defineCommand({
  name: 'settings export',
  description: 'Prints all settings as one JSON object, which settings import takes.',
  needs: 'runtime',
  arguments: {},
  options: {},
  examples: ['settings export > settings.json'],
  run: async ({ runtime, output }) => {
    const settings = await exportSettings(runtime.db);
    await output.object(settings);
    for (const line of JSON.stringify(settings, null, 2).split('\n')) await output.text(line);
    return 0;
  },
});

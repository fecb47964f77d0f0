/** `settings import`: takes the settings of a file. */
import { importSettings } from '../../engine/settings/settings.ts';
import { defineCommand } from '../command.ts';
import { parseJsonText } from '../parse-json.ts';

export const settingsImport = defineCommand({
  name: 'settings import',
  description: 'Sets every setting that the file names, all of them or, when one is wrong, none.',
  needs: 'runtime',
  arguments: { file: { description: 'a JSON file as settings export prints it, or - for standard input' } },
  options: {},
  run: async ({ runtime, author, output, readText }, { arguments: { file } }) => {
    const text = await readText(file);
    const settings = parseJsonText(text, (problem) => ['file_invalid', { path: file, problem }]);
    await importSettings(runtime, author, settings);
    const keys = Object.keys(settings ?? {});
    await output.object({ imported: keys });
    await output.text(`${keys.length} ${keys.length === 1 ? 'setting' : 'settings'} imported.`);
    return 0;
  },
});

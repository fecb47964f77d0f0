/** `settings import-networks`: takes the allow-list of the first Security Monkey. */
import { importNetworks } from '../../engine/settings/import-networks.ts';
import { defineCommand } from '../command.ts';
import { parseJsonText } from '../parse-json.ts';

export const settingsImportNetworks = defineCommand({
  name: 'settings import-networks',
  description:
    'Puts networks on the allow-list from a file in the form of the first Security Monkey: a JSON object of names and networks. Those that are there by name take the new network and keep their account and notes; when one is wrong, nothing is taken.',
  needs: 'runtime',
  arguments: { file: { description: 'such as networks.json, or - for standard input' } },
  options: {
    authoritative: { description: 'take networks off the allow-list that the file does not name' },
  },
  examples: ['settings import-networks networks.json'],
  run: async ({ runtime, author, output, readText }, { arguments: { file }, options }) => {
    const text = await readText(file);
    const networks = parseJsonText(text, (problem) => ['file_invalid', { path: file, problem }]);
    const isAuthoritative = options.authoritative;
    const counts = await importNetworks(runtime, author, { networks, isAuthoritative });
    const { added, changed, unchanged, removed } = counts;
    await output.object({ added, changed, unchanged, removed });
    await output.text(
      `Networks: ${added} added, ${changed} changed, ${unchanged} unchanged, ${removed} removed.`,
    );
    return 0;
  },
});

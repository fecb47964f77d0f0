/** `check test`: runs the examples of the rules in a file, without a database. */
import { placeRules } from '../../engine/rules/place-rules.ts';
import { type RuleFileProblem, readRules } from '../../engine/rules/read-rules.ts';
import type { Rule } from '../../engine/rules/rule-schema.ts';
import { defineCommand } from '../command.ts';
import { counted } from '../output/count-line.ts';
import type { Output } from '../output/output.ts';

export const checkTest = defineCommand({
  name: 'check test',
  description:
    'Reads the rules of a YAML file and runs their examples as the audit would. Needs no database and changes nothing. Exit code 1 when an example comes out otherwise than it says, 2 when the file or a rule is wrong.',
  needs: 'process',
  arguments: { file: { description: 'the file with the rules, or - for standard input' } },
  options: {},
  examples: ['check test checks/buckets.yaml'],
  run: async ({ config, output, readText }, { arguments: { file } }) => {
    const read = readRules(file, await readText(file));
    const { loadPlugins } = await import('../runtime/plugins.ts');
    const { surroundingsOf } = await import('../runtime/rules.ts');
    const { tryRules } = await import('../runtime/try-rules.ts');
    const { modules, withoutRules } = await loadPlugins(config);
    const { rules, problems } = placeRules(read.rules, surroundingsOf(withoutRules));
    for (const { message } of withoutRules.failedPlugins) output.problem(message);
    const wrong = [...read.problems, ...problems];
    for (const one of wrong) await showWrong(output, one);
    const results = await tryRules({ modules, rules });
    const tried = rules.map((rule, index) => ({ rule, failures: results[index] ?? ['it was not run'] }));
    for (const one of tried) await showTried(output, one);
    const failed = tried.filter(({ failures }) => failures.length > 0).length;
    await output.text(
      `${counted(rules.length - failed, 'rule')} passed, ${failed} failed, ${counted(wrong.length, 'mistake')} in the file.`,
    );
    if (wrong.length > 0) return 2;
    return failed === 0 ? 0 : 1;
  },
});

async function showWrong(
  output: Output,
  { file, line, column, rule, problem }: RuleFileProblem,
): Promise<void> {
  await output.object({ file, line, column, rule: rule ?? null, problem });
  await output.text(`${file}:${line}:${column}: ${problem}`);
}

type Tried = { readonly rule: Rule; readonly failures: readonly string[] };

async function showTried(output: Output, { rule: { id, examples }, failures }: Tried): Promise<void> {
  await output.object({ rule: id, passed: failures.length === 0, problems: failures });
  const ran = `${examples.good.length} good and ${examples.bad.length} bad`;
  await output.text(failures.length === 0 ? `ok    ${id}: ${ran} examples` : `FAIL  ${id}`);
  for (const failure of failures) await output.text(`      ${failure}`);
}

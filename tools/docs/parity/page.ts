/** The page that tells of each check of the first Security Monkey what stands for it here. */
import type { Check, Plugin } from '@security-monkey/sdk';
import { code, page, table } from '../markdown.ts';
import { newChecks, parityProblems } from './join.ts';
import { type ParityRow, technologies } from './row.ts';

/** @throws when the table and the plugin do not fit together. */
export function parityPage(plugin: Pick<Plugin, 'watchers' | 'checks'>, rows: readonly ParityRow[]): string {
  const problems = parityProblems(plugin, rows);
  if (problems.length > 0) throw new Error(`docs/parity.md cannot be made:\n${problems.join('\n')}`);
  const checks = new Map(plugin.checks.map((check) => [check.id, check]));
  const named = new Set(rows.flatMap(({ ours }) => ours.map(({ check }) => check)));
  const asked = plugin.checks.filter(
    ({ id, frameworks }) => !named.has(id) && Object.keys(frameworks).length > 0,
  );
  return page(
    '# Parity with the first Security Monkey',
    counts(rows),
    'The score and category of each row are the original’s; where a check here has others, the departure says why. The tests of a check are its examples, which stand in its file and on its page.',
    ...Object.entries(technologies).flatMap(([index, technology]) =>
      section(index, technology, { rows, checks }),
    ),
    '## Checks that the original had not',
    `Asked for by a framework:`,
    checkTable(asked),
    'Of our own:',
    checkTable(newChecks(plugin, rows)),
  );
}

function counts(rows: readonly ParityRow[]): string {
  const departing = rows.filter(({ departure }) => departure !== undefined);
  const unmet = rows.filter(({ ours }) => ours.length === 0);
  return `${rows.length} rows: ${rows.length - departing.length} met as they were, ${departing.length - unmet.length} met with a departure, ${unmet.length} by nothing.`;
}

type Joined = { readonly rows: readonly ParityRow[]; readonly checks: ReadonlyMap<string, Check> };

function section(index: string, technology: string, { rows, checks }: Joined): readonly string[] {
  const title = `## ${index} (${code(technology)})`;
  const own = rows.filter((row) => row.index === index);
  if (own.length === 0) return [title, 'The original had no checks on it.'];
  return [
    title,
    table(
      ['original', 'reported', 'score', 'here', 'tests', 'departure', 'corrected'],
      own.map((row) => [
        code(row.method),
        row.reported,
        [row.score, ...(row.category === undefined ? [] : [row.category])].join(' '),
        ...standing(row, checks),
        row.departure ?? '',
        row.corrected ?? '',
      ]),
    ),
  ];
}

/** The check with its message, and how many examples prove it. */
function standing({ ours }: ParityRow, checks: ReadonlyMap<string, Check>): readonly [string, string] {
  const here = ours.map(({ check, message }) => `[${check}](reference/checks/${check}.md) ${code(message)}`);
  const tests = [...new Set(ours.map(({ check }) => check))].map((check) => testsOf(checks.get(check)));
  return [here.join(', ') || '–', tests.join(', ') || '–'];
}

function testsOf(check: Check | undefined): string {
  if (check === undefined) return '–';
  const [provider = '', technology = '', rule = ''] = check.id.split('.');
  const { good, bad } = check.examples;
  return `[${good.length} pass, ${bad.length} reported](../packages/${provider}/src/${technology}/checks/${rule}.ts)`;
}

function checkTable(checks: readonly Check[]): string {
  return table(
    ['check', 'title', 'score', 'controls'],
    checks.map(({ id, title, score, frameworks }) => [
      `[${id}](reference/checks/${id}.md)`,
      title,
      String(score),
      Object.entries(frameworks)
        .map(([framework, controls]) => `${framework} ${controls.join(', ')}`)
        .join('; '),
    ]),
  );
}

/** `doctor`: what keeps Security Monkey from seeing everything, and what to fix. */
import type { FailureClass, JsonObject } from '@security-monkey/sdk';
import { failureHint, isFailureClass } from '../../errors/failure-hint.ts';
import { systemViewer } from '../../store/viewer.ts';
import { countSummary, type Summary } from '../../store/views/count-summary.ts';
import { type FailureGroup, listFailures } from '../../store/views/list-failures.ts';
import { defineCommand } from '../command.ts';
import { counted } from '../output/count-line.ts';
import { printLines } from '../output/print-lines.ts';
import { showTime } from '../output/time.ts';

export const doctor = defineCommand({
  name: 'doctor',
  description:
    'Tells what could not be looked at, grouped by what would mend it, such as the permission that is missing. Exit code 1 when there is something to fix.',
  needs: 'runtime',
  arguments: {},
  options: {},
  run: async ({ runtime: { db }, registry: { failedPlugins }, output }) => {
    const groups = await listFailures(db, systemViewer);
    for (const { name, message } of failedPlugins)
      await output.object({ plugin: name, message, toFix: true });
    for (const group of groups) await output.object(groupObject(group));
    const toFix = groups.filter((group) => !isByChoice(group));
    const problems = [
      ...failedPlugins.map(({ message }) => (number: number) => [`${number}. ${message}`]),
      ...toFix.map((group) => (number: number) => groupLines(group, number)),
    ];
    for (const [index, lines] of problems.entries()) await printLines(output, lines(index + 1));
    await printLines(output, groups.filter(isByChoice).map(choiceLine));
    await printLines(output, [summaryLine(await countSummary(db, systemViewer), problems.length)]);
    return problems.length === 0 ? 0 : 1;
  },
});

/** What somebody has switched off is nothing to fix: by class, what it is that is off. */
const choices: ReadonlyMap<string, string> = new Map([
  ['region_disabled', 'in regions that are switched off'],
  ['api_disabled', 'in services that are switched off'],
  ['switched_off', 'that a setting or a field of the account switches off'],
  ['plugin_missing', 'of technologies and account types that no plugin brings'],
]);

function isByChoice({ class: failureClass }: FailureGroup): boolean {
  return choices.has(failureClass);
}

function choiceLine(group: FailureGroup): string {
  return `Not looked at: ${concerned(group)} ${choices.get(group.class)} in ${group.accounts.join(', ')}.`;
}

function concerned({ scopes, items }: FailureGroup): string {
  return [
    ...(scopes === 0 ? [] : [counted(scopes, 'scope')]),
    ...(items === 0 ? [] : [counted(items, 'item')]),
  ].join(' and ');
}

function groupObject(group: FailureGroup): JsonObject {
  return { ...group, since: group.since.toISOString(), fix: hintOf(group), toFix: !isByChoice(group) };
}

function hintOf({ class: failureClass, permission }: FailureGroup): string {
  const known: FailureClass = isFailureClass(failureClass) ? failureClass : 'defect';
  return failureHint({ class: known, ...(permission === null ? {} : { permission }) });
}

function groupLines(group: FailureGroup, number: number): readonly string[] {
  const { accounts, technologies } = group;
  const what = concerned(group);
  const names = accounts.join(', ');
  const where = what === '' ? names : `${what} of ${technologies.join(', ')} in ${names}`;
  return [
    `${number}. ${group.operation ?? group.class}: ${group.message}`,
    `   ${hintOf(group)}`,
    `   concerns ${where}, since ${showTime(group.since)}`,
  ];
}

function summaryLine({ accounts, scopes, unknowns }: Summary, problems: number): string {
  if (accounts === 0)
    return 'No account is watched yet. Add one: security-monkey account add aws 123456789012 --name prod';
  if (scopes.complete === 0 && problems === 0)
    return 'Nothing has been scanned yet. Run security-monkey scan, or security-monkey start.';
  const seen = `${counted(scopes.complete, 'scope')} complete, ${scopes.failed} failed, ${scopes.frozen} frozen; ${counted(unknowns, 'answer')} unknown.`;
  return problems === 0 ? `Nothing to fix: ${seen}` : `${counted(problems, 'thing')} to fix: ${seen}`;
}

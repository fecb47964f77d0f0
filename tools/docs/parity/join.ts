/** Joins the original's checks with those of the plugin, and tells what does not fit. */
import type { Check, Plugin } from '@security-monkey/sdk';
import { type ParityRow, technologies } from './row.ts';

/** Technologies of the table that the plugin does not watch yet; while there are any, rows may name checks to come. */
export function awaitedTechnologies({ watchers }: Pick<Plugin, 'watchers'>): readonly string[] {
  const watched = new Set(watchers.map(({ id }) => id));
  return Object.values(technologies).filter((id) => !watched.has(id));
}

/** What is wrong with the table; empty when nothing is. */
export function parityProblems(plugin: Pick<Plugin, 'watchers' | 'checks'>, rows: readonly ParityRow[]) {
  const checks = new Map(plugin.checks.map((check) => [check.id, check]));
  const isComplete = awaitedTechnologies(plugin).length === 0;
  const names = rows.map(nameOf);
  return [
    ...names.filter((name, index) => names.indexOf(name) < index).map((name) => `${name} stands twice`),
    ...rows.flatMap((row) => {
      if (technologies[row.index] === undefined) return [`${nameOf(row)} is of no technology of the table`];
      const missing = row.ours.filter(({ check }) => isComplete && !checks.has(check));
      return [
        ...missing.map(({ check }) => `${nameOf(row)} names ${check}, which does not exist`),
        ...row.ours.flatMap(({ check, message }) => misfits(row, checks.get(check), message)),
        ...(row.ours.length === 0 && row.departure === undefined
          ? [`${nameOf(row)} has neither a check nor a departure`]
          : []),
      ];
    }),
  ];
}

/** The checks that no row names and that judge no control: the original had nothing like them, and nobody asks for them. */
export function newChecks(plugin: Pick<Plugin, 'checks'>, rows: readonly ParityRow[]): readonly Check[] {
  const named = new Set(rows.flatMap(({ ours }) => ours.map(({ check }) => check)));
  return plugin.checks.filter(({ id, frameworks }) => !named.has(id) && Object.keys(frameworks).length === 0);
}

/** The check whose method this was, with its technology. */
function nameOf({ index, method }: ParityRow): string {
  return `${index} ${method}`;
}

function misfits(row: ParityRow, check: Check | undefined, message: string): readonly string[] {
  if (check === undefined) return [];
  const { id, score, category, messages } = check;
  const isExplained = row.departure !== undefined;
  return [
    ...(Object.hasOwn(messages, message)
      ? []
      : [`${nameOf(row)} names the message ${message}, which ${id} does not have`]),
    ...(score === row.score || isExplained
      ? []
      : [`${nameOf(row)} has score ${row.score} and ${id} has ${score}: say why`]),
    ...(row.category === undefined || row.category === category || isExplained
      ? []
      : [`${nameOf(row)} is ${row.category} and ${id} is ${category}: say why`]),
  ];
}

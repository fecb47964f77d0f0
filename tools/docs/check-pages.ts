/** One page a check, with its examples as they are run, and an index of all. */
import type { Check, ExampleItem } from '@security-monkey/sdk';
import { bullets, code, codes, jsonBlock, page, table } from './markdown.ts';

/** The page of one check. */
export function checkPage(check: Check): string {
  return page(
    `# ${check.title}`,
    table(
      ['id', 'technology', 'score', 'category', 'version'],
      [[code(check.id), code(check.watcher.id), String(check.score), check.category, String(check.version)]],
    ),
    check.why,
    '## What to do',
    check.fix,
    '## What it says',
    table(
      ['message', 'text'],
      Object.entries<string>(check.messages).map(([id, text]) => [code(id), text]),
    ),
    ...needs(check),
    ...frameworks(check),
    '## Examples that pass',
    ...check.examples.good.map(example),
    '## Examples that are reported',
    ...check.examples.bad.flatMap((one) => [
      example(one),
      'Reported:',
      bullets(
        one.reports.map(({ message, subject }) => `${code(message)} for ${code(JSON.stringify(subject))}`),
      ),
    ]),
    '## Sources',
    bullets(check.links.map((link) => `<${link}>`)),
  );
}

function example(one: ExampleItem): string {
  const inputs = {
    config: one.config,
    ...(one.unreadable === undefined ? {} : { unreadable: one.unreadable }),
    ...(one.related === undefined ? {} : { related: one.related }),
    ...(one.world === undefined ? {} : { world: one.world }),
    ...(one.item === undefined ? {} : { item: one.item }),
    ...(one.options === undefined ? {} : { options: one.options }),
    ...(one.now === undefined ? {} : { now: one.now }),
  };
  return `### ${one.name}\n\n${jsonBlock(JSON.parse(JSON.stringify(inputs)))}`;
}

function needs(check: Check): readonly string[] {
  if (check.needs === undefined || check.needs.length === 0) return [];
  return ['## What it needs beside the item', codes(check.needs)];
}

function frameworks(check: Check): readonly string[] {
  const rows = Object.entries(check.frameworks);
  if (rows.length === 0) return [];
  return [
    '## Controls it belongs to',
    table(
      ['framework', 'controls'],
      rows.map(([framework, controls]) => [framework, controls.join(', ')]),
    ),
  ];
}

/** The index of all checks. */
export function checkIndex(checks: readonly Check[]): string {
  return page(
    '# Checks',
    `${checks.length} checks. Each page shows the examples that the tests run.`,
    table(
      ['check', 'title', 'score', 'category'],
      checks.map((check) => [
        `[${check.id}](${check.id}.md)`,
        check.title,
        String(check.score),
        check.category,
      ]),
    ),
  );
}

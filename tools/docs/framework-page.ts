/** The controls of a framework with the checks that judge them, and those that nothing judges, with the reason. */
import type { Check, Control, Framework } from '@security-monkey/sdk';
import { code, page, table } from './markdown.ts';

/** `checks` are all that there are: a control may name one of a technology that is not watched yet. */
export function frameworkPage(framework: Framework, checks: readonly Check[]): string {
  const known = new Set(checks.map(({ id }) => id));
  const rows = framework.controls.map((control) => ({ control, here: judging(control, known) }));
  const judged = rows.filter(({ here }) => here.length > 0);
  const open = rows.filter(({ here }) => here.length === 0);
  return page(
    `# ${framework.title}`,
    `Source: <${framework.source}>. The titles are ours, not the benchmark’s.`,
    `${judged.length} of ${rows.length} controls are judged by checks. A control that the benchmark has assessed by hand is judged here as far as the configuration tells.`,
    '## Judged',
    table(
      ['control', 'title', 'level', 'assessment', 'checks'],
      judged.map(({ control, here }) => [
        ...headOf(control),
        here.map((id) => `[${id}](../checks/${id}.md)`).join(', '),
      ]),
    ),
    '## Not judged',
    table(
      ['control', 'title', 'level', 'assessment', 'why not'],
      open.map(({ control }) => [...headOf(control), reasonOf(control)]),
    ),
  );
}

function judging(control: Control, known: ReadonlySet<string>): readonly string[] {
  return 'checks' in control ? control.checks.filter((id) => known.has(id)) : [];
}

function headOf({ id, title, level, assessment }: Control): readonly string[] {
  return [code(id), title, String(level), assessment];
}

function reasonOf(control: Control): string {
  if ('open' in control) return control.open;
  const technologies = control.checks.map((id) => code(id.slice(0, id.lastIndexOf('.'))));
  return `not decidable yet, as these are not watched: ${[...new Set(technologies)].join(', ')}`;
}

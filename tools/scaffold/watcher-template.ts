/** The files of a new watcher: watcher, config schema, estate and the list of its checks. They pass the watcher's tests as they are. */
import type { JsonObject } from '@security-monkey/sdk';
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

/** How the provider names a resource: AWS by ARN, others as they do. */
function naming({ provider, technology }: UnitName): {
  readonly key: string;
  readonly documentation: string;
  readonly idOf: (name: string) => string;
} {
  if (provider === 'aws')
    return {
      key: 'Arn',
      documentation: 'https://docs.aws.amazon.com/',
      idOf: (name) => `arn:aws:service:us-east-1:111122223333:${technology}/${name}`,
    };
  return {
    key: 'Id',
    documentation: 'https://example.com/',
    idOf: (name) => `${provider}:${technology}/${name}`,
  };
}

/** What the config schema of a freshly made watcher asks for. */
export function firstConfig(unit: UnitName): JsonObject {
  const { key, idOf } = naming(unit);
  return { [key]: idOf('first'), Name: 'first' };
}

function watcher(unit: UnitName): string {
  const { provider, technology } = unit;
  const { key, documentation } = naming(unit);
  const title = sentence(technology);
  return `/** Watches ${technology}: say here where its listing comes from. */
import { defineWatcher, type JsonObject, nextToken, parseAnswer, type WatchContext } from '@security-monkey/sdk';
import { z } from 'zod';
import { ${camelCase(technology)}Config } from './config.ts';

const listing = 'service:ListThings';

export const ${camelCase(technology)} = defineWatcher({
  id: '${provider}.${technology}',
  accountType: '${provider}',
  title: { one: '${title}', many: '${title}s' },
  documentation: '${documentation}',
  version: 1,
  scope: 'region',
  permissions: { [listing]: 'service:ListThings' },
  gone: ['ThingNotFound'],
  ephemeral: [],
  secret: [],
  unordered: [],
  relations: [],
  config: ${camelCase(technology)}Config,
  identity: ({ ${key} }) => ${key},
  lineage: ({ ${key} }) => ${key},
  name: ({ Name }) => Name,
  list: listThings,
});

const page = z.looseObject({ Things: z.array(z.record(z.string(), z.json())), NextToken: z.string().optional() });

async function* listThings({ send }: WatchContext): AsyncIterable<readonly JsonObject[]> {
  let token: string | undefined;
  do {
    const input = token === undefined ? {} : { NextToken: token };
    const answer = parseAnswer(listing, page, await send(listing, input));
    yield answer.Things;
    token = nextToken(listing, { used: token, named: answer.NextToken });
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

function config(unit: UnitName): string {
  const { technology } = unit;
  return `/** The parts of a ${technology} that checks read; everything else is recorded as it comes. */
import { z } from 'zod';

export const ${camelCase(technology)}Config = z.looseObject({ ${naming(unit).key}: z.string(), Name: z.string() });
`;
}

function estate(unit: UnitName): string {
  const { provider, technology } = unit;
  const { key, idOf } = naming(unit);
  const thing = (name: string): string => `{ ${key}: '${idOf(name)}', Name: '${name}' }`;
  const item = (name: string): string =>
    `    { identity: '${idOf(name)}', lineage: '${idOf(name)}', name: '${name}', config: ${thing(name)} },`;
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

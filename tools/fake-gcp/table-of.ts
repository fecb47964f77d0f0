/** Turns a discovery document into the compact table that the fake reads: facts only, no descriptions. */
import type { ApiTable, FieldType, MethodFacts } from '../../test/fake-gcp/table.ts';
import { type DiscoveryDocument, type DiscoveryMethod, type DiscoveryType, methodsOf } from './discovery.ts';

/** The table of the chosen methods and of every schema that they lead to. */
export function tableOf(document: DiscoveryDocument, chosen: RegExp): ApiTable {
  const methods = methodsOf(document)
    .filter(({ id }) => chosen.test(id.slice(id.indexOf('.') + 1)))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((method) => [method.id, methodFacts(method)] as const);
  const roots = methods.flatMap(([, { body, gives }]) => [body, gives].filter((name) => name !== undefined));
  return {
    origin: 'https://github.com/yoshi-code-bot/discovery-artifact-manager',
    license: 'Apache-2.0',
    api: `${document.name}.${document.version}`,
    revision: document.revision,
    host: new URL(document.rootUrl).host,
    base: `/${document.servicePath}`,
    everywhere: queryOf(document.parameters),
    methods: Object.fromEntries(methods),
    schemas: schemasFrom(document, roots),
  };
}

/** One line a method and a schema, so that a new revision shows as what has changed. */
export function tableText({ methods, schemas, ...head }: ApiTable): string {
  const lines = (facts: object) =>
    Object.entries(facts).map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  const top = Object.entries(head).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`,
  );
  return [
    '{',
    ...top,
    '  "methods": {',
    lines(methods).join(',\n'),
    '  },',
    '  "schemas": {',
    lines(schemas).join(',\n'),
    '  }',
    '}',
    '',
  ].join('\n');
}

function methodFacts({ httpMethod, path, parameters, request, response }: DiscoveryMethod): MethodFacts {
  const patterns = Object.entries(parameters)
    .filter(([, { location, pattern }]) => location === 'path' && pattern !== undefined)
    .map(([name, { pattern = '' }]) => [name, pattern]);
  return {
    verb: httpMethod,
    path,
    ...(patterns.length > 0 && { where: Object.fromEntries(patterns) }),
    query: queryOf(parameters),
    ...(request !== undefined && { body: request.$ref }),
    ...(response !== undefined && { gives: response.$ref }),
  };
}

/** Names of required parameters end in an exclamation mark. */
function queryOf(parameters: DiscoveryMethod['parameters']): Readonly<Record<string, FieldType>> {
  const query = Object.entries(parameters)
    .filter(([, { location }]) => location === 'query')
    .map(([name, parameter]) => {
      const { repeated = false, required = false } = parameter;
      return [required ? `${name}!` : name, repeated ? [fieldType(parameter)] : fieldType(parameter)];
    });
  return Object.fromEntries(query);
}

function schemasFrom({ schemas }: DiscoveryDocument, roots: readonly string[]): ApiTable['schemas'] {
  const found = new Map<string, FieldType>();
  const waiting = [...roots];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const schema = schemas[name];
    if (schema === undefined || found.has(name)) continue;
    found.set(name, fieldType(schema));
    waiting.push(...referencesIn(schema));
  }
  return Object.fromEntries([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function referencesIn({
  $ref,
  items,
  properties = {},
  additionalProperties,
}: DiscoveryType): readonly string[] {
  const inner = [items, additionalProperties, ...Object.values(properties)].filter(
    (one) => one !== undefined,
  );
  return [...($ref === undefined ? [] : [$ref]), ...inner.flatMap(referencesIn)];
}

function fieldType(type: DiscoveryType): FieldType {
  if (type.$ref !== undefined) return `#${type.$ref}`;
  if (type.enum !== undefined) return `=${type.enum.join('|')}`;
  if (type.type === 'array') return [type.items === undefined ? 'any' : fieldType(type.items)];
  if (type.type === 'object') return objectType(type);
  return primitive(type);
}

function objectType({ properties = {}, additionalProperties }: DiscoveryType): FieldType {
  const fields = Object.entries(properties).map(([name, field]) => [name, fieldType(field)] as const);
  const rest = additionalProperties === undefined ? [] : [['*', fieldType(additionalProperties)] as const];
  return Object.fromEntries([...fields, ...rest]);
}

const formats: Readonly<Record<string, FieldType>> = {
  int64: 'int64',
  uint64: 'int64',
  'date-time': 'time',
  'google-datetime': 'time',
};

function primitive({ type, format = '' }: DiscoveryType): FieldType {
  if (type === 'string') return formats[format] ?? 'string';
  if (type === 'integer' || type === 'number' || type === 'boolean') return type;
  return 'any';
}

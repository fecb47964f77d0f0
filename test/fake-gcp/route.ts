/** Finds the method that a request is for, by verb and path. */
import type { ApiTable, FieldType, MethodFacts } from './table.ts';

export type Route = {
  readonly table: ApiTable;
  /** Such as `compute.firewalls.list`. */
  readonly id: string;
  readonly facts: MethodFacts;
};

export type Asked = { readonly verb: string; readonly host: string; readonly path: string };

/** Undefined when Google has no such method, or the tables do not hold it. */
export function findRoute(tables: readonly ApiTable[], asked: Asked): Route | undefined {
  const found = tables
    .filter(({ host }) => host === asked.host)
    .flatMap((table) =>
      Object.entries(table.methods)
        .filter(([, facts]) => facts.verb === asked.verb && isPathOf(table, facts, asked.path))
        .map(([id, facts]) => ({ table, id, facts })),
    );
  // `v1/{+name}` takes nearly every path: what spells out more of it is meant.
  return found.toSorted((a, b) => literalLength(b.facts) - literalLength(a.facts))[0];
}

function literalLength({ path }: MethodFacts): number {
  return path.replaceAll(/\{[^}]*\}/g, '').length;
}

function isPathOf({ base }: ApiTable, { path, where = {} }: MethodFacts, asked: string): boolean {
  const names: string[] = [];
  const parts = `${base}${path}`.split(/(\{[^}]*\})/).map((part) => {
    if (!part.startsWith('{')) return part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const isLong = part.startsWith('{+');
    names.push(part.slice(isLong ? 2 : 1, -1));
    return isLong ? '(.+)' : '([^/]+)';
  });
  const matched = new RegExp(`^${parts.join('')}$`).exec(asked);
  if (matched === null) return false;
  return names.every((name, index) => {
    const pattern = where[name];
    return pattern === undefined || new RegExp(pattern).test(decodedName(matched[index + 1] ?? ''));
  });
}

/** A slash that is written %2F belongs to a name within the name, and parts nothing: https://google.aip.dev/127 */
function decodedName(text: string): string {
  return text
    .split(/%2F/i)
    .map((part) => decodeURIComponent(part))
    .join('%2F');
}

/** What is wrong with the parameters of a request, one line each. */
export function queryProblems({ table, facts }: Route, query: URLSearchParams): readonly string[] {
  const required = Object.keys(facts.query).filter((name) => name.endsWith('!'));
  const known = new Map<string, FieldType>(
    Object.entries({ ...table.everywhere, ...facts.query }).map(([name, type]) => [
      name.replace(/!$/, ''),
      type,
    ]),
  );
  return [
    ...required
      .map((name) => name.slice(0, -1))
      .filter((name) => !query.has(name))
      .map((name) => `the parameter ${name} is required`),
    ...[...new Set(query.keys())].flatMap((name) => {
      const type = known.get(name);
      if (type === undefined) return [`there is no parameter ${name}`];
      return textProblems(name, type, query.getAll(name));
    }),
  ];
}

function textProblems(name: string, type: FieldType, texts: readonly string[]): readonly string[] {
  if (Array.isArray(type)) return texts.flatMap((text) => textProblems(name, type[0], [text]));
  if (texts.length > 1) return [`the parameter ${name} is given ${texts.length} times`];
  const [text = ''] = texts;
  const isRight =
    type === 'boolean'
      ? /^(true|false)$/.test(text)
      : type === 'integer' || type === 'int64'
        ? /^-?\d+$/.test(text)
        : typeof type === 'string' && type.startsWith('=')
          ? type.slice(1).split('|').includes(text)
          : true;
  return isRight ? [] : [`the parameter ${name} is ${JSON.stringify(text)}`];
}

/** What the fake holds, told as data by address, and checked against Google's own schemas. */
import { isListType, valueProblems } from './check-value.ts';
import { findRoute, type Route } from './route.ts';
import { type ApiTable, type FieldType } from './table.ts';

/** An answer as it is, or what a collection holds. */
type Body = Readonly<Record<string, unknown>>;
export type Held = Body | readonly Body[];

export type Estate = {
  /**
   * `/host/path` to what lies there; with `POST ` before it for a call by POST, and with `?name=value` behind it for parameters that
   * must be given. A single resource is also found in the list that holds it, by the last part of its path.
   */
  readonly holds: Readonly<Record<string, Held>>;
  /** Projects, folders and organizations that exist, such as `projects/acme-web`: their other collections are empty. */
  readonly parents: readonly string[];
};

type Address = {
  readonly verb: string;
  /** `/host/path`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly held: Held;
};

export type Store = {
  /** What a request asks for; undefined when nothing of the kind exists. */
  readonly find: (asked: {
    readonly route: Route;
    readonly verb: string;
    readonly path: string;
    readonly query: URLSearchParams;
  }) => Found | undefined;
};

export type Found =
  | { readonly kind: 'whole'; readonly body: Body }
  | {
      readonly kind: 'list';
      readonly property: string;
      readonly elements: readonly Body[];
    };

/** @throws when an address or a value is not as Google documents it */
export function createStore(tables: readonly ApiTable[], estate: Estate): Store {
  const addresses = Object.entries(estate.holds).map(([key, held]) => addressOf(key, held));
  const problems = addresses.flatMap((address) => addressProblems(tables, address));
  if (problems.length > 0)
    throw new Error(`The estate is not as Google's documents say:\n${problems.join('\n')}`);
  return {
    find: ({ route, verb, path, query }) => {
      const exact = addresses
        .filter((one) => one.verb === verb && one.path === path && isAsked(one.query, query))
        .toSorted((a, b) => b.query.size - a.query.size)[0];
      const property = listPropertyOf(route);
      if (exact !== undefined) return foundAs(exact.held, property);
      if (property !== undefined && isUnder(estate.parents, path, query))
        return { kind: 'list', property, elements: [] };
      // An aggregated listing has a map in place of a list, which is absent when it is empty.
      if (isPaged(route) && isUnder(estate.parents, path, query)) return { kind: 'whole', body: {} };
      const member = memberOf(addresses, path);
      return member === undefined ? undefined : { kind: 'whole', body: member };
    },
  };
}

/** That a list has a property is checked at the start. */
function foundAs(held: Held, property = ''): Found {
  return isList(held) ? { kind: 'list', property, elements: held } : { kind: 'whole', body: held };
}

function addressOf(key: string, held: Held): Address {
  const [, verb = 'GET', rest = ''] = /^(?:([A-Z]+) )?(\/.*)$/.exec(key) ?? [];
  const [path = '', query = ''] = rest.split('?');
  return { verb, path, query: new URLSearchParams(query), held };
}

function isAsked(wanted: URLSearchParams, given: URLSearchParams): boolean {
  return [...wanted].every(([name, value]) => given.getAll(name).includes(value));
}

function isList(held: Held): held is readonly Body[] {
  return Array.isArray(held);
}

function isUnder(parents: readonly string[], path: string, query: URLSearchParams): boolean {
  const places = [
    // Deny policies are told of under the encoded name of what they are attached to.
    decodeURIComponent(path).replace(/:\w+$/, ''),
    ...[...query.values()].map((value) => `/${value}/`),
    `/projects/${query.get('project')}/`,
  ];
  return parents.some((parent) => places.some((place) => `${place}/`.includes(`/${parent}/`)));
}

function memberOf(addresses: readonly Address[], path: string): Body | undefined {
  const parent = path.slice(0, path.lastIndexOf('/'));
  const last = decodeURIComponent(path.slice(parent.length + 1));
  return addresses
    .filter((one) => one.verb === 'GET' && one.path === parent)
    .flatMap(({ held }) => (isList(held) ? held : []))
    .find((element) => namesOf(element).includes(last));
}

/** Older APIs have short names and ids, newer ones a path as name. */
function namesOf(element: Body): readonly string[] {
  const fields = ['id', 'name', 'projectId', 'uniqueId', 'email'].flatMap((field) =>
    typeof element[field] === 'string' ? [element[field]] : [],
  );
  return fields.map((name) => name.slice(name.lastIndexOf('/') + 1));
}

function addressProblems(tables: readonly ApiTable[], { verb, path, held }: Address): readonly string[] {
  const [, host = '', below = ''] = /^\/([^/]+)(\/.*)$/.exec(path) ?? [];
  const route = findRoute(tables, { verb, host, path: below });
  if (route === undefined) return [`${verb} ${path} is no address of Google's`];
  const { facts, table, id } = route;
  const property = listPropertyOf(route);
  const type: FieldType = `#${facts.gives ?? ''}`;
  if (!isList(held))
    return valueProblems(table.schemas, type, { value: held }).map((text) => `${id}: ${path}: ${text}`);
  if (property === undefined) return [`${id}: ${path} gives no single list: tell its answer as an object`];
  return valueProblems(table.schemas, type, { value: { [property]: held } }).map(
    (text) => `${id}: ${path}: ${text}`,
  );
}

/** The field of the answer that holds what is listed. */
export function listPropertyOf({ table, facts }: Route): string | undefined {
  const schema = table.schemas[facts.gives ?? ''];
  if (typeof schema !== 'object' || isListType(schema) || !('nextPageToken' in schema || 'items' in schema))
    return listOfKeys(schema);
  const lists = Object.entries(schema).filter(
    ([name, type]) => isListType(type) && !/^(unreachable|warning)/.test(name),
  );
  if (lists.some(([name]) => name === 'items')) return 'items';
  return lists.length === 1 ? lists[0]?.[0] : undefined;
}

export function isPaged({ table, facts }: Route): boolean {
  const schema = table.schemas[facts.gives ?? ''];
  return typeof schema === 'object' && 'nextPageToken' in schema;
}

/** A list without pages, such as that of the keys of a service account. */
function listOfKeys(schema: FieldType | undefined): string | undefined {
  if (typeof schema !== 'object' || isListType(schema)) return undefined;
  const fields = Object.entries(schema);
  return fields.length === 1 && fields[0] !== undefined && isListType(fields[0][1])
    ? fields[0][0]
    : undefined;
}

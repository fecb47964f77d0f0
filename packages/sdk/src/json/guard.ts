/** A config through which nothing unreadable can be seen: touching such a part throws, so that a check becomes unknown. */
import { below, type PatternTree, patternTree } from './pattern-tree.ts';
import { formatPointer } from './pointer.ts';

/** Thrown when a check touches a part of the config that could not be read. */
export class UnreadableInput extends Error {
  /** JSON pointer of the unreadable part. */
  readonly path: string;

  constructor(path: string) {
    super(`${path === '' ? 'The config' : path} could not be read`);
    this.name = 'UnreadableInput';
    this.path = path;
  }
}

/** Whether a thrown value is an {@link UnreadableInput}, also one of another copy of the SDK. */
export function isUnreadableInput(error: unknown): error is UnreadableInput {
  return error instanceof Error && error.name === 'UnreadableInput' && 'path' in error;
}

/** Told of every refused reading, also of one whose error the reader catches. */
export type RefusalNote = (path: string) => void;

/**
 * The config, such that reading at or below one of the `unreadable` pointers throws {@link UnreadableInput}, and so does asking
 * which keys or how many elements its parent has. Everything else reads as before. `@relation` paths are no part of the config.
 */
export function guardConfig<Config>(
  config: Config,
  unreadable: readonly string[],
  note: RefusalNote = () => {},
): Config {
  const tree = patternTree(unreadable.filter((path) => !path.startsWith('@')));
  if (tree === undefined) return config;
  const refuse = (path: string): never => {
    note(path);
    throw new UnreadableInput(path);
  };
  return guarded(config, { tree, at: [] }, refuse) as Config;
}

type Refuse = (path: string) => never;
type Branch = { readonly tree: PatternTree; readonly at: readonly string[] };

function guarded(value: unknown, { tree, at }: Branch, refuse: Refuse): unknown {
  if (tree.ends || typeof value !== 'object' || value === null) return closed(firstPath(tree, at), refuse);
  const blocked = new Map<string, string>();
  // A copy, because a proxy must answer with the very values of a frozen target.
  const copy: object = Array.isArray(value) ? [...value] : { ...value };
  for (const key of keysOf(tree, value)) {
    const part = below(tree, key);
    if (part === undefined) continue;
    const child: unknown = Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
    // Of something below a missing parent, the parent's absence says nothing either.
    if (part.ends || typeof child !== 'object' || child === null) {
      blocked.set(key, firstPath(part, [...at, key]));
      continue;
    }
    Reflect.set(copy, key, guarded(child, { tree: part, at: [...at, key] }, refuse));
  }
  return blocked.size === 0 ? Object.freeze(copy) : partlyClosed(Object.freeze(copy), blocked, refuse);
}

function keysOf(tree: PatternTree, value: object): Iterable<string> {
  return tree.other === undefined
    ? tree.named.keys()
    : new Set([...tree.named.keys(), ...Object.keys(value)]);
}

function firstPath(tree: PatternTree, at: readonly string[]): string {
  if (tree.ends) return formatPointer(at);
  for (const [name, part] of tree.named) return firstPath(part, [...at, name]);
  return tree.other === undefined ? formatPointer(at) : firstPath(tree.other, [...at, '*']);
}

function partlyClosed(target: object, blocked: ReadonlyMap<string, string>, refuse: Refuse): object {
  const [first = ''] = blocked.values();
  const refuseKey = (key: string | symbol): void => {
    const path = typeof key === 'string' ? blocked.get(key) : undefined;
    if (path !== undefined) refuse(path);
    if (Array.isArray(target) && tellsLength(target, key)) refuse(first);
  };
  return new Proxy(target, {
    get(object, key, receiver): unknown {
      refuseKey(key);
      return Reflect.get(object, key, receiver);
    },
    has(object, key) {
      refuseKey(key);
      return Reflect.has(object, key);
    },
    getOwnPropertyDescriptor(object, key) {
      refuseKey(key);
      return Reflect.getOwnPropertyDescriptor(object, key);
    },
    ownKeys() {
      return refuse(first);
    },
  });
}

/** How many elements there are is not known either: list methods and iteration ask for it, an index beyond the end tells it. */
function tellsLength(list: readonly unknown[], key: string | symbol): boolean {
  return key === 'length' || (typeof key === 'string' && /^\d+$/.test(key) && Number(key) >= list.length);
}

function closed(path: string, refuse: Refuse): object {
  const refused = (): never => refuse(path);
  return new Proxy({}, { get: refused, has: refused, getOwnPropertyDescriptor: refused, ownKeys: refused });
}

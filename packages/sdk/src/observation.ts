/** What a watcher says about one resource: seen (perhaps with unreadable parts), gone, or failed. */
import type { Failure } from './failure.ts';
import type { JsonObject } from './json/value.ts';

/** A part of a config that could not be read. Its last value is kept, marked stale, and checks that touch it are unknown. */
export type Unreadable = Failure & {
  /** JSON pointer of the part, such as `/Policy`; `@name` stands for the relation of that name. */
  readonly path: string;
};

/** A fact that others attach to a resource. It has a validity of its own and makes no revision of the resource. */
export type Relation = {
  /** The relation's name, declared by the watcher, such as `attachments`. */
  readonly name: string;
  /** Technology id at the other end, whether or not it is watched. */
  readonly technology: string;
  /** Identity or lineage of the other end, as its technology's watcher gives it. */
  readonly key: string;
  /** What is known of the other end by this fact. */
  readonly value?: JsonObject;
};

/** One resource as described: everything the API gives, what could not be read, and what others attach. */
export type Description = {
  readonly config: JsonObject;
  readonly unreadable?: readonly Unreadable[];
  readonly relations?: readonly Relation[];
};

export type Observation =
  | ({ readonly kind: 'seen' } & Description)
  | { readonly kind: 'gone'; readonly failure: Failure }
  | { readonly kind: 'failed'; readonly failure: Failure };

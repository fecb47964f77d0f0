/** The facts of one Google API, as `npm run facts:gcp` writes them from its discovery document. */

/**
 * What a field may hold. `string`, `boolean`, `integer`, `number`, `any`; `int64`: digits in a string; `time`: RFC 3339;
 * `=A|B`: one of these; `#Name`: that schema; `[X]`: a list of X; an object: these fields, and by `*` any other of that type.
 */
export type FieldType = string | readonly [FieldType] | { readonly [field: string]: FieldType };

export type MethodFacts = {
  readonly verb: string;
  /** Below the base of its API, with `{name}` for one segment and `{+name}` for several. */
  readonly path: string;
  /** The pattern of a part of the path. */
  readonly where?: Readonly<Record<string, string>>;
  /** Names of required parameters end in `!`; a list may be given several times. */
  readonly query: Readonly<Record<string, FieldType>>;
  /** The schema of what is sent. */
  readonly body?: string;
  /** The schema of the answer. */
  readonly gives?: string;
};

export type ApiTable = {
  readonly origin: string;
  readonly license: string;
  /** Name and version, such as `compute.v1`. */
  readonly api: string;
  readonly revision: string;
  readonly host: string;
  /** Where its paths begin: `/compute/v1/`. */
  readonly base: string;
  /** Parameters that every method takes. */
  readonly everywhere: Readonly<Record<string, FieldType>>;
  readonly methods: Readonly<Record<string, MethodFacts>>;
  readonly schemas: Readonly<Record<string, FieldType>>;
};

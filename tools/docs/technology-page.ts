/** What is recorded of each technology, and what it costs and needs. */
import type { AccountType, Watcher } from '@security-monkey/sdk';
import type { WatcherCall } from '@security-monkey/sdk/testing';
import { code, codes, page, table } from './markdown.ts';

/** A watcher with what its tests know of it: the first item of its estate, and the calls counted there. */
export type TechnologyFacts = {
  readonly watcher: Watcher;
  readonly example?: { readonly identity: string; readonly lineage: string } | undefined;
  readonly calls: readonly WatcherCall[];
};

/** One section a technology. */
export function technologyPage(technologies: readonly TechnologyFacts[]): string {
  return page(
    '# Technologies',
    'Calls per item come on top of the pages of the listing and of what is shared; they are counted over the fake provider of the tests.',
    table(
      ['technology', 'title', 'listed', 'calls per item', 'shared calls', 'original index', 'version'],
      technologies.map(({ watcher, calls }) => [
        code(watcher.id),
        watcher.title.many,
        watcher.scope === 'region' ? 'per region' : 'once per account',
        countText(direct(calls).reduce((sum, { perItem }) => sum + perItem, 0)),
        String(direct(calls).filter(({ isShared }) => isShared).length),
        watcher.legacyIndex ?? '–',
        String(watcher.version),
      ]),
    ),
    ...technologies.map(section),
  );
}

/** Without the calls that are made only by another way to the same items. */
function direct(calls: readonly WatcherCall[]): readonly WatcherCall[] {
  return calls.filter(({ way }) => way === undefined);
}

function section({ watcher, example, calls }: TechnologyFacts): string {
  return page(
    `## ${watcher.title.many} (${code(watcher.id)})`,
    `Listing: <${watcher.documentation}>`,
    table(
      ['what', 'paths'],
      [
        ['identity, such as', code(example?.identity ?? '')],
        ['lineage, the same for a re-created one, such as', code(example?.lineage ?? '')],
        ['ephemeral: kept up to date, no revision', codes(watcher.ephemeral)],
        ['secret: replaced by a digest', codes(watcher.secret)],
        ['unordered lists', codes(watcher.unordered.map(({ path }: { path: string }) => path))],
        ['relations', codes(watcher.relations)],
        ['error codes that mean gone', codes(watcher.gone)],
      ],
    ),
    table(
      ['call', 'permission', 'made'],
      calls.map((call) => [code(call.operation), code(call.permission), whenMade(call)]),
    ),
  ).trimEnd();
}

function whenMade({ isListing, isShared, perItem, isPast, way }: WatcherCall): string {
  const times = [
    ...(isPast === true ? ['once, for the past of many items together'] : []),
    ...(isListing ? ['per page of the listing'] : []),
    ...(isShared ? ['once per run, or per page'] : []),
    ...(perItem > 0 ? [`${countText(perItem)} per item`] : []),
  ];
  const made = times.length === 0 ? 'for a missing item' : times.join(', ');
  return way === undefined ? made : `${made}; only by ${way}`;
}

function countText(count: number): string {
  return String(Math.round(count * 10) / 10);
}

function permissionRows(permissions: Readonly<Record<string, string>>): readonly (readonly string[])[] {
  return Object.entries(permissions).map(([operation, permission]) => [code(operation), code(permission)]);
}

/** How each account type is connected, and its fields. */
export function accountTypeSection(type: AccountType, fields: string): string {
  return page(
    `## ${type.title} (${code(type.id)})`,
    `Identifier: ${type.identifier.label}, such as ${code(type.identifier.example)}.`,
    fields,
    'Calls of the connection itself:',
    table(['call', 'permission'], permissionRows(type.permissions)),
  ).trimEnd();
}

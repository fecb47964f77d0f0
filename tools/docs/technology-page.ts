/** What is recorded of each technology, and what it costs and needs. */
import type { AccountType, Watcher } from '@security-monkey/sdk';
import { code, codes, page, table } from './markdown.ts';

/** One section a technology. */
export function technologyPage(watchers: readonly Watcher[]): string {
  return page(
    '# Technologies',
    table(
      ['technology', 'title', 'listed', 'original index', 'version'],
      watchers.map((watcher) => [
        code(watcher.id),
        watcher.title.many,
        watcher.scope === 'region' ? 'per region' : 'once per account',
        watcher.legacyIndex ?? '–',
        String(watcher.version),
      ]),
    ),
    ...watchers.map(section),
  );
}

function section(watcher: Watcher): string {
  return page(
    `## ${watcher.title.many} (${code(watcher.id)})`,
    `Listing: <${watcher.documentation}>`,
    table(
      ['what', 'paths'],
      [
        ['ephemeral: kept up to date, no revision', codes(watcher.ephemeral)],
        ['secret: replaced by a digest', codes(watcher.secret)],
        ['unordered lists', codes(watcher.unordered.map(({ path }: { path: string }) => path))],
        ['relations', codes(watcher.relations)],
        ['error codes that mean gone', codes(watcher.gone)],
      ],
    ),
    table(['call', 'permission'], permissionRows(watcher.permissions)),
  ).trimEnd();
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

/** What must be true of a watcher's description, before it is run. */
import { brandOf, contractVersion } from '../define/brand.ts';
import type { Watcher } from '../define/watcher.ts';
import { isHttps } from './check-definition.ts';
import type { Rule } from './rule.ts';

const technologyId = /^[a-z][a-z0-9]*\.[a-z0-9]+(-[a-z0-9]+)*$/;
const operationName = /^[^\s:]+:[^\s:]+$/;

export const watcherDefinitionRules: readonly Rule<Watcher>[] = [
  {
    title: 'is made by defineWatcher of this version of the contract',
    problems: (watcher) => {
      const brand = brandOf(watcher);
      const isCurrent = brand?.kind === 'watcher' && brand.contract === contractVersion;
      return isCurrent ? [] : [`is no watcher of contract ${contractVersion}: make it with defineWatcher`];
    },
  },
  {
    title: 'has an id, a version, titles and the page of its listing call',
    problems: (watcher) => [
      ...(technologyId.test(watcher.id) ? [] : [`id ${watcher.id} is not written like aws.s3-bucket`]),
      ...(Number.isInteger(watcher.version) && watcher.version > 0
        ? []
        : [`version ${watcher.version} is no whole number from 1`]),
      ...(watcher.title.one.trim() && watcher.title.many.trim() ? [] : ['a title is empty']),
      ...(isHttps(watcher.documentation)
        ? []
        : [`documentation ${watcher.documentation} is no https address`]),
    ],
  },
  {
    title: 'names operations as service:Operation, each with its permission',
    problems: ({ permissions }) =>
      Object.entries(permissions)
        .filter(([operation, permission]) => !operationName.test(operation) || permission.trim() === '')
        .map(
          ([operation]) => `permission of ${operation} is empty, or the operation is not service:Operation`,
        ),
  },
  {
    title: 'says by which codes an item is gone where it asks for single items',
    problems: ({ describe, confirm, gone }) =>
      (describe || confirm) && gone.length === 0 ? ['gone is empty, though single items are asked for'] : [],
  },
  {
    title: 'declares JSON pointers, and the source of each unordered list',
    problems: ({ ephemeral, secret, unordered }) => [
      ...[...ephemeral, ...secret, ...unordered.map(({ path }) => path)]
        .filter((path) => !path.startsWith('/'))
        .map((path) => `path ${path} is no JSON pointer: it must start with /`),
      ...unordered
        .filter(({ source }) => !isHttps(source))
        .map(({ path }) => `unordered ${path} names no https page that says so`),
    ],
  },
];

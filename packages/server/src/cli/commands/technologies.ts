/** `technologies`: the catalogue of watchers. */
import { defineCommand } from '../command.ts';
import { exitCodeOf } from '../exit-code-of.ts';

export const technologies = defineCommand({
  name: 'technologies',
  description:
    'Lists the technologies that the plugins watch, with the permissions that each needs under --json.',
  needs: 'catalogue',
  arguments: {},
  options: {},
  run: async ({ registry, output }) => {
    const rows = registry.allWatchers.toSorted((a, b) => a.id.localeCompare(b.id, 'en'));
    await output.rows(rows, {
      columns: [
        { title: 'technology', value: (watcher) => watcher.id },
        { title: 'title', value: (watcher) => watcher.title.many, shrink: true },
        { title: 'scope', value: (watcher) => watcher.scope },
        { title: 'checks', value: (watcher) => registry.checksFor(watcher.id).length, align: 'right' },
      ],
      object: (watcher) => ({
        id: watcher.id,
        accountType: watcher.accountType,
        title: watcher.title,
        scope: watcher.scope,
        legacyIndex: watcher.legacyIndex ?? null,
        documentation: watcher.documentation,
        checks: registry.checksFor(watcher.id).map((check) => check.id),
        permissions: [...new Set(Object.values(watcher.permissions))].toSorted(),
      }),
    });
    return exitCodeOf(registry);
  },
});

/** `checks`: the catalogue of checks. */
import type { Check } from '@security-monkey/sdk';
import { ruleFileOf } from '../../engine/rules/rules-plugin.ts';
import { requireTechnologies } from '../../front/require-technology.ts';
import { defineCommand } from '../command.ts';
import { exitCodeOf } from '../exit-code-of.ts';

export const checks = defineCommand({
  name: 'checks',
  description:
    'Lists the checks of all plugins, and the rules of the directory checks in the data directory with their files.',
  needs: 'catalogue',
  arguments: {},
  options: {
    technology: { value: 'ID', description: 'only those of this technology (repeatable)', repeat: true },
  },
  examples: ['checks --technology aws.s3-bucket'],
  run: async ({ registry, output }, { options }) => {
    requireTechnologies(registry, options.technology);
    const wanted = new Set(options.technology);
    const rows = registry.allChecks
      .filter((check) => wanted.size === 0 || wanted.has(check.watcher.id))
      .toSorted((a, b) => a.id.localeCompare(b.id, 'en'));
    const hasRules = rows.some((check) => ruleFileOf(check) !== undefined);
    await output.rows(rows, {
      columns: [
        { title: 'check', value: (check) => check.id },
        { title: 'score', value: (check) => check.score, align: 'right' },
        { title: 'category', value: (check) => check.category },
        { title: 'title', value: (check) => check.title, shrink: true },
        ...(hasRules ? [{ title: 'rule in', value: (check: Check) => ruleFileOf(check) ?? '' }] : []),
      ],
      object: (check) => ({
        id: check.id,
        technology: check.watcher.id,
        version: check.version,
        score: check.score,
        category: check.category,
        title: check.title,
        why: check.why,
        fix: check.fix,
        links: check.links,
        frameworks: check.frameworks,
        messages: check.messages,
        rule: ruleFileOf(check) ?? null,
      }),
    });
    return exitCodeOf(registry);
  },
});

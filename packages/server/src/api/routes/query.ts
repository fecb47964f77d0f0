/** The query language: what a search understands, for completing what is typed. */
import { z } from 'zod';
import type { QueryKey, Vocabulary } from '../../query/vocabulary.ts';
import { issueVocabulary } from '../../query/vocabulary-issues.ts';
import { itemVocabulary } from '../../query/vocabulary-items.ts';
import { defineRoute } from '../route.ts';
import { queryKeySchema } from '../schema/query.ts';

const vocabularies = { items: itemVocabulary, issues: issueVocabulary } as const satisfies Readonly<
  Record<string, Vocabulary>
>;

export const getQueryKeys = defineRoute({
  method: 'GET',
  path: '/query/keys',
  tag: 'Query',
  summary: 'The keys that a query may use, with what each means and takes.',
  role: 'view',
  query: z.strictObject({ of: z.enum(['items', 'issues']) }),
  response: z.object({ rows: z.array(queryKeySchema).readonly() }),
  run: async ({ query: { of } }) => ({ rows: vocabularies[of].keys.map(shown) }),
});

function shown(key: QueryKey): z.output<typeof queryKeySchema> {
  const { aliases = [], valueAlias, choices = {} } = key;
  return {
    key: key.key,
    aliases: valueAlias === undefined ? aliases : [...aliases, valueAlias],
    type: key.type,
    description: key.description,
    example: key.example,
    choices: Object.entries(choices).map(([value, meaning]) => ({ value, meaning })),
  };
}

/** `items`: the search. */
import type { Query } from '../../query/query.ts';
import { itemVocabulary, pastItemVocabulary } from '../../query/vocabulary-items.ts';
import { systemViewer } from '../../store/viewer.ts';
import type { ItemRow } from '../../store/views/item-row.ts';
import { listItems, streamItems } from '../../store/views/list-items.ts';
import { listPastItems, type PastItemRow, streamPastItems } from '../../store/views/list-past-items.ts';
import { everyRow } from '../../store/views/page.ts';
import { defineCommand } from '../command.ts';
import type { RuntimeContext } from '../context.ts';
import { countLine } from '../output/count-line.ts';
import { itemObject, itemTable } from '../output/item-shape.ts';
import { parseTime } from '../parse-time.ts';
import { atMost, limitOption, pageFor, parseLimit } from '../resolve/parse-limit.ts';
import { noteNames, parseQueryWords } from '../resolve/parse-query-words.ts';

export const items = defineCommand({
  name: 'items',
  description:
    'Searches the items by words and by keys such as account: technology: region: name: tag: score>= is: changed> actor: cidr: (docs/reference/query-language.md lists them all). The worst come first; under --json they come by id. Deleted items are found by is:deleted, or as they were by --as-of.',
  needs: 'runtime',
  arguments: {
    query: { description: 'what to look for; everything when left out', optional: true, variadic: true },
  },
  options: {
    'as-of': {
      value: 'TIME',
      description: 'the items as they were then: 2026-11-01, 2026-11-01T12:00Z, or 30d for so long ago',
    },
    limit: limitOption,
  },
  examples: [
    'items',
    "items technology:aws.s3-bucket 'score>=5'",
    'items cidr:10.0.0.0/8 -is:justified',
    'items --as-of 30d --json',
  ],
  run: async (context, { arguments: { query: words }, options }) => {
    const limit = parseLimit(options.limit, context.output);
    const asOf = options['as-of'];
    const query = parseQueryWords(words, asOf === undefined ? itemVocabulary : pastItemVocabulary);
    const found: AsyncIterable<ItemRow | PastItemRow> =
      asOf === undefined ? presentItems(context, query, limit) : pastItems(context, query, { limit, asOf });
    const seen = { more: false };
    const count = await context.output.rows(atMost(found, limit, seen), {
      columns: itemTable,
      object: itemObject,
    });
    await context.output.text(countLine(count, seen.more, 'item'));
    await noteNames(context, query);
    return 0;
  },
});

function presentItems(
  { runtime: { db, clock }, output }: RuntimeContext,
  query: Query,
  limit: number,
): AsyncIterable<ItemRow> {
  const now = clock.now();
  if (output.json) return streamItems(db, systemViewer, { query, now });
  return everyRow((after) => listItems(db, systemViewer, { query, now, after, limit: pageFor(limit) }));
}

function pastItems(
  { runtime: { db, clock }, output }: RuntimeContext,
  query: Query,
  { limit, asOf: text }: { readonly limit: number; readonly asOf: string },
): AsyncIterable<PastItemRow> {
  const now = clock.now();
  const asOf = parseTime(text, { option: '--as-of', now, direction: 'past' });
  if (output.json) return streamPastItems(db, systemViewer, { query, now, asOf });
  return everyRow((after) =>
    listPastItems(db, systemViewer, { query, now, asOf, after, limit: pageFor(limit) }),
  );
}

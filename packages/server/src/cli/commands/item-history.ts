/** `item history`: the revisions of an item. */
import type { JsonObject } from '@security-monkey/sdk';
import { createTellPolicies, sentencesOf } from '../../front/items/tell-meaning.ts';
import { createUnorderedPaths } from '../../front/items/unordered-paths.ts';
import { worldOfItem } from '../../front/items/world-of.ts';
import { systemViewer } from '../../store/viewer.ts';
import { itemHistory } from '../../store/views/item-history.ts';
import { everyRow } from '../../store/views/page.ts';
import type { RevisionRow, TellMeaning } from '../../store/views/revision-rows.ts';
import { defineCommand } from '../command.ts';
import { actorText } from '../output/actor-text.ts';
import { countLine } from '../output/count-line.ts';
import type { TableColumn } from '../output/table.ts';
import { showTime } from '../output/time.ts';
import { atMost, limitOption, pageFor, parseLimit } from '../resolve/parse-limit.ts';
import { requireItem } from '../resolve/require-item.ts';

export const itemHistoryCommand = defineCommand({
  name: 'item history',
  description:
    'Lists the revisions of an item, the newest first: since when it was so, what changed and means for who may do what, and by whom if that is known.',
  needs: 'runtime',
  arguments: {
    item: { description: 'its id, its ARN or full resource name, or its name when there is only one' },
  },
  options: { limit: limitOption },
  run: async ({ runtime, registry, output }, { arguments: { item: ref }, options }) => {
    const { db } = runtime;
    const limit = parseLimit(options.limit, output);
    const item = await requireItem(db, ref);
    const unordered = createUnorderedPaths(registry);
    const tell = createTellPolicies(registry, await worldOfItem(runtime, item));
    const meaning: TellMeaning = (...change) => sentencesOf(tell(...change));
    const found = everyRow((after) =>
      itemHistory(db, systemViewer, { item: item.id, unordered, meaning, after, limit: pageFor(limit) }),
    );
    const seen = { more: false };
    const count = await output.rows(atMost(found, limit, seen), { columns, object: revisionObject });
    await output.text(countLine(count, seen.more, 'revision'));
    return 0;
  },
});

const columns: readonly TableColumn<RevisionRow>[] = [
  { title: 'valid from', value: (revision) => showTime(revision.validFrom) },
  { title: 'seen', value: (revision) => showTime(revision.observedAt) },
  {
    title: 'kind',
    value: (revision) =>
      revision.rebaselines > 0 ? `${revision.kind} (+${revision.rebaselines} of ours)` : revision.kind,
  },
  { title: 'what', value: whatOf, shrink: true },
  { title: 'source', value: sourceOf },
  {
    title: 'by',
    value: (revision) => actorText(revision.actor),
    shrink: true,
  },
  { title: 'revision', value: (revision) => revision.id },
];

function sourceOf({ source }: RevisionRow): string {
  return source === 'backfill' ? "the provider's history" : source;
}

/** What it means stands first: a table may cut the rest. */
function whatOf({ meaning, summary }: RevisionRow): string {
  return meaning.length === 0 ? summary : `${meaning.join(' ')} ${summary}`;
}

function revisionObject(revision: RevisionRow): JsonObject {
  return {
    ...revision,
    validFrom: revision.validFrom.toISOString(),
    observedAt: revision.observedAt.toISOString(),
    unreadable: revision.unreadable.map((part) => ({ ...part })),
  };
}

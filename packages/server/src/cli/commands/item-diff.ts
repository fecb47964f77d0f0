/** `item diff`: what changed between two states of an item. */
import { type JsonObject, renderChanges } from '@security-monkey/sdk';
import { CodedError } from '../../errors/coded-error.ts';
import { createTellPolicies, policiesTold, sentencesOf } from '../../front/items/tell-meaning.ts';
import { createUnorderedPaths } from '../../front/items/unordered-paths.ts';
import { worldOfItem } from '../../front/items/world-of.ts';
import { systemViewer } from '../../store/viewer.ts';
import { itemDiff as diffItem, type ItemState, type RevisionRef } from '../../store/views/item-at.ts';
import { defineCommand } from '../command.ts';
import { actorText } from '../output/actor-text.ts';
import { printLines } from '../output/print-lines.ts';
import { showTime } from '../output/time.ts';
import { parseTime } from '../parse-time.ts';
import { requireItem } from '../resolve/require-item.ts';

export const itemDiff = defineCommand({
  name: 'item diff',
  description:
    'Shows what changed between two states of an item: + added, - removed, ~ changed; and of changed policies, what that means for who may do what. A and B are revisions (ids of item history) or times; without B the latest state is meant, without A the one before it.',
  needs: 'runtime',
  arguments: {
    item: { description: 'its id, its ARN or full resource name, or its name when there is only one' },
    a: { description: 'the state before: a revision or a time', optional: true },
    b: { description: 'the state after: a revision or a time', optional: true },
  },
  options: {},
  examples: ['item diff my-bucket', 'item diff my-bucket 7d', 'item diff my-bucket 2026-11-01 2026-11-15'],
  run: async ({ runtime, registry, output }, { arguments: { item: ref, a, b } }) => {
    const { db, clock } = runtime;
    const item = await requireItem(db, ref);
    const now = clock.now();
    const got = await diffItem(db, systemViewer, {
      item: item.id,
      from: refOf(a, now),
      to: refOf(b, now),
      unordered: createUnorderedPaths(registry)(item.technology),
    });
    if (got.kind === 'none')
      throw new CodedError('revision_unknown', {
        revision: (got.missing === 'from' ? a : b) ?? 'at all',
        item: item.id,
      });
    const { before, after, changes, unknown } = got.diff;
    const tell = createTellPolicies(registry, await worldOfItem(runtime, item));
    const policies = policiesTold(got.diff, (...states) => tell(item.technology, ...states));
    await output.object({
      item: item.id,
      from: stateObject(before),
      to: stateObject(after),
      changes: changes.map((change) => ({ ...change })),
      unknown: [...unknown],
      policies: policies.map(({ path, sentences }) => ({ path, sentences })),
    });
    const text = changes.length === 0 ? 'No difference.' : renderChanges(changes);
    await printLines(output, [`from ${stateText(before)}`, `to   ${stateText(after)}`, ...text.split('\n')]);
    if (unknown.length > 0)
      await printLines(output, [
        `Not compared, for nobody knows what it was in one of both: ${unknown.join(', ')}`,
      ]);
    await printLines(output, sentencesOf(policies));
    return 0;
  },
});

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function refOf(text: string | undefined, now: Date): RevisionRef | undefined {
  if (text === undefined) return undefined;
  if (uuid.test(text)) return { kind: 'revision', id: text };
  return { kind: 'time', at: parseTime(text, { option: 'item diff', now, direction: 'past' }) };
}

function stateObject(state: ItemState | null): JsonObject | null {
  if (state === null) return null;
  const { revision, kind, validFrom, actor } = state;
  return { revision, kind, validFrom: validFrom.toISOString(), actor };
}

function stateText(state: ItemState | null): string {
  if (state === null) return 'nothing: it was not there yet';
  const by = actorText(state.actor);
  return `${showTime(state.validFrom)} ${state.kind} ${state.revision}${by === '' ? '' : ` by ${by}`}`;
}

/** What one revision changed, in sentences and in lines. */
import type { Change, DifferenceLine, JsonObject, ToldPolicyChange } from '@security-monkey/sdk';
import { listAccounts } from '../../store/accounts.ts';
import type { Database } from '../../store/database/database.ts';
import { eventsByIds } from '../../store/outbox.ts';
import type { Viewer } from '../../store/viewer.ts';
import { changeSentence } from '../../store/views/change-sentence.ts';
import { type ItemDiff, itemDiff } from '../../store/views/item-at.ts';
import { createTellPolicies } from '../tell-meaning.ts';
import type { Composing } from './composing.ts';
import { type Difference, differenceLines } from './difference-lines.ts';
import type { ToldItem } from './told.ts';
import { actorName, sentence } from './words.ts';

export type ItemChange = {
  readonly told: ToldItem;
  /** Each with its full stop; the meaning of a policy before everything else. */
  readonly sentences: readonly string[];
  /** Undefined for what is created or deleted as a whole. */
  readonly difference: Difference | undefined;
  /** Who made it, when that is known. */
  readonly actor: string | undefined;
};

export type LoadChange = (told: ToldItem) => Promise<ItemChange>;

/** More than this is for the interface. */
export const mostLines = 40;

export async function createChangeLoader({ runtime, viewer }: Composing): Promise<LoadChange> {
  const { db, registry } = runtime;
  const tell = createTellPolicies(registry, await listAccounts(db, viewer));
  return async (told) => {
    const { item, revision, technology } = told;
    const unordered = registry.watcher(technology)?.unordered.map(({ path }) => path) ?? [];
    const got = await itemDiff(db, viewer, { item, to: { kind: 'revision', id: revision }, unordered });
    if (got.kind === 'none') return rememberedChange(told, await linesOfEvent(db, viewer, told));
    const { before, after, changes } = got.diff;
    const isWhole = told.change !== 'changed' || before === null;
    const meaning = isWhole ? [] : tell(technology, presentConfig(before), after.config);
    return {
      told,
      sentences: sentencesOf(told, got.diff, meaning),
      difference: isWhole ? undefined : differenceLines(changes, mostLines),
      actor: actorName(after.actor),
    };
  };
}

function presentConfig(state: NonNullable<ItemDiff['before']>): JsonObject {
  return state.kind === 'deleted' ? {} : state.config;
}

function sentencesOf(
  { change }: ToldItem,
  { before, changes }: ItemDiff,
  meaning: readonly ToldPolicyChange[],
): readonly string[] {
  if (change === 'deleted') return ['Deleted.'];
  const told = (some: readonly Change[]): string =>
    sentence(
      changeSentence({
        kind: 'changed',
        changes: some,
        previous: change === 'created' ? null : (before?.kind ?? null),
        replaces: false,
      }),
    );
  const rest = changes.filter(({ path }) => !meaning.some((one) => isWithin(path, one.path)));
  const others = rest.length > 0 || meaning.length === 0 ? [told(rest)] : [];
  return [...meaning.flatMap(({ sentences }) => sentences), ...others];
}

/** Whether a place lies in that of a policy, where `*` stands for any index. */
function isWithin(path: string, policy: string): boolean {
  const [inner, outer] = [path.split('/'), policy.split('/')];
  return outer.every((part, index) => part === '*' || part === inner[index]);
}

async function linesOfEvent(db: Database, viewer: Viewer, { event }: ToldItem): Promise<string> {
  const [found] = await eventsByIds(db, viewer, [event]);
  const changes = found?.payload['changes'];
  return typeof changes === 'string' ? changes : '';
}

/** The revision is not kept any more: the event remembers the lines. */
function rememberedChange(told: ToldItem, changes: string): ItemChange {
  const words = { created: 'Created.', changed: 'Changed.', deleted: 'Deleted.' };
  const lines = changes.split('\n').filter((line) => line !== '');
  return {
    told,
    sentences: [words[told.change]],
    difference: lines.length === 0 ? undefined : cutLines(lines.flatMap(rememberedLine)),
    actor: undefined,
  };
}

function rememberedLine(line: string): readonly DifferenceLine[] {
  const text = line.slice(2);
  if (line.startsWith('+ ')) return [{ sign: '+', text }];
  if (line.startsWith('- ')) return [{ sign: '-', text }];
  return [{ sign: ' ', text: line.startsWith('~ ') ? text : line }];
}

function cutLines(lines: readonly DifferenceLine[]): Difference {
  return { lines: lines.slice(0, mostLines), left: Math.max(0, lines.length - mostLines) };
}

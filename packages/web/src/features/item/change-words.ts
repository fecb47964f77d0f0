/** One change of a configuration as a sentence. */
import { readablePath } from '../../components/code/json-lines.ts';
import type { Json } from '../../words/json.ts';
import { jsonOf } from '../../words/json.ts';
import { cutMiddle } from '../../words/plain-text.ts';
import type { ItemDiff } from './item-queries.ts';

type Change = ItemDiff['changes'][number];

export type ChangeWords = {
  readonly sign: '+' | '~' | '−';
  /** Where it is: `PublicAccessBlock.BlockPublicPolicy`. */
  readonly place: string;
  /** What became of it: "changed from true to false". */
  readonly what: string;
};

const signs = { added: '+', changed: '~', removed: '−' } as const;
const longest = 60;

export function changeWords({ kind, path, before, after }: Change): ChangeWords {
  const place = readablePath(path) || 'everything';
  const sign = signs[kind];
  if (kind === 'changed')
    return { sign, place, what: `changed from ${brief(jsonOf(before))} to ${brief(jsonOf(after))}` };
  const value = jsonOf(kind === 'added' ? after : before);
  const isPlain = typeof value !== 'object' || value === null;
  return { sign, place, what: isPlain ? `${kind}: ${brief(value)}` : kind };
}

/** A value on a line; of what has parts, how many. */
function brief(value: Json): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 1 ? 'a list of 1' : `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'another value';
  return cutMiddle(JSON.stringify(value), longest);
}

/** What made an issue what it is now, in a sentence. Pure. */
import type { ToldIssue } from './told.ts';

const causes: Readonly<Record<string, string>> = {
  config: 'The configuration was changed.',
  related: 'Something that belongs to the item was changed.',
  check: 'The check judges otherwise since an update; nothing was changed.',
  facts: 'What is known of the provider was updated; nothing was changed.',
  world: 'Which accounts are known, and as whose, was changed.',
  due: 'Time has passed; nothing was changed.',
  person: 'A person decided it.',
  expiry: 'Its justification has come to its end.',
  deletion: 'The item was deleted.',
  thawed: 'The item is looked at again.',
};

export function issueCause({ change, cause, detail }: ToldIssue): string {
  if (change === 'reopened' && detail['ended'] === 'wider evidence')
    return 'It was justified, and what it rests on has grown beyond that.';
  return causes[cause] ?? 'What it rests on was changed.';
}

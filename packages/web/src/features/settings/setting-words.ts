/** What is said of settings. Pure. */
import { atLeast, counted } from '../../words/count.ts';
import { objectOf } from '../../words/json.ts';
import type { Follows, Setting } from './settings-queries.ts';

/** What a setting is called. */
export function settingTitle({ key, schema }: Pick<Setting, 'key' | 'schema'>): string {
  const { title } = objectOf(schema);
  return typeof title === 'string' ? title : key;
}

/** "The next audit judges 16 items of 2 technologies again." */
export function followsWords({ items, technologies, atLeast: isMore }: Follows): string {
  if (items === 0) return 'No item has to be judged again.';
  const what = `${atLeast(items, !isMore)} ${items === 1 && !isMore ? 'item' : 'items'}`;
  return `The next audit judges ${what} of ${counted(technologies.length, 'technology', 'technologies')} again.`;
}

/** How many settings are not as they come. */
export function changedWords(settings: readonly Pick<Setting, 'updatedAt'>[]): string {
  const changed = settings.filter(({ updatedAt }) => updatedAt !== null).length;
  if (changed === 0) return 'Every setting has its default.';
  return `${counted(changed, 'setting')} of ${settings.length} ${changed === 1 ? 'differs' : 'differ'} from the default.`;
}

export function wrongWords(count: number): string {
  return `Nothing was saved: ${counted(count, 'place')} ${count === 1 ? 'is' : 'are'} wrong.`;
}

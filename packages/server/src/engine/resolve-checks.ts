/** Puts the real watcher in the place of a reference to it, and refuses checks that do not go with their watcher. Pure. */
import {
  branded,
  type Check,
  defineWatcher,
  isWatcherReference,
  type Watcher,
  type WatcherReference,
} from '@security-monkey/sdk';
import { RegistryError } from './registry-error.ts';

/** A check whose watcher is there. */
export type RegisteredCheck = Check & { readonly watcher: Watcher };

/** The check with its real watcher. Throws a {@link RegistryError} when there is none, or one that it does not go with. */
export function resolveCheck(check: Check, watchers: ReadonlyMap<string, Watcher>): RegisteredCheck {
  const watcher = watchers.get(check.watcher.id);
  if (watcher === undefined)
    throw new RegistryError(
      `The check ${check.id} is on ${check.watcher.id}, whose watcher no plugin brings: add the watcher to the plugin.`,
    );
  const relations = isWatcherReference(check.watcher) ? (check.watcher.relations ?? []) : [];
  const unknown = [...(check.needs ?? []), ...relations].find((name) => !watcher.relations.includes(name));
  if (unknown !== undefined)
    throw new RegistryError(
      `The check ${check.id} needs the relation ${unknown}, which the watcher ${watcher.id} does not declare.`,
    );
  return branded('check', { ...check, watcher: realWatcher(check, watcher) });
}

function realWatcher({ id, watcher }: Check, real: Watcher): Watcher {
  if (!isWatcherReference(watcher)) return watcher;
  if (watcher.accountType !== real.accountType)
    throw new RegistryError(
      `The check ${id} takes ${real.id} for a technology of ${watcher.accountType}; it is one of ${real.accountType}.`,
    );
  return readBy(real, watcher);
}

/** The real watcher with its config typed as the check reads it: loose schemas hand on what they do not name. */
function readBy(real: Watcher, { config }: WatcherReference): Watcher {
  return defineWatcher({ ...real, config });
}

/** A plugin: the explicit list of everything that a package brings. */
import type { AccountType } from './account-type.ts';
import type { AccountTypeExtension } from './account-type-extension.ts';
import type { Alerter } from './alerter.ts';
import { branded } from './brand.ts';
import type { Check } from './check.ts';
import type { Watcher } from './watcher.ts';

export type Plugin = {
  /** The npm package's name. */
  readonly name: string;
  readonly accountTypes: readonly AccountType[];
  /** Account types that say only what is different from the one that each extends. */
  readonly accountTypeExtensions?: readonly AccountTypeExtension[];
  readonly watchers: readonly Watcher[];
  readonly checks: readonly Check[];
  readonly alerters: readonly Alerter[];
};

/** One kind of resource with everything that is checked of it: what a folder of a plugin holds. */
export type Technology = { readonly watcher: Watcher; readonly checks: readonly Check[] };

/** Declares a plugin; the package's entry default-exports the result. */
export function definePlugin(plugin: Plugin): Plugin {
  return branded('plugin', plugin);
}

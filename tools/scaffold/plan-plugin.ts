/** Plans the files of a new plugin, from its name and the versions of this checkout. */
import { packageName, pluginTemplate, type SkeletonVersions } from './plugin-template.ts';

export type PluginPlan =
  | { readonly folder: string; readonly files: ReadonlyMap<string, string> }
  | { readonly problem: string };

export type PluginWish = {
  readonly name: string;
  /** Where to put it; `examples/plugin-NAME` unless given. */
  readonly directory: string | undefined;
  readonly versions: SkeletonVersions;
  /** Whether something is in a folder already. */
  readonly isTaken: (folder: string) => boolean;
};

/** What to write, or a sentence that says why nothing can be. */
export function planPlugin({ name, directory, versions, isTaken }: PluginWish): PluginPlan {
  if (!/^[a-z][a-z0-9]*$/.test(name))
    return { problem: `A plugin's name is of small letters and digits, such as acme; not ${name}.` };
  const folder = directory ?? `examples/plugin-${name}`;
  if (isTaken(folder))
    return { problem: `${folder} exists already: name another directory after the plugin's name.` };
  return { folder, files: pluginTemplate(name, versions) };
}

/** What to do with what was written. */
export function nextSteps(name: string, folder: string): string {
  return `Now fill it in. In ${folder}, \`npm install && npm test\` runs its tests, \`npm pack\` makes ${packageName(name)}.`;
}

/** The files of a plugin by convention: `<technology>/watcher.ts`, `<technology>/checks/<rule>.ts`, `<technology>/estate.ts`. */
import { existsSync, readdirSync } from 'node:fs';

export type PluginFiles = {
  /** Technologies (folder names) that have a `watcher.ts`. */
  readonly watchers: readonly string[];
  /** `<technology>.<rule>` of every file in a `checks` folder, tests aside. */
  readonly checks: readonly string[];
  /** Technology to its `estate.ts`. */
  readonly estates: ReadonlyMap<string, URL>;
  /** Technologies that have a `watcher.test.ts` of their own. */
  readonly tested: readonly string[];
};

/** Looks into a plugin's source folder; given the package's folder, into its `src`. Undefined when there is no such folder. */
export function pluginFiles(folder: URL): PluginFiles | undefined {
  const given = inside(folder, '');
  if (!existsSync(given)) return undefined;
  const root = existsSync(inside(given, 'src/')) ? inside(given, 'src/') : given;
  const technologies = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const having = (file: string) => technologies.filter((name) => existsSync(inside(root, `${name}/${file}`)));
  return {
    watchers: having('watcher.ts'),
    checks: having('checks').flatMap((name) =>
      ruleNames(inside(root, `${name}/checks/`)).map((rule) => `${name}.${rule}`),
    ),
    estates: new Map(having('estate.ts').map((name) => [name, inside(root, `${name}/estate.ts`)])),
    tested: having('watcher.test.ts'),
  };
}

function ruleNames(folder: URL): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.slice(0, -'.ts'.length))
    .sort();
}

/** A URL that does not end in a slash counts as a folder all the same. */
function inside(folder: URL, path: string): URL {
  return new URL(path, folder.href.endsWith('/') ? folder : `${folder.href}/`);
}

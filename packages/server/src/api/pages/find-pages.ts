/** Finds the built web pages: beside this package's code when installed, in the workspace of a checkout. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Pages = {
  /** The directory whose files are served. */
  readonly root: string;
  /** The one HTML document, for every address of the pages. */
  readonly document: string;
};

/** Undefined where they were not built. */
export function findPages(packageRoot: string): Pages | undefined {
  const places = [join(packageRoot, 'pages'), join(packageRoot, '..', 'web', 'dist')];
  const root = places.find((place) => existsSync(join(place, 'index.html')));
  return root === undefined ? undefined : { root, document: readFileSync(join(root, 'index.html'), 'utf8') };
}

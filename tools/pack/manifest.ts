/** What a published package says of itself: the workspace's manifest without what only holds in the checkout. */

/** The export condition by which the workspace reads its packages from source. */
export const sourceCondition = '@security-monkey/source';

export type Manifest = { readonly name: string; readonly version: string; readonly [field: string]: unknown };

const ofTheCheckout: readonly string[] = ['devDependencies', 'scripts', 'private'];

/** The manifest to publish: no export condition of the checkout, and nothing that only its developers need. */
export function publishedManifest(manifest: Manifest): Manifest {
  const kept = Object.entries(manifest).filter(([field]) => !ofTheCheckout.includes(field));
  return withoutSource({ ...Object.fromEntries(kept), name: manifest.name, version: manifest.version });
}

/** The source files that the manifest's exports name, relative to the package. */
export function sourceEntries(manifest: Manifest): readonly string[] {
  return sourcesIn(manifest['exports']).map((path) => path.replace(/^\.\//, ''));
}

/** The folders of the workspace's packages that it depends on, in the order given. */
export function workspacePackages(manifest: Manifest): readonly string[] {
  const scope = '@security-monkey/';
  const { dependencies } = manifest;
  const names = isRecord(dependencies) ? Object.keys(dependencies) : [];
  return names.filter((name) => name.startsWith(scope)).map((name) => name.slice(scope.length));
}

function withoutSource<Value>(value: Value): Value {
  if (!isRecord(value)) return value;
  const kept = Object.entries(value).filter(([key]) => key !== sourceCondition);
  return Object.fromEntries(kept.map(([key, one]) => [key, withoutSource(one)])) as Value;
}

function sourcesIn(value: unknown): readonly string[] {
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key === sourceCondition && typeof one === 'string' ? [one] : sourcesIn(one),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

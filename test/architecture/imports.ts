/** The direction of imports: which folder may import which, and why. */
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import type { SourceFile } from './sources.ts';

export type Import = { readonly from: string; readonly specifier: string; readonly target: string };

type Layer = {
  /** The longest matching folder decides. */
  readonly folder: string;
  /** Folders (or files) of this repository that it may import beside itself. */
  readonly folders: readonly string[];
  /** Packages that it may import; a trailing `*` matches any rest. */
  readonly packages: readonly string[];
  /** What to do instead of a forbidden import. */
  readonly advice: string;
};

const sdk = ['@security-monkey/sdk'];

/** The table of `docs/architecture.md`, as data. */
export const layers: readonly Layer[] = [
  {
    folder: 'packages/sdk/src',
    folders: [],
    packages: ['zod', 'node:crypto', 'node:net'],
    advice:
      'The SDK is pure: take what you need as an argument, and let the caller in packages/server supply it.',
  },
  {
    folder: 'packages/sdk/src/testing',
    folders: ['packages/sdk/src'],
    packages: ['vitest', 'zod', 'fast-check', 'node:*'],
    advice: 'The testing kit knows the SDK and vitest only, so that any plugin can use it.',
  },
  {
    folder: 'packages/aws/src',
    folders: [],
    packages: [...sdk, '@security-monkey/sdk/testing', 'vitest', 'zod', '@aws-sdk/*', '@smithy/*', 'node:*'],
    advice:
      'A built-in plugin imports the SDK only, exactly as one of a third party would; extend the SDK if it lacks something.',
  },
  {
    folder: 'examples',
    folders: [],
    packages: [...sdk, '@security-monkey/sdk/testing', 'vitest', 'zod', 'node:*'],
    advice: 'A plugin from outside has nothing but the published SDK; extend the SDK if it lacks something.',
  },
  {
    folder: 'packages/gcp/src',
    folders: [],
    packages: [...sdk, '@security-monkey/sdk/testing', 'vitest', 'zod', 'google-auth-library', 'node:*'],
    advice:
      'A built-in plugin imports the SDK only, exactly as one of a third party would; extend the SDK if it lacks something.',
  },
  {
    folder: 'packages/alerters/src',
    folders: [],
    packages: [...sdk, 'zod', 'nodemailer'],
    advice:
      'An alerter knows the SDK only, exactly as one of a third party would: the server composes, it renders and sends.',
  },
  {
    folder: 'packages/alerters/src/testing',
    folders: ['packages/alerters/src'],
    packages: [...sdk, 'smtp-server', 'node:*'],
    advice: 'What tests of alerters need is a server of their own, and nothing of the product.',
  },
  {
    folder: 'packages/demo/src',
    folders: [],
    packages: [...sdk, 'zod', 'node:crypto'],
    advice:
      'The demo is a plugin that knows the SDK only and cannot send: it describes a world, and the watchers of the providers do the rest.',
  },
  {
    folder: 'packages/demo/src/test-support',
    folders: ['packages/demo/src'],
    packages: [...sdk, '@security-monkey/aws', '@security-monkey/gcp', 'vitest'],
    advice: 'The tests of the demo watch it with the real watchers, and need nothing else.',
  },
  {
    folder: 'packages/server/src/config',
    folders: ['packages/server/src/errors'],
    packages: [...sdk, 'zod', 'node:*'],
    advice: 'Configuration stands below everything else; pass it to those who need it.',
  },
  {
    folder: 'packages/server/src/errors',
    folders: ['packages/server/src/store'],
    packages: [...sdk, 'zod'],
    advice: 'The table of errors only names errors; let the layer that raises one export its type.',
  },
  {
    folder: 'packages/server/src/query',
    folders: ['packages/server/src/store/schema.ts'],
    packages: [...sdk, 'kysely', 'node:net'],
    advice: 'The query language is pure; reading the database belongs in store/views.',
  },
  {
    folder: 'packages/server/src/store',
    folders: ['packages/server/src/query'],
    packages: [
      ...sdk,
      'kysely',
      'zod',
      'kysely/*',
      'pg',
      '@electric-sql/pglite',
      '@electric-sql/pglite/*',
      'node:*',
    ],
    advice: 'The store speaks SQL and knows nothing of the engine; pass plain values down to it.',
  },
  {
    folder: 'packages/server/src/engine',
    folders: ['packages/server/src/store', 'packages/server/src/query', 'packages/server/src/engine/rules'],
    packages: [...sdk, 'kysely', 'zod', 'node:*'],
    advice: 'The engine stands above the store and below schedule and cli, and knows no provider by name.',
  },
  {
    folder: 'packages/server/src/engine/rules',
    folders: [],
    packages: [...sdk, 'zod', 'yaml', '@marcbachmann/cel-js', 'node:fs', 'node:path'],
    advice:
      'Rules become checks of the SDK and know nothing of the engine: the registry and the workers take them.',
  },
  {
    folder: 'packages/server/src/schedule',
    folders: ['packages/server/src/engine', 'packages/server/src/store', 'packages/server/src/config'],
    packages: [...sdk, 'pg-boss', 'node:*', 'kysely'],
    advice: 'Scheduling starts the engine; it is started by the command line.',
  },
  {
    folder: 'packages/server/src/front',
    folders: [
      'packages/server/src/engine',
      'packages/server/src/store',
      'packages/server/src/query',
      'packages/server/src/errors',
    ],
    packages: [...sdk, 'zod'],
    advice: 'What the command line and the API share knows neither; pass it what they read of their callers.',
  },
  {
    folder: 'packages/server/src/api',
    folders: [
      'packages/server/src/engine',
      'packages/server/src/store',
      'packages/server/src/query',
      'packages/server/src/errors',
      'packages/server/src/front',
    ],
    packages: [
      ...sdk,
      'zod',
      'kysely',
      'fastify',
      'fastify-type-provider-zod',
      '@fastify/*',
      '@node-rs/argon2',
      'prom-client',
      'node:*',
    ],
    advice:
      'The API reads by store/views and acts by the engine, as the command line does; what both need belongs in neither.',
  },
  {
    folder: 'packages/server/src',
    folders: ['packages/server/src'],
    packages: ['*'],
    advice: 'The command line and the composition root may import everything of the server.',
  },
];

/** Every import of a file, static, type-only or dynamic with a literal. */
export function importsOf(file: SourceFile): readonly Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier !== undefined)
      found.push({ from: file.path, specifier, target: targetOf(file.path, specifier) });
    ts.forEachChild(node, visit);
  };
  visit(file.tree);
  return found;
}

function specifierOf(node: ts.Node): string | undefined {
  const literal =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
        ? node.arguments[0]
        : undefined;
  return literal !== undefined && ts.isStringLiteral(literal) ? literal.text : undefined;
}

function targetOf(from: string, specifier: string): string {
  return specifier.startsWith('.') ? normalize(join(dirname(from), specifier)) : specifier;
}

/** The layer that a path belongs to: the one with the longest matching folder. */
export function layerOf(path: string): Layer | undefined {
  return layers
    .filter(({ folder }) => path.startsWith(`${folder}/`))
    .toSorted((a, b) => b.folder.length - a.folder.length)[0];
}

/** What is wrong with the imports of product code, each with what to do instead. */
export function importProblems(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter((file) => !file.isTest)
    .flatMap(importsOf)
    .flatMap((one) => {
      const layer = layerOf(one.from);
      if (layer === undefined || isAllowed(layer, one)) return [];
      return [`${one.from} imports ${one.specifier}. ${layer.advice}`];
    });
}

function isAllowed(layer: Layer, { specifier, target }: Import): boolean {
  if (!specifier.startsWith('.')) return layer.packages.some((pattern) => matches(pattern, specifier));
  if (layerOf(target) === layer) return true;
  return layer.folders.some((folder) => target === folder || target.startsWith(`${folder}/`));
}

function matches(pattern: string, specifier: string): boolean {
  return pattern.endsWith('*') ? specifier.startsWith(pattern.slice(0, -1)) : pattern === specifier;
}

/** Groups of files that import each other in a circle, each written as the way round. */
export function importCycles(files: readonly SourceFile[]): readonly string[] {
  const graph = new Map(files.map((file) => [file.path, importsOf(file).map(({ target }) => target)]));
  const finished = new Set<string>();
  const cycles: string[] = [];
  const walk = (path: string, way: readonly string[]): void => {
    const start = way.indexOf(path);
    if (start >= 0) cycles.push([...way.slice(start), path].join(' → '));
    if (start >= 0 || finished.has(path)) return;
    for (const next of graph.get(path) ?? []) if (graph.has(next)) walk(next, [...way, path]);
    finished.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return cycles;
}

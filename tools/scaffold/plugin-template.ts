/** The files of a new plugin: a package of its own with an account type, a watcher and a check. Its tests pass as they are. */
import { checkTemplate } from './check-template.ts';
import { camelCase, sentence, type UnitName } from './names.ts';
import { register } from './register.ts';
import { firstConfig, watcherTemplate } from './watcher-template.ts';

/** The versions with which the skeleton was made to work: those of this checkout. */
export type SkeletonVersions = {
  readonly sdk: string;
  readonly zod: string;
  readonly vitest: string;
  readonly typescript: string;
  readonly nodeTypes: string;
};

/** Path in the package to text. */
export function pluginTemplate(name: string, versions: SkeletonVersions): ReadonlyMap<string, string> {
  const watcher: UnitName = { provider: name, technology: 'thing' };
  const check: UnitName = { ...watcher, rule: 'to-be-named' };
  const files = new Map([...watcherTemplate(watcher)].map(([path, text]) => [`src/${path}`, text]));
  const list = 'src/thing/technology.ts';
  const registration = {
    name: camelCase('to-be-named'),
    from: './checks/to-be-named.ts',
    list: 'checks',
  } as const;
  files.set(list, register(files.get(list) ?? '', registration));
  const example = firstConfig(watcher);
  files.set('src/thing/checks/to-be-named.ts', checkTemplate(check, { export: 'thing', example }));
  return new Map([
    ['package.json', manifest(name, versions)],
    ['tsconfig.json', tsconfig],
    ['.gitignore', 'node_modules\ndist\n*.tgz\n'],
    ['README.md', readme(name)],
    ['src/index.ts', entry(name)],
    ['src/account-type.ts', accountType(name)],
    ['src/plugin.test.ts', test],
    ...files,
  ]);
}

/** What npm calls it. */
export function packageName(name: string): string {
  return `security-monkey-plugin-${name}`;
}

function manifest(name: string, { sdk, zod, vitest, typescript, nodeTypes }: SkeletonVersions): string {
  const value = {
    name: packageName(name),
    version: '0.1.0',
    description: `Watches ${name} with Security Monkey.`,
    type: 'module',
    engines: { node: '>=22.18' },
    files: ['dist'],
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
    scripts: { build: 'tsc -p .', test: 'vitest run', prepack: 'npm run build' },
    peerDependencies: { '@security-monkey/sdk': sdk },
    dependencies: { zod },
    devDependencies: { '@types/node': nodeTypes, typescript, vitest },
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

const tsconfig = `{
  "compilerOptions": {
    "target": "es2024",
    "module": "nodenext",
    "strict": true,
    "noUncheckedIndexedAccess": true,
    "exactOptionalPropertyTypes": true,
    "erasableSyntaxOnly": true,
    "verbatimModuleSyntax": true,
    "rewriteRelativeImportExtensions": true,
    "skipLibCheck": true,
    "declaration": true,
    "types": ["node"],
    "rootDir": "src",
    "outDir": "dist"
  },
  "files": ["src/index.ts"]
}
`;

const test = `/** Everything that must be true of the plugin. */
import { describePlugin } from '@security-monkey/sdk/testing';
import plugin from './index.ts';

describePlugin(plugin, { folder: new URL('.', import.meta.url) });
`;

function entry(name: string): string {
  return `/** The plugin: everything that it brings, listed by name. */
import { definePlugin, type Technology } from '@security-monkey/sdk';
import { ${camelCase(name)} } from './account-type.ts';
import { thingTechnology } from './thing/technology.ts';

const technologies: readonly Technology[] = [thingTechnology];

export default definePlugin({
  name: '${packageName(name)}',
  accountTypes: [${camelCase(name)}],
  watchers: technologies.map(({ watcher }) => watcher),
  checks: technologies.flatMap(({ checks }) => checks),
  alerters: [],
});
`;
}

function accountType(name: string): string {
  return `/** The account type \`${name}\`: say here what one account is. */
import { defineAccountType, isOperationError } from '@security-monkey/sdk';
import { z } from 'zod';

/** These are stored and shown: a secret is never one of them, but a file that holds it may be. */
const fields = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).describe('Address of the provider'),
});

export const ${camelCase(name)} = defineAccountType({
  id: '${name}',
  title: '${sentence(name)} account',
  identifier: {
    label: 'Account',
    example: 'first',
    parse: (text) => (text.trim() === '' ? { problem: 'An account has a name' } : { value: text.trim() }),
  },
  fields,
  permissions: {},
  connect: async ({ fields: { url } }) => ({
    send: async ({ operation, region, input, signal }) => {
      const response = await fetch(new URL(operation, url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ region, ...input }),
        signal,
      });
      if (!response.ok) throw Object.assign(new Error(\`HTTP \${response.status}\`), { status: response.status });
      return await response.json();
    },
    close: () => undefined,
  }),
  // Ask here who one is and which regions there are, and name the calls in \`permissions\`.
  probe: async () => ({
    facts: { partition: '${name}' },
    regions: [{ name: 'here', enabled: true }],
    homeRegion: 'here',
  }),
  classify: (error) => {
    if (isOperationError(error)) return error.failure;
    const message = error instanceof Error ? error.message : String(error);
    const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
    if (status === 401) return { class: 'credentials', message };
    if (status === 403) return { class: 'access_denied', message };
    if (status === 404) return { class: 'not_found', code: 'ThingNotFound', message };
    if (status === 429) return { class: 'throttled', message };
    // Tell further ways to fail apart: a denial is not an absence, and trouble on the way is neither.
    return { class: error instanceof TypeError ? 'network' : 'server_error', message };
  },
  budgetKey: ({ account }) => \`${name}/\${account}\`,
});
`;
}

function readme(name: string): string {
  return `# ${packageName(name)}

Watches ${name} with Security Monkey.

\`\`\`sh
npm install
npm test
npm pack
\`\`\`

Install the tarball where Security Monkey keeps its data, and name the package in the configuration:

\`\`\`sh
npm install --prefix "$SECURITY_MONKEY_DATA_DIRECTORY" ./${packageName(name)}-0.1.0.tgz
export SECURITY_MONKEY_PLUGINS=${packageName(name)}
security-monkey technologies
\`\`\`
`;
}

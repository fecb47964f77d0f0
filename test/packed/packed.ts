/** The tarballs of the product, made once, and folders in which they are installed. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install } from './install.ts';
import { packProduct } from './pack.ts';

/** What a plugin needs to be tested and compiled, beside the SDK. */
export const toolsOfPlugins = ['zod', 'vitest', 'vite', 'typescript', '@types/node'] as const;

export type Packed = {
  /** The tarball of the SDK. */
  readonly sdk: readonly string[];
  /** A folder of its own, removed at the end. */
  readonly folder: (name: string) => string;
  /** Installs the SDK and the tools into the folder of a plugin. */
  readonly installSdk: (plugin: string) => void;
  /** Installs the whole product, and more tarballs beside it. */
  readonly installProduct: (directory: string, ...more: readonly string[]) => void;
  readonly remove: () => void;
};

export function makePacked(): Packed {
  const root = mkdtempSync(join(tmpdir(), 'packed-'));
  const tarballs = packProduct(join(root, 'tarballs'));
  const sdk = tarballs.filter((path) => path.includes('security-monkey-sdk-'));
  return {
    sdk,
    folder: (name) => {
      const path = join(root, name);
      mkdirSync(path, { recursive: true });
      return path;
    },
    installSdk: (directory) => install({ directory, tarballs: sdk, others: toolsOfPlugins }),
    installProduct: (directory, ...more) => install({ directory, tarballs: [...tarballs, ...more] }),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

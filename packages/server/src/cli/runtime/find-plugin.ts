/** Where a plugin that the configuration names is to be loaded from. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CodedError } from '../../errors/coded-error.ts';

/** Its URL. A path is taken from the directory; a package is looked for as if a module there asked for it. */
export function findPlugin(plugin: string, directory: string): string {
  const isPath = plugin.startsWith('.') || isAbsolute(plugin);
  return isPath ? urlOfPath(plugin, directory) : urlOfPackage(plugin, directory);
}

function urlOfPath(plugin: string, directory: string): string {
  const path = resolve(directory, plugin);
  if (existsSync(path)) return pathToFileURL(path).href;
  throw new CodedError('plugin_unusable', { plugin, problem: `${path} is not there`, path: directory });
}

function urlOfPackage(plugin: string, directory: string): string {
  try {
    return pathToFileURL(createRequire(join(directory, 'package.json')).resolve(plugin)).href;
  } catch (error) {
    const problem = 'no such package is installed there';
    throw new CodedError('plugin_unusable', { plugin, problem, path: directory }, { cause: error });
  }
}

/** Where the data directory is: it holds the configuration file, the digest key and the embedded database. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Environment } from './environment.ts';

export const dataDirectoryVariable = 'SECURITY_MONKEY_DATA_DIRECTORY';

/**
 * SECURITY_MONKEY_DATA_DIRECTORY when it is set; in a checkout, `.security-monkey` at its root, so that a trial leaves
 * nothing elsewhere; otherwise the place where the system keeps a user's data.
 */
export function dataDirectoryOf(environment: Environment, packageRoot: string): string {
  const configured = environment[dataDirectoryVariable];
  if (configured !== undefined && configured !== '') return resolve(configured);
  if (existsSync(join(packageRoot, 'src'))) return join(resolve(packageRoot, '..', '..'), '.security-monkey');
  return join(userDataHome(environment), 'security-monkey');
}

function userDataHome(environment: Environment): string {
  if (process.platform === 'win32' && environment['LOCALAPPDATA'] !== undefined)
    return environment['LOCALAPPDATA'];
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return environment['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share');
}

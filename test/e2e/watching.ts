/** Brings a workspace to the point where the estate's accounts are on record and the allow-list is set. */
import { allowedNetworks, canonicalIds, partner, prod, vendor } from './estate/known.ts';
import type { Workspace } from './workspace.ts';

/** Adds the accounts as a person would: two that are watched, one that is only known. */
export async function addAccounts(workspace: Workspace): Promise<void> {
  await succeed(workspace, 'account', 'add', 'aws', prod, '--name', 'prod', ...canonical('prod'));
  await succeed(workspace, 'account', 'add', 'aws', partner, '--name', 'partner', ...canonical('partner'));
  const known = ['--third-party', '--inactive', ...canonical('vendor')];
  await succeed(workspace, 'account', 'add', 'aws', vendor, '--name', 'vendor', ...known);
  await succeed(workspace, 'settings', 'set', 'networks', JSON.stringify(allowedNetworks));
}

function canonical(name: keyof typeof canonicalIds): readonly string[] {
  return ['--field', `canonicalId=${canonicalIds[name]}`];
}

/** Runs a command that has to succeed without a word of complaint; gives what it printed. */
export async function succeed(workspace: Workspace, ...argv: readonly string[]): Promise<string> {
  const { code, out, err } = await workspace.run(...argv);
  if (code !== 0 || err !== '')
    throw new Error(`${argv.join(' ')} on ${workspace.engine}: ${code} ${err}${out}`);
  return out;
}

/** A scan's summary; the exit code is the caller's to judge. */
export type Scanned = {
  readonly code: number;
  readonly err: string;
  readonly summary: Readonly<Record<string, unknown>>;
};

export async function scan(workspace: Workspace, ...options: readonly string[]): Promise<Scanned> {
  const { code, out, err } = await workspace.run('scan', '--json', ...options);
  return { code, err, summary: out === '' ? {} : JSON.parse(out) };
}

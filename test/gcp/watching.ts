/** Brings a keyboard to the point where the estate is discovered and the vendor is on record. */
import { fileWith, serviceAccountKey } from '../../packages/gcp/src/test-support/key-file.ts';
import type { Keyboard } from '../../packages/server/src/cli/testing/type-command.ts';
import { organization, sister, vendorProject } from './resources/known.ts';
import { otherAssets } from './resources/other-assets.ts';

const key = fileWith(serviceAccountKey);

/** How to sign in at the fake. */
export function connectionTo(url: string): readonly string[] {
  return ['--field', `endpoint=${url}`, '--field', `keyFile=${key}`];
}

/** Adds the organization under the name acme, and what lies in it; `fields` as in `otherAssets=…`. */
export async function discoverAcme(
  keyboard: Keyboard,
  url: string,
  fields: readonly string[] = [],
): Promise<void> {
  const discover = ['account', 'discover', 'gcp', '--organization', organization.id, '--name', 'acme'];
  const further = fields.flatMap((field) => ['--field', field]);
  await succeed(keyboard, [...discover, ...connectionTo(url), ...further]);
}

/** As a person would do it. */
export async function discoverEstate(keyboard: Keyboard, url: string): Promise<void> {
  const connection = connectionTo(url);
  await discoverAcme(keyboard, url, [`otherAssets=${otherAssets}`]);
  await succeed(keyboard, [
    'account',
    'add',
    'gcp-organization',
    sister.id,
    '--name',
    'sister',
    ...connection,
  ]);
  await succeed(keyboard, [
    'account',
    'add',
    'gcp',
    vendorProject,
    '--name',
    'vendor',
    '--third-party',
    '--inactive',
    ...connection,
  ]);
}

/** Types a command that has to succeed without a word of complaint. */
export async function succeed(keyboard: Keyboard, argv: readonly string[]): Promise<readonly string[]> {
  const { code, lines, error } = await keyboard.type(...argv);
  if (code !== 0 || error !== '') throw new Error(`${argv.join(' ')}: ${code} ${error}`);
  return lines;
}

/** What the emulator cannot hold of keys, made on the wire: whose they are, and which of several regions has the primary one. */
import type { Correct } from '../fault-proxy.ts';
import type { KeySpecification } from './key.ts';

/** Keys are told by their descriptions. */
export function correctKeys(specs: readonly KeySpecification[]): Correct {
  const namesWhere = (isMeant: (spec: KeySpecification) => boolean): ReadonlySet<string> =>
    new Set(specs.filter(isMeant).map(({ name }) => name));
  const ofAws = namesWhere(({ kind }) => kind === 'of AWS');
  const copied = namesWhere(({ replica }) => replica !== undefined);
  const replicas = new Set(specs.flatMap(({ name, replica }) => (replica ? [`${name} ${replica}`] : [])));
  return ({ operation, body }) => {
    if (operation.name !== 'kms:DescribeKey') return body;
    const name = /"Description": "([^"]*)"/.exec(body)?.[1] ?? '';
    if (ofAws.has(name)) return keptByAws(body);
    if (!copied.has(name)) return body;
    return withKeyType(body, replicas.has(`${name} ${operation.region}`) ? 'REPLICA' : 'PRIMARY');
  };
}

/** The emulator takes every key for the customer's: https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html */
function keptByAws(body: string): string {
  return body.replace('"KeyManager": "CUSTOMER"', '"KeyManager": "AWS"');
}

/**
 * Once the emulator has told of the replica it calls the primary key one, too: both share what it changes there.
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_MultiRegionConfiguration.html
 */
function withKeyType(body: string, type: 'PRIMARY' | 'REPLICA'): string {
  return body.replace(/"MultiRegionKeyType": "\w+"/, `"MultiRegionKeyType": "${type}"`);
}

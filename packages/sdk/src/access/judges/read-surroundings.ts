/** Who is trusted and known, as a question says it. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../json/value.ts';
import { parseCidr } from '../../net/cidr.ts';
import type { Surroundings } from '../resource/surroundings.ts';
import { readTexts } from './read-texts.ts';

export type SurroundingsReading = { readonly around: Surroundings; readonly unread: readonly string[] };

/** Undefined when no owner is named. A list that is missing trusts nobody; of networks and VPCs, it has no opinion. */
export function readSurroundings(input: JsonObject): SurroundingsReading | undefined {
  const { account, known } = input;
  if (typeof account !== 'string') return undefined;
  const unread: string[] = [];
  const list = (written: JsonValue | undefined, name: string) => {
    const reading = readTexts(written, name);
    unread.push(...reading.unread);
    return reading.texts;
  };
  const named = (name: string) => list(input[name], name);
  const opinion = (name: string) => (Array.isArray(input[name]) ? named(name) : undefined);
  const ids = isJsonObject(known) ? known : {};
  const [vpcs, endpoints, networks] = [
    opinion('trustedVpcs'),
    opinion('trustedVpces'),
    opinion('trustedIps'),
  ];
  const organizations = [
    ...named('trustedOrgs'),
    ...(typeof input['orgId'] === 'string' ? [input['orgId']] : []),
  ];
  const around: Surroundings = {
    account,
    trustedAccounts: new Set(named('trustedAccounts')),
    trustedOrganizations: new Set(organizations),
    trustedOrganizationPaths: named('trustedOrgPaths'),
    ...(vpcs !== undefined && { trustedVpcs: new Set(vpcs) }),
    ...(endpoints !== undefined && { trustedEndpoints: new Set(endpoints) }),
    ...(networks !== undefined && { trustedNetworks: networks.flatMap((text) => parseCidr(text) ?? []) }),
    trustedPrincipalPatterns: named('trustedPrincipalPatterns'),
    friendly: new Set(list(ids['friendly'], 'known.friendly')),
    thirdParty: new Set(list(ids['thirdParty'], 'known.thirdParty')),
  };
  return { around, unread };
}

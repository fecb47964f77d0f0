/** Who is who in the estate: the two watched accounts, a vendor on record, strangers, and the networks on the allow-list. */

/** The emulator takes whoever has no assumed role for this account. */
export const prod = '123456789012';
/** Reached by assuming a role, in which the emulator believes whatever its name is. */
export const partner = '210987654321';
export const vendor = '333344445555';
/** On nobody's record. */
export const stranger = '999988887777';

export type AccountName = 'prod' | 'partner';
export const accountIds: Readonly<Record<AccountName, string>> = { prod, partner };

export type RegionName = 'us-east-1' | 'eu-west-1';
export const regions: readonly RegionName[] = ['us-east-1', 'eu-west-1'];

/** Canonical user ids, by which ACLs name accounts. */
export const canonicalIds = {
  prod: `${'0'.repeat(61)}a01`,
  partner: `${'0'.repeat(61)}b02`,
  vendor: `${'0'.repeat(61)}c03`,
  stranger: `${'0'.repeat(61)}d04`,
  /** The owner that the emulator writes into every ACL. */
  emulator: '75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a',
} as const;

export const groups = {
  everyone: 'http://acs.amazonaws.com/groups/global/AllUsers',
  authenticated: 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers',
  logDelivery: 'http://acs.amazonaws.com/groups/s3/LogDelivery',
} as const;

/** The allow-list. The two halves together are 198.51.100.0/24. */
export const allowedNetworks = [
  { name: 'office', cidr: '203.0.113.0/24' },
  { name: 'left half', cidr: '198.51.100.0/25' },
  { name: 'right half', cidr: '198.51.100.128/25' },
  { name: 'office, IPv6', cidr: '2001:db8:aaaa::/48' },
] as const;

/** One word from each plane of Unicode that has words, and then some: tags carry any of them. */
export const planes = {
  latin: 'équipe ñandú',
  cjk: '日本語 한국어',
  /** Plane 1: Gothic, mathematical letters, emoji with joiners. */
  supplementary: '𐌰𐌱 𝕏 👩‍🔬',
  /** Plane 2: rare ideographs. */
  ideographic: '𠀋𪚥',
  /** Plane 3. */
  tertiary: '\u{30EDE}',
  rightToLeft: 'שלום سلام',
  combining: 'e\u0301 n\u0303',
} as const;

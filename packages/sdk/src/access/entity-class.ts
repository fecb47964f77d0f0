/** Whose account an entity belongs to, and how that account is known. */
import { type Arn, parseArn } from '../arn/arn.ts';
import { contains, parseCidr } from '../net/cidr.ts';

/** How an account is known. */
export type AccountClass = 'same-account' | 'friendly' | 'third-party' | 'unknown-account';

export type KnownAccounts = {
  readonly same: string;
  readonly friendly: readonly string[];
  readonly thirdParty: readonly string[];
};

/** Which account owns what: ids, bucket names and CIDRs to account ids. */
export type OwnerMap = ReadonlyMap<string, string>;

export type Inventory = {
  readonly accounts: KnownAccounts;
  /** By the bucket's name. */
  readonly s3: OwnerMap;
  readonly vpc: OwnerMap;
  readonly vpce: OwnerMap;
  /** By the unique id, without a session's name. */
  readonly userid: OwnerMap;
  /** By CIDR; host bits may be set. */
  readonly cidr: OwnerMap;
};

export type EntityCategory = 'principal' | 'account' | 'arn' | 'vpc' | 'vpce' | 'userid' | 'cidr';

export type EntityClass = {
  readonly classification: AccountClass;
  /** Whether the value has the form that its category asks for. */
  readonly isReadable: boolean;
};

/**
 * The class of the account that an entity belongs to: the account in the value itself or, where it holds none, the one that
 * the inventory gives. Without an owner it is unknown.
 *
 * @example classifyEntity('arn', 'arn:aws:s3:::ledger/2031.csv', inventory) // { classification: 'friendly', isReadable: true }
 */
export function classifyEntity(category: EntityCategory, value: string, inventory: Inventory): EntityClass {
  const { accounts } = inventory;
  if (category === 'cidr') return classifyNetwork(value, inventory);
  const owner = ownerOf(category, value, inventory);
  return { classification: classifyAccount(owner.account, accounts), isReadable: owner.isReadable };
}

/** How an account is known; undefined is the account that nobody found. */
export function classifyAccount(account: string | undefined, accounts: KnownAccounts): AccountClass {
  if (account === undefined) return 'unknown-account';
  if (account === accounts.same) return 'same-account';
  if (accounts.friendly.includes(account)) return 'friendly';
  return accounts.thirdParty.includes(account) ? 'third-party' : 'unknown-account';
}

type Owner = {
  readonly account: string | undefined;
  /** Whether the value has the form of its category. What the inventory knows by its name is found in any form. */
  readonly isReadable: boolean;
};

const unreadable: Owner = { account: undefined, isReadable: false };

function ownerOf(category: Exclude<EntityCategory, 'cidr'>, value: string, inventory: Inventory): Owner {
  switch (category) {
    case 'principal':
      return ownerOfPrincipal(value, inventory);
    case 'account':
    case 'arn':
      return ownerInside(value, inventory);
    case 'vpc':
      return { account: inventory.vpc.get(value), isReadable: /^vpc-[\da-z]+$/.test(value) };
    case 'vpce':
      return { account: inventory.vpce.get(value), isReadable: /^vpce-[\da-z-]+$/.test(value) };
    case 'userid':
      return ownerOfUserId(value, inventory);
  }
}

/** A principal is an account's id, an ARN, a service's host name or the unique id that is left of a deleted one. */
function ownerOfPrincipal(value: string, inventory: Inventory): Owner {
  const inside = ownerInside(value, inventory);
  if (inside.isReadable) return inside;
  const isService = /^[a-z\d-]+(?:\.[a-z\d-]+)+$/.test(value);
  return isService ? { account: undefined, isReadable: true } : ownerOfUserId(value, inventory);
}

function ownerInside(value: string, inventory: Inventory): Owner {
  return isAccount(value) ? { account: value, isReadable: true } : ownerOfArn(value, inventory);
}

/** The account part; a bucket's ARN has none, there the inventory tells. A wildcard names no account. */
function ownerOfArn(value: string, { s3 }: Inventory): Owner {
  const arn = parseArn(value);
  if (arn === undefined) return unreadable;
  return { account: accountOf(arn, s3), isReadable: true };
}

function accountOf({ service, account, resource }: Arn, buckets: OwnerMap): string | undefined {
  if (account !== '') return isAccount(account) ? account : undefined;
  const [bucket = ''] = resource.split('/');
  return service === 's3' ? buckets.get(bucket) : undefined;
}

/** `AROA…:session` belongs to whom the id before the colon belongs to. */
function ownerOfUserId(value: string, { userid }: Inventory): Owner {
  const [id = ''] = value.split(':');
  return { account: userid.get(id), isReadable: /^[A-Z\d]{3,128}$/i.test(id) };
}

/** The longest range that holds the whole network says whose it is. */
function classifyNetwork(value: string, { cidr: ranges, accounts }: Inventory): EntityClass {
  const network = parseCidr(value);
  if (network === undefined) return { classification: 'unknown-account', isReadable: false };
  const around = [...ranges].flatMap(([text, account]) => {
    const range = parseCidr(text);
    return range !== undefined && contains(range, network) ? [{ prefix: range.prefix, account }] : [];
  });
  const longest = Math.max(...around.map(({ prefix }) => prefix));
  const classes = around
    .filter(({ prefix }) => prefix === longest)
    .map(({ account }) => classifyAccount(account, accounts));
  return { classification: leastKnown(classes), isReadable: true };
}

/** One range may be written twice, with different owners: then the least known of them counts. */
function leastKnown(classes: readonly AccountClass[]): AccountClass {
  const order = ['unknown-account', 'third-party', 'friendly', 'same-account'] as const;
  return order.find((candidate) => classes.includes(candidate)) ?? 'unknown-account';
}

function isAccount(text: string): boolean {
  return /^\d{12}$/.test(text);
}

/** `aws-entity-class`: how the account is known that an entity belongs to. */
import { isJsonObject, type JsonValue } from '../../json/value.ts';
import { parseCidr } from '../../net/cidr.ts';
import {
  classifyEntity,
  type EntityCategory,
  type Inventory,
  type KnownAccounts,
  type OwnerMap,
} from '../entity-class.ts';
import type { Judge, JudgeResult } from './answer.ts';
import { problems } from './problems.ts';
import { readTexts } from './read-texts.ts';

export const awsEntityClass: Judge = ({ category = null, value = null, inventory }) => {
  const read = readInventory(inventory);
  if (read === undefined) return problems(['inventory.accounts cannot be read']);
  if (category === null || value === null) return problems(['category or value is missing']);
  const known = categories.find((name) => name === category);
  if (known === undefined) return unknown([...read.unread, 'the category is none that is known']);
  if (typeof value !== 'string') return unknown([...read.unread, 'value is no text']);
  const { classification, isReadable } = classifyEntity(known, value, read.inventory);
  const unread = isReadable ? read.unread : [...read.unread, `${value} is no ${known}`];
  return { classification, ...problems(unread) };
};

const categories: readonly EntityCategory[] = [
  'principal',
  'account',
  'arn',
  'vpc',
  'vpce',
  'userid',
  'cidr',
];

function unknown(unread: readonly string[]): JudgeResult {
  return { classification: 'unknown-account', ...problems(unread) };
}

type InventoryReading = { readonly inventory: Inventory; readonly unread: readonly string[] };

/** Undefined when not even the accounts can be read: then nobody can be told apart. */
function readInventory(written: JsonValue | undefined): InventoryReading | undefined {
  if (!isJsonObject(written)) return undefined;
  const known = readAccounts(written['accounts']);
  if (known === undefined) return undefined;
  const s3 = readOwners(written['s3'], 's3');
  const vpc = readOwners(written['vpc'], 'vpc');
  const vpce = readOwners(written['vpce'], 'vpce');
  const userid = readOwners(written['userid'], 'userid');
  const cidr = readOwners(written['cidr'], 'cidr');
  const noNetworks = [...cidr.owners.keys()].filter((text) => parseCidr(text) === undefined);
  return {
    inventory: {
      accounts: known.accounts,
      s3: s3.owners,
      vpc: vpc.owners,
      vpce: vpce.owners,
      userid: userid.owners,
      cidr: cidr.owners,
    },
    unread: [
      ...[known, s3, vpc, vpce, userid, cidr].flatMap(({ unread }) => unread),
      ...noNetworks.map((text) => `inventory.cidr: ${text} is no network`),
    ],
  };
}

function readAccounts(
  written: JsonValue | undefined,
): { readonly accounts: KnownAccounts; readonly unread: readonly string[] } | undefined {
  if (!isJsonObject(written) || typeof written['same'] !== 'string') return undefined;
  if (!Array.isArray(written['friendly']) || !Array.isArray(written['thirdParty'])) return undefined;
  const friendly = readTexts(written['friendly'], 'inventory.accounts.friendly');
  const thirdParty = readTexts(written['thirdParty'], 'inventory.accounts.thirdParty');
  return {
    accounts: { same: written['same'], friendly: friendly.texts, thirdParty: thirdParty.texts },
    unread: [...friendly.unread, ...thirdParty.unread],
  };
}

/** A map of owners; a missing one is empty, an owner that is no text owns nothing. */
function readOwners(
  written: JsonValue | undefined,
  name: string,
): { readonly owners: OwnerMap; readonly unread: readonly string[] } {
  const map = written ?? {};
  if (!isJsonObject(map)) return { owners: new Map(), unread: [`inventory.${name} is no object`] };
  const owners = new Map<string, string>();
  const unread: string[] = [];
  for (const [entity, owner] of Object.entries(map)) {
    if (typeof owner === 'string') owners.set(entity, owner);
    else unread.push(`inventory.${name}: the owner of ${entity} is no text`);
  }
  return { owners, unread };
}

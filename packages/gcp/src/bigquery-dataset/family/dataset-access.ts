/** The access list of a dataset, as the checks of its members need it. */
import {
  type AllowPolicyTarget,
  type ExampleGrant,
  type JsonObject,
  readDatasetBindings,
} from '@security-monkey/sdk';
import type { datasetConfig } from '../config.ts';
import { dataset } from '../example.ts';
import { bigqueryDataset } from '../watcher.ts';

export const datasetAccess: AllowPolicyTarget<typeof datasetConfig> = {
  watcher: bigqueryDataset,
  name: 'access',
  noun: 'dataset',
  path: '/access',
  bindingsOf: ({ access = [] }) => access,
  read: readDatasetBindings,
  example: (grants) => dataset({ access: grants.map(entryOf) }),
  role: 'READER',
  link: 'https://cloud.google.com/bigquery/docs/dataset-access-controls',
};

/** As BigQuery writes it, which knows people, groups and domains by names of its own. */
function entryOf({ role, member, condition }: ExampleGrant): JsonObject {
  const [, kind, name = ''] = /^(user|serviceAccount|group|domain):(.+)$/.exec(member) ?? [];
  const field = kind === undefined ? 'iamMember' : (fields[kind] ?? 'userByEmail');
  return {
    role,
    [field]: kind === undefined ? member : name,
    ...(condition !== undefined && { condition: { expression: condition } }),
  };
}

const fields: Readonly<Record<string, string>> = { group: 'groupByEmail', domain: 'domain' };

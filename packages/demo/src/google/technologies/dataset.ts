/** The datasets of BigQuery. */

import type { JsonObject } from '@security-monkey/sdk';
import type { Dice } from '../../world/dice.ts';
import { peopleDomain } from '../../world/organisation.ts';
import type { Resource } from '../../world/resource.ts';
import { accountMail, analytics, production, projectOf } from '../world/organisation.ts';

export type Dataset = Resource & {
  /** Milliseconds since the epoch. */
  readonly created: number;
  readonly title: string;
  /** Entries of its access list, in Google's form. */
  readonly access: readonly JsonObject[];
  /** The service whose key it is encrypted with; Google's own where there is none. */
  readonly key: string | undefined;
};

type Row = readonly [account: string, name: string, title: string, service: string];

const rows: readonly Row[] = [
  [analytics, 'clicks', 'What people look at', 'events'],
  [analytics, 'orders', 'What people buy', 'events'],
  [analytics, 'forecasts', 'What people will buy', 'forecast'],
  [analytics, 'board_figures', 'Figures for the board', 'dashboards'],
  [production, 'app_logs', 'What the applications write', 'mobile-api'],
];

export function datasetsOf(dice: Dice): readonly Dataset[] {
  return rows.map(([account, name, title, service]) => ({
    account,
    region: 'europe-west1',
    name,
    tags: { service, stage: projectOf(account).stage },
    created: Date.UTC(2024, 2 + dice.below(`dataset ${name}`, 9), 5, 8, 30),
    title,
    access: [
      { role: 'OWNER', specialGroup: 'projectOwners' },
      { role: 'WRITER', userByEmail: accountMail(account, service) },
      { role: 'READER', groupByEmail: `insight@${peopleDomain}` },
    ],
    key: service,
  }));
}

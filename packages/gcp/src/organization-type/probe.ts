/** Asks Google what is known of an organization. */
import {
  type AccountSettings,
  OperationError,
  type Probe,
  parseAnswer,
  type Send,
} from '@security-monkey/sdk';
import { z } from 'zod';
import { everywhere } from '../account-type/probe.ts';

export const organizationGet = 'cloudresourcemanager:organizations.get';

/** https://cloud.google.com/resource-manager/reference/rest/v3/organizations */
const organizationAnswer = z.looseObject({
  /** `organizations/` and the number. */
  name: z.string(),
  /** The domain. */
  displayName: z.string().optional(),
  directoryCustomerId: z.string().optional(),
  state: z.string().optional(),
});

export async function probeOrganization({
  send,
  account,
}: {
  readonly send: Send;
  readonly account: AccountSettings<unknown>;
}): Promise<Probe> {
  const name = `organizations/${account.identifier}`;
  const answer = parseAnswer(organizationGet, organizationAnswer, await send(organizationGet, { name }));
  if (answer.name !== name)
    throw failed('account_mismatch', `Google answered with ${answer.name} where ${name} was asked for`);
  if (answer.state === 'DELETE_REQUESTED')
    throw failed('account_suspended', `The organization ${account.identifier} is to be deleted`);
  const aliases = [answer.displayName, answer.directoryCustomerId].filter((alias) => alias !== undefined);
  const facts = { partition: 'gcp', organizationId: account.identifier, aliases };
  return { facts, regions: [], homeRegion: everywhere };
}

function failed(kind: 'account_mismatch' | 'account_suspended', message: string): OperationError {
  return new OperationError({ class: kind, message, operation: organizationGet });
}

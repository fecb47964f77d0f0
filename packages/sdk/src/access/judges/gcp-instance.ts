/** `gcp-instance`: whether an instance has a public address, and whether it acts as the default account. */
import { isProjectDefault, readAttachedAccounts, readExternalAccess } from '../gcp/instance.ts';
import { elementsOf } from '../network/reading.ts';
import type { Judge } from './answer.ts';
import { problems } from './problems.ts';

export const gcpInstance: Judge = ({ networkInterfaces, serviceAccounts, projectDefault }) => {
  const interfaces = elementsOf(networkInterfaces);
  if (interfaces === undefined) return problems(['networkInterfaces is no list']);
  const attached = elementsOf(serviceAccounts);
  if (attached === undefined) return problems(['serviceAccounts is no list']);
  const access = readExternalAccess(interfaces, '/networkInterfaces');
  const accounts = readAttachedAccounts(attached, '/serviceAccounts');
  const known = typeof projectDefault === 'string' ? projectDefault : undefined;
  const isUnread = known === undefined && projectDefault !== undefined && projectDefault !== null;
  return {
    publicIp: access.rules.length > 0,
    defaultServiceAccount: accounts.rules.some((mail) => isProjectDefault(mail, known)),
    ...problems([...access.unread, ...accounts.unread, ...(isUnread ? ['projectDefault is no text'] : [])]),
  };
};

/** What an instance of Compute Engine shows to the outside: its addresses and the account that it acts as. */
import { isJsonObject } from '../../json/value.ts';
import { elementsOf, merged, type Reading, readEach, refused } from '../network/reading.ts';
import { isDefaultComputeAccount } from './service-account.ts';

/** A way by which the internet may address an interface. It may hold no address while the instance is stopped. */
export type ExternalAccess = { readonly at: string; readonly family: 4 | 6 };

/**
 * Reads the access configurations of an instance's network interfaces. `at` is the JSON pointer of the list.
 * Source: https://cloud.google.com/compute/docs/reference/rest/v1/instances
 */
export function readExternalAccess(interfaces: readonly unknown[], at: string): Reading<ExternalAccess> {
  return readEach(interfaces, at, (network, where) => {
    if (!isJsonObject(network)) return refused(where, 'is no network interface');
    return merged([
      readConfigurations(network['accessConfigs'], `${where}/accessConfigs`, 4),
      readConfigurations(network['ipv6AccessConfigs'], `${where}/ipv6AccessConfigs`, 6),
    ]);
  });
}

/** Reads the mails of the service accounts that are attached to an instance. */
export function readAttachedAccounts(accounts: readonly unknown[], at: string): Reading<string> {
  return readEach(accounts, at, (account, where) => {
    const mail = isJsonObject(account) ? account['email'] : undefined;
    return typeof mail === 'string' ? { rules: [mail], unread: [] } : refused(where, 'has no email');
  });
}

/** Whether it is the project's default compute account: by its mail when that is known, else by the form of it. */
export function isProjectDefault(mail: string, projectDefault: string | undefined): boolean {
  if (projectDefault === undefined) return isDefaultComputeAccount(mail);
  return mail.toLowerCase() === projectDefault.toLowerCase();
}

function readConfigurations(written: unknown, at: string, family: 4 | 6): Reading<ExternalAccess> {
  const elements = elementsOf(written);
  if (elements === undefined) return refused(at, 'is no list');
  return readEach(elements, at, (element, where) =>
    isJsonObject(element)
      ? { rules: [{ at: where, family }], unread: [] }
      : refused(where, 'is no access configuration'),
  );
}

/** Virtual machines: the watcher, and every check on them. */
import type { Technology } from '@security-monkey/sdk';
import { confidentialComputingOff } from './checks/confidential-computing-off.ts';
import { defaultServiceAccount } from './checks/default-service-account.ts';
import { defaultServiceAccountFullAccess } from './checks/default-service-account-full-access.ts';
import { diskWithoutOwnKey } from './checks/disk-without-own-key.ts';
import { ipForwarding } from './checks/ip-forwarding.ts';
import { osLoginOverridden } from './checks/os-login-overridden.ts';
import { projectSshKeysAllowed } from './checks/project-ssh-keys-allowed.ts';
import { publicAddress } from './checks/public-address.ts';
import { reachableFromInternet } from './checks/reachable-from-internet.ts';
import { secretInMetadata } from './checks/secret-in-metadata.ts';
import { serialPortEnabled } from './checks/serial-port-enabled.ts';
import { shieldedVmOff } from './checks/shielded-vm-off.ts';
import { computeInstance } from './watcher.ts';

export const computeInstanceTechnology: Technology = {
  watcher: computeInstance,
  checks: [
    confidentialComputingOff,
    defaultServiceAccount,
    defaultServiceAccountFullAccess,
    diskWithoutOwnKey,
    ipForwarding,
    osLoginOverridden,
    projectSshKeysAllowed,
    publicAddress,
    reachableFromInternet,
    secretInMetadata,
    serialPortEnabled,
    shieldedVmOff,
  ],
};

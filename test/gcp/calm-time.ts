/** Google Cloud on virtual time: it stands still while an answer is on its way over the wire, and waits of minutes pass in no time. */
import { defineAccountType, definePlugin } from '@security-monkey/sdk';
import gcp from '../../packages/gcp/src/index.ts';
import type { VirtualClock } from '../../packages/server/src/engine/testing/virtual-clock.ts';

/** What connecting to a project asks. */
const asked = 'cloudresourcemanager:projects.get';

/** The plugin as it is, save that time stands still during each call but those that hang, by their operations. */
export function onVirtualTime(
  clock: VirtualClock,
  doesHang: (operation: string) => boolean = () => false,
): typeof gcp {
  const accountTypes = gcp.accountTypes.map((type) =>
    defineAccountType({
      ...type,
      connect: async (account, signal) => {
        const connecting = async () => await type.connect(account, signal);
        const connection = doesHang(asked) ? await connecting() : await clock.paused(connecting);
        return {
          ...connection,
          send: async (call) =>
            doesHang(call.operation)
              ? await connection.send(call)
              : await clock.paused(async () => await connection.send(call)),
        };
      },
    }),
  );
  return definePlugin({ ...gcp, accountTypes });
}

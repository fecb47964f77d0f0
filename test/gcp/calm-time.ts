/** Google Cloud without waiting. On virtual time: it stands still while an answer is on its way over the wire, and waits of minutes pass in no time. */
import { defineAccountType, definePlugin } from '@security-monkey/sdk';
import gcp from '../../packages/gcp/src/index.ts';
import { systemClock } from '../../packages/server/src/cli/runtime/system-clock.ts';
import type { Clock } from '../../packages/server/src/engine/runtime.ts';
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

/**
 * Nobody waits between two attempts; deadlines are as they are. For what accounts load together, of which virtual time would pass
 * too much while the database works. One for each test: those loads hang on the clock.
 */
export function impatientClock(): Clock {
  return {
    now: systemClock.now,
    sleep: (milliseconds, signal) =>
      milliseconds < 60_000 ? Promise.resolve() : systemClock.sleep(milliseconds, signal),
  };
}

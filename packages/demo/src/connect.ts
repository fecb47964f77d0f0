/** Connects to an account of the simulated organisation: no call leaves the process. */
import { type AccountSettings, type Connection, OperationError } from '@security-monkey/sdk';
import { answer } from './answers/answer.ts';
import { type Moment, momentOf } from './time/moment.ts';
import { accounts, homeRegion } from './world/organisation.ts';
import type { World } from './world/world.ts';

export type Simulator = {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly worldAt: (moment: Moment) => World;
};

/** The `connect` of the account type. Each call is answered from the world at its own moment. */
export function connectTo({ now, worldAt }: Simulator) {
  return async ({ identifier }: AccountSettings<unknown>): Promise<Connection> => {
    if (!accounts.some(({ number }) => number === identifier)) {
      throw new OperationError({ class: 'credentials', message: `The demo has no account ${identifier}` });
    }
    return {
      send: async ({ operation, region, input, signal }) => {
        signal.throwIfAborted();
        const moment = momentOf(now());
        const asked = region === '' || region === 'global' ? homeRegion : region;
        return answer(operation, {
          account: identifier,
          region: asked,
          input,
          world: worldAt(moment),
          moment,
        });
      },
      close: () => {},
    };
  };
}

/** Connects to an account of the simulated organisation: no call leaves the process. */
import {
  type AccountSettings,
  type ConnectContext,
  type Connection,
  OperationError,
} from '@security-monkey/sdk';
import { answer } from './answers/answer.ts';
import { type Moment, momentOf } from './time/moment.ts';
import type { Dice } from './world/dice.ts';
import { accounts, homeRegion } from './world/organisation.ts';
import type { World } from './world/world.ts';

export type Simulator = {
  readonly worldAt: (moment: Moment) => World;
  readonly dice: Dice;
};

/** The `connect` of the account type. Each call is answered from the world at its own moment. */
export function connectTo({ worldAt, dice }: Simulator) {
  return async ({ identifier }: AccountSettings<unknown>, { now }: ConnectContext): Promise<Connection> => {
    if (!accounts.some(({ number }) => number === identifier)) {
      const own = accounts.map(({ number }) => number).join(', ');
      throw new OperationError({
        class: 'credentials',
        message: `${identifier} is no account of the simulated organisation, which has ${own}`,
      });
    }
    return {
      send: async ({ operation, region, input, signal }) => {
        signal.throwIfAborted();
        const moment = momentOf(now());
        return answer(operation, {
          account: identifier,
          region: region === '' || region === 'global' ? homeRegion : region,
          input,
          world: worldAt(moment),
          moment,
          dice,
        });
      },
      close: () => {},
    };
  };
}

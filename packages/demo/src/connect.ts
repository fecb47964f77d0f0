/** Connects to an account of the simulated organisation: no call leaves the process. */
import {
  type AccountSettings,
  type ConnectContext,
  type Connection,
  type JsonObject,
  OperationError,
  type ProviderRequest,
} from '@security-monkey/sdk';
import { type Moment, momentOf } from './time/moment.ts';
import type { Dice } from './world/dice.ts';

/** The world of one provider. */
export type Simulator<Whole> = {
  readonly worldAt: (moment: Moment) => Whole;
  readonly dice: Dice;
};

/** A call, with the account and the moment at which it is made. */
export type Asked = Omit<ProviderRequest, 'signal'> & {
  readonly account: string;
  readonly moment: Moment;
};

export type Simulated = {
  /** The identifiers of its accounts. */
  readonly own: readonly string[];
  readonly answer: (asked: Asked) => JsonObject;
};

/** The `connect` of an account type. Each call is answered from the world at its own moment. */
export function connectTo({ own, answer }: Simulated) {
  return async ({ identifier }: AccountSettings<unknown>, { now }: ConnectContext): Promise<Connection> => {
    if (!own.includes(identifier)) {
      throw new OperationError({
        class: 'credentials',
        message: `${identifier} is no account of the simulated organisation, which has ${own.join(', ')}`,
      });
    }
    return {
      send: async ({ signal, ...request }) => {
        signal.throwIfAborted();
        return answer({ ...request, account: identifier, moment: momentOf(now()) });
      },
      close: () => {},
    };
  };
}

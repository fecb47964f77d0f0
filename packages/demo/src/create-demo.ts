/** Makes the demo plugin around a clock and a seed. */
import { definePlugin, type Plugin } from '@security-monkey/sdk';
import { demoAccountType } from './account-type.ts';
import { diceOf } from './world/dice.ts';
import { worldOf } from './world/world-at.ts';

export type DemoOptions = {
  /** Milliseconds since the epoch. What the simulated accounts hold depends on it and the seed only. */
  readonly now: () => number;
  readonly seed: string;
};

export function createDemo({ now, seed }: DemoOptions): Plugin {
  return definePlugin({
    name: '@security-monkey/demo',
    accountTypes: [demoAccountType({ now, worldAt: worldOf(diceOf(seed)) })],
    watchers: [],
    checks: [],
    alerters: [],
  });
}

/** Makes the demo plugin around a seed. */
import { definePlugin, type Plugin } from '@security-monkey/sdk';
import { demoAccountType } from './account-type.ts';
import { googleAccountTypes } from './google/account-types.ts';
import { googleWorldOf } from './google/world/google-world-at.ts';
import { diceOf } from './world/dice.ts';
import { worldOf } from './world/world-at.ts';

export type DemoOptions = {
  /** What the simulated accounts hold depends on it and on the time only. */
  readonly seed: string;
};

export function createDemo({ seed }: DemoOptions): Plugin {
  const dice = diceOf(seed);
  return definePlugin({
    name: '@security-monkey/demo',
    accountTypes: [
      demoAccountType({ worldAt: worldOf(dice), dice }),
      ...googleAccountTypes({ worldAt: googleWorldOf(dice), dice }),
    ],
    watchers: [],
    checks: [],
    alerters: [],
  });
}

/** The demo plugin on the system's clock: the one place where the clock comes in. */
import { createDemo } from './create-demo.ts';

export { createDemo, type DemoOptions } from './create-demo.ts';
export { type Told, toldBetween } from './stories/told-between.ts';
export {
  type AccountData as DemoAccount,
  accounts as demoAccounts,
  thirdParties as demoThirdParties,
} from './world/organisation.ts';

export default createDemo({ now: () => Date.now(), seed: 'security-monkey' });

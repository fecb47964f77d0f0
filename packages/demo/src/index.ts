/** The demo plugin, and what whoever sets the demo up has to know. It has no clock: the engine lends its own. */
import { createDemo } from './create-demo.ts';

export { createDemo, type DemoOptions } from './create-demo.ts';
export { type Told, toldBetween } from './stories/told-between.ts';
export { deployedTechnology as demoDeploys } from './world/deployments.ts';
export {
  type AccountData as DemoAccount,
  accounts as demoAccounts,
  thirdParties as demoThirdParties,
} from './world/organisation.ts';

export default createDemo({ seed: 'security-monkey' });

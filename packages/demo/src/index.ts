/** The demo plugin, and what whoever sets the demo up has to know. It has no clock: the engine lends its own. */
import { createDemo } from './create-demo.ts';

export { createDemo, type DemoOptions } from './create-demo.ts';
export { type DemoAccount, demoAccounts, demoThirdParties } from './demo-accounts.ts';
export { releasedTechnology as demoReleases } from './google/world/releases.ts';
export { type Told, toldBetween } from './stories/told-between.ts';
export { deployedTechnology as demoDeploys } from './world/deployments.ts';

export default createDemo({ seed: 'security-monkey' });

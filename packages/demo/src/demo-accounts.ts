/** The accounts of the simulated organisation, of both providers, as whoever sets the demo up adds them. */
import {
  type GoogleAccount,
  thirdParties as googleThirdParties,
  organizationAccount,
  projects,
} from './google/world/organisation.ts';
import { accounts, thirdParties } from './world/organisation.ts';

export type DemoAccount = {
  /** The account type. */
  readonly type: string;
  readonly identifier: string;
  /** What Security Monkey calls it: every page, mail and line that names the account says that it is a demo. */
  readonly name: string;
};

export const demoAccounts: readonly DemoAccount[] = [
  ...accounts.map(accountOf('aws-demo')),
  ...projects.map(accountOf('gcp-demo')),
  accountOf('gcp-organization-demo')(organizationAccount),
];

/** Accounts that the organisation knows to be a partner's. */
export const demoThirdParties: readonly DemoAccount[] = [
  ...thirdParties.map(accountOf('aws-demo')),
  ...googleThirdParties.map(accountOf('gcp-demo')),
];

function accountOf(type: string) {
  return ({ number, name }: GoogleAccount): DemoAccount => ({ type, identifier: number, name });
}

/** Stories of keys, roles and machines in Google Cloud that are there in a hurry. */
import type { Story } from '../../stories/story.ts';
import { intoSeason, isoOf } from '../../time/moment.ts';
import type { Which } from '../../world/change.ts';
import { fullScope } from '../technologies/instance.ts';
import { granted, revoked } from '../world/allow-policy.ts';
import { type GoogleChange, on } from '../world/google-change.ts';
import type { GoogleWorld } from '../world/google-world.ts';
import { accountMail, analytics, defaultAccountOf, production, projectOf } from '../world/organisation.ts';

const wallet: Which = [production, accountMail(production, 'wallet')];
const project: Which = [analytics, `projects/${projectOf(analytics).counted}`];
const defaultAccount = `serviceAccount:${defaultAccountOf(projectOf(analytics))}`;
const workshop = 'workshop-1';

export const googleIdentityStories: readonly Story<GoogleWorld>[] = [
  {
    id: 'google-laptop-key',
    title: 'A service account gets a key for a laptop',
    account: production,
    technology: 'gcp.iam-service-account',
    name: wallet[1],
    steps: [
      {
        at: intoSeason(9, 'Thu', '11:30'),
        actor: 'dana.petrov',
        operation: 'iam:projects.serviceAccounts.keys.create',
        tells: 'Makes a key, to look for a mistake from a laptop',
        change: on('serviceAccounts', wallet, (account, { at, dice, season }) => ({
          ...account,
          keys: [{ id: dice.hex(`laptop key ${season}`, 40), created: isoOf(at) }],
        })),
      },
      {
        at: intoSeason(10, 'Wed', '10:40'),
        actor: 'dana.petrov',
        operation: 'iam:projects.serviceAccounts.keys.delete',
        tells: 'Deletes the key: the mistake is found',
        change: on('serviceAccounts', wallet, (account) => ({ ...account, keys: [] })),
      },
    ],
  },
  {
    id: 'google-editor-by-default',
    title: 'Every machine of a project may change nearly everything',
    account: analytics,
    technology: 'gcp.project',
    name: analytics,
    steps: [
      {
        at: intoSeason(10, 'Thu', '16:40'),
        actor: 'lena.fischer',
        operation: 'cloudresourcemanager:projects.setIamPolicy',
        tells: 'Makes the default service account an editor, to get a notebook to start',
        change: on('hierarchy', project, (node) => ({
          ...node,
          bindings: granted(node.bindings, 'roles/editor', defaultAccount),
        })),
      },
      {
        at: intoSeason(12, 'Wed', '11:10'),
        actor: 'nils.berg',
        operation: 'cloudresourcemanager:projects.setIamPolicy',
        tells: 'Takes the role away: the notebook has an account of its own now',
        change: on('hierarchy', project, (node) => ({
          ...node,
          bindings: revoked(node.bindings, 'roles/editor', defaultAccount),
        })),
      },
    ],
  },
  {
    id: 'google-workshop-machine',
    title: 'A machine is made in a hurry for a workshop',
    account: analytics,
    technology: 'gcp.compute-instance',
    name: workshop,
    steps: [
      {
        at: intoSeason(5, 'Mon', '08:50'),
        actor: 'lena.fischer',
        operation: 'compute:instances.insert',
        tells: 'Makes a machine in the console, with an address outside and full access',
        change: made,
      },
      {
        at: intoSeason(5, 'Fri', '18:05'),
        actor: 'lena.fischer',
        operation: 'compute:instances.delete',
        tells: 'Deletes the machine after the workshop',
        change: (world) => ({
          ...world,
          instances: world.instances.filter(({ name }) => name !== workshop),
        }),
      },
    ],
  },
];

function made(...[world, { at, dice, season }]: Parameters<GoogleChange>): GoogleWorld {
  const machine = {
    account: analytics,
    region: 'europe-west1',
    name: workshop,
    tags: {},
    id: dice.digits(`${workshop} ${season}`, 19),
    created: isoOf(at),
    zone: 'europe-west1-b',
    size: 'e2-small',
    network: 'main',
    subnetwork: 'main-europe-west1',
    address: '10.22.0.99',
    outside: '203.0.113.90',
    targets: [],
    metadata: {},
    actsAs: defaultAccountOf(projectOf(analytics)),
    scope: fullScope,
    diskKey: undefined,
    isShielded: true,
  };
  return { ...world, instances: [...world.instances, machine] };
}

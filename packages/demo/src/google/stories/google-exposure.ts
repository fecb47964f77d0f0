/** Stories in which something in Google Cloud is opened to everybody, and closed again. */
import type { Story } from '../../stories/story.ts';
import { intoSeason } from '../../time/moment.ts';
import type { Which } from '../../world/change.ts';
import { bucketName } from '../technologies/bucket.ts';
import { proxy, shellRule } from '../technologies/firewall.ts';
import { granted, revoked } from '../world/allow-policy.ts';
import { on } from '../world/google-change.ts';
import type { GoogleWorld } from '../world/google-world.ts';
import { analytics, production, staging } from '../world/organisation.ts';

const images: Which = [production, bucketName(production, 'images')];
const shell: Which = [staging, shellRule('staging')];
const figures: Which = [analytics, 'board_figures'];
const dashboards: Which = [analytics, 'data-dashboards-db'];

const reading = 'roles/storage.objectViewer';
const everybody = { role: 'READER', iamMember: 'allAuthenticatedUsers' };

export const googleExposureStories: readonly Story<GoogleWorld>[] = [
  {
    id: 'google-public-bucket',
    title: 'A bucket of Google Cloud is public over a weekend',
    account: production,
    technology: 'gcp.storage-bucket',
    name: images[1],
    steps: [
      {
        at: intoSeason(7, 'Fri', '17:50'),
        actor: 'ravi.menon',
        operation: 'storage:buckets.setIamPolicy',
        tells: 'Lets everybody read the pictures, as the new application shows none, and goes home',
        change: on('buckets', images, (bucket) => ({
          ...bucket,
          keepsPublicOut: false,
          bindings: granted(bucket.bindings, reading, 'allUsers'),
        })),
      },
      {
        at: intoSeason(8, 'Mon', '09:10'),
        actor: 'nils.berg',
        operation: 'storage:buckets.setIamPolicy',
        tells: 'Closes it, and gives the application a role instead',
        change: on('buckets', images, (bucket) => ({
          ...bucket,
          keepsPublicOut: true,
          bindings: revoked(bucket.bindings, reading, 'allUsers'),
        })),
      },
    ],
  },
  {
    id: 'google-shell-for-a-test',
    title: 'A firewall rule is opened for a test',
    account: staging,
    technology: 'gcp.compute-firewall',
    name: shell[1],
    steps: [
      {
        at: intoSeason(4, 'Wed', '10:15'),
        actor: 'dana.petrov',
        operation: 'compute:firewalls.patch',
        tells: 'Opens SSH to everybody, for a test',
        change: on('firewalls', shell, (rule) => ({ ...rule, sources: ['0.0.0.0/0'] })),
      },
      {
        at: intoSeason(5, 'Tue', '15:20'),
        actor: 'nils.berg',
        operation: 'compute:firewalls.patch',
        tells: 'Lets in the proxy only again: nobody remembers the test',
        change: on('firewalls', shell, (rule) => ({ ...rule, sources: [proxy] })),
      },
    ],
  },
  {
    id: 'google-shared-dataset',
    title: 'A dataset is shared with everybody who has a Google account',
    account: analytics,
    technology: 'gcp.bigquery-dataset',
    name: figures[1],
    steps: [
      {
        at: intoSeason(3, 'Tue', '14:00'),
        actor: 'amir.haddad',
        operation: 'bigquery:datasets.patch',
        tells: 'Shares the figures, and takes the wrong entry of the list',
        change: on('datasets', figures, (dataset) => ({
          ...dataset,
          access: [...dataset.access, everybody],
        })),
      },
      {
        at: intoSeason(3, 'Thu', '10:20'),
        actor: 'amir.haddad',
        operation: 'bigquery:datasets.patch',
        tells: 'Takes the entry out after a mail of Security Monkey',
        change: on('datasets', figures, (dataset) => ({
          ...dataset,
          access: dataset.access.filter((entry) => entry !== everybody),
        })),
      },
    ],
  },
  {
    id: 'google-open-database',
    title: 'A database of Google Cloud can be reached from everywhere',
    account: analytics,
    technology: 'gcp.sql-instance',
    name: dashboards[1],
    steps: [
      {
        at: intoSeason(11, 'Sat', '13:05'),
        actor: 'amir.haddad',
        operation: 'sql:instances.patch',
        tells: 'Gives the database an address and lets everything in, to work from a train',
        change: on('databases', dashboards, (database) => ({
          ...database,
          outside: '203.0.113.77',
          clients: { train: '0.0.0.0/0' },
        })),
      },
      {
        at: intoSeason(12, 'Mon', '09:25'),
        actor: 'amir.haddad',
        operation: 'sql:instances.patch',
        tells: 'Takes the address away again',
        change: on('databases', dashboards, (database) => ({
          ...database,
          outside: undefined,
          clients: {},
        })),
      },
    ],
  },
];

/** What must be found in virtual machines, written from the meaning of the rules. */
import { defaultAccount } from '../resources/known.ts';
import type { Expected } from './expected.ts';

const own = { account: 'acme-web', technology: 'gcp.compute-instance', region: 'europe-west1' } as const;

const account = defaultAccount('acme-web');
const acting = `default-service-account acting account=${account} (3)`;
const actingFully = `default-service-account-full-access acting account=${account} (7)`;
const address = (family: string) => `public-address addressed family=${family} interface=nic0 (4)`;
const reached = (port: number) => `reachable-from-internet reachable interface=nic0 port=${port} (8)`;
const projectKeys = 'project-ssh-keys-allowed set setting=block-project-ssh-keys (2)';
const serial = 'serial-port-enabled set setting=serial-port-enable (5)';
const secret = (key: string) => `secret-in-metadata found key=${key} (8)`;
const unshielded = (setting: string) => `shielded-vm-off off setting=${setting} (2)`;
const plainMemory = 'confidential-computing-off off setting=confidential computing (1)';

export const expectedInstances: readonly Expected[] = [
  {
    ...own,
    name: 'calm',
    issues: [],
    nearly: [
      'confidential-computing-off off',
      'disk-without-own-key unowned',
      'ip-forwarding on',
      'public-address addressed',
      'shielded-vm-off off',
      'project-ssh-keys-allowed set',
      'os-login-overridden set',
      'default-service-account acting',
    ],
    why: 'all is as it should be',
  },
  { ...own, name: 'plain-memory', issues: [plainMemory], why: 'its memory is not encrypted' },
  { ...own, name: 'memory-not-said', issues: [plainMemory], why: 'nobody says that its memory is encrypted' },
  {
    ...own,
    name: 'own-account',
    issues: [],
    nearly: ['default-service-account acting'],
    why: 'an account of its own with the same scope',
  },
  {
    ...own,
    name: 'own-account-everything',
    issues: [],
    nearly: ['default-service-account-full-access acting', 'default-service-account acting'],
    why: 'an account of its own: its roles hold it back',
  },
  {
    ...own,
    name: 'default-account',
    issues: [acting],
    nearly: ['default-service-account-full-access acting'],
    why: 'the default account with a narrow scope',
  },
  {
    ...own,
    name: 'default-account-everything',
    issues: [acting, actingFully],
    why: 'the default account with the scope of everything',
  },
  {
    ...own,
    name: 'cluster-node',
    issues: [],
    nearly: [
      'default-service-account acting',
      'default-service-account-full-access acting',
      'ip-forwarding on',
      'public-address addressed',
    ],
    why: 'Kubernetes Engine sets up its nodes so',
  },
  {
    ...own,
    name: 'plain-disk',
    issues: ['disk-without-own-key unowned disk=boot (1)'],
    why: 'no key of ours',
  },
  {
    ...own,
    name: 'scratch-disk',
    issues: [],
    nearly: ['disk-without-own-key unowned'],
    why: 'no key either, on a disk that lives with the machine',
  },
  {
    ...own,
    name: 'disk-with-a-key-of-each-call',
    issues: [],
    nearly: ['disk-without-own-key unowned'],
    why: 'a key that Google does not keep',
  },
  { ...own, name: 'router', issues: ['ip-forwarding on setting=canIpForward (3)'], why: 'it forwards' },
  {
    ...own,
    name: 'os-login-off',
    issues: ['os-login-overridden set setting=enable-oslogin (3)'],
    nearly: ['project-ssh-keys-allowed set'],
    why: 'the machine says no, and blocks the project’s keys',
  },
  {
    ...own,
    name: 'os-login-not-said',
    issues: [],
    nearly: ['os-login-overridden set', 'project-ssh-keys-allowed set'],
    why: 'the machine says nothing of OS Login, and blocks the project’s keys',
  },
  {
    ...own,
    name: 'project-keys-not-said',
    issues: [projectKeys],
    nearly: ['os-login-overridden set'],
    why: 'neither OS Login nor a block',
  },
  { ...own, name: 'project-keys-let-in', issues: [projectKeys], why: 'the block is off' },
  {
    ...own,
    name: 'addressed',
    issues: [address('IPv4')],
    nearly: ['reachable-from-internet reachable', 'reachable-from-internet perhaps'],
    why: 'an address, and only the port that is meant for everybody',
  },
  { ...own, name: 'addressed-by-ipv6', issues: [address('IPv6')], why: 'an address of version 6' },
  { ...own, name: 'ssh-reached', issues: [address('IPv4'), reached(22)], why: 'an address, and SSH for all' },
  {
    ...own,
    name: 'ssh-for-others',
    issues: [address('IPv4')],
    nearly: ['reachable-from-internet reachable'],
    why: 'SSH is open for machines with another tag',
  },
  {
    ...own,
    name: 'ssh-denied-first',
    issues: [address('IPv4')],
    nearly: ['reachable-from-internet reachable'],
    why: 'a rule that goes first denies SSH',
  },
  {
    ...own,
    name: 'ssh-perhaps',
    issues: [address('IPv4'), 'reachable-from-internet perhaps interface=nic0 port=22 (4)'],
    nearly: ['reachable-from-internet reachable'],
    why: 'a policy of the network denies it, before the rules or after them',
  },
  {
    ...own,
    name: 'ssh-without-an-address',
    issues: [],
    nearly: ['reachable-from-internet reachable', 'public-address addressed'],
    why: 'nobody outside can address it',
  },
  {
    ...own,
    name: 'database-reached',
    issues: [address('IPv4'), reached(3306)],
    why: 'a range that holds the port of a database',
  },
  {
    ...own,
    name: 'script-with-a-password',
    issues: [secret('startup-script')],
    why: 'a password in the script',
  },
  {
    ...own,
    name: 'script-without',
    issues: [],
    nearly: ['secret-in-metadata found'],
    why: 'the name of a machine in its place',
  },
  {
    ...own,
    name: 'password-by-its-key',
    issues: [secret('db-password')],
    why: 'the key of the metadata says that it is a password',
  },
  {
    ...own,
    name: 'host-by-its-key',
    issues: [],
    nearly: ['secret-in-metadata found'],
    why: 'the same text under a key that names no secret',
  },
  { ...own, name: 'serial-port', issues: [serial], why: 'the serial port may be entered' },
  { ...own, name: 'serial-port-by-a-number', issues: [serial], why: 'the same, said by a number' },
  {
    ...own,
    name: 'serial-port-off',
    issues: [],
    nearly: ['serial-port-enabled set'],
    why: 'the serial port is shut',
  },
  { ...own, name: 'no-trusted-module', issues: [unshielded('enableVtpm')], why: 'no trusted module' },
  { ...own, name: 'not-monitored', issues: [unshielded('enableIntegrityMonitoring')], why: 'not monitored' },
  {
    ...own,
    name: 'not-shielded',
    issues: [unshielded('enableVtpm'), unshielded('enableIntegrityMonitoring')],
    why: 'neither of the two',
  },
];

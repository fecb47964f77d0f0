/** Questions that cannot be read are not answered: "could not look" is neither open nor closed. */
import { expect, test } from 'vitest';
import { judge } from '../judge.ts';

const rule = { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
const accounts = { same: '303030303030', friendly: [], thirdParty: [] };
const reach = { publicIp: true, securityGroups: [[rule]], nacl: [], routes: [], protocol: 'tcp', port: 22 };

test.each([
  ['sg', { permissions: [rule] }],
  ['sg', { direction: 'both', permissions: [rule] }],
  ['sg', { direction: 'ingress' }],
  ['sg', { direction: 'ingress', permissions: rule }],
  ['sg', { direction: 'ingress', permissions: [rule], protocol: 'tpc' }],
  ['sg', { direction: 'ingress', permissions: [rule], protocol: {} }],
  ['sg', { direction: 'ingress', permissions: [rule], ports: [70_000] }],
  ['nacl', { protocol: '6', port: 22 }],
  ['nacl', { entries: [], port: 22 }],
  ['nacl', { entries: [], protocol: '256', port: 22 }],
  ['nacl', { entries: [], protocol: '6', port: -1 }],
  ['aws-reachability', { ...reach, publicIp: 'yes' }],
  ['aws-reachability', { ...reach, securityGroups: null }],
  ['aws-reachability', { ...reach, nacl: null }],
  ['aws-reachability', { ...reach, routes: null }],
  ['aws-reachability', { ...reach, protocol: '-1' }],
  ['aws-reachability', { ...reach, port: null }],
  ['snapshot-sharing', { type: 'rds', public: true }],
  ['snapshot-sharing', { type: 'ebs', createVolumePermissions: 'all' }],
  ['snapshot-sharing', { type: 'ami', public: 'true' }],
  ['s3-acl', { grants: [] }],
  ['s3-acl', { owner: '0e0e', grants: {} }],
  ['s3-bpa', { bucket: 'on' }],
  ['aws-entity-class', { category: 'account', value: '303030303030' }],
  ['aws-entity-class', { category: 'account', value: '303030303030', inventory: { accounts: {} } }],
  ['aws-entity-class', { category: 'account', inventory: { accounts } }],
  ['aws-entity-class', { value: '303030303030', inventory: { accounts } }],
])('%s of %j answers nothing but malformed', (kind, input) => {
  expect(Object.keys(judge(kind, input))).toEqual(['malformed']);
});

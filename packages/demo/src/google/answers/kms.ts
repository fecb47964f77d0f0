/** What Cloud KMS answers: https://cloud.google.com/kms/docs/reference/rest */
import type { JsonObject } from '@security-monkey/sdk';
import { found, ofAccount } from '../../answers/call.ts';
import { day, isoOf, type Moment } from '../../time/moment.ts';
import { type Key, keyName, ring } from '../technologies/key.ts';
import { policyAnswer } from '../world/allow-policy.ts';
import { regions } from '../world/organisation.ts';
import { type GoogleAnswers, type GoogleCall, listed, named, notFound } from './google-call.ts';

export const kmsAnswers: GoogleAnswers = {
  'cloudkms:projects.locations.list': (call) =>
    listed(call, {
      member: 'locations',
      all: ['global', ...regions].map((locationId) => ({
        name: `${named(call, 'name')}/locations/${locationId}`,
        locationId,
      })),
    }),
  'cloudkms:projects.locations.keyRings.list': (call) =>
    listed(call, {
      member: 'keyRings',
      all: ringsOf(call)
        .filter((name) => name.startsWith(`${named(call, 'parent')}/keyRings/`))
        .map((name) => ({ name, createTime: '2024-01-16T12:00:00.000000000Z' })),
    }),
  'cloudkms:projects.locations.keyRings.getIamPolicy': (call) => {
    found(
      ringsOf(call).find((name) => name === named(call, 'resource')),
      notFound,
    );
    return policyAnswer([]);
  },
  'cloudkms:projects.locations.keyRings.cryptoKeys.list': (call) =>
    listed(call, {
      member: 'cryptoKeys',
      all: ofAccount(call.world.keys, call)
        .filter((key) => keyName(key).startsWith(`${named(call, 'parent')}/cryptoKeys/`))
        .map((key) => keyAnswer(key, call.moment)),
    }),
  'cloudkms:projects.locations.keyRings.cryptoKeys.get': (call) =>
    keyAnswer(keyOf(call, 'name'), call.moment),
  'cloudkms:projects.locations.keyRings.cryptoKeys.getIamPolicy': (call) =>
    policyAnswer(keyOf(call, 'resource').bindings),
};

function ringsOf({ account, world }: GoogleCall): readonly string[] {
  const located = new Set(ofAccount(world.keys, { account }).map(({ region }) => region));
  return [...located].map((region) => `projects/${account}/locations/${region}/keyRings/${ring}`);
}

function keyOf(call: GoogleCall, member: string): Key {
  const name = named(call, member);
  return found(
    ofAccount(call.world.keys, call).find((one) => keyName(one) === name),
    notFound,
  );
}

function keyAnswer(key: Key, { now }: Moment): JsonObject {
  const name = keyName(key);
  const { created, tags, rotatesEvery } = key;
  const period = (rotatesEvery ?? 0) * day;
  const rotations = period === 0 ? 0 : Math.max(0, Math.floor((now - Date.parse(created)) / period));
  const rotated = isoOf(Date.parse(created) + rotations * period);
  return {
    name,
    purpose: 'ENCRYPT_DECRYPT',
    createTime: created,
    destroyScheduledDuration: '2592000s',
    labels: tags,
    versionTemplate: { protectionLevel: 'SOFTWARE', algorithm: 'GOOGLE_SYMMETRIC_ENCRYPTION' },
    primary: {
      name: `${name}/cryptoKeyVersions/${rotations + 1}`,
      state: 'ENABLED',
      createTime: rotated,
      generateTime: rotated,
      protectionLevel: 'SOFTWARE',
      algorithm: 'GOOGLE_SYMMETRIC_ENCRYPTION',
    },
    ...(rotatesEvery !== undefined && {
      rotationPeriod: `${rotatesEvery * 86_400}s`,
      nextRotationTime: isoOf(Date.parse(rotated) + period),
    }),
  };
}

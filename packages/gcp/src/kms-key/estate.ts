/** Three keys in two rings of two locations as Cloud KMS lists them. */
import type { JsonObject } from '@security-monkey/sdk';
import { type Estate, providerError } from '@security-monkey/sdk/testing';
import { assetEstate } from './asset-estate.ts';

const locations = ['europe-west1', 'global', 'us'].map((id) => ({
  name: `projects/acme-web/locations/${id}`,
  locationId: id,
}));

const rings = {
  shop: 'projects/acme-web/locations/europe-west1/keyRings/shop',
  sign: 'projects/acme-web/locations/global/keyRings/sign',
};

const orders = {
  name: `${rings.shop}/cryptoKeys/orders`,
  purpose: 'ENCRYPT_DECRYPT',
  createTime: '2024-03-01T09:00:00.123456789Z',
  rotationPeriod: '7776000s',
  nextRotationTime: '2026-06-01T00:00:00Z',
  destroyScheduledDuration: '2592000s',
  labels: { team: 'shop' },
  versionTemplate: { protectionLevel: 'HSM', algorithm: 'GOOGLE_SYMMETRIC_ENCRYPTION' },
  primary: {
    name: `${rings.shop}/cryptoKeys/orders/cryptoKeyVersions/3`,
    state: 'ENABLED',
    createTime: '2026-03-03T00:00:00.123456789Z',
    generateTime: '2026-03-03T00:00:00.123456789Z',
    protectionLevel: 'HSM',
    algorithm: 'GOOGLE_SYMMETRIC_ENCRYPTION',
    attestation: { format: 'CAVIUM_V2_COMPRESSED', content: 'YXR0ZXN0' },
  },
};

const plain = (name: string, purpose: string, algorithm: string) => ({
  name,
  purpose,
  createTime: '2025-05-05T05:05:05.123456789Z',
  destroyScheduledDuration: '2592000s',
  versionTemplate: { protectionLevel: 'SOFTWARE', algorithm },
});

const old = plain(`${rings.shop}/cryptoKeys/old`, 'ENCRYPT_DECRYPT', 'GOOGLE_SYMMETRIC_ENCRYPTION');
const releases = plain(`${rings.sign}/cryptoKeys/releases`, 'ASYMMETRIC_SIGN', 'EC_SIGN_P256_SHA256');

const keys = [orders, old, releases];

const bindings: readonly JsonObject[] = [
  {
    role: 'roles/cloudkms.cryptoKeyEncrypterDecrypter',
    members: ['serviceAccount:web@acme-web.iam.gserviceaccount.com', 'group:shop@acme.example'],
  },
  { role: 'roles/cloudkms.viewer', members: ['group:audit@acme.example'] },
];

const ofRing: readonly JsonObject[] = [
  { role: 'roles/cloudkms.admin', members: ['group:keys@acme.example'] },
];

const isNamed = (name: unknown) => keys.some((key) => key.name === name);

export const estate: Estate = {
  place: { partition: 'gcp', account: 'acme-web', region: 'global' },
  answers: {
    'cloudkms:projects.locations.list': () => ({ locations }),
    'cloudkms:projects.locations.keyRings.list': ({ parent }) => {
      const keyRings = Object.values(rings)
        .filter((name) => name.slice(0, name.indexOf('/keyRings/')) === parent)
        .map((name) => ({ name, createTime: '2024-03-01T08:00:00Z' }));
      return keyRings.length === 0 ? {} : { keyRings, totalSize: keyRings.length };
    },
    'cloudkms:projects.locations.keyRings.cryptoKeys.list': ({ parent, pageToken }) => {
      if (parent === rings.sign) return { cryptoKeys: [releases], totalSize: 1 };
      return pageToken === undefined
        ? { cryptoKeys: [orders], totalSize: 2, nextPageToken: 'second' }
        : { cryptoKeys: [old], totalSize: 2 };
    },
    'cloudkms:projects.locations.keyRings.cryptoKeys.get': ({ name }) => {
      const found = keys.find((key) => key.name === name);
      if (found === undefined) throw providerError('NOT_FOUND');
      return found;
    },
    'cloudkms:projects.locations.keyRings.cryptoKeys.getIamPolicy': ({ resource }) => {
      if (!isNamed(resource)) throw providerError('NOT_FOUND');
      return resource === orders.name ? { version: 1, etag: 'BwY=', bindings } : { etag: 'ACAB' };
    },
    'cloudkms:projects.locations.keyRings.getIamPolicy': ({ resource }) =>
      resource === rings.shop ? { version: 1, etag: 'BwY=', bindings: ofRing } : { etag: 'ACAB' },
  },
  listing: {
    operation: 'cloudkms:projects.locations.keyRings.cryptoKeys.list',
    secondPage: ({ pageToken }) => pageToken !== undefined,
  },
  describing: ['cloudkms:projects.locations.keyRings.cryptoKeys.getIamPolicy'],
  otherWays: { 'the asset inventory': assetEstate },
  items: keys.map((key) => {
    const ring = key === releases ? rings.sign : rings.shop;
    return {
      identity: key.name,
      lineage: `//cloudkms.googleapis.com/${key.name}`,
      name: key.name.slice(key.name.lastIndexOf('/') + 1),
      ...(key === orders && {
        console: '/security/kms/key/manage/europe-west1/shop/orders?project=acme-web',
      }),
      region: key === releases ? 'global' : 'europe-west1',
      tags: key === orders ? { team: 'shop' } : {},
      config: { ...key, iamPolicy: { bindings: key === orders ? bindings : [] } },
      relations: [
        {
          name: 'key-ring',
          technology: 'gcp.kms-key-ring',
          key: `//cloudkms.googleapis.com/${ring}`,
          value: { bindings: ring === rings.shop ? ofRing : [] },
        },
      ],
    };
  }),
};

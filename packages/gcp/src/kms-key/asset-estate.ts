/** The same keys as the asset inventory tells them, with the policies of keys and of rings. */
import { ancestors, assetWay } from '../test-support/asset-way.ts';

const common = {
  assetType: 'cloudkms.googleapis.com/CryptoKey',
  updateTime: '2026-03-03T00:00:02.000001Z',
  ancestors,
};
const resource = {
  version: 'v1',
  discoveryDocumentUri: 'https://cloudkms.googleapis.com/$discovery/rest',
  discoveryName: 'CryptoKey',
};
const shop = '//cloudkms.googleapis.com/projects/acme-web/locations/europe-west1/keyRings/shop';
const sign = '//cloudkms.googleapis.com/projects/acme-web/locations/global/keyRings/sign';

const orders = {
  ...common,
  name: `${shop}/cryptoKeys/orders`,
  resource: {
    ...resource,
    parent: shop,
    location: 'europe-west1',
    data: {
      createTime: '2024-03-01T09:00:00.123456789Z',
      destroyScheduledDuration: '2592000s',
      labels: { team: 'shop' },
      name: 'projects/acme-web/locations/europe-west1/keyRings/shop/cryptoKeys/orders',
      nextRotationTime: '2026-06-01T00:00:00Z',
      primary: {
        algorithm: 'GOOGLE_SYMMETRIC_ENCRYPTION',
        createTime: '2026-03-03T00:00:00.123456789Z',
        generateTime: '2026-03-03T00:00:00.123456789Z',
        name: 'projects/acme-web/locations/europe-west1/keyRings/shop/cryptoKeys/orders/cryptoKeyVersions/3',
        protectionLevel: 'HSM',
        state: 'ENABLED',
        attestation: { content: 'YXR0ZXN0', format: 'CAVIUM_V2_COMPRESSED' },
      },
      purpose: 'ENCRYPT_DECRYPT',
      rotationPeriod: '7776000s',
      versionTemplate: { algorithm: 'GOOGLE_SYMMETRIC_ENCRYPTION', protectionLevel: 'HSM' },
    },
  },
};

const old = {
  ...common,
  name: `${shop}/cryptoKeys/old`,
  resource: {
    ...resource,
    parent: shop,
    location: 'europe-west1',
    data: {
      createTime: '2025-05-05T05:05:05.123456789Z',
      destroyScheduledDuration: '2592000s',
      labels: {},
      name: 'projects/acme-web/locations/europe-west1/keyRings/shop/cryptoKeys/old',
      purpose: 'ENCRYPT_DECRYPT',
      versionTemplate: { algorithm: 'GOOGLE_SYMMETRIC_ENCRYPTION', protectionLevel: 'SOFTWARE' },
    },
  },
};

const releases = {
  ...common,
  name: `${sign}/cryptoKeys/releases`,
  resource: {
    ...resource,
    parent: sign,
    location: 'global',
    data: {
      createTime: '2025-05-05T05:05:05.123456789Z',
      destroyScheduledDuration: '2592000s',
      name: 'projects/acme-web/locations/global/keyRings/sign/cryptoKeys/releases',
      purpose: 'ASYMMETRIC_SIGN',
      versionTemplate: { algorithm: 'EC_SIGN_P256_SHA256', protectionLevel: 'SOFTWARE' },
    },
  },
};

const policies = [
  {
    ...common,
    name: `${shop}/cryptoKeys/orders`,
    iamPolicy: {
      etag: 'BwY=',
      bindings: [
        { role: 'roles/cloudkms.viewer', members: ['group:audit@acme.example'] },
        {
          role: 'roles/cloudkms.cryptoKeyEncrypterDecrypter',
          members: ['group:shop@acme.example', 'serviceAccount:web@acme-web.iam.gserviceaccount.com'],
        },
      ],
    },
  },
  {
    ...common,
    assetType: 'cloudkms.googleapis.com/KeyRing',
    name: shop,
    iamPolicy: {
      etag: 'BwY=',
      bindings: [{ role: 'roles/cloudkms.admin', members: ['group:keys@acme.example'] }],
    },
  },
];

export const assetEstate = assetWay({ resources: [[orders], [old, releases]], policies });

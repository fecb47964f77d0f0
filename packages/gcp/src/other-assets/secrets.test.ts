/** Bodies that nobody here knows hold secrets: none may reach what is stored, nor what items are found by. */
import { type JsonObject, redactConfig } from '@security-monkey/sdk';
import { expect, it } from 'vitest';
import { asset } from '../asset/watcher.ts';
import { type AssetConfig, assetConfig } from './config.ts';

/** Assembled here, so that scanners of repositories do not take them for leaks. */
const [word, digits, letters] = ['hunter2', '0123456789', 'abcdefghijklmnopqrstuvwxyz'];
const googleKey = ['AI', 'zaSyA', digits, letters.slice(0, 22)].join('');
const newGoogleKey = ['AQ', `Ab8RN6${digits}${letters}`].join('.');
const jwt = `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.${digits}abcdef`;
const marked = (mark: string) => `-----${mark} PRIVATE KEY-----`;
const pem = [marked('BEGIN'), `MIIE${digits}`, marked('END')].join('\n');
const mixed = `k1${digits}Zx9Qw7`;
const base64 = Buffer.from(`{"password":"${word}"}`).toString('base64');

type Case = readonly [what: string, secret: string, body: JsonObject];

const container = (rest: JsonObject): JsonObject => ({
  apiVersion: 'serving.knative.dev/v1',
  kind: 'Service',
  metadata: { name: 'shop', uid: 'u', creationTimestamp: '2026-01-01T00:00:00Z' },
  spec: { template: { metadata: { annotations: {} }, spec: { containers: [{ image: 'shop', ...rest }] } } },
});
const template = (key: string, value: string): JsonObject => ({
  id: '1',
  properties: { metadata: { fingerprint: 'abc=', items: [{ key, value }] } },
});
const push = (pushEndpoint: string): JsonObject => ({ pushConfig: { pushEndpoint } });

const cases: readonly Case[] = [
  ['Cloud Run: an environment', word, container({ env: [{ name: 'LOG', value: word }] })],
  ['Cloud Run: arguments', word, container({ args: ['serve', '--db-password', word] })],
  ['Cloud Run: one argument', word, container({ args: [`--token=${word}`] })],
  ['function: environment', word, { environmentVariables: { LOG: word } }],
  ['function: environment of its build', word, { buildEnvironmentVariables: { LOG: word } }],
  ['function, second generation', word, { serviceConfig: { environmentVariables: { LOG: word } } }],
  ['App Engine', word, { envVariables: { LOG: word } }],
  ['Composer', word, { config: { softwareConfig: { envVariables: { LOG: word } } } }],
  ['Workflows', word, { userEnvVars: { LOG: word } }],
  ['Batch', word, { taskGroups: [{ taskSpec: { environment: { variables: { LOG: word } } } }] }],
  ['Cloud Build: substitutions', word, { substitutions: { _DB_PASSWORD: word } }],
  ['Cloud Build: steps', word, { build: { steps: [{ env: [`LOG=${word}`], args: ['--api-key', word] }] } }],
  ['instance template: metadata', word, template('app-config', word)],
  ['instance template: startup script', word, template('startup-script', `#!/bin/sh\nexport X=${word}`)],
  ['GKE: metadata of nodes', word, { nodeConfig: { metadata: { note: word } } }],
  ['GKE: keys of masters', word, { masterAuth: { clientKey: word, password: word } }],
  ['subscription: a token in the query', word, push(`https://hooks.acme.example/push?token=${word}&x=1`)],
  ['subscription: a key in the query', mixed, push(`https://hooks.acme.example/push?x=1&key=${mixed}`)],
  ['subscription: a password in the address', word, push(`https://push:${word}@hooks.acme.example/push`)],
  ['API key', googleKey, { keyString: googleKey }],
  ['API key of the newer kind', newGoogleKey, { keyString: newGoogleKey }],
  ['API key by its name alone', word, { keyString: word }],
  ['scheduler: a header', word, { httpTarget: { headers: { Authorization: word } } }],
  ['scheduler: what is sent', base64, { httpTarget: { body: base64 } }],
  ['scheduler: what is published', base64, { pubsubTarget: { data: base64 } }],
  ['scheduler: what App Engine gets', base64, { appEngineHttpTarget: { body: base64 } }],
  ['tunnel', word, { sharedSecret: word }],
  ['notification channel', word, { labels: { auth_token: word } }],
  ['Redis', word, { authString: word }],
  ['identity-aware proxy', word, { iap: { oauth2ClientSecret: word } }],
  ['data stream', word, { mysqlProfile: { username: 'a', password: word } }],
  ['connection string', word, { settings: `Server=db;Password=${word}` }],
  ['source of a workflow', word, { sourceContents: `main:\n  - a:\n      password: ${word}` }],
  ['a label', googleKey, { labels: { note: googleKey } }],
  ['a display name', googleKey, { displayName: googleKey }],
  ['a private key anywhere', pem, { note: pem }],
  ['a JSON web token anywhere', jwt, { notes: [{ text: jwt }] }],
];

function stored(body: JsonObject): string {
  const config: JsonObject = {
    assetType: 'a.googleapis.com/Thing',
    name: '//a.googleapis.com/projects/p/things/1234567',
    resource: body,
    iamPolicy: { bindings: [] },
  };
  const digest = (text: string) => `redacted:k1:${text.length.toString(16).padStart(4, '0')}`;
  // The engine asks the watcher for names of what is redacted.
  const safe: AssetConfig = assetConfig.parse(redactConfig(config, { secret: asset.secret, digest }));
  const place = { partition: 'gcp', account: 'acme-web', region: 'global' };
  return JSON.stringify([
    safe,
    asset.identity(safe, place),
    asset.lineage(safe, place),
    asset.name(safe),
    asset.tags?.(safe),
    asset.terms?.(safe),
  ]);
}

it.each(cases)('%s', (_what, secret, body) => {
  const text = stored(body);
  expect(JSON.stringify(body)).toContain(JSON.stringify(secret).slice(1, -1));
  expect(text).not.toContain(JSON.stringify(secret).slice(1, -1));
  expect(text).toContain('redacted:k1:');
});

it('leaves what is no secret', () => {
  const body = {
    ...container({
      env: [{ name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'shop-token', key: 'latest' } } }],
    }),
    kmsKeyName: 'projects/acme-web/locations/eu/keyRings/shop/cryptoKeys/orders',
    pushConfig: {
      pushEndpoint: 'https://hooks.acme.example/push?topic=orders',
      oidcToken: {
        serviceAccountEmail: 'push@acme-web.iam.gserviceaccount.com',
        audience: 'https://hooks.acme.example',
      },
    },
    secretEnvironmentVariables: [],
    labels: { team: 'shop', 'key-owner': 'kim' },
    restrictions: { apiTargets: [{ service: 'maps.googleapis.com' }] },
  };
  expect(stored(body)).not.toContain('redacted:');
});

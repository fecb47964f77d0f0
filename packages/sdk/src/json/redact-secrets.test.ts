/** Secrets of real forms, in ordinary and odd places: every one of them must vanish. */
import { describe, expect, test } from 'vitest';
import { hashText } from './hash.ts';
import { redactConfig, redactText } from './redact.ts';
import type { JsonObject } from './value.ts';

const digest = (text: string): string => `redacted:k1:${hashText(text).slice(0, 16)}`;

/** Assembled here, so that scanners of repositories do not take the examples for leaks. */
const chars = 'A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8S9t0U1v2W3x4Y5z6a7B8c9D0e1F2g3H4i5J6k7L8m9N0o1P2q3R4s5T6';
const hexes = '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0';
const mixed = (length: number): string => chars.slice(0, length);
const upper = (length: number): string => 'QX7KZ2MB4TRC5WJN3HPA6VDG2LFS7EYU'.repeat(2).slice(0, length);
const awsSecret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYzK4m8pQz+T';
const jwt = `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.${mixed(43)}`;
const pem = (kind: string): string =>
  `-----BEGIN ${kind}-----\n${mixed(64)}\n${mixed(64)}\n${mixed(20)}==\n-----END ${kind}-----`;
const base64 = (text: string): string => Buffer.from(text).toString('base64');

type Case = readonly [name: string, secret: string, config: (secret: string) => JsonObject];

const inText = (s: string): JsonObject => ({ Description: s });
const inSentence = (s: string): JsonObject => ({ Notes: `ask ops; it is ${s} until friday` });
const inTagValue = (s: string): JsonObject => ({ Tags: [{ Key: 'note', Value: s }] });
const inList = (s: string): JsonObject => ({ Command: ['/bin/run', '--verbose', s] });
const inUrlQuery = (s: string): JsonObject => ({ Url: `https://api.example.com/v1?x=1&auth=${s}&y=2` });
const inKey = (s: string): JsonObject => ({ Map: { [s]: 1 } });
const inJsonText = (s: string): JsonObject => ({ Body: JSON.stringify({ a: [{ b: s }] }) });
const inDeep = (s: string): JsonObject => ({ a: [[{ b: { c: [null, { d: s }] } }]] });

const forms: readonly Case[] = [
  ['Google key of the newer kind', `AQ.${mixed(45)}`, inSentence],
  ['AWS access key id', `AKIA${upper(16)}`, inText],
  ['private key in base64', base64(pem('PRIVATE KEY')), inText],
  ['RSA key in base64', base64(pem('RSA PRIVATE KEY')), inJsonText],
  ['OpenSSH key in base64', base64(pem('OPENSSH PRIVATE KEY')), inSentence],
  ['AWS temporary key id', `ASIA${upper(16)}`, inJsonText],
  ['AWS access key id in a sentence', `AKIA${upper(16)}`, inSentence],
  ['AWS access key id as a map key', `AKIA${upper(16)}`, inKey],
  ['AWS secret key alone', awsSecret, inText],
  ['AWS secret key in a list', awsSecret, inList],
  ['AWS secret key in a sentence', awsSecret, inSentence],
  ['AWS secret key after an underscore', awsSecret, (s) => ({ Label: `prod_${s}` })],
  ['Google API key', `AIza${mixed(35)}`, inUrlQuery],
  ['Google OAuth token', `ya29.${mixed(60)}`, inText],
  ['Google client secret', `GOCSPX-${mixed(28)}`, inTagValue],
  ['Google refresh token', `1//0${mixed(40)}`, inText],
  ['GitHub token', `ghp_${mixed(36)}`, inTagValue],
  ['GitHub app token', `ghs_${mixed(36)}`, inSentence],
  ['GitHub fine-grained token', `github_pat_${mixed(22)}_${mixed(59)}`, inText],
  ['GitHub token in a clone URL', `ghp_${mixed(36)}`, (s) => ({ Source: `https://${s}@github.com/a/b.git` })],
  ['GitLab token', `glpat-${mixed(20)}`, inList],
  ['Slack bot token', `xoxb-123456789012-${mixed(24)}`, inText],
  ['Slack app token', `xapp-1-${upper(11)}-1234567890-${mixed(30)}`, inText],
  [
    'Slack webhook',
    `T0123ABCD/B0123ABCD/${mixed(24)}`,
    (s) => ({ Endpoint: `https://hooks.slack.com/services/${s}` }),
  ],
  [
    'Discord webhook',
    `112233445566778899/${mixed(60)}`,
    (s) => ({ Endpoint: `https://discord.com/api/webhooks/${s}` }),
  ],
  ['Telegram bot token', `123456789:AA${mixed(33)}`, inText],
  ['Stripe live key', `sk_live_${mixed(24)}`, inTagValue],
  ['Stripe restricted key', `rk_test_${mixed(24)}`, inText],
  ['Stripe webhook secret', `whsec_${mixed(32)}`, inText],
  ['SendGrid key', `SG.${mixed(22)}.${mixed(43)}`, inSentence],
  ['Twilio key', `SK${hexes.slice(0, 32)}`, inText],
  ['Mailgun key', `key-${hexes.slice(0, 32)}`, inText],
  ['Mailchimp key', `${hexes.slice(0, 32)}-us12`, inText],
  ['Shopify token', `shpat_${hexes.slice(0, 32)}`, inText],
  ['Square token', `sq0atp-${mixed(22)}`, inText],
  ['Model provider key', `sk-ant-${mixed(60)}`, inText],
  ['Model provider key in hexadecimal', `sk-${hexes.slice(0, 32)}`, inText],
  ['Hugging Face token', `hf_${mixed(34)}`, inList],
  ['npm token', `npm_${mixed(36)}`, (s) => ({ Npmrc: `//registry.example.com/:_authToken=${s}` })],
  ['PyPI token', `pypi-AgEI${mixed(60)}`, inText],
  ['DigitalOcean token', `dop_v1_${hexes}`, inText],
  ['Docker Hub token', `dckr_pat_${mixed(27)}`, inText],
  ['Vault token', `hvs.${mixed(24)}`, inText],
  ['Terraform cloud token', `${mixed(14)}.atlasv1.${mixed(60)}`, inText],
  ['Databricks token', `dapi${hexes.slice(0, 32)}`, inText],
  ['New Relic key', `NRAK-${upper(27)}`, inText],
  ['Grafana token', `glsa_${mixed(32)}_1a2b3c4d`, inText],
  ['Atlassian token', `ATATT3x${mixed(60)}`, inText],
  ['Entra client secret', `a1B8Q~${mixed(34)}`, inText],
  ['Azure storage key', `${mixed(86)}==`, inText],
  ['JSON Web Token', jwt, inText],
  ['JSON Web Token in an encoded header', jwt, (s) => ({ Header: `Authorization%3A%20Bearer%20${s}` })],
  ['JSON Web Token deep inside', jwt, inDeep],
  ['private key', pem('RSA PRIVATE KEY'), inText],
  ['OpenSSH private key', pem('OPENSSH PRIVATE KEY'), inDeep],
  ['encrypted private key', pem('ENCRYPTED PRIVATE KEY'), inJsonText],
  ['private key cut off', pem('EC PRIVATE KEY').slice(0, 120), inText],
  ['PGP private key', pem('PGP PRIVATE KEY BLOCK'), inText],
  ['private key on one line', pem('PRIVATE KEY').replaceAll('\n', String.raw`\n`), inText],
  ['bcrypt hash', `$2y$10$${mixed(53)}`, inText],
  ['shadow hash', `$6$abcdefgh$${mixed(86)}`, (s) => ({ Line: `root:${s}:19000:0:99999:7:::` })],
  ['Bearer header', mixed(30), (s) => ({ Header: `Bearer ${s}` })],
  [
    'Basic header',
    'dXNlcjpwYXNzd29yZDEyMw==',
    (s) => ({ Command: `curl -H 'Authorization: Basic ${s}' https://x` }),
  ],
  ['password in a URL', 'hunter2', (s) => ({ Url: `postgres://app:${s}@db.example.com:5432/app` })],
  ['password with an @ in a URL', 'p@ss:w0rd', (s) => ({ Url: `redis://:${s}@cache.example.com` })],
  [
    'SAS signature',
    `${mixed(40)}%3D`,
    (s) => ({ Url: `https://a.blob.core.windows.net/c?sv=2023&sig=${s}` }),
  ],
  ['presigned URL', hexes, (s) => ({ Url: `https://b.s3.amazonaws.com/k?X-Amz-Signature=${s}` })],
];

const names: readonly Case[] = [
  ['password', 'hunter2', (s) => ({ MasterUserPassword: s })],
  ['password in snake case', 'hunter2', (s) => ({ db_password: s })],
  ['password in capitals with a number', 'hunter2', (s) => ({ DB_PASSWORD_2: s })],
  ['passphrase', 'correct horse battery staple', (s) => ({ Passphrase: s })],
  ['secret access key', 'tooshorttolooklikeone', (s) => ({ Credentials: { SecretAccessKey: s } })],
  ['session token', 'abc', (s) => ({ sessionToken: s })],
  ['client secret', 'abc', (s) => ({ 'client-secret': s })],
  ['API key header', 'abc', (s) => ({ Headers: [{ HeaderName: 'X-Api-Key', HeaderValue: s }] })],
  ['auth token', '0123', (s) => ({ AuthToken: s })],
  ['pre-shared key', 'abc', (s) => ({ TunnelOptions: [{ PreSharedKey: s }] })],
  ['private key by name', 'not-pem-at-all', (s) => ({ PrivateKey: s })],
  ['account key', 'abc', (s) => ({ storageAccountKey: s })],
  ['password in one word', 'hunter2', (s) => ({ rootpassword: s })],
  ['secret in one word', 'hunter2', (s) => ({ clientsecret: s })],
  ['token in one word', 'hunter2', (s) => ({ ACCESSTOKEN: s })],
  ['tag in one word', 'hunter2', (s) => ({ Tags: [{ Key: 'dbpasswd', Value: s }] })],
  ['password hash', 'c2FsdGVk', (s) => ({ PasswordHash: s })],
  ['key material', 'abc', (s) => ({ KeyMaterial: s })],
  ['list under a secret name', 'abc', (s) => ({ Passwords: ['x', s] })],
  ['object under a secret name', 'abc', (s) => ({ Secret: { Inner: { Text: s } } })],
  ['tag named password', 'hunter2', (s) => ({ Tags: [{ Key: 'password', Value: s }] })],
  ['tag in lower case', 'hunter2', (s) => ({ tags: [{ key: 'api-token', value: s }] })],
  ['tag map', 'hunter2', (s) => ({ Tags: { 'db-password': s } })],
  [
    'template parameter',
    'hunter2',
    (s) => ({ Parameters: [{ ParameterKey: 'DBPassword', ParameterValue: s }] }),
  ],
  ['random value under a key name', mixed(32), (s) => ({ DatadogKey: s })],
  ['function environment', 'plain', (s) => ({ Environment: { Variables: { LOG: s } } })],
  ['container environment list', 'plain', (s) => ({ environment: [{ name: 'LOG', value: s }] })],
  ['environment of NAME=value', 'plain', (s) => ({ Env: [`LOG=${s}`] })],
  ['number in an environment', '12345', (s) => ({ env: { PIN: Number(s) } })],
  [
    'build environment',
    'plain',
    (s) => ({
      environment: {
        type: 'LINUX_CONTAINER',
        computeType: 'S',
        environmentVariables: [{ name: 'A', value: s }],
      },
    }),
  ],
  ['environment of a build', 'plain', (s) => ({ buildEnvironmentVariables: { LOG: s } })],
  ['environment of a program by short names', 'plain', (s) => ({ envVariables: { LOG: s } })],
  ['environment that users give', 'plain', (s) => ({ userEnvVars: { LOG: s } })],
  ['environment in snake case', 'plain', (s) => ({ env_variables: [{ name: 'LOG', value: s }] })],
  ['key as a string', 'AQ.short', (s) => ({ keyString: s })],
  ['string that lets in', 'hunter2', (s) => ({ authString: s })],
  ['argument behind a flag', 'hunter2', (s) => ({ args: ['run', '--db-password', s, '--verbose'] })],
  ['stage variables', 'plain', (s) => ({ variables: { backend: s } })],
  ['instance metadata', 'plain words', (s) => ({ metadata: { items: [{ key: 'startup', value: s }] } })],
  ['object metadata', 'plain words', (s) => ({ Metadata: { comment: s } })],
  ['user data', 'ZWNobyBoaQ==', (s) => ({ UserData: s })],
  ['user data as an object', 'echo hi', (s) => ({ LaunchTemplate: { userData: { Value: s } } })],
];

const assignments: readonly Case[] = [
  ['connection string', 'hunter2', (s) => ({ Conn: `Server=db;User Id=app;Password=${s};Encrypt=true` })],
  ['storage connection string', 'c2hvcnQ=', (s) => ({ Conn: `AccountName=a;AccountKey=${s};Suffix=x` })],
  ['shell export', 'hunter2', (s) => ({ Script: `set -e\nexport DB_PASSWORD="${s}"\nrun` })],
  ['quoted with blanks', 'correct horse battery', (s) => ({ Script: `PASSPHRASE='${s}'` })],
  ['YAML', 'hunter2', (s) => ({ Manifest: `db:\n  user: app\n  password: ${s}\n` })],
  ['JSON with a quote inside', String.raw`a\"b c`, (s) => ({ Text: `x {"password":"${s}"}` })],
  ['JSON as text', 'hunter2', (s) => ({ Text: JSON.stringify({ db: { password: s } }) })],
  ['JSON entries as text', 'hunter2', (s) => ({ Text: JSON.stringify([{ name: 'DB_PASSWORD', value: s }]) })],
  ['JSON in JSON', 'hunter2', (s) => ({ Text: JSON.stringify({ inner: JSON.stringify({ secret: s }) }) })],
  ['broken JSON in JSON', 'hunter2', (s) => ({ Text: String.raw`log: {\"clientSecret\":\"${s}\"` })],
  ['command line flag', 'hunter2', (s) => ({ Command: `run --user app --password ${s} --verbose` })],
  ['command line flag with =', 'hunter2', (s) => ({ Command: `run --api-key=${s}` })],
  ['curl user', 'hunter2', (s) => ({ Command: `curl -u admin:${s} https://x` })],
  ['mysql password', 'hunter2', (s) => ({ Command: `mysql -h db -u app -p${s} app` })],
  ['query parameter', 'abc123', (s) => ({ Url: `https://x.example.com/cb?client_secret=${s}&state=1` })],
  ['key in a query', mixed(20), (s) => ({ Url: `https://x.example.com/push?a=1&key=${s}&b=2` })],
  ['key alone in a query', mixed(20), (s) => ({ Url: `https://x.example.com/push?code=${s}` })],
  ['URL-encoded form', 'hunter2', (s) => ({ Body: `user%3Dapp%26password%3D${s}%26x%3D1` })],
  ['AWS secret key under any name', awsSecret, (s) => ({ Script: `export THING=${s}` })],
  ['header line', 'abc123', (s) => ({ Lines: `Host: x\nX-Api-Key: ${s}\n` })],
  ['command line flag at the start', 'hunter2', (s) => ({ Command: `--password ${s}` })],
  ['command line flag on a line of its own', 'hunter2', (s) => ({ Command: `run \\\n--db-password ${s}` })],
  ['PostgreSQL password variable', 'hunter2', (s) => ({ Script: `PGPASSWORD=${s} psql -h db` })],
  ['name in one word', 'hunter2', (s) => ({ Text: `dbpassword: ${s}\nclientsecret: x` })],
  ['netrc', 'hunter2', (s) => ({ File: `machine github.com login app password ${s}` })],
  ['XML element', 'hunter2', (s) => ({ File: `<db><user>app</user><dbPassword>${s}</dbPassword></db>` })],
  ['ruby hash', 'hunter2', (s) => ({ Code: `{ 'password' => '${s}' }` })],
];

const bytes: readonly Case[] = [
  [
    'bytes under a secret name',
    'aHVudGVyMg==',
    (s) => ({ SecretBinary: Buffer.from(s, 'base64') as unknown as string }),
  ],
  [
    'bytes under user data',
    'aHVudGVyMg==',
    (s) => ({ UserData: new Uint8Array(Buffer.from(s, 'base64')) as unknown as string }),
  ],
  ['map of settings', 'hunter2', (s) => ({ Settings: new Map([['password', s]]) as unknown as JsonObject })],
];

describe.each([
  ['known forms', forms],
  ['names', names],
  ['assignments', assignments],
  ['values that are not JSON', bytes],
])('%s', (_, cases) => {
  test.each(cases)('%s', (_name, secret, build) => {
    const redacted = JSON.stringify(redactConfig(build(secret), { secret: [], digest }));
    expect(redacted).not.toContain(JSON.stringify(secret).slice(1, -1));
    expect(redacted).not.toContain(secret);
    expect(redacted).toContain('redacted:k1:');
  });
});

test('a log line loses every known form', () => {
  for (const [, secret] of forms.slice(0, 9)) {
    expect(redactText(`call failed with ${secret}, giving up`, { digest })).toBe(
      `call failed with ${digest(secret)}, giving up`,
    );
  }
});

test('there are at least 60 canaries', () => {
  expect(forms.length + names.length + assignments.length).toBeGreaterThan(100);
});

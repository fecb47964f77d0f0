/** Names and values that look a little like secrets and are none: none of it may be touched. */
import { expect, test } from 'vitest';
import { redactConfig } from './redact.ts';
import type { JsonObject } from './value.ts';

const digest = (text: string): string => `redacted:k1:${text.length}`;
const keyArn = 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';

const ordinary: readonly (readonly [string, JsonObject])[] = [
  ['key pair name', { KeyName: 'prod-2024-eu-west-1-bastion' }],
  [
    'key pair',
    {
      KeyPairs: [
        {
          KeyPairId: 'key-0a1b2c3d4e5f67890',
          KeyFingerprint: '1f:51:ae:28:bf:89:e9:d8:1f:25:5d:37:2d:7d:b8:ca:9f:f5:f1:6f',
          KeyName: 'k',
          KeyType: 'rsa',
        },
      ],
    },
  ],
  [
    'names that begin as some keys do',
    { Name: 'sk-prod-customer-uploads-2024', GroupName: 'sk-website-assets-production' },
  ],
  [
    'arguments that follow each other',
    { args: ['--token-file', '/run/token', '--verbose', '--no-password', '-x'] },
  ],
  ['query of a record', { Url: 'https://x.example.com/list?key=users-2024-01-backup&order=asc' }],
  [
    'whose token it is',
    { oidcToken: { serviceAccountEmail: 'push@acme.iam.gserviceaccount.com', audience: 'https://x' } },
  ],
  ['environment of a project', { environment: 'production', env: 'prod' }],
  ['KMS key id', { KmsKeyId: '1234abcd-12ab-34cd-56ef-1234567890ab' }],
  ['KMS multi-region key id', { KeyId: 'mrk-1234abcd12ab34cd56ef1234567890ab' }],
  ['KMS key ARN', { KMSMasterKeyID: keyArn }],
  ['KMS key by another name', { KmsKey: keyArn, EncryptionKey: keyArn, MasterKey: 'alias/aws/s3' }],
  ['pipeline encryption key', { encryptionKey: { id: keyArn, type: 'KMS' } }],
  ['GCP key name', { kmsKeyName: 'projects/p/locations/eu/keyRings/r/cryptoKeys/k' }],
  ['ETag', { ETag: '"d41d8cd98f00b204e9800998ecf8427e"' }],
  ['multipart ETag', { ETag: '"d41d8cd98f00b204e9800998ecf8427e-12"' }],
  ['version id', { VersionId: '3HL4kqtJvjVBH40Nrjfkd.rz_1a2b3c4' }],
  [
    'image digest',
    { imageDigest: 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
  ],
  ['commit id', { CommitId: 'da39a3ee5e6b4b0d3255bfef95601890afd80709' }],
  ['code hash', { CodeSha256: 'FdW0nC9mnvC3M0kzS3rzWBMW+cQpmFYMWy0yBPZ0pUE=' }],
  [
    'unique ids of principals',
    {
      UserId: 'AIDAJQABLZS4A3QDU576Q',
      RoleId: 'AROAJQABLZS4A3QDU576Q',
      Arn: 'arn:aws:iam::123456789012:user/ops',
    },
  ],
  [
    'service role names',
    {
      Arn: 'arn:aws:iam::123456789012:role/aws-service-role/ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService',
    },
  ],
  [
    'long names',
    {
      Names: [
        'AWSServiceRoleForAmazonElasticFileSystem',
        'AmazonEC2ContainerServiceforEC2RoleAbcde',
        'MyVeryLongLambdaFunctionNameForTheTeam01',
      ],
    },
  ],
  [
    'tag map',
    {
      Tags: {
        Environment: 'production',
        env: 'prod',
        Key: 'x',
        'aws:cloudformation:stack-id':
          'arn:aws:cloudformation:eu-west-1:123456789012:stack/a/1234abcd-12ab-34cd-56ef-1234567890ab',
      },
    },
  ],
  [
    'token settings',
    {
      TokenType: 'Bearer',
      TokenEndpoint: 'https://id.example.com/token',
      AccessTokenValidity: 60,
      TokenValidityUnits: { Days: 'days' },
      EnableTokenRevocation: true,
    },
  ],
  [
    'auth settings',
    {
      AuthorizationType: 'AWS_IAM',
      ApiKeySource: 'HEADER',
      ApiKeyRequired: false,
      AuthTokenEnabled: true,
      CredentialSource: 'Environment',
    },
  ],
  ['generate secret', { GenerateSecret: true, ClientId: '1example23456789', ClientName: 'web' }],
  [
    'public key',
    {
      PublicKey: '-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----',
      SshPublicKeyId: 'APKAEIBAERJR2EXAMPLE',
    },
  ],
  [
    'object keys',
    { S3Key: 'builds/2024/01/app-1.2.3-a1b2c3d4e5f6.zip', ObjectKey: 'a/b/c.json', KeyPrefix: 'logs/' },
  ],
  [
    'switches in metadata',
    {
      metadata: {
        kind: 'compute#metadata',
        fingerprint: 'abc123',
        items: [
          { key: 'enable-oslogin', value: 'TRUE' },
          { key: 'serial-port-enable', value: 'false' },
        ],
      },
    },
  ],
  ['environment switch', { Environment: 'prod', env: 'staging' }],
  ['empty values', { Password: '', Token: null, UserData: '', Environment: { Variables: {} }, Secrets: [] }],
  ['mail addresses', { Contact: 'Ops Team <ops@example.com>', Url: 'https://example.com/users/@me' }],
  ['git URL', { Url: 'ssh://git@github.com/org/repo.git', Clone: 'git@github.com:org/repo.git' }],
  ['URL with port', { Url: 'https://example.com:8443/a@b?x=1' }],
  [
    'placeholders',
    { Command: 'run --password ${DB_PASSWORD} --token $TOKEN', Text: 'password={{resolve:ssm:db}}' },
  ],
  [
    'references in text',
    { Text: 'secret: arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-AbCdEf' },
  ],
  [
    'prose',
    {
      Description:
        'Basic access for the token service; bearer of bad news, see key management and password rotation.',
    },
  ],
  ['description with colon', { Description: 'Group for: web servers, Owner: platform' }],
  ['cron and ratio', { ScheduleExpression: 'cron(0 12 * * ? *)', Ratio: '1:2' }],
  [
    'cipher suites',
    {
      SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
      Ciphers: ['ECDHE-RSA-AES128-GCM-SHA256', 'TLS_AES_128_GCM_SHA256'],
    },
  ],
  [
    'cookies',
    {
      Cookies: { Forward: 'whitelist', WhitelistedNames: { Items: ['session-id', 'csrf-token'] } },
      CookieBehavior: 'all',
    },
  ],
  [
    'dates and numbers',
    { A: '2024-01-01T00:00:00.000Z', B: 1_700_000_000_000, C: '10.0.0.0/8', D: true, E: null },
  ],
  [
    'already redacted',
    { Password: 'redacted:k0:0a1b2c', UserData: 'redacted:k0:0a1b2c', Text: 'token=redacted:k0:0a1b2c' },
  ],
  ['certificate in base64', { Ca: Buffer.from('-----BEGIN CERTIFICATE-----\nMIIC\n').toString('base64') }],
  ['words that hold other words', { Bypass: 'x', Compass: 'north', Secretary: 'Ann', Passage: 'y' }],
  ['XML elements', { Text: '<passwordPolicy>strong</passwordPolicy><tokenType>urn:x</tokenType>' }],
  ['prose with dashes', { Description: 'web servers -- password rotation is manual' }],
  ['SSH public key', { SshKey: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample ops@host' }],
];

test.each(ordinary)('%s', (_, config) => {
  expect(redactConfig(config, { secret: [], digest })).toBe(config);
});

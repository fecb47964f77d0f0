/** Whole parts of real resources without secrets: none of it may be touched. */
import { expect, test } from 'vitest';
import { redactConfig } from './redact.ts';
import type { JsonObject } from './value.ts';

const digest = (text: string): string => `redacted:k1:${text.length}`;
const canonicalUser = '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be';
const keyArn = 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';

const ordinary: readonly (readonly [string, JsonObject])[] = [
  [
    'KMS description',
    {
      KeyMetadata: {
        KeyId: '1234abcd-12ab-34cd-56ef-1234567890ab',
        KeyManager: 'CUSTOMER',
        KeyState: 'Enabled',
        KeyUsage: 'ENCRYPT_DECRYPT',
        KeySpec: 'SYMMETRIC_DEFAULT',
        Description: 'Key that protects the tokens of app',
      },
    },
  ],
  [
    'bucket encryption',
    {
      Rules: [
        {
          ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: keyArn },
          BucketKeyEnabled: true,
        },
      ],
    },
  ],
  ['bucket', { Name: 'secret-plans-of-marketing', CreationDate: '2024-03-04T10:11:12.000Z' }],
  [
    'owner and grants',
    {
      Owner: { ID: canonicalUser },
      Grants: [
        {
          Grantee: { ID: canonicalUser, Type: 'CanonicalUser', DisplayName: 'ops' },
          Permission: 'FULL_CONTROL',
        },
        {
          Grantee: { URI: 'http://acs.amazonaws.com/groups/global/AllUsers', Type: 'Group' },
          Permission: 'READ',
        },
      ],
    },
  ],
  [
    'public access block',
    {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        IgnorePublicAcls: true,
        BlockPublicPolicy: false,
        RestrictPublicBuckets: true,
      },
    },
  ],
  ['versioning', { Versioning: { Status: 'Enabled', MFADelete: 'Disabled' } }],
  [
    'website',
    {
      Website: {
        IndexDocument: { Suffix: 'index.html' },
        ErrorDocument: { Key: 'errors/token-expired.html' },
        RoutingRules: [
          {
            Condition: { KeyPrefixEquals: 'docs/' },
            Redirect: { ReplaceKeyPrefixWith: 'documents/', ReplaceKeyWith: 'a.html' },
          },
        ],
      },
    },
  ],
  [
    'notification filter',
    {
      Filter: {
        Key: {
          FilterRules: [
            { Name: 'Prefix', Value: 'secrets/' },
            { Name: 'Suffix', Value: '.key' },
          ],
        },
      },
    },
  ],
  ['logging', { LoggingEnabled: { TargetBucket: 'logs-123456789012', TargetPrefix: 's3/access/' } }],
  [
    'replication',
    {
      Role: 'arn:aws:iam::123456789012:role/service-role/s3crr_role_for_source',
      Rules: [
        {
          ID: 'all',
          Destination: { Bucket: 'arn:aws:s3:::copy', EncryptionConfiguration: { ReplicaKmsKeyID: keyArn } },
        },
      ],
    },
  ],
  [
    'lifecycle',
    {
      Rules: [
        { ID: 'expire-tokens', Filter: { Prefix: 'tokens/' }, Expiration: { Days: 30 }, Status: 'Enabled' },
      ],
    },
  ],
  [
    'resource ids',
    {
      Ids: [
        'vpc-0123456789abcdef0',
        'subnet-0a1b2c3d4e5f67890',
        'sgr-0123456789abcdef0',
        'eni-0f1e2d3c4b5a69788',
        'i-0123456789abcdef0',
        'ami-0abcdef1234567890',
        'vol-0123456789abcdef0',
        'pl-63a5400a',
        'E2QWRUHAPOMQZL',
        'Z2FDTNDATAQYW2',
      ],
    },
  ],
  [
    'access key listing',
    {
      AccessKeyMetadata: [
        {
          UserName: 'ops',
          AccessKeyId: 'AKIAIOSFODNN7EXAMPLE',
          Status: 'Active',
          CreateDate: '2024-01-01T00:00:00.000Z',
        },
      ],
    },
  ],
  [
    'policy',
    {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'DenyInsecure',
          Effect: 'Deny',
          Principal: '*',
          Action: [
            's3:*',
            'secretsmanager:GetSecretValue',
            'iam:PassRole',
            'sts:GetSessionToken',
            'iam:CreateAccessKey',
          ],
          Resource: ['arn:aws:s3:::b', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-AbCdEf'],
          Condition: {
            Bool: { 'aws:securetransport': ['false'] },
            DateLessThan: { 'aws:tokenissuetime': ['2024-01-01T00:00:00Z'] },
            StringEquals: {
              's3:x-amz-server-side-encryption-aws-kms-key-id': [keyArn],
              'sts:externalid': ['a1b2c3'],
            },
          },
        },
      ],
    },
  ],
  [
    'policy as text',
    {
      Policy: JSON.stringify({
        Version: '2012-10-17',
        Id: 'Key-Policy',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: ['arn:aws:iam::123456789012:root'] },
            Action: 'secretsmanager:*',
            Resource: '*',
            Condition: {
              StringLike: { 'aws:PrincipalTag/token': '*' },
              Bool: { 'aws:SecureTransport': 'true' },
            },
          },
        ],
      }),
    },
  ],
  [
    'policy variables',
    { Resource: ['arn:aws:s3:::home/${aws:username}/*', 'arn:aws:iam::*:mfa/${aws:username}'] },
  ],
  [
    'tag list',
    {
      Tags: [
        { Key: 'Environment', Value: 'production' },
        { Key: 'Name', Value: 'token-service' },
        { Key: 'cost-center', Value: '1234' },
        { Key: 'owner', Value: 'ops@example.com' },
        { Key: 'metadata', Value: 'v1' },
        { Key: 'KeyName', Value: 'bastion' },
      ],
    },
  ],
  [
    'instance metadata options',
    {
      MetadataOptions: {
        State: 'applied',
        HttpTokens: 'required',
        HttpPutResponseHopLimit: 1,
        HttpEndpoint: 'enabled',
        HttpProtocolIpv6: 'disabled',
        InstanceMetadataTags: 'disabled',
      },
    },
  ],
  [
    'security group',
    {
      GroupId: 'sg-0123456789abcdef0',
      GroupName: 'default',
      Description: 'default VPC security group',
      IpPermissions: [
        {
          IpProtocol: 'tcp',
          FromPort: 443,
          ToPort: 443,
          IpRanges: [{ CidrIp: '0.0.0.0/0', Description: 'Allow: https' }],
          Ipv6Ranges: [{ CidrIpv6: '::/0' }],
          UserIdGroupPairs: [{ GroupId: 'sg-0f1e2d3c4b5a69788', UserId: '123456789012' }],
          PrefixListIds: [{ PrefixListId: 'pl-63a5400a' }],
        },
      ],
    },
  ],
  [
    'network interface',
    {
      NetworkInterfaceId: 'eni-0123456789abcdef0',
      MacAddress: '0a:1b:2c:3d:4e:5f',
      PrivateDnsName: 'ip-10-0-0-1.eu-west-1.compute.internal',
      RequesterManaged: true,
    },
  ],
  [
    'password policy',
    {
      PasswordPolicy: {
        MinimumPasswordLength: 14,
        RequireSymbols: true,
        ExpirePasswords: true,
        MaxPasswordAge: 90,
        PasswordReusePrevention: 24,
        HardExpiry: false,
      },
    },
  ],
  [
    'password facts',
    {
      PasswordLastUsed: '2024-01-01T00:00:00Z',
      password_enabled: 'true',
      password_last_changed: '2024-01-01',
      access_key_1_active: 'false',
      access_key_1_last_used_region: 'us-east-1',
      access_key_1_last_used_service: 's3',
      PasswordResetRequired: 'false',
    },
  ],
  [
    'managed secret',
    {
      MasterUserSecret: {
        SecretArn: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!db-1',
        SecretStatus: 'active',
        KmsKeyId: keyArn,
      },
    },
  ],
  [
    'listed secret',
    {
      ARN: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-AbCdEf',
      Name: 'prod/db',
      RotationEnabled: true,
      SecretVersionsToStages: { '1234abcd-12ab-34cd-56ef-1234567890ab': ['AWSCURRENT'] },
    },
  ],
  [
    'secret references of a container',
    { secrets: [{ name: 'DB_PASSWORD', valueFrom: 'arn:aws:ssm:eu-west-1:123456789012:parameter/db' }] },
  ],
  [
    'certificate',
    {
      CertificateBody: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
      KeyAlgorithm: 'RSA-2048',
      Serial: '0a:1b:2c',
    },
  ],
  [
    'key schema',
    {
      KeySchema: [{ AttributeName: 'tenantId', KeyType: 'HASH' }],
      PartitionKey: 'tenantId',
      SortKey: 'createdAt',
    },
  ],
  [
    'database parameters',
    {
      Parameters: [
        { ParameterName: 'password_encryption', ParameterValue: 'scram-sha-256' },
        { ParameterName: 'rds.force_ssl', ParameterValue: '1' },
        { ParameterName: 'default_password_lifetime', ParameterValue: '90' },
      ],
    },
  ],
  [
    'load balancer attributes',
    {
      Attributes: [
        { Key: 'access_logs.s3.enabled', Value: 'true' },
        { Key: 'routing.http.drop_invalid_header_fields.enabled', Value: 'false' },
      ],
    },
  ],
  [
    'queue',
    {
      QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/token-refresh',
      KmsMasterKeyId: 'alias/aws/sqs',
      KmsDataKeyReusePeriodSeconds: '300',
    },
  ],
  [
    'build environment',
    {
      environment: {
        type: 'LINUX_CONTAINER',
        image: 'aws/codebuild/standard:7.0',
        computeType: 'BUILD_GENERAL1_SMALL',
        privilegedMode: false,
        environmentVariables: [],
      },
    },
  ],
  [
    'workflow environment',
    {
      Environment: {
        Name: 'airflow',
        Arn: 'arn:aws:airflow:eu-west-1:123456789012:environment/airflow',
        Status: 'AVAILABLE',
      },
    },
  ],
  [
    'object metadata of a service',
    {
      metadata: {
        name: 'svc',
        namespace: '123',
        uid: '1234abcd-12ab-34cd-56ef-1234567890ab',
        labels: { env: 'prod' },
      },
    },
  ],
  [
    'federated trust',
    {
      Statement: [
        {
          Effect: 'Allow',
          Principal: {
            Federated: ['arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com'],
          },
          Action: ['sts:AssumeRoleWithWebIdentity'],
          Condition: {
            StringLike: { 'token.actions.githubusercontent.com:sub': ['repo:org/app:*'] },
            'ForAllValues:StringEquals': { 'aws:TagKeys': ['secret'], 'aws:requesttag/token': ['x'] },
          },
        },
      ],
    },
  ],
];

test.each(ordinary)('%s', (_, config) => {
  expect(redactConfig(config, { secret: [], digest })).toBe(config);
});

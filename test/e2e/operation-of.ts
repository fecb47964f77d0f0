/** Which AWS operation an HTTP request is, told from the wire: signature scope, form, target header, path and query. */

export type WireRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
};

export type Operation = {
  readonly name: string;
  readonly service: string;
  readonly region: string;
  /** The id of the access key by which it is signed. */
  readonly keyId: string;
};

const bucketReads: Readonly<Record<string, string>> = {
  acl: 'GetBucketAcl',
  policy: 'GetBucketPolicy',
  policyStatus: 'GetBucketPolicyStatus',
  publicAccessBlock: 'GetPublicAccessBlock',
  ownershipControls: 'GetBucketOwnershipControls',
  versioning: 'GetBucketVersioning',
  encryption: 'GetBucketEncryption',
  logging: 'GetBucketLogging',
  lifecycle: 'GetBucketLifecycleConfiguration',
  website: 'GetBucketWebsite',
  cors: 'GetBucketCors',
  replication: 'GetBucketReplication',
  notification: 'GetBucketNotificationConfiguration',
  'object-lock': 'GetObjectLockConfiguration',
  accelerate: 'GetBucketAccelerateConfiguration',
  requestPayment: 'GetBucketRequestPayment',
  tagging: 'GetBucketTagging',
  location: 'GetBucketLocation',
};

/** The services whose calls are told by method and path: the operation's name to the end of its path. */
const restPaths: Readonly<Record<string, readonly (readonly [path: RegExp, name: string])[]>> = {
  // https://docs.aws.amazon.com/accounts/latest/reference/API_Operations.html
  account: [
    [/^\/getContactInformation$/, 'GetContactInformation'],
    [/^\/getAlternateContact$/, 'GetAlternateContact'],
  ],
  // https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html
  lambda: [
    [/\/functions\/?$/, 'ListFunctions'],
    [/\/functions\/[^/]+\/policy$/, 'GetPolicy'],
    [/\/functions\/[^/]+\/url$/, 'GetFunctionUrlConfig'],
    [/\/functions\/[^/]+\/aliases$/, 'ListAliases'],
    [/\/functions\/[^/]+\/versions$/, 'ListVersionsByFunction'],
    [/\/event-source-mappings\/?$/, 'ListEventSourceMappings'],
    [/^\/2017-03-31\/tags\//, 'ListTags'],
  ],
};

/** The operation as the product names it (`s3:GetBucketAcl`), with the region and the key of its signature. */
export function operationOf(request: WireRequest): Operation {
  const scope = /Credential=([^/]+)\/\d+\/([^/]+)\/([^/]+)\//.exec(
    String(request.headers['authorization'] ?? ''),
  );
  const [, keyId = '', region = '', signed = ''] = scope ?? [];
  const service = request.path.startsWith('/v20180820/') ? 's3control' : signed;
  return { name: `${service}:${actionOf(service, request)}`, service, region, keyId };
}

function actionOf(service: string, request: WireRequest): string {
  const target = request.headers['x-amz-target'];
  if (typeof target === 'string') return target.split('.').at(-1) ?? '';
  if (service === 's3control') return 'GetPublicAccessBlock';
  if (service === 's3') return bucketOperation(request);
  const rest = restPaths[service];
  if (rest !== undefined) return rest.find(([path]) => path.test(request.path))?.[1] ?? request.path;
  return new URLSearchParams(request.body).get('Action') ?? '';
}

function bucketOperation({ method, path, query }: WireRequest): string {
  if (method === 'HEAD') return 'HeadBucket';
  if (path === '/') return 'ListBuckets';
  const read = Object.keys(bucketReads).find((key) => query.has(key));
  return read === undefined ? `${method} ${path}` : (bucketReads[read] ?? '');
}

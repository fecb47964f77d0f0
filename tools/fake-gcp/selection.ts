/** Which of Google's methods the fake knows: the reads that the product makes or may make. A write is unknown to it, and fails a test. */

export type Selection = {
  /** The document's file name without its ending, such as `compute.v1`. */
  readonly document: string;
  /** The ids of the methods, without the name of the API: `firewalls.list`. */
  readonly methods: RegExp;
};

const computeCollections = [
  'addresses',
  'backendBuckets',
  'backendServices',
  'disks',
  'firewallPolicies',
  'firewalls',
  'forwardingRules',
  'globalAddresses',
  'globalForwardingRules',
  'images',
  'instanceGroupManagers',
  'instanceTemplates',
  'instances',
  'networkFirewallPolicies',
  'networks',
  'projects',
  'regionNetworkFirewallPolicies',
  'regions',
  'routers',
  'routes',
  'snapshots',
  'sslPolicies',
  'subnetworks',
  'targetHttpsProxies',
  'urlMaps',
  'vpnTunnels',
  'zones',
].join('|');

export const selections: readonly Selection[] = [
  { document: 'bigquery.v2', methods: /^(datasets|tables|routines)\.(get|list|getIamPolicy)$/ },
  {
    document: 'cloudasset.v1',
    methods: /^(assets\.list|batchGetAssetsHistory|feeds\.(get|list)|searchAll(IamPolicies|Resources))$/,
  },
  {
    document: 'cloudkms.v1',
    methods: /^projects\.locations\.(get|list|keyRings.*\.(get|list|getIamPolicy))$/,
  },
  {
    document: 'cloudresourcemanager.v3',
    methods: /^(folders|liens|organizations|projects)\.(get|getIamPolicy|list|search)$/,
  },
  {
    document: 'compute.v1',
    methods: new RegExp(
      `^(${computeCollections})\\.(get|list|aggregatedList|getIamPolicy|getEffectiveFirewalls|listAssociations|getXpnHost|getXpnResources)$`,
    ),
  },
  {
    document: 'iam.v1',
    methods:
      /^(roles|organizations\.roles|projects\.(roles|serviceAccounts|serviceAccounts\.keys|locations\.workloadIdentityPools(\.providers)?))\.(get|list|getIamPolicy)$/,
  },
  { document: 'iam.v2', methods: /^policies\.(get|listPolicies)$/ },
  {
    document: 'logging.v2',
    methods:
      /^(organizations|folders|projects)\.((sinks|exclusions|locations\.buckets)\.(get|list)|getSettings)$|^projects\.metrics\.list$/,
  },
  {
    document: 'orgpolicy.v2',
    methods: /\.policies\.(get|list|getEffectivePolicy)$|\.customConstraints\.(get|list)$/,
  },
  {
    document: 'pubsub.v1',
    // A subscriber reads its own subscription; taking and acknowledging change nothing that is watched.
    methods:
      /^projects\.(topics|subscriptions)\.(get|list|getIamPolicy)$|^projects\.subscriptions\.(pull|acknowledge)$/,
  },
  { document: 'serviceusage.v1', methods: /^services\.(batchGet|get|list)$/ },
  { document: 'sqladmin.v1', methods: /^(instances|users|databases|backupRuns)\.(get|list)$/ },
  {
    document: 'storage.v1',
    methods:
      /^(buckets|bucketAccessControls|defaultObjectAccessControls|notifications)\.(get|list|getIamPolicy)$/,
  },
];

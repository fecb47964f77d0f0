/** Laws of the Google Cloud kinds: what is added can only do what it says, order says nothing, and nothing throws. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from '../judge.ts';

const now = Date.parse('2026-06-01T00:00:00Z');
/** Cases that a law says nothing of are drawn again: `numRuns` counts those that it does. */
const options = { seed: 8_123, numRuns: 1_000, maxSkipsPerRun: 500 };

const ours = { domains: ['nest.example'], projects: ['nest-1'], projectNumbers: ['4242'] };
const member = fc.constantFrom(
  'allUsers',
  'allAuthenticatedUsers',
  'user:ada@nest.example',
  'user:eve@gmail.com',
  'group:ops@rival.example',
  'serviceAccount:a@nest-1.iam.gserviceaccount.com',
  'serviceAccount:a@rival-1.iam.gserviceaccount.com',
  'serviceAccount:4242-compute@developer.gserviceaccount.com',
  'serviceAccount:service-4242@gcp-sa-pubsub.iam.gserviceaccount.com',
  'principalSet://iam.googleapis.com/projects/4242/locations/global/workloadIdentityPools/ci/*',
  'deleted:user:eve@rival.example?uid=1',
  'nobody',
);
const role = fc.constantFrom(
  'roles/owner',
  'roles/viewer',
  'roles/cloudkms.admin',
  'roles/cloudkms.cryptoKeyDecrypter',
  'roles/iam.serviceAccountAdmin',
  'roles/iam.serviceAccountUser',
  'roles/container.serviceAgent',
  'projects/nest-1/roles/own',
);
const expression = fc.constantFrom(
  'true',
  'false',
  'resource.name == "x"',
  'request.time < timestamp("2026-01-01T00:00:00Z")',
  'request.time > timestamp("2026-01-01T00:00:00Z")',
  'what',
);
const binding = fc.record(
  { role, members: fc.array(member, { maxLength: 4 }), condition: fc.record({ expression }) },
  { requiredKeys: ['role', 'members'] },
);
const bindings = fc.array(binding, { maxLength: 5 });
const whole = fc.constantFrom(ours, undefined);

/** The names of the fields that are true. */
function truths(kind: string, input: unknown): readonly string[] {
  return Object.entries(judge(kind, input, now)).flatMap(([field, value]) => (value === true ? [field] : []));
}
const iam = (list: readonly unknown[], organization: unknown) =>
  truths('gcp-iam', { resource: 'project', bindings: list, organization });

describe('allow policies', () => {
  test('an added binding never closes', () => {
    fc.assert(
      fc.property(bindings, binding, whole, (list, added, organization) => {
        const before = iam(list, organization);
        expect(iam([...list, added], organization)).toEqual(expect.arrayContaining([...before]));
      }),
      options,
    );
  });

  test('an added condition never opens', () => {
    fc.assert(
      fc.property(bindings, expression, whole, (list, added, organization) => {
        const bare = list.map(({ role: held, members }) => ({ role: held, members }));
        const before = iam(bare, organization);
        const narrowed = bare.map((one) => ({ ...one, condition: { expression: added } }));
        expect(before).toEqual(expect.arrayContaining([...iam(narrowed, organization)]));
        expect(before).toEqual(expect.arrayContaining([...iam(list, organization)]));
      }),
      options,
    );
  });

  test('the order of bindings and members says nothing, nor does one binding cut into many', () => {
    fc.assert(
      fc.property(bindings, whole, (list, organization) => {
        const before = iam(list, organization);
        const turned = list.toReversed().map((one) => ({ ...one, members: one.members.toReversed() }));
        const cut = list.flatMap((one) => one.members.map((single) => ({ ...one, members: single })));
        expect(iam(turned, organization)).toEqual(before);
        expect(iam(cut, organization)).toEqual(before);
      }),
      options,
    );
  });

  test('more that is ours never makes more external', () => {
    fc.assert(
      fc.property(bindings, (list) => {
        const more = {
          ...ours,
          domains: [...ours.domains, 'rival.example'],
          projects: ['nest-1', 'rival-1'],
        };
        fc.pre(!iam(list, ours).includes('external'));
        expect(iam(list, more)).not.toContain('external');
      }),
      options,
    );
  });
});

describe('buckets', () => {
  const entry = fc.record({
    role: fc.constant('READER'),
    entity: fc.constantFrom('allUsers', 'user-a@nest.example'),
  });
  const bucket = fc.record(
    {
      iam: bindings,
      acl: fc.array(entry, { maxLength: 3 }),
      uniformBucketLevelAccess: fc.boolean(),
      publicAccessPrevention: fc.constantFrom('enforced', 'inherited'),
    },
    { requiredKeys: ['iam', 'acl'] },
  );
  const isPublic = (input: unknown) => truths('gcs-bucket', input).includes('public');

  test('an added grant never closes, an added prevention never opens', () => {
    fc.assert(
      fc.property(bucket, binding, entry, (input, grant, listed) => {
        const more = { ...input, iam: [...input.iam, grant], acl: [listed, ...input.acl] };
        expect(isPublic(input) && !isPublic(more)).toBe(false);
        expect(isPublic({ ...input, uniformBucketLevelAccess: true }) && !isPublic(input)).toBe(false);
        expect(isPublic({ ...input, publicAccessPrevention: 'enforced' })).toBe(false);
      }),
      options,
    );
  });
});

describe('firewall rules', () => {
  const range = fc.constantFrom('0.0.0.0/0', '0.0.0.0/1', '128.0.0.0/1', '::/0', '::/1', '10.0.0.0/8', 'x');
  const ports = fc.array(fc.constantFrom('80', '79-81', '0-65535', '0-79', '81-65535', 'x'), {
    maxLength: 3,
  });
  const traffic = fc.record(
    { IPProtocol: fc.constantFrom('tcp', '6', 'udp', 'all', 'icmp', 'sctp', 'x'), ports },
    { requiredKeys: ['IPProtocol'] },
  );
  const rule = fc.record(
    {
      direction: fc.constantFrom('INGRESS', 'INGRESS', 'EGRESS'),
      sourceRanges: fc.array(range, { maxLength: 3 }),
      allowed: fc.array(traffic, { maxLength: 3 }),
      disabled: fc.boolean(),
      sourceTags: fc.constant(['web']),
    },
    { requiredKeys: ['sourceRanges', 'allowed'] },
  );
  const question = fc.record(
    {
      protocol: fc.constantFrom('tcp', 'udp', 'all', 'icmp'),
      ports: fc.constantFrom([80], [80, 443], []),
      allPorts: fc.constant(true),
    },
    { requiredKeys: [] },
  );
  const firewall = (written: unknown, asked: object) => truths('gcp-firewall', { rule: written, ...asked });

  test('an added range or protocol never closes', () => {
    fc.assert(
      fc.property(rule, question, fc.tuple(range, traffic), (written, asked, [source, more]) => {
        const before = firewall(written, asked);
        const wider = {
          ...written,
          sourceRanges: [...written.sourceRanges, source],
          allowed: [more, ...written.allowed],
        };
        expect(firewall(wider, asked)).toEqual(expect.arrayContaining([...before]));
      }),
      options,
    );
  });

  test('the order of ranges, protocols and ports says nothing', () => {
    fc.assert(
      fc.property(rule, question, (written, asked) => {
        const turned = {
          ...written,
          sourceRanges: written.sourceRanges.toReversed(),
          allowed: written.allowed
            .toReversed()
            .map((one) => (one.ports === undefined ? one : { ...one, ports: one.ports.toReversed() })),
        };
        expect(firewall(turned, asked)).toEqual(firewall(written, asked));
      }),
      options,
    );
  });
});

test('an added permission, or a higher level, never takes a way to others away', () => {
  const permission = fc.constantFrom(
    'iam.serviceAccounts.actAs',
    'run.services.create',
    'iam.roles.update',
    'iam.roles.get',
    'resourcemanager.folders.setIamPolicy',
    'resourcemanager.organizations.setIamPolicy',
  );
  const levels = ['project', 'folder', 'organization'];
  fc.assert(
    fc.property(fc.array(permission), permission, fc.nat({ max: 1 }), (held, added, level) => {
      const escalates = (permissions: readonly string[], at: number) =>
        truths('gcp-escalation', { permissions, scope: levels[at] }).includes('escalates');
      fc.pre(escalates(held, level));
      expect(escalates([added, ...held].toReversed(), level)).toBe(true);
      expect(escalates(held, level + 1)).toBe(true);
    }),
    options,
  );
});

const any = fc.jsonValue({ maxDepth: 3 });
const mostly = (value: fc.Arbitrary<unknown>) => fc.oneof({ weight: 6, arbitrary: value }, any);
const record = (fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, mostly(value)])), {
    requiredKeys: [],
  });
const list = (element: fc.Arbitrary<unknown>) => mostly(fc.array(mostly(element), { maxLength: 4 }));
const text = fc.oneof(
  fc.string(),
  fc.constantFrom('__proto__', 'constructor', 'serviceAccount:', 'principal://', '@'),
);
const odd = record({ role: text, members: list(text), condition: record({ expression: text }) });

const inputs: Readonly<Record<string, readonly [string, fc.Arbitrary<unknown>]>> = {
  'gcp-iam': [
    'public',
    record({
      resource: text,
      bindings: list(odd),
      member: text,
      organization: record({ domains: list(text), projects: list(text), projectNumbers: list(text) }),
    }),
  ],
  'gcp-firewall': [
    'internet',
    record({
      rule: record({
        direction: text,
        sourceRanges: list(text),
        allowed: list(record({ IPProtocol: text, ports: list(text) })),
        disabled: any,
      }),
      protocol: text,
      ports: list(fc.integer()),
    }),
  ],
  'gcp-instance': [
    'publicIp',
    record({
      networkInterfaces: list(record({ accessConfigs: list(any), ipv6AccessConfigs: list(any) })),
      serviceAccounts: list(record({ email: text })),
      projectDefault: text,
    }),
  ],
  'gcs-bucket': [
    'public',
    record({
      iam: list(odd),
      acl: list(record({ entity: text })),
      uniformBucketLevelAccess: any,
      publicAccessPrevention: text,
    }),
  ],
  'gcp-bigquery-access': [
    'public',
    record({ access: list(record({ specialGroup: text, view: any, iam_member: text })) }),
  ],
  'gcp-sa-keys': ['userManaged', record({ keys: list(record({ type: text, keyType: text })) })],
  'gcp-escalation': [
    'escalates',
    record({ permissions: list(text), scope: fc.constantFrom('project', 'folder', 'organization') }),
  ],
};

test.each(Object.entries(inputs))(
  '%s answers its field or says what it cannot read',
  (kind, [field, input]) => {
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: input }, any), (question) => {
        const result = judge(kind, question, now);
        expect(typeof result[field] === 'boolean' || Object.keys(result).join() === 'malformed').toBe(true);
      }),
      { seed: 8_147, numRuns: 3_000 },
    );
  },
);

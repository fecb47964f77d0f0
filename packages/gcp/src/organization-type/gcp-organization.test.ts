/** An organization over the wire: who it is, and which projects lie in it. */
import { type FoundAccount, OperationError, type Send } from '@security-monkey/sdk';
import { afterEach, describe, expect, it } from 'vitest';
import { type Estate, type FakeGcp, startFakeGcp } from '../../../../test/fake-gcp/start.ts';
import { fileWith, serviceAccountKey } from '../test-support/key-file.ts';
import { gcpOrganization } from './gcp-organization.ts';

const crm = '/cloudresourcemanager.googleapis.com/v3';
const project = (number: number, projectId: string, state = 'ACTIVE') => ({
  name: `projects/${number}`,
  projectId,
  state,
});
const folder = (number: number, state = 'ACTIVE') => ({ name: `folders/${number}`, state });

const estate: Estate = {
  parents: ['folders/333333', 'folders/222222'],
  holds: {
    [`${crm}/organizations/4242424242`]: {
      name: 'organizations/4242424242',
      displayName: 'acme.example',
      directoryCustomerId: 'C01234567',
      state: 'ACTIVE',
    },
    [`${crm}/organizations/4343434343`]: { name: 'organizations/4343434343', state: 'DELETE_REQUESTED' },
    [`${crm}/organizations/4444444444`]: { name: 'organizations/4242424242' },
    [`${crm}/projects?parent=organizations/4242424242`]: [project(1, 'acme-root')],
    [`${crm}/folders?parent=organizations/4242424242`]: [folder(111111), folder(222222)],
    [`${crm}/projects?parent=folders/111111`]: [
      project(2, 'acme-web'),
      project(3, 'acme-old', 'DELETE_REQUESTED'),
      project(4, 'acme-data'),
    ],
    [`${crm}/folders?parent=folders/111111`]: [folder(333333), folder(444444, 'DELETE_REQUESTED')],
    [`${crm}/projects?parent=folders/333333`]: [project(5, 'acme-deep')],
  },
};
const keyFile = fileWith(serviceAccountKey);

let fake: FakeGcp;
afterEach(async () => {
  await fake.close();
});

async function connecting(fields: object = {}, identifier = '4242424242', pageCap = 2) {
  fake = await startFakeGcp(estate, { pageCap });
  const account = {
    identifier,
    name: 'acme',
    fields: gcpOrganization.fields.parse({ endpoint: fake.url, keyFile, ...fields }),
  };
  const connection = await gcpOrganization.connect(account, { now: () => 0 });
  const signal = new AbortController().signal;
  const send: Send = async (operation, input) => {
    try {
      return await connection.send({ operation, input, region: '', signal });
    } catch (error) {
      throw new OperationError({ ...gcpOrganization.classify(error), operation });
    }
  };
  return { send, account };
}

async function discovered(...[fields]: Parameters<typeof connecting>): Promise<readonly FoundAccount[]> {
  const found: FoundAccount[] = [];
  for await (const page of gcpOrganization.discovery?.find(await connecting(fields)) ?? [])
    found.push(...page);
  return found;
}

const inShort = (found: readonly FoundAccount[]) =>
  found.map(({ identifier, leftOut }) => `${identifier}${leftOut === undefined ? '' : ` (${leftOut})`}`);

const old = 'acme-old (The project acme-old is to be deleted: what was known of it is frozen.)';

describe('discovery', () => {
  it('finds the projects of all folders, and says which are to be deleted', async () => {
    expect(inShort(await discovered())).toEqual(['acme-root', 'acme-web', old, 'acme-data', 'acme-deep']);
  });

  it('looks into the chosen folders and below them only, each once', async () => {
    expect(inShort(await discovered({ folders: '333333, 111111 333333' }))).toEqual([
      'acme-deep',
      'acme-web',
      old,
      'acme-data',
    ]);
  });

  it('leaves out what a field names', async () => {
    const found = await discovered({ folders: '111111', exclude: 'acme-web' });
    expect(inShort(found)[0]).toBe('acme-web (The field exclude of the organization names acme-web.)');
  });

  it('signs in to each project as to the organization', async () => {
    const [first] = await discovered({ quotaProject: 'acme-ops', folders: '333333' });
    expect(first?.fields).toEqual({
      endpoint: fake.url,
      keyFile,
      quotaProject: 'acme-ops',
      organizationId: '4242424242',
    });
  });

  it.each([
    ['projects', /GET .*v3\/projects\?parent=folders%2F111111/],
    ['folders', /GET .*v3\/folders\?parent=folders%2F111111/],
  ])('fails when the %s of one folder may not be listed', async (kind, match) => {
    const asked = await connecting();
    fake.put({ match, kind: 'PERMISSION_DENIED', permission: `resourcemanager.${kind}.list` });
    const finding = async () => {
      for await (const _ of gcpOrganization.discovery?.find(asked) ?? []);
    };
    await expect(finding()).rejects.toMatchObject({
      failure: { class: 'access_denied', permission: `resourcemanager.${kind}.list` },
    });
    expect(Object.keys(fake.calls())).not.toContain('cloudresourcemanager.projects.search');
  });
});

describe('a probe', () => {
  it('finds the domain', async () => {
    expect(await gcpOrganization.probe(await connecting())).toEqual({
      facts: { partition: 'gcp', organizationId: '4242424242', aliases: ['acme.example', 'C01234567'] },
      regions: [],
      homeRegion: 'global',
    });
  });

  it.each([
    ['an organization that is to be deleted', '4343434343', 'account_suspended'],
    ['another organization than was asked for', '4444444444', 'account_mismatch'],
    ['an organization that nobody has', '4545454545', 'not_found'],
  ])('is refused for %s', async (_name, identifier, expected) => {
    const asked = await connecting({}, identifier);
    await expect(gcpOrganization.probe(asked)).rejects.toMatchObject({ failure: { class: expected } });
  });

  it('says that an API is off in the project of the credentials, never that it is not in use', async () => {
    const asked = await connecting();
    fake.put({ match: /organizations/, kind: 'SERVICE_DISABLED' });
    await expect(gcpOrganization.probe(asked)).rejects.toMatchObject({ failure: { class: 'misconfigured' } });
  });
});

it.each([
  ['4242424242', { value: '4242424242' }],
  ['organizations/4242424242', { value: '4242424242' }],
  ['acme.example', { problem: expect.stringContaining('digits only') }],
  ['', { problem: expect.stringContaining('digits only') }],
])('%j as an organization id', (text, expected) => {
  expect(gcpOrganization.identifier.parse(text)).toEqual(expected);
});

it.each([
  ['folders', '111111,222222', true],
  ['folders', 'finance', false],
  ['folders', ' ', false],
  ['exclude', 'acme-old acme-web', true],
  ['exclude', 'Acme', false],
])('%s takes %j: %s', (name, text, isRight) => {
  expect(gcpOrganization.fields.safeParse({ [name]: text }).success).toBe(isRight);
});

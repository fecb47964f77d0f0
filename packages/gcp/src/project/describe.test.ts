/** What Compute Engine keeps for a project, when it is on, off, or nobody may tell. */
import { describe, expect, it } from 'vitest';
import { answering, refuse } from '../test-support/answering.ts';
import { describeProject } from './describe.ts';

const listed = { name: 'projects/1', projectId: 'acme-web' };
const services = (...hosts: readonly string[]) => ({
  services: hosts.map((host) => ({ name: `projects/1/services/${host}` })),
});

function described(listing: () => object) {
  const context = answering((operation) => {
    if (operation === 'serviceusage:services.list') return listing();
    return operation === 'compute:projects.get' ? { id: '7', quotas: [{ usage: 1 }] } : {};
  });
  return describeProject(context, listed).then(({ config, unreadable = [] }) => ({
    compute: config['compute'],
    services: config['services'],
    unreadable: unreadable.map(({ path }) => path),
    isAsked: context.asked.some(({ operation }) => operation === 'compute:projects.get'),
  }));
}

describe('Compute Engine', () => {
  it('is read without the quotas when it is on', async () => {
    expect(await described(() => services('compute.googleapis.com'))).toEqual({
      compute: { kind: 'compute#project', id: '7' },
      services: ['compute.googleapis.com'],
      unreadable: [],
      isAsked: true,
    });
  });

  it('is not asked when it is off', async () => {
    expect(await described(() => services('storage.googleapis.com'))).toEqual({
      compute: null,
      services: ['storage.googleapis.com'],
      unreadable: [],
      isAsked: false,
    });
  });

  it('is asked itself when nobody may tell whether it is on', async () => {
    expect(await described(() => refuse('access_denied'))).toEqual({
      compute: { kind: 'compute#project', id: '7' },
      services: undefined,
      unreadable: ['/services'],
      isAsked: true,
    });
  });
});

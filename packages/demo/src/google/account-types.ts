/** The account types `gcp-demo` and `gcp-organization-demo`: the simulated projects and what lies above them, watched by the watchers of Google Cloud. */
import { type AccountType, defineAccountType } from '@security-monkey/sdk';
import { z } from 'zod';
import { classifyDemoError } from '../classify.ts';
import { connectTo, type Simulator } from '../connect.ts';
import { knownAmong, parseAmong } from '../identifier.ts';
import { peopleDomain } from '../world/organisation.ts';
import { answerOfGoogle } from './answers/google-answer.ts';
import type { GoogleWorld } from './world/google-world.ts';
import { directory, organizationAccount, organizationId, partner, projects } from './world/organisation.ts';

const fields = z.strictObject({});

/** Google Cloud as a place: it has no regions that are switched on and off. */
const everywhere = { regions: [], homeRegion: 'global' };

const ids = projects.map(({ number }) => number);

export function googleAccountTypes(simulator: Simulator<GoogleWorld>): readonly AccountType<typeof fields>[] {
  return [
    defineAccountType({
      id: 'gcp-demo',
      title: 'Simulated Google Cloud project',
      extends: 'gcp',
      identifier: {
        label: 'Project id',
        example: ids[0] ?? '',
        parse: (text) => parseAmong([...ids, partner], text.trim().replace(/^projects\//, '')),
      },
      ...common(ids, simulator),
      probe: async ({ account }) => {
        const { counted } = knownAmong(projects, account.identifier);
        return { facts: factsOf([counted]), ...everywhere };
      },
    }),
    defineAccountType({
      id: 'gcp-organization-demo',
      title: 'Simulated Google Cloud organization',
      extends: 'gcp-organization',
      identifier: {
        label: 'Organization id',
        example: organizationId,
        parse: (text) => parseAmong([organizationId], text.trim().replace(/^organizations\//, '')),
      },
      ...common([organizationId], simulator),
      probe: async ({ account }) => {
        knownAmong([organizationAccount], account.identifier);
        return { facts: factsOf([peopleDomain, directory]), ...everywhere };
      },
    }),
  ];
}

/** Who did something is not asked: as for projects of one's own, no audit log is read. */
function common(own: readonly string[], { worldAt, dice }: Simulator<GoogleWorld>) {
  return {
    fields,
    permissions: {},
    connect: connectTo({
      own,
      answer: ({ operation, region: _everywhere, ...call }) =>
        answerOfGoogle(operation, { ...call, world: worldAt(call.moment), dice }),
    }),
    classify: classifyDemoError,
    budgetKey: ({ account, operation }: { readonly account: string; readonly operation: string }) =>
      `gcp-demo/${account}/${operation.split(':')[0]}`,
  };
}

function factsOf(aliases: readonly string[]) {
  return { partition: 'gcp', organizationId, aliases };
}

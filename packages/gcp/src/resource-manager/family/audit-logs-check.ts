/** Makes checks on what a project, folder or organization logs of who reads and writes data. */
import {
  type CheckContext,
  defineCheck,
  type ExampleItem,
  isJsonObject,
  type JsonObject,
  type RelatedItem,
  type Watcher,
} from '@security-monkey/sdk';
import type { z } from 'zod';
import { auditConfig } from '../../client/allow-policy.ts';

type AuditConfig = z.output<typeof auditConfig>;

/** https://cloud.google.com/logging/docs/audit/configure-data-access#auditconfig_objects */
const logTypes = ['ADMIN_READ', 'DATA_READ', 'DATA_WRITE'] as const;

type AuditLogsTarget<Schema extends z.ZodType> = {
  readonly watcher: Watcher<Schema>;
  readonly noun: string;
  /** Whether something lies above it, whose settings hold for it too: the relation `ancestors`. */
  readonly hasAncestors: boolean;
  readonly nameOf: (config: z.output<Schema>) => string;
  readonly auditConfigsOf: (config: z.output<Schema>) => readonly AuditConfig[];
  readonly example: (auditConfigs: readonly JsonObject[]) => JsonObject;
};

const all = logTypes.map((logType) => ({ logType }));
const every = (auditLogConfigs: readonly JsonObject[]) => [{ service: 'allServices', auditLogConfigs }];
const kim = 'user:kim@acme.example';

/** Ancestors add to what the resource itself logs, and to whom it exempts. */
function above(auditConfigs: readonly JsonObject[], complete = true): Pick<ExampleItem, 'related'> {
  const key = '//cloudresourcemanager.googleapis.com/organizations/424242424242';
  const items = [{ technology: 'gcp.organization', key, value: { auditConfigs } }];
  return { related: { ancestors: { items, complete } } };
}

export function auditLogsCheck<Schema extends z.ZodType>(target: AuditLogsTarget<Schema>) {
  const { watcher, noun, hasAncestors, nameOf, auditConfigsOf, example } = target;
  return defineCheck({
    id: `${watcher.id}.audit-logs-off`,
    watcher,
    version: 1,
    score: 3,
    category: 'recommendation',
    title: 'Not everything that is read and written is logged',
    why: `Google logs by itself who changes the configuration, and no more. Without the logs of data access of all services nobody can tell afterwards who read or wrote what in the ${noun}.${hasAncestors ? ' What folders and organizations above it log counts.' : ''}`,
    fix: 'Switch on admin read, data read and data write for all services, at the organization best, and exempt nobody. Mind what the logs cost.',
    links: ['https://cloud.google.com/logging/docs/audit/configure-data-access'],
    frameworks: { 'cis-gcp-5.0': ['2.1'] },
    messages: {
      off: '{log} is not logged for all services',
      exempt: '{member} is exempt from the log {log}',
    },
    ...(hasAncestors && { needs: ['ancestors'] }),
    examples: examplesOf(example, hasAncestors),
    run: (context) => {
      const own = auditConfigsOf(context.config);
      const inherited = hasAncestors ? inheritedConfigs(context.related('ancestors').all()) : [];
      for (const logType of logTypes) {
        if (![...own, ...inherited].some((one) => logsForAll(one, logType)))
          context.report('off', {
            subject: { log: logType },
            evidence: [
              hasAncestors
                ? { path: '@ancestors', value: logType }
                : { path: '/name', value: nameOf(context.config) },
            ],
          });
      }
      reportExempt(own, context);
    },
  });
}

/** What is logged here and what above, and what of that is told. */
function examplesOf(example: (auditConfigs: readonly JsonObject[]) => JsonObject, hasAncestors: boolean) {
  const off = (logType: string) => ({ message: 'off' as const, subject: { log: logType } });
  const exempt = (log: string, member: string) => ({ message: 'exempt' as const, subject: { log, member } });
  const here = (name: string, auditConfigs: readonly JsonObject[]) => ({
    name,
    config: example(auditConfigs),
    ...(hasAncestors && above([])),
  });
  const toldAbove = [
    { name: 'everything is logged above', config: example([]), ...above(every(all)) },
    {
      name: 'the rest is logged above',
      config: example(every([{ logType: 'ADMIN_READ' }])),
      ...above(every([{ logType: 'DATA_READ' }, { logType: 'DATA_WRITE' }])),
    },
  ];
  const service = [{ service: 'storage.googleapis.com', auditLogConfigs: all }];
  const exempting = [...all.slice(0, 2), { logType: 'DATA_WRITE', exemptedMembers: [kim] }];
  return {
    good: [here('everything is logged here', every(all)), ...(hasAncestors ? toldAbove : [])],
    bad: [
      { ...here('nothing is logged', []), reports: logTypes.map(off) },
      { ...here('only one service is logged', service), reports: logTypes.map(off) },
      { ...here('one type is not logged', every(all.slice(0, 2))), reports: [off('DATA_WRITE')] },
      { ...here('somebody is exempt', every(exempting)), reports: [exempt('DATA_WRITE', kim)] },
    ],
  };
}

function inheritedConfigs(ancestors: readonly RelatedItem[]): readonly AuditConfig[] {
  return ancestors.flatMap(({ value: { auditConfigs } }) => {
    const list: readonly unknown[] = Array.isArray(auditConfigs) ? auditConfigs : [];
    return list.filter(isJsonObject).map((one) => auditConfig.parse(one));
  });
}

function logsForAll({ service, auditLogConfigs = [] }: AuditConfig, logType: string): boolean {
  return service === 'allServices' && auditLogConfigs.some((one) => one.logType === logType);
}

/** Each member once a log, whichever services it is exempt for. */
function reportExempt(
  own: readonly AuditConfig[],
  { report }: Pick<CheckContext<unknown, 'exempt'>, 'report'>,
): void {
  const exempt = own.flatMap(({ auditLogConfigs = [] }, at) =>
    auditLogConfigs.flatMap(({ logType = '', exemptedMembers = [] }, index) =>
      exemptedMembers.map((member, place) => ({
        key: `${logType} ${member}`,
        subject: { log: logType, member },
        evidence: {
          path: `/iamPolicy/auditConfigs/${at}/auditLogConfigs/${index}/exemptedMembers/${place}`,
          value: member,
        },
      })),
    ),
  );
  for (const [first, ...more] of Map.groupBy(exempt, ({ key }) => key).values()) {
    if (first === undefined) continue;
    const evidence = [first, ...more].map((one) => one.evidence);
    report('exempt', { subject: first.subject, evidence });
  }
}

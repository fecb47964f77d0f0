/** The access engine: policies a second, beside the floor of merely parsing the same documents as JSON; the memory of the IAM facts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isJsonObject, type JsonObject, type JsonValue, judge } from '@security-monkey/sdk';
import { actionsMatching, knownActions } from '../packages/sdk/src/access/facts/action-set.ts';
import { judgeIdentity } from '../packages/sdk/src/access/identity/judge-identity.ts';
import { parsePolicy } from '../packages/sdk/src/access/policy/parse-policy.ts';
import { report } from './report.ts';

const cases = fileURLToPath(new URL('../packages/sdk/src/access/cases/aws-resource-policy', import.meta.url));
const rounds = 40;
const policiesOfPrincipal = 20;
const megabyte = 1_048_576;

export function access(): void {
  facts();
  resourcePolicies();
  principal();
}

/** First of all: nothing may have loaded them before. */
function facts(): void {
  const begun = heapUsed();
  judge('sg', { direction: 'ingress', permissions: [] });
  judge('gcp-iam', { resource: 'project', bindings: [] });
  const before = heapUsed();
  report('IAM facts before a policy of AWS is asked about', `${mebibytes(before - begun)} MiB (goal: none)`);
  const loaded = timed(() => knownActions(actionsMatching(['*'])).length);
  report(
    'IAM facts and * expanded, the first time',
    `${loaded.wall.toFixed(1)} ms, of which the processor ${loaded.processor.toFixed(1)} (goal 50)`,
  );
  report('IAM facts in memory', `${mebibytes(heapUsed() - before)} MiB (goal 60)`);
}

function resourcePolicies(): void {
  const inputs = readdirSync(cases).flatMap((file) => inputsOf(join(cases, file)));
  const texts = inputs.map((input) => JSON.stringify(input));
  const floor = perOne(texts.map((text) => () => JSON.parse(text)));
  const judged = perOne(inputs.map((input) => () => judge('aws-resource-policy', input)));
  report(
    `a resource policy (${inputs.length} labelled cases)`,
    `${judged.usual.toFixed(1)} µs, at best ${judged.fastest.toFixed(1)} (goal 100; at best ${timesOf(judged, floor)} × parsing its JSON)`,
  );
}

function principal(): void {
  const texts = Array.from({ length: policiesOfPrincipal }, (_, at) => JSON.stringify(policyOf(at)));
  const judgeFresh = () => {
    const attached = texts.flatMap((text) => parsePolicy(JSON.parse(text), { principal: 'ignored' }) ?? []);
    judgeIdentity({ attached }, 0);
  };
  const floor = perOne([() => texts.map((text) => JSON.parse(text))]);
  const judged = perOne([judgeFresh]);
  report(
    `a principal with ${policiesOfPrincipal} policies, parsed anew`,
    `${(judged.usual / 1_000).toFixed(2)} ms, at best ${(judged.fastest / 1_000).toFixed(2)} (goal 2; at best ${timesOf(judged, floor)} × parsing its JSON)`,
  );
}

function policyOf(at: number): JsonObject {
  const services = ['s3', 'sqs', 'ec2', 'dynamodb', 'iam', 'lambda', 'kms', 'logs'];
  const service = services[at % services.length] ?? 's3';
  return {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: [`${service}:Get*`, `${service}:List*`], Resource: '*' },
      {
        Effect: 'Allow',
        Action: [`${service}:Put*`, `${service}:Create*`],
        Resource: `arn:aws:${service}:::team-${at}/*`,
        Condition: { StringEquals: { 'aws:ResourceTag/team': `team-${at}` } },
      },
      { Effect: 'Deny', Action: `${service}:Delete*`, NotResource: `arn:aws:${service}:::team-${at}/tmp/*` },
    ],
  };
}

function inputsOf(path: string): readonly JsonObject[] {
  const parsed: JsonValue = JSON.parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((one) => (isJsonObject(one) && isJsonObject(one['input']) ? [one['input']] : []));
}

function heapUsed(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function mebibytes(bytes: number): string {
  return (bytes / megabyte).toFixed(1);
}

/** Milliseconds. On a machine that has more to do than this, the processor's own tell more. */
type Timed = { readonly wall: number; readonly processor: number };

function timed(work: () => unknown): Timed {
  const used = process.cpuUsage();
  const started = performance.now();
  work();
  const wall = performance.now() - started;
  const { user, system } = process.cpuUsage(used);
  return { wall, processor: (user + system) / 1_000 };
}

/** Microseconds a piece of work: on the average, and with each as fast as it ever was, which nothing disturbed. */
type PerOne = { readonly usual: number; readonly fastest: number };

function perOne(works: readonly (() => unknown)[]): PerOne {
  for (const work of works) work();
  const walls = works.map((work) => Array.from({ length: rounds }, () => timed(work).wall));
  return { usual: meanOf(walls.flat()), fastest: meanOf(walls.map((ofOne) => Math.min(...ofOne))) };
}

function meanOf(milliseconds: readonly number[]): number {
  return (milliseconds.reduce((sum, one) => sum + one, 0) * 1_000) / milliseconds.length;
}

function timesOf(judged: PerOne, floor: PerOne): string {
  return (judged.fastest / floor.fastest).toFixed(1);
}

/** `aws-authz`: what AWS answers to one request under the policies that apply to it. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../json/value.ts';
import { readRequest } from '../authz/authorization-request.ts';
import { authorize } from '../authz/authorize.ts';
import type { PolicyLayers } from '../authz/policy-layers.ts';
import type { PolicyDocument } from '../policy/statement.ts';
import type { Judge } from './answer.ts';
import { problems } from './problems.ts';
import { readPolicy } from './read-policy.ts';

export const awsAuthz: Judge = (input) => {
  const { request, unread } = readRequest(input['request']);
  if (request === undefined) return problems(unread);
  const layers = readLayers(input);
  if (typeof layers === 'string') return problems([`${layers} cannot be read`]);
  const { result, by } = authorize(request, layers);
  return { result, by: [...by].sort(), ...problems([...unread, ...unreadOf(layers)]) };
};

/** The name of the field that cannot be read, if there is one. */
function readLayers(input: JsonObject): PolicyLayers | string {
  const identity = readPolicies(input['identityPolicies'], 'ignored');
  if (identity === undefined) return 'identityPolicies';
  const resource = readPolicies(input['resourcePolicy'], 'required');
  if (resource === undefined) return 'resourcePolicy';
  const boundaries = readPolicies(input['permissionBoundaries'], 'ignored');
  if (boundaries === undefined) return 'permissionBoundaries';
  const session = readPolicies(input['sessionPolicy'], 'ignored');
  if (session === undefined) return 'sessionPolicy';
  const endpoint = readPolicies(input['endpointPolicies'], 'optional');
  if (endpoint === undefined) return 'endpointPolicies';
  const serviceControl = readLevels(input['serviceControlPolicies'], 'ignored');
  if (serviceControl === undefined) return 'serviceControlPolicies';
  const resourceControl = readLevels(input['resourceControlPolicies'], 'optional');
  if (resourceControl === undefined) return 'resourceControlPolicies';
  return { identity, resource, boundaries, session, serviceControl, resourceControl, endpoint };
}

type PrincipalRule = 'required' | 'ignored' | 'optional';

/** One is as good as a list of one; nothing is none. */
function readPolicies(
  written: JsonValue | undefined,
  principal: PrincipalRule,
): readonly PolicyDocument[] | undefined {
  const list = listOf(written);
  const read = list.flatMap((element) => readPolicy(element, { principal }) ?? []);
  return read.length === list.length ? read : undefined;
}

function readLevels(
  written: JsonValue | undefined,
  principal: PrincipalRule,
): readonly (readonly PolicyDocument[])[] | undefined {
  const list = listOf(written);
  const levels = list.flatMap((level) => {
    const policies = isJsonObject(level) ? readPolicies(level['policies'], principal) : undefined;
    return policies === undefined ? [] : [policies];
  });
  return levels.length === list.length ? levels : undefined;
}

function listOf(written: JsonValue | undefined): readonly JsonValue[] {
  if (written === undefined || written === null) return [];
  return isList(written) ? written : [written];
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Away from the resource, a statement must say which resources it is about. */
function unreadOf(layers: PolicyLayers): readonly string[] {
  const { identity, boundaries, session, serviceControl, resource, endpoint, resourceControl } = layers;
  const away = [...identity, ...boundaries, ...session, ...serviceControl.flat()];
  const homeless = away
    .flatMap(({ statements }) => statements.filter(({ resources }) => resources === undefined))
    .map(({ index }) => `/Statement/${index}: names no resource`);
  const all = [...away, ...resource, ...endpoint, ...resourceControl.flat()];
  return [...homeless, ...all.flatMap(({ malformed }) => malformed)];
}

/** What the emulator cannot hold of functions, made on the wire: policies as Lambda writes them, and those and the URLs of aliases and versions. */
import type { Answer, Correct, Refusal } from '../fault-proxy.ts';
import type { FunctionSpec } from './function.ts';
import { policyText } from './statements.ts';

/** Functions are told by name and region; those of two accounts may not be alike. */
export function correctFunctions(specs: readonly FunctionSpec[]): Correct {
  return (answer) => {
    const { operation, path, query } = answer;
    if (operation.name !== 'lambda:GetPolicy' && operation.name !== 'lambda:GetFunctionUrlConfig')
      return answer.body;
    const [, name = ''] = /\/functions\/([^/]+)\//.exec(path) ?? [];
    const spec = specs.find((one) => one.name === name && one.region === operation.region);
    if (spec === undefined) return answer.body;
    const part = partOf(spec, query.get('Qualifier'));
    return operation.name === 'lambda:GetPolicy' ? policyOf(answer, part?.policy) : urlOf(answer, part?.url);
  };
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetPolicy.html, https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionUrlConfig.html */
const absent: Refusal = { status: 404, code: 'ResourceNotFoundException' };

function partOf(
  { alias, version, ...own }: FunctionSpec,
  qualifier: string | null,
): Pick<FunctionSpec, 'policy' | 'url'> | undefined {
  if (qualifier === null) return own;
  return qualifier === alias?.name ? alias : version;
}

/** The emulator shows the function's own policy for every alias and version, and accounts and conditions in no form of Lambda's. */
function policyOf({ body }: Answer, policy: FunctionSpec['policy']): string | Refusal {
  if (policy === undefined) return absent;
  return JSON.stringify({ ...JSON.parse(body), Policy: policyText(...policy) });
}

/** The emulator shows the function's own URL for every alias. */
function urlOf({ body }: Answer, AuthType: FunctionSpec['url']): string | Refusal {
  return AuthType === undefined ? absent : JSON.stringify({ ...JSON.parse(body), AuthType });
}

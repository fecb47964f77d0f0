/** What a set of policies, taken together, says about a request. */
import type { PolicyDocument } from '../policy/statement.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import { type Naming, namingOf, strongest } from './match-principal.ts';
import { type Place, statementApplies } from './statement-applies.ts';

export type Say = {
  /** How the strongest Allow that applies names the caller. */
  readonly allows: Naming;
  readonly denies: boolean;
};

export type Ask = {
  readonly request: AuthorizationRequest;
  readonly place: Place;
  /** Whether the caller has a permissions boundary. */
  readonly hasBoundary: boolean;
};

export function askPolicies(policies: readonly PolicyDocument[], ask: Ask): Say {
  const { request, place, hasBoundary } = ask;
  const allows: Naming[] = [];
  let denies = false;
  for (const { statements, hasVariables } of policies) {
    const scope = { context: request.context, hasVariables, place };
    for (const statement of statements) {
      const naming = namingOf(statement, request.caller, hasBoundary);
      if (naming === 'no' || !statementApplies(statement, request, scope)) continue;
      if (statement.effect === 'Allow') allows.push(naming);
      else denies = true;
    }
  }
  return { allows: strongest(allows), denies };
}

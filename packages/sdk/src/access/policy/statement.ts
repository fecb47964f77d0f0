/** A policy document as the engine reads it: every list form and letter case settled, what could not be read set apart. */
import type { ConditionEntry } from './parse-condition.ts';
import type { Principal } from './parse-principal.ts';

/** Either what the patterns match, or (`NotAction`, `NotResource`) everything else. */
export type Selection = {
  readonly but: boolean;
  /** As written, escapes and variables included. */
  readonly patterns: readonly string[];
};

export type Statement = {
  /** Its place in the document. */
  readonly index: number;
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  /** Undefined where the statement names none, which only trust policies may. */
  readonly actions: Selection | undefined;
  /** Undefined where the statement names none: then it is about the resource that the policy is on. */
  readonly resources: Selection | undefined;
  /** Undefined where the statement names none, as in identity policies. */
  readonly principals: { readonly but: boolean; readonly list: readonly Principal[] } | undefined;
  /** All of them must hold. */
  readonly conditions: readonly ConditionEntry[];
};

export type PolicyDocument = {
  /** Variables and escapes are read from version 2012-10-17 on only. */
  readonly hasVariables: boolean;
  readonly statements: readonly Statement[];
  /** What could not be read, each with its place, in words. */
  readonly malformed: readonly string[];
};

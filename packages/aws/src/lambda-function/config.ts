/** The config of a function: its configuration as listed, and what further calls give. */
import { z } from 'zod';
import { part } from '../client/part-schema.ts';

const url = z.looseObject({ AuthType: z.string().optional() });

export const functionConfig = z.looseObject({
  FunctionName: z.string(),
  FunctionArn: z.string(),
  Role: z.string().optional(),
  Description: z.string().optional(),
  /** The policy of the function itself. */
  Policy: part(z.looseObject({})),
  /** The URL of the function itself. */
  Url: part(url),
  Aliases: part(z.array(z.looseObject({ Name: z.string() }))),
  /** Published versions. */
  Versions: part(z.array(z.looseObject({ Version: z.string() }))),
  /** The policies of aliases and published versions, of those that have one. */
  QualifiedPolicies: part(z.array(z.looseObject({ Qualifier: z.string(), Policy: z.looseObject({}) }))),
  /** The URLs of aliases, of those that have one. Versions have none. */
  QualifiedUrls: part(z.array(url.extend({ Qualifier: z.string() }))),
  Tags: part(z.record(z.string(), z.string())),
});

export type FunctionConfig = z.output<typeof functionConfig>;

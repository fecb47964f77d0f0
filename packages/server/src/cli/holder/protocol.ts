/** What the command line and the holder of the data directory say to each other: one JSON object a line. */
import { z } from 'zod';

export const callSchema = z.strictObject({
  kind: z.literal('call'),
  version: z.string(),
  argv: z.array(z.string()).readonly(),
  /** Width of the caller's terminal; absent when there is none. */
  width: z.number().optional(),
  /** The directory that relative paths are taken from. */
  directory: z.string(),
  author: z.string(),
  /** What standard input held, when the command line names `-`. */
  standardInput: z.string().optional(),
});

export type Call = z.output<typeof callSchema>;

export const abortSchema = z.strictObject({ kind: z.literal('abort') });

export const requestSchema = z.discriminatedUnion('kind', [callSchema, abortSchema]);

export const replySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accepted') }),
  /** Another version runs here. */
  z.strictObject({ kind: z.literal('version'), version: z.string() }),
  z.strictObject({ kind: z.literal('line'), text: z.string() }),
  z.strictObject({ kind: z.literal('notice'), text: z.string(), lasting: z.boolean() }),
  z.strictObject({ kind: z.literal('error'), text: z.string() }),
  z.strictObject({
    kind: z.literal('exit'),
    code: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(130)]),
  }),
]);

export type Reply = z.output<typeof replySchema>;
export type Request = z.output<typeof requestSchema>;

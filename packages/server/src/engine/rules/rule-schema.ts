/** What a rule without code may say: the schema of one rule in a file of the directory `checks`, and what to write for each key. */
import { categories } from '@security-monkey/sdk';
import { z } from 'zod';

const words = z.string().trim().min(1);
const expression = words;
const json = z.record(z.string(), z.json());
const optionValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.json())]);

const example = z.strictObject({
  name: words,
  config: json,
  unreadable: z.array(z.string()).optional(),
  /** Such as 2026-01-01T00:00:00Z. */
  now: z.iso.datetime().optional(),
  item: z
    .strictObject({
      account: z.string(),
      partition: z.string(),
      region: z.string(),
      name: z.string(),
      lineage: z.string(),
      tags: z.record(z.string(), z.string()),
    })
    .partial()
    .optional(),
  options: json.optional(),
});

const report = z.strictObject({
  message: z.string().optional(),
  subject: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});

export const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)+$/),
  technology: words,
  title: words,
  why: words,
  fix: words,
  score: z.int().min(0).max(10),
  category: z.enum(categories),
  links: z.array(z.url({ protocol: /^https$/ })).default([]),
  when: expression,
  each: expression.optional(),
  message: expression.optional(),
  messages: z.record(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), words),
  subject: z.record(z.string().regex(/^[A-Za-z]\w*$/), expression).default({}),
  evidence: z.array(z.string()).optional(),
  options: z
    .record(
      z.string().regex(/^[A-Za-z]\w*$/),
      z.union([optionValue, z.strictObject({ default: optionValue, description: words.optional() })]),
    )
    .default({}),
  examples: z.strictObject({
    good: z.array(example).min(1),
    bad: z
      .array(
        example.extend({
          reports: z
            .array(report)
            .min(1)
            .default([{ subject: {} }]),
        }),
      )
      .min(1),
  }),
});

/** A rule as its file says it. Plain JSON, so that it can be given to a thread. */
export type WrittenRule = z.output<typeof ruleSchema>;

/** A rule with the file that it stands in, relative to the data directory. */
export type Rule = WrittenRule & { readonly file: string };

/** By key, what to write there. */
export const whatToWrite: Readonly<Record<string, string>> = {
  id: 'id: custom.<name> in small letters, digits and hyphens',
  technology: 'technology: <one of `security-monkey technologies`>',
  title: 'title: <one line that says what is wrong>',
  why: 'why: <why it matters>',
  fix: 'fix: <what to do about it>',
  score: 'score: <a whole number from 0 to 10>',
  category: `category: <one of ${categories.join(', ')}>`,
  links: 'links: <a list of https addresses>',
  when: 'when: <an expression in quotes that is true of what offends>',
  each: 'each: <an expression in quotes that gives a list>',
  message: 'message: <an expression in quotes that gives the name of a message>',
  messages: 'messages: <names in small letters, each with its text>',
  subject: 'subject: <names, each with an expression in quotes>',
  evidence: 'evidence: <a list of JSON pointers such as /Policy, or of paths such as it.Port>',
  options: 'options: <names, each with its default: a text, number, truth value or list>',
  examples:
    'examples: with good and bad, each a list of at least one name and config (bad ones also reports: message, subject)',
};

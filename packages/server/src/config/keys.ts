/** Every key of the configuration: what it means, its default and the environment variable that sets it. */
import { z } from 'zod';
import type { KeyMeta } from './key-meta.ts';
import { smtpKeys } from './smtp-keys.ts';

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** The whole configuration; keys that it does not know are refused. */
export const configSchema = z.strictObject({
  databaseUrl: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional()
    .meta({
      description:
        'PostgreSQL (14 or newer) to use instead of the embedded database: postgresql://user:password@host:5432/name.',
      env: 'DATABASE_URL',
      secret: 'address',
      fromText: 'text',
    } satisfies KeyMeta),
  plugins: z
    .array(z.string().min(1))
    .default([])
    .meta({
      description:
        'Plugins to load beside those that Security Monkey ships with: npm packages installed in the data directory, or paths to modules, relative to it.',
      env: 'SECURITY_MONKEY_PLUGINS',
      fromText: 'list',
    } satisfies KeyMeta),
  logLevel: z
    .enum(logLevels)
    .default('info')
    .meta({
      description: 'The least severe messages that start and worker write to their log (standard error).',
      env: 'SECURITY_MONKEY_LOG_LEVEL',
      fromText: 'text',
    } satisfies KeyMeta),
  host: z
    .string()
    .regex(/^[\w.:-]{1,253}$/, 'must be an address of this machine, or a name of one')
    .default('127.0.0.1')
    .meta({
      description:
        'The address on which start and server answer to browsers. With another than a loopback one everybody who reaches it gets the sign-in page: put HTTPS in front and set publicUrl.',
      env: 'SECURITY_MONKEY_HOST',
      fromText: 'text',
    } satisfies KeyMeta),
  port: z
    .int()
    .min(0)
    .max(65_535)
    .default(8_420)
    .meta({
      description: 'The port of it; 0 takes one that is free.',
      env: 'SECURITY_MONKEY_PORT',
      fromText: 'number',
    } satisfies KeyMeta),
  publicUrl: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://monkey.example.com' })
    .transform((text) => new URL(text).origin)
    .optional()
    .meta({
      description:
        'How browsers reach it when that is not by host and port, such as https://monkey.example.com behind a proxy; no path. Links in mails begin with it: without it they have none. With https the session cookie is sent over HTTPS only.',
      env: 'SECURITY_MONKEY_PUBLIC_URL',
      fromText: 'text',
    } satisfies KeyMeta),
  trustProxy: z
    .boolean()
    .default(false)
    .meta({
      description:
        'Whether the caller’s address is taken from X-Forwarded-For: true only behind a proxy that always sets it.',
      env: 'SECURITY_MONKEY_TRUST_PROXY',
      fromText: 'yes or no',
    } satisfies KeyMeta),
  metricsToken: z
    .string()
    .min(16, 'must have at least 16 characters')
    .max(1_024)
    .optional()
    .meta({
      description:
        'What Prometheus sends as bearer token to read /metrics; without it only administrators who are signed in read them.',
      env: 'SECURITY_MONKEY_METRICS_TOKEN',
      secret: 'whole',
      fromText: 'text',
    } satisfies KeyMeta),
  demo: z
    .enum(['when-empty', 'never'])
    .optional()
    .meta({
      description:
        'Whether start shows the demo estate, simulated accounts in a data directory of their own, while no account is configured (when-empty, as unless said otherwise), or only when asked by --demo (never). With DATABASE_URL it is never shown unasked.',
      env: 'SECURITY_MONKEY_DEMO',
      fromText: 'text',
    } satisfies KeyMeta),
  accountsAtOnce: z
    .int()
    .min(1)
    .max(100)
    .default(4)
    .meta({
      description: 'How many accounts one process of start or worker collects at the same time.',
      env: 'SECURITY_MONKEY_ACCOUNTS_AT_ONCE',
      fromText: 'number',
    } satisfies KeyMeta),
  auditWorkers: z
    .int()
    .min(1)
    .max(64)
    .optional()
    .meta({
      description:
        'Threads that run the checks; by default one less than the machine has cores, at least one.',
      env: 'SECURITY_MONKEY_AUDIT_WORKERS',
      fromText: 'number',
    } satisfies KeyMeta),
  ...smtpKeys,
});

export type ConfigKey = keyof typeof configSchema.shape;

/** The keys in the order of the schema, with what is known of each. */
export const configKeys: readonly { readonly key: ConfigKey; readonly meta: KeyMeta }[] =
  keysOf(configSchema);

function keysOf(schema: typeof configSchema): readonly { readonly key: ConfigKey; readonly meta: KeyMeta }[] {
  return Object.entries(schema.shape).map(([key, value]) => ({
    key: key as ConfigKey,
    meta: value.meta() as KeyMeta,
  }));
}

/** How mail is sent: the server, how the connection is kept secret, and who the mails are from. */
import { z } from 'zod';
import { parseAddress } from './address.ts';

export const securities = ['tls', 'starttls', 'none'] as const;

const ports = { tls: 465, starttls: 587, none: 25 } as const;

const sender = z.string().transform((text, context) => {
  const parsed = parseAddress(text);
  if ('value' in parsed) return parsed.value;
  context.addIssue({ code: 'custom', message: parsed.problem });
  return z.NEVER;
});

export const mailOptions = z.strictObject({
  host: z.string().min(1).describe('The SMTP server.'),
  port: z
    .int()
    .min(1)
    .max(65_535)
    .optional()
    .describe('Its port; by default 465 for tls, 587 for starttls, 25 for none.'),
  security: z
    .enum(securities)
    .default('starttls')
    .describe(
      'TLS from the beginning, STARTTLS before anything else is said, or a connection in plain text.',
    ),
  username: z.string().min(1).optional().describe('Whom to sign in as; nobody when absent.'),
  password: z.string().min(1).optional().describe('The password of that user.'),
  certificateAuthority: z
    .string()
    .optional()
    .describe('Certificates (PEM) that vouch for the server in place of those that the system trusts.'),
  from: sender.describe('The address that mails are from.'),
});

export type MailOptions = z.output<typeof mailOptions>;

/** The port that is used when none is given. */
export function portOf({ port, security }: Pick<MailOptions, 'port' | 'security'>): number {
  return port ?? ports[security];
}

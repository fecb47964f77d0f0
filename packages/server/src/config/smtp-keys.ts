/** The keys of the configuration that say how mail is sent. */
import { z } from 'zod';
import type { KeyMeta } from './key-meta.ts';

const text = z.string().min(1, 'must not be empty').optional();

export const smtpKeys = {
  smtpHost: text.meta({
    description: 'The SMTP server that takes the mails; without it no mail is sent.',
    env: 'SECURITY_MONKEY_SMTP_HOST',
    fromText: 'text',
  } satisfies KeyMeta),
  smtpPort: z
    .int()
    .min(1)
    .max(65_535)
    .optional()
    .meta({
      description: 'Its port; by default 465 for tls, 587 for starttls, 25 for none.',
      env: 'SECURITY_MONKEY_SMTP_PORT',
      fromText: 'number',
    } satisfies KeyMeta),
  smtpSecurity: z
    .enum(['tls', 'starttls', 'none'])
    .optional()
    .meta({
      description:
        'How the connection is kept secret: TLS from the beginning, STARTTLS before anything else is said (the default), or not at all. There is no falling back from one to the other, and no password in plain text.',
      env: 'SECURITY_MONKEY_SMTP_SECURITY',
      fromText: 'text',
    } satisfies KeyMeta),
  smtpUsername: text.meta({
    description: 'Whom to sign in as at the SMTP server; nobody when absent.',
    env: 'SECURITY_MONKEY_SMTP_USERNAME',
    fromText: 'text',
  } satisfies KeyMeta),
  smtpPassword: text.meta({
    description: 'The password of that user.',
    env: 'SECURITY_MONKEY_SMTP_PASSWORD',
    secret: 'whole',
    fromText: 'text',
  } satisfies KeyMeta),
  smtpCertificateAuthority: text.meta({
    description:
      'A file of certificates (PEM) that vouch for the SMTP server in place of those that the system trusts; a path is taken from the data directory.',
    env: 'SECURITY_MONKEY_SMTP_CERTIFICATE_AUTHORITY',
    fromText: 'text',
  } satisfies KeyMeta),
  mailFrom: text.meta({
    description: 'The address that mails are from, such as monkey@example.com.',
    env: 'SECURITY_MONKEY_MAIL_FROM',
    fromText: 'text',
  } satisfies KeyMeta),
} as const;

type SmtpConfig = z.output<z.ZodObject<typeof smtpKeys>>;

/** What one key needs of another: the key that is wrong, and why. */
export function smtpProblem(
  config: SmtpConfig,
): { readonly key: keyof SmtpConfig; readonly problem: string } | undefined {
  const { smtpHost, smtpSecurity, smtpUsername, smtpPassword, mailFrom } = config;
  if (smtpHost !== undefined && mailFrom === undefined)
    return { key: 'mailFrom', problem: 'mails need an address that they are from' };
  if ((smtpUsername === undefined) !== (smtpPassword === undefined))
    return {
      key: smtpUsername === undefined ? 'smtpUsername' : 'smtpPassword',
      problem: 'a user needs a password, and a password a user',
    };
  if (smtpSecurity === 'none' && smtpPassword !== undefined)
    return { key: 'smtpSecurity', problem: 'a password is not sent in plain text: use tls or starttls' };
  return undefined;
}

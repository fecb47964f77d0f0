/** What the configuration says of telling people, in the form that the alerters take. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { JsonObject } from '@security-monkey/sdk';
import type { Config } from '../../config/config.ts';
import type { Registry } from '../../engine/registry.ts';
import type { Alerting } from '../../engine/runtime.ts';
import { CodedError } from '../../errors/coded-error.ts';

/** Checked by the alerters' own schemas, so that a mistake is met at the start and not at the first mail. */
export function loadAlerting(config: Config, registry: Registry): Alerting {
  const mail = mailOptions(config);
  const options = mail === undefined ? {} : { mail };
  for (const [id, values] of Object.entries(options)) {
    const problem = registry.alerter(id)?.options.safeParse(values).error?.issues[0];
    if (problem !== undefined)
      throw new CodedError('config_invalid', {
        where: `the options of ${id}`,
        problem: `${problem.path.join('.')}: ${problem.message}`,
      });
  }
  return { publicUrl: config.publicUrl, options };
}

/** Undefined where no server is configured. */
function mailOptions(config: Config): JsonObject | undefined {
  const { smtpHost, smtpPort, smtpSecurity, smtpUsername, smtpPassword, mailFrom } = config;
  if (smtpHost === undefined || mailFrom === undefined) return undefined;
  const certificateAuthority = readAuthority(config);
  return {
    host: smtpHost,
    from: mailFrom,
    ...(smtpPort === undefined ? {} : { port: smtpPort }),
    ...(smtpSecurity === undefined ? {} : { security: smtpSecurity }),
    ...(smtpUsername === undefined ? {} : { username: smtpUsername }),
    ...(smtpPassword === undefined ? {} : { password: smtpPassword }),
    ...(certificateAuthority === undefined ? {} : { certificateAuthority }),
  };
}

function readAuthority({ smtpCertificateAuthority: file, dataDirectory }: Config): string | undefined {
  if (file === undefined) return undefined;
  const path = resolve(dataDirectory, file);
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const problem = `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    throw new CodedError('config_invalid', { where: 'smtpCertificateAuthority', problem }, { cause: error });
  }
}

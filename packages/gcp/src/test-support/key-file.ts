/** Key files for tests: a service account's key, made here, and the token exchange of a workload identity. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The path of a new file that holds this. */
export function fileWith(content: string | object): string {
  const path = join(mkdtempSync(join(tmpdir(), 'gcp-key-')), 'key.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Of a service account in the project `acme-ops`. */
export const serviceAccountKey = {
  type: 'service_account',
  project_id: 'acme-ops',
  private_key_id: '0123456789abcdef',
  private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  client_email: 'scanner@acme-ops.iam.gserviceaccount.com',
  client_id: '100000000000000000001',
  token_uri: 'https://oauth2.googleapis.com/token',
};

/** A workload identity that shows the token of the file. */
export function federation(tokenFile: string): object {
  return {
    type: 'external_account',
    audience:
      '//iam.googleapis.com/projects/999900001111/locations/global/workloadIdentityPools/ci/providers/ci',
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: 'https://sts.googleapis.com/v1/token',
    credential_source: { file: tokenFile },
  };
}

/** The credentials and the region that the AWS SDK finds in the environment, its configuration files or the machine's role. */
import type { Surroundings } from './connect.ts';

export const ambientSurroundings: Surroundings = {
  credentials: async () => {
    const { fromNodeProviderChain } = await import('@aws-sdk/credential-providers');
    return fromNodeProviderChain();
  },
  region: async () => {
    const { STSClient } = await import('@aws-sdk/client-sts');
    const client = new STSClient({});
    try {
      return await client.config.region();
    } catch {
      // None is configured: the first calls are to STS, which answers for the whole standard partition there.
      return 'us-east-1';
    } finally {
      client.destroy();
    }
  },
  now: () => Date.now(),
};

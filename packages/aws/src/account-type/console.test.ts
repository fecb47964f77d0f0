import { describe, expect, it } from 'vitest';
import { consoleOrigin } from './console.ts';

describe('the console', () => {
  it.each([
    ['aws', 'https://console.aws.amazon.com'],
    ['aws-cn', 'https://console.amazonaws.cn'],
    ['aws-us-gov', 'https://console.amazonaws-us-gov.com'],
    ['aws-iso', undefined],
  ])('lies, in the partition %s, at %s', (partition, origin) => {
    expect(consoleOrigin({ partition })).toBe(origin);
  });
});

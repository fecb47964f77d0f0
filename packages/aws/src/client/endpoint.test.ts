/** Which endpoints are addressed by plain hosts. */
import { expect, it } from 'vitest';
import { withPlainHost } from './endpoint.ts';

it.each([
  ['an address', 'http://127.0.0.1:5000', true],
  ['a name without dots', 'http://moto:5000', true],
  ['a name that only begins like one of AWS', 'https://s3.amazonaws.com.example.org', true],
  ['an endpoint in a VPC', 'https://vpce-1-2.s3.eu-west-1.vpce.amazonaws.com', false],
  ['an endpoint in China', 'https://s3.cn-north-1.amazonaws.com.cn', false],
  ['none of its own', undefined, false],
])('%s', (_name, Endpoint, isPlain) => {
  const parameters = { Region: 'eu-west-1', RequiresAccountId: true, ...(Endpoint && { Endpoint }) };
  const changed = isPlain ? { ...parameters, ForcePathStyle: true, RequiresAccountId: false } : parameters;
  expect(withPlainHost(parameters)).toEqual(changed);
});

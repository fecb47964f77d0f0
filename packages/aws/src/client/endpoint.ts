/** Corrects how the AWS SDK addresses an endpoint that is not AWS's own, such as an emulator at AWS_ENDPOINT_URL. */

/** Turns the parameters of a request into the address it goes to; the SDK brings one for each service. */
export type EndpointProvider = (parameters: never, context?: never) => { readonly url: URL };

/** The same provider, but for endpoints outside AWS it puts neither the bucket nor the account id before the host: no name server knows such hosts. */
export function plainHosts(provider: EndpointProvider): EndpointProvider {
  return (parameters: object, context: unknown) =>
    Reflect.apply(provider, undefined, [withPlainHost(parameters), context]);
}

/** `Endpoint` is set only when the environment or the configuration file names an endpoint of its own. */
export function withPlainHost(parameters: object): object {
  if (!('Endpoint' in parameters) || typeof parameters.Endpoint !== 'string') return parameters;
  if (isAmazonHost(parameters.Endpoint)) return parameters;
  return { ...parameters, ForcePathStyle: true, RequiresAccountId: false };
}

/** VPC endpoints, FIPS endpoints and the like: there the SDK's own rules are right. */
function isAmazonHost(endpoint: string): boolean {
  return /\.(amazonaws\.com|amazonaws\.com\.cn|api\.aws|aws\.dev)$/.test(new URL(endpoint).hostname);
}

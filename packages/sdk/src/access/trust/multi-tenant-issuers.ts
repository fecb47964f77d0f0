/** Identity providers that speak for everybody who signs up with them, and how their subjects name an owner. */

export type Issuer = {
  /** The claim that fixes whose an identity is. */
  readonly claim: string;
  /** A value that names one owner, up to its separator, in a claim that a tenant cannot choose. */
  readonly names: RegExp;
};

const name = String.raw`[^*?:/]+`;

const issuers: readonly (readonly [RegExp, Issuer])[] = [
  // https://docs.github.com/actions/reference/security/oidc
  [
    /^token\.actions\.githubusercontent\.com$/,
    { claim: 'sub', names: new RegExp(`^(?:repo:${name}/|repository_owner(?:_id)?:${name}(?::|$))`) },
  ],
  // https://docs.gitlab.com/ci/secrets/id_token_authentication/
  [/^gitlab\.com$/, { claim: 'sub', names: new RegExp(`^project_path:${name}/`) }],
  // https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/workload-identity-tokens
  [/^app\.(?:eu\.)?terraform\.io$/, { claim: 'sub', names: new RegExp(`^organization:${name}:`) }],
  // Where the braces close, nobody else's name goes on.
  // https://support.atlassian.com/bitbucket-cloud/docs/integrate-pipelines-with-resource-servers-using-oidc/
  [/^api\.bitbucket\.org(?:\/|$)/, { claim: 'sub', names: /^\{[^*?{}:]+\}[:*]/ }],
  // https://circleci.com/docs/guides/permissions-authentication/openid-connect-tokens/
  [/^oidc\.circleci\.com(?:\/|$)/, { claim: 'sub', names: new RegExp(`^org/${name}/`) }],
  // https://buildkite.com/docs/pipelines/security/oidc
  [/^agent\.buildkite\.com$/, { claim: 'sub', names: new RegExp(`^organization:${name}:`) }],
  // https://vercel.com/docs/oidc/reference
  [/^oidc\.vercel\.com(?:\/|$)/, { claim: 'sub', names: new RegExp(`^owner:${name}:`) }],
  // https://codefresh.io/docs/docs/integrations/oidc-pipelines/
  [/^oidc\.codefresh\.io$/, { claim: 'sub', names: new RegExp(`^account:${name}:`) }],
  // https://www.pulumi.com/docs/pulumi-cloud/access-management/oidc/provider/
  [/^api\.pulumi\.com\/oidc$/, { claim: 'sub', names: new RegExp(`^pulumi:[a-z]+:org:${name}:`) }],
  // https://developers.google.com/identity/openid-connect/openid-connect
  [/^accounts\.google\.com$/, { claim: 'sub', names: /^[^*?]+$/ }],
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
  [/^graph\.facebook\.com$/, { claim: 'id', names: /^[^*?]+$/ }],
  [/^www\.amazon\.com$/, { claim: 'user_id', names: /^[^*?]+$/ }],
];

/** The issuer of a host name with its path, or undefined for one that has a single tenant. */
export function multiTenantIssuer(address: string): Issuer | undefined {
  return issuers.find(([pattern]) => pattern.test(address))?.[1];
}

/** Issuers of identities that serve many tenants: whoever has an account there gets a token of them. */

export type MultiTenantIssuer = {
  readonly name: string;
  /** Host and path without the scheme. */
  readonly url: string;
  /** Claims that name one tenant, or something of one, when they are compared as a whole. */
  readonly owners: readonly string[];
  /** Claims that name one tenant by how they begin: up to and with its separator. */
  readonly beginnings: ReadonlyMap<string, RegExp>;
};

/** The issuer that the URL is of; undefined when none is known there. */
export function multiTenantIssuer(url: string): MultiTenantIssuer | undefined {
  const bare = url
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/+$/, '');
  return issuers.find((issuer) => issuer.url === bare);
}

const issuers: readonly MultiTenantIssuer[] = [
  {
    // https://docs.github.com/en/actions/reference/security/oidc
    name: 'GitHub Actions',
    url: 'token.actions.githubusercontent.com',
    owners: ['repository_owner', 'repository_owner_id', 'repository', 'repository_id', 'enterprise_id'],
    beginnings: new Map([
      ['sub', /^repo:[^/:*]+\//],
      ['repository', /^[^/*]+\//],
    ]),
  },
  {
    // https://docs.gitlab.com/ci/secrets/id_token_authentication/
    name: 'GitLab',
    url: 'gitlab.com',
    owners: ['namespace_path', 'namespace_id', 'project_path', 'project_id'],
    beginnings: new Map([
      ['sub', /^project_path:[^/:*]+\//],
      ['project_path', /^[^/*]+\//],
      ['namespace_path', /^[^/*]+\//],
    ]),
  },
  {
    // https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials
    name: 'HCP Terraform',
    url: 'app.terraform.io',
    owners: [
      'terraform_organization_id',
      'terraform_organization_name',
      'terraform_project_id',
      'terraform_workspace_id',
    ],
    beginnings: new Map([['sub', /^organization:[^:*]+:/]]),
  },
  {
    // https://buildkite.com/docs/agent/v3/cli-oidc
    name: 'Buildkite',
    url: 'agent.buildkite.com',
    owners: ['organization_id', 'organization_slug', 'pipeline_id'],
    beginnings: new Map([['sub', /^organization:[^:*]+:/]]),
  },
  {
    // https://vercel.com/docs/oidc/reference
    name: 'Vercel',
    url: 'oidc.vercel.com',
    owners: ['owner', 'owner_id', 'project_id'],
    beginnings: new Map([['sub', /^owner:[^:*]+:/]]),
  },
  {
    // https://developers.google.com/identity/openid-connect/openid-connect
    name: 'Google',
    url: 'accounts.google.com',
    owners: ['sub', 'email', 'hd'],
    beginnings: new Map(),
  },
];

/** Whose tokens a workload identity pool takes. */
import { expect, test } from 'vitest';
import { type ProviderAudience, providerAudience } from './identity-provider.ts';

const github = 'https://token.actions.githubusercontent.com';
const attributeMapping = {
  'google.subject': 'assertion.sub',
  'attribute.owner': 'assertion.repository_owner',
};

test.each<[string, string | undefined, ProviderAudience]>([
  ['no condition', undefined, 'anyone'],
  ['an owner', 'assertion.repository_owner == "heron"', 'tenant'],
  ['an owner, the other way round', '"heron" == assertion.repository_owner', 'tenant'],
  ['an owner by its field', 'assertion["repository_owner"] == "heron"', 'tenant'],
  ['an owner by a mapped attribute', 'attribute.owner == "heron"', 'tenant'],
  ['an attribute that is not mapped', 'attribute.team == "heron"', 'anyone'],
  ['one of two owners', 'assertion.repository_owner in ["heron", "heron-labs"]', 'tenant'],
  [
    'an owner or anything',
    'assertion.repository_owner == "heron" || assertion.ref == "refs/heads/main"',
    'anyone',
  ],
  [
    'an owner and a branch',
    'assertion.ref == "refs/heads/main" && assertion.repository_owner == "heron"',
    'tenant',
  ],
  ['any owner but one', 'assertion.repository_owner != "rival"', 'anyone'],
  ['not the owner', '!(assertion.repository_owner == "heron")', 'anyone'],
  ['a branch', 'assertion.ref == "refs/heads/main"', 'anyone'],
  ['a whole repository', 'assertion.repository == "heron/web"', 'tenant'],
  ['repositories of an owner', 'assertion.repository.startsWith("heron/")', 'tenant'],
  ['repositories that begin like an owner', 'assertion.repository.startsWith("heron")', 'anyone'],
  ['repositories that end like one', 'assertion.repository.endsWith("/web")', 'anyone'],
  ['a subject of an owner', 'google.subject.startsWith("repo:heron/")', 'tenant'],
  ['a subject of any owner', 'assertion.sub.startsWith("repo:")', 'anyone'],
  ['a whole subject', 'assertion.sub == "repo:heron/web:ref:refs/heads/main"', 'tenant'],
  ['the person who started it', 'assertion.actor == "ada"', 'anyone'],
  ['the audience', 'assertion.aud == "heron"', 'anyone'],
  ['a pattern, which is not looked into', 'assertion.sub.matches("^repo:heron/")', 'anyone'],
  ['what never holds', 'false', 'tenant'],
  ['what always holds', 'true', 'anyone'],
  ['what cannot be read', 'assertion.repository_owner = "heron"', 'anyone'],
  ['an owner without a name', 'assertion.repository_owner == ""', 'anyone'],
  ['a claim that every object has', 'assertion.constructor == "heron"', 'anyone'],
])('GitHub with %s', (_, attributeCondition, audience) => {
  expect(providerAudience({ issuer: github, attributeCondition, attributeMapping })).toBe(audience);
});

test.each<[string, string | undefined, ProviderAudience]>([
  ['https://gitlab.com', 'assertion.namespace_path.startsWith("heron/")', 'tenant'],
  ['https://gitlab.com/', 'assertion.ref_protected == "true"', 'anyone'],
  ['https://gitlab.heron.example', undefined, 'issuer'],
  ['https://app.terraform.io', 'assertion.sub.startsWith("organization:heron:")', 'tenant'],
  ['https://app.terraform.io', 'assertion.sub.startsWith("organization:heron")', 'anyone'],
  ['https://agent.buildkite.com', 'assertion.organization_slug == "heron"', 'tenant'],
  ['https://oidc.vercel.com', 'assertion.environment == "production"', 'anyone'],
  ['https://accounts.google.com', 'assertion.hd == "heron.example"', 'tenant'],
  ['https://accounts.google.com', 'assertion.email_verified == true', 'anyone'],
])('%s with %s', (issuer, attributeCondition, audience) => {
  expect(providerAudience({ issuer, attributeCondition, attributeMapping: {} })).toBe(audience);
});
